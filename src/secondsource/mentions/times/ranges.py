"""Neighbouring matches -> one: `between Thursday and Saturday`, `Thursday, Friday, and Saturday`."""

import re

from secondsource.mentions.times.anniversaries import event_after
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.parts import zone_of
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER
from secondsource.model.calendar import day_number

_L = LETTER
_LINK = {
    "to": frozenset((_L["to"], _L["until"], _L["dash"])),
    "and": frozenset((_L["and"],)),
}
_RANGEABLE = frozenset(
    ("date", "weekday", "day", "clock", "season", "decade", "daypart", "part", "last", "this", "within")
)
_BOUND = {
    _L["since"]: "since",
    _L["until"]: "until",
    _L["by"]: "by",
    _L["before"]: "before",
    _L["after"]: "after",
}
_BOUNDABLE = _RANGEABLE | {"unit", "nth", "move", "next", "anniversary", "named"}
_CLOSES = frozenset(("", _L["comma"], _L["dot"], _L["break"], _L["close"], _L["and"], _L["dash"]))
_COMMA = frozenset((_L["comma"], _L["comma"] + _L["and"], _L["and"]))
_COURSE = re.compile(f"[{_L['in']}{_L['over']}]?{_L['the']}{_L['other']}{_L['of']}{_L['the']}?$")


def join_matches(text: Text, matches: list[Match]) -> list[Match]:
    """The matches with ranges, runs of days and bounds joined; `parts` keeps what was joined."""
    joined: list[Match] = []
    index = 0
    while index < len(matches):
        made, used = (
            _clock_pair(text, matches, index)
            or _run(text, matches, index)
            or _range(text, matches, index)
            or (matches[index], 1)
        )
        made = _from_event(text, made)
        joined.append(_bounded(text, made, joined[-1].last if joined else 0))
        index += used
    return joined


def _range(text: Text, matches: list[Match], index: int) -> tuple[Match, int] | None:
    """between A and B; from A to B; A to B"""
    if index + 1 >= len(matches):
        return None
    first, second = matches[index], matches[index + 1]
    between = text.classes[first.last : second.first]
    before = text.classes[first.first - 1 : first.first]
    if len(between) != 1 or _kind(first.tree) not in _RANGEABLE or _kind(second.tree) not in _RANGEABLE:
        return None
    opens = before in (_L["between"], _L["from"])
    if between in _LINK["and"] and before != _L["between"]:
        return None
    if between not in _LINK["and"] and between not in _LINK["to"]:
        return None
    if not opens and _kind(first.tree) != _kind(second.tree):
        return None
    if between == _L["to"] and not opens and not _same_grain(first.tree, second.tree):
        return None
    tree = ("between", *_shared(first.tree, second.tree))
    start = first.first - 1 if opens else first.first
    return Match(start, second.last, "range", tree, (first, second)), 2


def _shared(first: Tree, second: Tree) -> tuple[Tree, Tree]:
    """`from March to July 1944`: the year told once is that of both."""
    if (
        first[0] == second[0] == "date"
        and first[1] is None
        and second[1] is not None
        and first[2] is not None
    ):
        return ("date", second[1] - (first[2] > (second[2] or 12)), *first[2:]), second
    if first[0] == "date" and first[1] and first[2] and second == ("date", None, second[2:3], None):
        return first, ("date", first[1], *second[2:])
    if first[0] == second[0] == "clock" and first[3] is None and second[3] is not None:
        return (*first[:2], first[2] or second[2], second[3]), second
    return first, second


def _same_grain(first: Tree, second: Tree) -> bool:
    if first[0] != "date":
        return True
    return all((a is None) <= (b is None) or a is None for a, b in zip(first[1:4], second[1:4], strict=True))


def _kind(tree: Tree) -> str:
    return str(tree[0])


def _run(text: Text, matches: list[Match], index: int) -> tuple[Match, int] | None:
    """Thursday, Friday, and Saturday"""
    run = [matches[index]]
    if run[0].tree[0] != "weekday":
        return None
    for following in matches[index + 1 : index + 7]:
        day = following.tree
        between = text.classes[run[-1].last : following.first]
        if day[0] != "weekday" or between not in _COMMA or day[1] != run[-1].tree[1] % 7 + 1:
            break
        run.append(following)
    if len(run) < 3:
        return None
    before = text.classes[: run[0].first][-5:]
    course = _COURSE.search(before)
    first = run[0].first - (len(course[0]) if course and "course" in _words(text, run[0].first) else 0)
    tree = ("between", run[0].tree, run[-1].tree)
    return Match(first, run[-1].last, "run", tree, tuple(run)), len(run)


def _from_event(text: Text, match: Match) -> Match:
    """five days after the launch: counted from something that the report tells of, or that a table knows"""
    after = text.classes[match.last : match.last + 2]
    if match.tree[0] != "duration" or not after or after[0] not in (_L["after"], _L["before"]):
        return match
    if after[1:] not in (_L["the"], _L["other"], _L["its"], _L["a"], _L["that"]):
        return match
    sign = "+" if after[0] == _L["after"] else "-"
    day, used = event_after(text, match.last + 1)
    tree = ("move", sign, match.tree[1], "day", day or "event", match.tree[2])
    return Match(match.first, match.last + 1 + used, "from_event", tree, (match,))


def _clock_pair(text: Text, matches: list[Match], index: int) -> tuple[Match, int] | None:
    """3:00 a.m. local time (1800 GMT Friday): the two clocks give the zone, and the day on either side"""
    if index + 1 >= len(matches):
        return None
    local, universal = matches[index], matches[index + 1]
    if local.tree[0] != "clock" or universal.tree[0] != "clock" or universal.tree[2] != "Z":
        return None
    if text.classes[local.last : universal.first] != _L["paren"]:
        return None
    here, there = (int(one[:2]) * 60 + int(one[3:]) for one in (local.tree[1], universal.tree[1]))
    offset = (here - there + 720) % 1440 - 720
    if offset == -720 or offset % 15:
        return None
    zone = f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"
    if local.tree[2] not in (None, "local") and zone not in _offsets(local.tree[2]):
        return None
    day = local.tree[3]
    if day is None and universal.tree[3] is not None:
        days = (there + offset) // 1440
        day = universal.tree[3] if days == 0 else ("shift", days, "day", universal.tree[3])
    last = universal.last + (text.classes[universal.last : universal.last + 1] == _L["close"])
    return Match(local.first, last, "clock_pair", ("clock", local.tree[1], zone, day), (local, universal)), 2


def _offsets(zone: str) -> set[str | None]:
    """What a zone's clocks were off in winter and summer of years that differ."""
    return {zone_of(zone, day_number(year, month)) for year in (1990, 2016, 2023) for month in (1, 7)}


def _words(text: Text, last: int) -> str:
    return "".join(text.words[max(0, last - 4) : last]).lower()


def _bounded(text: Text, match: Match, free: int) -> Match:
    """since July; until Friday; by the end of the year"""
    owner = text.classes[match.first - 1 : match.first] == _L["its"]  # since his 2005 trial
    at = match.first - owner
    before = text.classes[at - 1 : at] if at > free else ""
    if owner and before != _L["since"]:
        return match
    if before not in _BOUND or _kind(match.tree) not in _BOUNDABLE:
        return match
    name = _BOUND[before]
    if name in ("before", "after") and text.classes[match.last : match.last + 1] not in _CLOSES:
        return match  # after Friday prayers: what follows is the event
    return Match(at - 1, match.last, name, (name, match.tree), match.parts or (match,))
