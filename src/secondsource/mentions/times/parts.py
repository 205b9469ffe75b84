"""Units, their parts, parts of the day and times of the clock -> where they lie."""

from secondsource.mentions.times.anchors import Anchors, Resolve
from secondsource.mentions.times.counted import moved
from secondsource.mentions.times.countries import fiscal_years, zone_in
from secondsource.mentions.times.extents import (
    DAYPARTS,
    Extent,
    months_from,
    nth_unit,
    part_of,
    shifted,
    stretch,
    unit_around,
)
from secondsource.mentions.times.trees import Tree
from secondsource.model.calendar import civil, weekday

_STEP = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "the": 0, "same": 0}


def unit(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    direction, unit = tree[1], tree[2]
    if unit == "quarter" and direction in ("the", "last", "same"):
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


def part(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    inner = lies(tree[2], anchors)
    return None if inner is None else part_of(inner, tree[1])


def daypart(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    if tree[2] is None:
        return None
    day = lies(tree[2], anchors)
    if day is None or day.begin is None or day.begin != day.end:
        return day
    low, high = DAYPARTS[tree[1]]
    grain = "morning" if tree[1] == "early" else tree[1]
    return day._replace(grain=grain, from_minute=low, to_minute=high)


def overnight(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    day = lies(tree[1], anchors)
    if day is None or day.begin is None:
        return None
    first = day.begin - 1 if tree[1] == ("day", 0) else day.begin
    return stretch(first, first + 1)._replace(
        grain="night", from_minute=1080, to_minute=540, anchor=day.anchor
    )


def clock(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    day = lies(tree[3] or ("day", 0), anchors)
    if day is None or day.begin is None or day.begin != day.end:
        return None
    hour, minute = tree[1].split(":")
    at = int(hour) * 60 + int(minute)
    grain = "hour" if minute == "00" and not tree[1].startswith(("00", "12")) else "minute"
    return day._replace(
        grain=grain, from_minute=at, to_minute=at, zone=zone_of(tree[2], day.begin, anchors.country)
    )


def zoned(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Saturday morning Korean time."""
    inner = lies(tree[2], anchors)
    if inner is None or inner.begin is None:
        return inner
    return inner._replace(zone=zone_of(tree[1], inner.begin, anchors.country))


def zone_of(name: str | None, day: int, country: str = "") -> str | None:
    """`+09:00` of a zone's name on a day; local time is that of the country told of, where it has but one."""
    if name == "local":
        name = zone_in(country)
    if name is None:
        return None
    if "/" not in name:
        return name
    from zoneinfo import ZoneInfo  # slow to load, and seldom needed

    year, month, of_month = civil(day)
    from datetime import datetime

    try:
        offset = datetime(year, month, of_month, 12, tzinfo=ZoneInfo(name)).strftime("%z")
    except (ValueError, OSError, LookupError):
        return None
    return f"{offset[:3]}:{offset[3:5]}"


def _quarter(tree: Tree, anchors: Anchors) -> Extent | None:
    """The third quarter: of this year, or of the year before when it has not come yet."""
    base = anchors.told if anchors.from_then else anchors.published
    if base is None:
        return None
    found = nth_unit(unit_around("year", base) or stretch(base, base), int(tree[1]), tree[2])
    if found is not None and anchors.tense <= 0 and (found.begin or 0) > base:
        found = nth_unit(unit_around("year", shifted(base, -1, "year")) or found, int(tree[1]), tree[2])
    return None if found is None else found._replace(anchor="publication")


def nth(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    if tree[2] in ("quarter", "half") and tree[3] == ("unit", "the", "year") and tree[1].isdecimal():
        return _quarter(tree, anchors)
    if tree[3][0] == "fiscal":
        return lies(("fiscal", (*tree[:3], tree[3][1])), anchors)
    outer = lies(tree[3], anchors)
    if outer is None:
        return None
    nth = tree[1]
    number = -1 if nth in ("last", "-1") else int("".join(ch for ch in nth if ch.isdecimal()) or 1)
    found = nth_unit(outer, number, tree[2])
    return None if found is None else found._replace(anchor=outer.anchor, note=outer.note)


def unit_of(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """The week of July 3."""
    outer = lies(tree[2], anchors)
    return None if outer is None or outer.begin is None else unit_around(tree[1], outer.begin)


def year_ago(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    if anchors.quarter is not None and anchors.quarter.begin is not None:
        return unit_around(tree[1], shifted(anchors.quarter.begin, -1, "year"))
    if anchors.published is None:
        return None
    return unit_around(tree[1], shifted(anchors.published - 60, -1, "year"))


def first_of(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """The first two weeks of May."""
    outer = lies(tree[3], anchors)
    if outer is None or outer.begin is None or outer.end is None:
        return None
    if tree[1] in ("last", "-1"):
        begin = moved(outer.end + 1, tree[2], -1)
        return None if begin is None else stretch(begin, outer.end)._replace(kind="interval")
    end = moved(outer.begin, tree[2], 1)
    return None if end is None else stretch(outer.begin, end - 1)._replace(kind="interval")


def fiscal(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """The second quarter of fiscal year 2023: by the calendar of the government told of, else by none."""
    known = fiscal_years().get(anchors.country)
    inner = tree[1]
    if known is None:
        return _some_fiscal(tree, anchors, lies)
    month, ends = known
    year = _fiscal_year(inner[3] if inner[0] == "nth" else inner, month, ends, anchors)
    if year is None:
        return None
    first = months_from(year - (ends and month > 1), month, 12, "year")
    whose = f"the fiscal year of the government of {anchors.country}"
    if inner[0] == "nth":
        many = 3 if inner[2] == "quarter" else 6
        begin = shifted(first.begin or 0, many * (int(inner[1]) - 1), "month")
        first = stretch(begin, shifted(begin, many, "month") - 1, inner[2])
    return first._replace(anchor=whose, kind="interval")


def _fiscal_year(tree: Tree, month: int, ends: bool, anchors: Anchors) -> int | None:
    """The number of the fiscal year: told, or that of the day of publication, moved by last or next."""
    if tree[0] == "date":
        return int(tree[1])
    if anchors.published is None:
        return None
    year, of_year, _ = civil(anchors.published)
    begun = year if of_year >= month else year - 1
    return begun + (ends and month > 1) + _STEP.get(tree[1], 0)


def _some_fiscal(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Of nobody known: it begins from nine months before to six months after the calendar's."""
    inner = lies(tree[1], anchors)
    if inner is None or inner.begin is None or inner.end is None:
        return inner
    return inner._replace(
        begin=shifted(inner.begin, -9, "month"),
        begin_latest=shifted(inner.begin, 6, "month"),
        end_earliest=shifted(inner.end + 1, -9, "month") - 1,
        end=shifted(inner.end + 1, 6, "month") - 1,
        note="whose fiscal year it is is not told, so it may begin up to nine months sooner or six later",
        kind="interval",
    )


def either(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    return lies(tree[1], anchors)
