"""An operator tree and its anchors -> an extent in the calendar, or None where nothing anchors it."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from secondsource.mentions.times.extents import (
    DAYPARTS,
    Extent,
    months_from,
    nth_unit,
    part_of,
    season_of,
    shifted,
    stretch,
    unit_around,
)
from secondsource.mentions.times.named_days import day_named
from secondsource.mentions.times.trees import Tree
from secondsource.model.calendar import civil, day_number, month_length, read_day, unit_bounds, weekday


class Anchors(NamedTuple):
    """What a time can be counted from.

    `published` is the day number of publication; `then` the last date told; `tense` is -1 past, 0 not
    shown, 1 future, 2 surely future; `from_then` says that bare months and days continue the story, not the news;
    `quarter` is the last quarter told, for "a year earlier" and "the quarter" in reports of results.
    """

    published: int | None = None
    then: Extent | None = None
    tense: int = 0
    from_then: bool = False
    quarter: Extent | None = None

    @property
    def told(self) -> int | None:
        """The day to count from: of the last date told when the text is a story, else of publication."""
        if self.then is not None and (self.from_then or self.published is None):
            return self.then.middle
        return self.published


def resolve(tree: Tree, anchors: Anchors) -> Extent | None:
    """Where the tree lies; None when it is a length, a set, or has no anchor here."""
    return _RULES[tree[0]](tree, anchors) if tree[0] in _RULES else None


def _date(tree: Tree, anchors: Anchors) -> Extent | None:
    year, month, day = tree[1:4]
    if month is not None and not 1 <= month <= 12:
        return None
    if year is None:
        return _undated_year(month, day, tree[4] if len(tree) > 4 else None, anchors)
    if day is not None and not 1 <= day <= month_length(year, month):
        return None
    return stretch(*unit_bounds(year, month, day), "day" if day else "month" if month else "year")


def _undated_year(month: int | None, day: int | None, name: int | None, anchors: Anchors) -> Extent | None:
    base = anchors.told
    if base is None:
        return None
    if month is None:
        return _day_of_month(day or 1, base, anchors.tense)
    if day is not None and not 1 <= day <= month_length(2000, month):
        return None
    year = civil(base)[0]
    candidates = [
        stretch(*unit_bounds(one, month, day), "day" if day else "month", anchor="publication")
        for one in (year - 1, year, year + 1)
        if day is None or day <= month_length(one, month)
    ]
    if name is not None:
        fitting = [one for one in candidates if weekday(one.begin or 0) == name]
        candidates = fitting or candidates
    if anchors.from_then and anchors.then is not None:
        return _continuing(candidates, anchors.then)
    return min(candidates, key=lambda one: _distance(one, base, anchors.tense))


_AHEAD_COSTS, _AGAINST_TENSE = 60, 200


def _distance(one: Extent, base: int, tense: int) -> int:
    """Days from publication, dearer ahead than behind, and dearer against the tense of the clause."""
    begin, end = one.begin or 0, one.end or 0
    if begin <= base <= end:
        return 0 if tense >= 0 or begin + 5 <= base else _AGAINST_TENSE // 2
    if begin > base:
        return begin - base + (_AGAINST_TENSE if tense < 0 else 0 if tense > 0 else _AHEAD_COSTS)
    return base - end + (_AGAINST_TENSE if tense > 0 else 0)


def _continuing(candidates: list[Extent], then: Extent) -> Extent:
    """The candidate that carries a story on: in the year told, else from four months back to eight ahead."""
    begin = then.begin if then.begin is not None else then.end or 0
    if then.grain == "year":
        same = [
            one for one in candidates if one.begin is not None and begin <= one.begin <= (then.end or begin)
        ]
        if same:
            return same[0]._replace(anchor="last date told")
    ahead = [one for one in candidates if begin - 122 <= (one.begin or 0) < begin + 245]
    return (ahead[0] if ahead else _nearest(candidates, begin + 60))._replace(anchor="last date told")


def _nearest(candidates: list[Extent], day: int) -> Extent:
    return min(candidates, key=lambda one: abs(((one.begin or 0) + (one.end or 0)) // 2 - day))


def _day_of_month(day: int, base: int, tense: int) -> Extent | None:
    year, month, of_month = civil(base)
    step = 0 if day == of_month or (day < of_month) == (tense <= 0) else (1 if tense > 0 else -1)
    total = year * 12 + month - 1 + step
    year, month = total // 12, total % 12 + 1
    if not 1 <= day <= month_length(year, month):
        return None
    number = day_number(year, month, day)
    return stretch(number, number, anchor="publication")


def _weekday(tree: Tree, anchors: Anchors) -> Extent | None:
    base, then = anchors.published, anchors.then
    if anchors.from_then and then is not None and then.grain == "day":
        base = then.begin if base is None or abs(base - (then.begin or base)) > 45 else base
    if base is None:
        return None
    back = (weekday(base) - tree[1]) % 7
    day = base + (7 - back) % 7 if anchors.tense > 1 else base - back
    return stretch(day, day, anchor="publication")


def _day(tree: Tree, anchors: Anchors) -> Extent | None:
    if anchors.published is None:
        return None
    return stretch(anchors.published + tree[1], anchors.published + tree[1], anchor="publication")


_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "the": 0, "same": 0}


def _unit(tree: Tree, anchors: Anchors) -> Extent | None:
    direction, unit = tree[1], tree[2]
    if unit == "quarter" and direction in ("the", "last"):
        if anchors.quarter is not None:
            return anchors.quarter
        if anchors.published is not None and direction == "the":
            return unit_around("quarter", anchors.published - 60)
    told = direction in ("previous", "following", "same") or (anchors.from_then and direction != "this")
    if direction in ("same", "previous", "following") and anchors.then is None:
        return None
    base = anchors.then.middle if told and anchors.then is not None else anchors.published
    if base is None:
        return None
    step = _STEP[direction]
    if unit == "weekend" and direction in ("the", "this", "last"):
        step = 0 if direction != "last" and weekday(base) >= 6 or anchors.tense > 0 else -1
    found = unit_around(unit, shifted(base, step, unit))
    anchor = "last date told" if told and anchors.then is not None else "publication"
    return None if found is None else found._replace(anchor=anchor)


def _directed(tree: Tree, anchors: Anchors) -> Extent | None:
    """Last, next, this... over a weekday, month or season."""
    direction, inner = tree
    told = direction in ("previous", "following", "same") and anchors.then is not None
    base = anchors.then.middle if told and anchors.then is not None else anchors.published
    if base is None:
        return None
    if inner[0] == "weekday":
        back = (weekday(base) - inner[1]) % 7
        if direction in ("last", "previous"):
            day = base - (back or 7)
        elif direction in ("next", "following"):
            day = base + ((7 - back) % 7 or 7)
        elif direction == "this":
            day = base - weekday(base) + inner[1] if anchors.tense == 0 else base + (7 - back) % 7
            day = base - back if anchors.tense < 0 else day
        else:
            day = base - back
        return stretch(day, day, anchor="publication")
    if inner[0] in ("date", "season"):
        year = civil(base)[0]
        made = [_placed(inner, one) for one in (year - 2, year - 1, year, year + 1, year + 2)]
        candidates = [one for one in made if one is not None]
        if direction in ("last", "previous"):
            fitting = [one for one in candidates if (one.end or 0) < base][-1:]
        elif direction in ("next", "following"):
            fitting = [one for one in candidates if (one.begin or 0) > base][:1]
        else:
            fitting = [one for one in candidates if one == _placed(inner, year)]
        return fitting[0]._replace(anchor="publication") if fitting else None
    return resolve(inner, anchors)


def _placed(tree: Tree, year: int) -> Extent | None:
    if tree[0] == "season":
        return season_of(year, tree[1])
    month, day = tree[2], tree[3]
    if day is not None and day > month_length(year, month):
        return None
    return stretch(*unit_bounds(year, month, day), "day" if day else "month")


def _season(tree: Tree, anchors: Anchors) -> Extent | None:
    base = anchors.told
    if base is None:
        return None
    year = civil(base)[0]
    candidates = [season_of(one, tree[1]) for one in (year - 1, year, year + 1)]
    if anchors.from_then and anchors.then is not None:
        return _continuing(candidates, anchors.then)
    if anchors.tense > 0:
        return next(one for one in candidates if (one.end or 0) >= base)
    return [one for one in candidates if (one.begin or 0) <= base][-1]


def _within(tree: Tree, anchors: Anchors) -> Extent | None:
    """March of last year, the summer of 1998."""
    outer = resolve(tree[2], anchors)
    if outer is None or outer.begin is None:
        return None
    return _placed(tree[1], civil(outer.begin)[0])


def _part(tree: Tree, anchors: Anchors) -> Extent | None:
    inner = resolve(tree[2], anchors)
    return None if inner is None else part_of(inner, tree[1])


def _daypart(tree: Tree, anchors: Anchors) -> Extent | None:
    if tree[2] is None:
        return None
    day = resolve(tree[2], anchors)
    if day is None or day.begin is None or day.begin != day.end:
        return day
    low, high = DAYPARTS[tree[1]]
    grain = "morning" if tree[1] == "early" else tree[1]
    return day._replace(grain=grain, from_minute=low, to_minute=high)


def _overnight(tree: Tree, anchors: Anchors) -> Extent | None:
    day = resolve(tree[1], anchors)
    if day is None or day.begin is None:
        return None
    first = day.begin - 1 if tree[1] == ("day", 0) else day.begin
    return stretch(first, first + 1)._replace(
        grain="night", from_minute=1080, to_minute=540, anchor=day.anchor
    )


def _clock(tree: Tree, anchors: Anchors) -> Extent | None:
    day = resolve(tree[3] or ("day", 0), anchors)
    if day is None or day.begin is None or day.begin != day.end:
        return None
    hour, minute = tree[1].split(":")
    at = int(hour) * 60 + int(minute)
    grain = "hour" if minute == "00" else "minute"
    return day._replace(grain=grain, from_minute=at, to_minute=at, zone=zone_of(tree[2], day.begin))


def _quarter(tree: Tree, anchors: Anchors) -> Extent | None:
    """The third quarter: of this year, or of the year before when it has not come yet."""
    base = anchors.told if anchors.from_then else anchors.published
    if base is None:
        return None
    found = nth_unit(unit_around("year", base) or stretch(base, base), int(tree[1]), tree[2])
    if found is not None and anchors.tense <= 0 and (found.begin or 0) > base:
        found = nth_unit(unit_around("year", shifted(base, -1, "year")) or found, int(tree[1]), tree[2])
    return None if found is None else found._replace(anchor="publication")


def zone_of(name: str | None, day: int) -> str | None:
    """`+09:00` of a zone's name on a day; a zone that only says "local" stays open."""
    if name is None or name == "local":
        return None
    if "/" not in name:
        return name
    year, month, of_month = civil(day)
    try:
        offset = datetime(year, month, of_month, 12, tzinfo=ZoneInfo(name)).strftime("%z")
    except (ValueError, OSError, LookupError):
        return None
    return f"{offset[:3]}:{offset[3:5]}"


def _nth(tree: Tree, anchors: Anchors) -> Extent | None:
    if tree[2] in ("quarter", "half") and tree[3] == ("unit", "the", "year") and tree[1].isdecimal():
        return _quarter(tree, anchors)
    outer = resolve(tree[3], anchors)
    if outer is None:
        return None
    nth = tree[1]
    number = -1 if nth in ("last", "-1") else int("".join(ch for ch in nth if ch.isdecimal()) or 1)
    found = nth_unit(outer, number, tree[2])
    return None if found is None else found._replace(anchor=outer.anchor)


def _unit_of(tree: Tree, anchors: Anchors) -> Extent | None:
    """The week of July 3."""
    outer = resolve(tree[2], anchors)
    return None if outer is None or outer.begin is None else unit_around(tree[1], outer.begin)


def _year_ago(tree: Tree, anchors: Anchors) -> Extent | None:
    if anchors.quarter is not None and anchors.quarter.begin is not None:
        return unit_around(tree[1], shifted(anchors.quarter.begin, -1, "year"))
    if anchors.published is None:
        return None
    return unit_around(tree[1], shifted(anchors.published - 60, -1, "year"))


_AMOUNT = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def moved(day: int, length: str, sign: int) -> int | None:
    """The day an ISO duration away; None when its length is not told."""
    match = _AMOUNT.match(length)
    if match is None:
        return None
    if match[1]:
        hours = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}[match[3]] * float(match[2])
        return day + sign * round(hours / 24)
    amount = float(match[2])
    if amount > 100_000:
        return None
    if amount != int(amount) and match[3] == "Y":
        return shifted(day, sign * round(amount * 12), "month")
    return shifted(day, sign * round(amount), _UNITS[match[3]])


def _move(tree: Tree, anchors: Anchors) -> Extent | None:
    """Three days ago, a week later."""
    sign, length, unit, anchor, hedge = tree[1:]
    if (sign, length) == ("-", "P1Y") and anchors.quarter is not None and hedge is None:
        return _year_ago(("year ago", "quarter"), anchors)
    base = anchors.published
    if anchor == "event":
        return None
    if anchor[:1].isdigit():
        base = read_day(anchor)
    if anchor == "then":
        if anchors.then is not None:
            base = anchors.then.end if sign == "+" else anchors.then.begin
        elif sign == "+":
            return None
    day = None if base is None else moved(base, length, 1 if sign == "+" else -1)
    if day is None:
        return None
    if hedge == "more" and anchor == "now":
        return Extent(None, None, day, day, "day", qualifier="before", anchor="publication", kind="interval")
    if unit in ("decade", "century"):
        unit = "year"
    fine = unit in ("hour", "minute", "second")
    found = unit_around("day" if fine else unit, day)
    about = "about" if unit not in ("day", "hour", "minute", "second") or hedge else ""
    name = "last date told" if anchor == "then" and anchors.then is not None else "publication"
    return None if found is None else found._replace(qualifier=about, anchor=name)


def _shift(tree: Tree, anchors: Anchors) -> Extent | None:
    """The day after tomorrow, the week before."""
    many, unit = tree[1], tree[2]
    if tree[3] == "then":
        base = anchors.then.middle if anchors.then is not None else anchors.published
    else:
        inner = resolve(tree[3], anchors)
        base = None if inner is None else inner.middle
    return None if base is None else unit_around(unit, shifted(base, many, unit))


# How far "recent days" and the like reach at most; fuzzy, and never shown as a date.
_FUZZY = {"PXD": "P10D", "PXW": "P28D", "PXM": "P6M", "PXY": "P5Y"}


def _reference(tree: Tree, anchors: Anchors) -> Extent | None:
    """Recently: some time in the ninety days before publication."""
    if anchors.published is None or tree[1] not in ("recent", "now"):
        return None
    first = anchors.published - (90 if tree[1] == "recent" else 0)
    return stretch(first, anchors.published, "day", "about", "publication")._replace(kind="reference")


def _run(tree: Tree, anchors: Anchors) -> Extent | None:
    """For a third straight day: three days that end with the day told, else with publication."""
    base = anchors.then.end if anchors.then is not None and anchors.then.grain == "day" else anchors.published
    if base is None or tree[2] not in _UNITS.values():
        return None
    begin = shifted(base, 1 - tree[1], tree[2])
    return stretch(begin, base, tree[2])._replace(kind="interval", anchor="publication")


def _named(tree: Tree, anchors: Anchors) -> Extent | None:
    """Thanksgiving: of the year told, else the nearest by tense."""
    when, year = tree[2], tree[3]
    base = anchors.told
    if year is None and base is None:
        return None
    years = [year] if year is not None else [civil(base or 0)[0] + step for step in (-1, 0, 1)]
    days = [day for one in years if (day := day_named(when, one)) is not None]
    if not days:
        return None
    candidates = [stretch(day, day, anchor="calendar") for day in days]
    if anchors.from_then and anchors.then is not None:
        return _continuing(candidates, anchors.then)
    return min(candidates, key=lambda one: _distance(one, base or 0, anchors.tense))


def _past(tree: Tree, anchors: Anchors) -> Extent | None:
    if anchors.published is None:
        return None
    vague = _FUZZY.get(tree[1])
    far = moved(anchors.published, vague or tree[1], -1 if tree[0] == "past" else 1)
    if far is None:
        return None
    first, last = (far, anchors.published) if tree[0] == "past" else (anchors.published + 1, far)
    if vague is not None:
        return stretch(first, last, "day", "about", "publication")._replace(kind="reference")
    return stretch(first, last, anchor="publication")._replace(kind="interval")


def _decade(tree: Tree, anchors: Anchors) -> Extent | None:
    span = {"decade": 1, "century": 100, "millennium": 1000}[tree[0]]
    first = tree[1] * span
    length = {"decade": 10, "century": 100, "millennium": 1000}[tree[0]]
    return stretch(day_number(first), day_number(first + length) - 1, tree[0])


def _first(tree: Tree, anchors: Anchors) -> Extent | None:
    """The first two weeks of May."""
    outer = resolve(tree[3], anchors)
    if outer is None or outer.begin is None or outer.end is None:
        return None
    if tree[1] in ("last", "-1"):
        begin = moved(outer.end + 1, tree[2], -1)
        return None if begin is None else stretch(begin, outer.end)._replace(kind="interval")
    end = moved(outer.begin, tree[2], 1)
    return None if end is None else stretch(outer.begin, end - 1)._replace(kind="interval")


def _fiscal(tree: Tree, anchors: Anchors) -> Extent | None:
    inner = resolve(tree[1], anchors)
    return None if inner is None else inner._replace(note="the fiscal year is taken as the calendar year")


def _either(tree: Tree, anchors: Anchors) -> Extent | None:
    return resolve(tree[1], anchors)


def _between(tree: Tree, anchors: Anchors) -> Extent | None:
    """Two ends that are read together: the first is the last such day before the second, or the other way."""
    first, last = resolve(tree[1], anchors), resolve(tree[2], anchors)
    if first is None or last is None or first.begin is None or last.end is None:
        return None
    if first.begin > last.end and _head(tree[1]) == "weekday":
        behind = -(-(first.begin - last.end) // 7) * 7
        first = stretch(first.begin - behind, first.begin - behind)
    if first.begin is None or first.begin > last.end:
        return None
    grain = last.grain if last.grain == first.grain else "day"
    loose = first.grain not in ("day", "minute") or last.grain not in ("day", "minute")
    begin_latest, end_earliest = (first.end, last.begin) if loose else (first.begin, last.end)
    return Extent(
        first.begin, begin_latest, end_earliest, last.end, grain, first.from_minute, last.to_minute, last.zone,
        anchor=first.anchor or last.anchor, kind="interval",
    )  # fmt: skip


def _anniversary(tree: Tree, anchors: Anchors) -> Extent | None:
    if tree[2] is None:
        return None
    year, month, day = civil(read_day(tree[2]))
    if tree[1] is None:
        found = _undated_year(month, day, None, anchors._replace(tense=0, from_then=False))
        return None if found is None else found._replace(anchor=tree[2])
    at = day_number(year + tree[1], month, min(day, month_length(year + tree[1], month)))
    return stretch(at, at, anchor=tree[2])


def _head(tree: Tree) -> str:
    return _head(tree[1]) if tree[0] in ("last", "this", "next") else str(tree[0])


def _since(tree: Tree, anchors: Anchors) -> Extent | None:
    inner = resolve(tree[1], anchors)
    if inner is None:
        return None
    latest = inner.begin if inner.grain in ("day", "week", "minute") else inner.end
    end = anchors.published if not anchors.from_then else None
    if end is not None and inner.begin is not None and end < inner.begin:
        end = None
    return Extent(
        inner.begin, latest, end, end, inner.grain, inner.from_minute, anchor=inner.anchor, kind="interval"
    )


def _until(tree: Tree, anchors: Anchors) -> Extent | None:
    inner = resolve(tree[1], anchors)
    if inner is None:
        return None
    earliest = inner.begin if tree[0] == "until" and inner.grain not in ("day", "minute") else inner.end
    last = inner.begin - 1 if tree[0] == "before" and inner.begin is not None else inner.end
    if tree[0] == "before":
        earliest = last
    qualifier = {"by": "before", "before": "before"}.get(tree[0], "")
    return Extent(
        None,
        None,
        earliest,
        last,
        inner.grain,
        None,
        inner.to_minute,
        inner.zone,
        qualifier,
        inner.anchor,
        "interval",
    )


def _after(tree: Tree, anchors: Anchors) -> Extent | None:
    inner = resolve(tree[1], anchors)
    if inner is None or inner.end is None:
        return None
    return Extent(
        inner.end, None, None, None, inner.grain, qualifier="after", anchor=inner.anchor, kind="interval"
    )


def _last_day(tree: Tree, anchors: Anchors) -> Extent | None:
    inner = resolve(tree[1], anchors)
    return None if inner is None or inner.end is None else stretch(inner.end, inner.end, anchor=inner.anchor)


def _later(tree: Tree, anchors: Anchors) -> Extent | None:
    """Later in the same month: after the last date told, or after publication, to the month's end."""
    inner = resolve(tree[1], anchors)
    if inner is None or inner.begin is None or inner.end is None:
        return None
    since = anchors.published
    if inner.anchor == "last date told" and anchors.then is not None:
        if anchors.then.grain != "day":
            return inner
        since = anchors.then.end
    if since is None or not inner.begin <= since <= inner.end:
        return inner
    if tree[0] == "later":
        return inner._replace(begin=since, begin_latest=since, qualifier="late")
    return inner._replace(end=since, end_earliest=since, qualifier="early")


_RULES: dict[str, Callable[[Tree, Anchors], Extent | None]] = {
    "date": _date, "weekday": _weekday, "day": _day, "unit": _unit, "season": _season, "within": _within,
    "last": _directed, "previous": _directed, "next": _directed, "following": _directed, "this": _directed,
    "same": _directed, "part": _part, "daypart": _daypart, "overnight": _overnight, "clock": _clock, "nth": _nth,
    "unit of": _unit_of, "year ago": _year_ago, "move": _move, "shift": _shift, "past": _past, "coming": _past,
    "decade": _decade, "century": _decade, "millennium": _decade, "first": _first, "fiscal": _fiscal,
    "either": _either, "between": _between, "since": _since, "until": _until, "by": _until, "before": _until,
    "after": _after, "anniversary": _anniversary, "later": _later, "earlier": _later, "last day": _last_day, "reference": _reference, "run": _run, "named": _named,
}  # fmt: skip
__all__ = ["Anchors", "months_from", "moved", "resolve"]
