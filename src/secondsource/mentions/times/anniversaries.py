"""`the 70th anniversary of the end of the Korean War` -> a day, by a table of dated events."""

import re
from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.words import LETTER, word_of

_L = LETTER
_COUNT = (
    f"(?:[{_L['ordinal']}{_L['ordinalday']}{_L['number']}{_L['dash']}{_L['and']}]|{_L['day']}{_L['dash']})"
)
_FORM = re.compile(
    f"(?:{_L['the']}|{_L['this']})?(?P<count>{_COUNT}{{1,4}})?[{_L['unit']}{_L['dash']}]{{0,2}}"
    f"{_L['anniversary']}(?P<of>{_L['of']}|{_L['since']})?"
)
_WORDS = re.compile(r"[^\W_]+(?:['’]s)?|\d+/\d+")
_SKIPPED = frozenset(
    "the a an of in on 's s its their his her great historic historical glorious "
    "victorious heroic sacred immortal epochal brutal deadly tragic devastating official formal".split()
)
_SAME = {
    "establishment": "founding", "foundation": "founding", "formation": "founding", "creation": "founding",
    "inception": "founding", "demise": "death", "passing": "death", "outbreak": "start", "beginning": "start",
    "onset": "start",
}  # fmt: skip
_LONGEST = 14
_MARKS = (_L["comma"], _L["dot"], _L["dash"])


def find_anniversaries(text: Text) -> list[Match]:
    """Every anniversary, with the dated event when the table knows it."""
    found: list[Match] = []
    if _L["anniversary"] not in text.classes:
        return found
    for hit in _FORM.finditer(text.classes):
        first, last = hit.span()
        count = _count(text.words[hit.start("count") : hit.end("count")]) if hit["count"] else None
        day, used = event_after(text, last) if hit["of"] else (None, 0)
        if day is None and not hit["of"]:
            day = _event_before(text, first)
        if day is None and hit["of"]:
            last -= 1
        if (count, day) == (None, None) and found:
            count, day = found[-1].tree[1:]
        found.append(Match(first, last + used, "anniversary", ("anniversary", count, day)))
    return found


def with_anniversaries(matches: list[Match], anniversaries: list[Match]) -> list[Match]:
    """Both in text order; an anniversary wins over the times that its words hold (`September 11 attacks`)."""
    if not anniversaries:
        return matches
    taken = {place for one in anniversaries for place in range(one.first, one.last)}
    kept = [one for one in matches if taken.isdisjoint(range(one.first, one.last))]
    return sorted([*kept, *anniversaries])


def _count(words: list[str]) -> int | None:
    total = 0
    for text in words:
        word = word_of(text)
        digits = "".join(
            c for c in (word.value if word.letter != _L["ordinalday"] else word.text) if c.isdecimal()
        )
        total += int(digits) if digits else 0
    return total or None


@cache
def _events() -> dict[tuple[str, ...], str]:
    return {_plain(row["event"]): row["day"] for row in load("dated_events")}


def _plain(text: str) -> tuple[str, ...]:
    words = (word.lower().replace("’s", "").replace("'s", "") for word in _WORDS.findall(text))
    return tuple(_SAME.get(word, word) for word in words if word and word not in _SKIPPED)


def event_after(text: Text, last: int) -> tuple[str | None, int]:
    """The longest name of a dated event that begins right after `of`, and how many words it takes."""
    events = _events()
    best: tuple[str | None, int] = (None, 0)
    for many in range(1, _LONGEST + 1):
        at = last + many - 1
        if at >= len(text.words) or text.classes[at] in (_L["break"], _L["paren"]):
            break
        day = events.get(_plain("".join(text.words[last : last + many])))
        if (
            day is not None
            and _plain(text.words[at])
            and text.classes[at] not in (_L["comma"], _L["dot"], _L["dash"])
        ):
            best = day, many
    return best


def _event_before(text: Text, first: int) -> str | None:
    """`the Korean War armistice's 70th anniversary`: the name stands before."""
    events = _events()
    for many in range(_LONGEST, 0, -1):
        if first >= many:
            day = events.get(_plain("".join(text.words[first - many : first])))
            if day is not None:
                return day
    return None
