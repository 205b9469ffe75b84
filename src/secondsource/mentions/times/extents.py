"""Stretches of days: units around a day, shifts by units, parts of a stretch."""

from functools import lru_cache
from typing import NamedTuple

from secondsource.model.calendar import civil, day_number, month_length, unit_bounds, weekday

Bound = int | None


class Extent(NamedTuple):
    """Four bounds as day numbers (None: open), and for times of day the minutes of begin and end."""

    begin: Bound
    begin_latest: Bound
    end_earliest: Bound
    end: Bound
    grain: str = "day"
    from_minute: int | None = None
    to_minute: int | None = None
    zone: str | None = None
    qualifier: str = ""
    anchor: str = ""
    kind: str = "point"
    note: str = ""

    @property
    def middle(self) -> int | None:
        """A day inside it, for counting from."""
        return self.begin if self.begin is not None else self.end


def stretch(first: int, last: int, grain: str = "day", qualifier: str = "", anchor: str = "") -> Extent:
    """The extent from one day to another, both certain."""
    return Extent(first, first, last, last, grain, qualifier=qualifier, anchor=anchor)


SEASONS = {"SP": (3, "spring"), "SU": (6, "summer"), "FA": (9, "autumn"), "WI": (12, "winter")}
DAYPARTS = {
    "early": (0, 5 * 60 + 59), "morning": (360, 719), "midday": (660, 839), "afternoon": (720, 1079),
    "evening": (1080, 1439), "night": (1080, 1439), "daytime": (360, 1079),
}  # fmt: skip


@lru_cache(maxsize=65536)
def unit_around(unit: str, day: int) -> Extent | None:
    """The day, week (Monday to Sunday), month, quarter... that holds this day."""
    year, month, _ = civil(day)
    if unit == "day":
        return stretch(day, day)
    if unit == "week":
        monday = day - weekday(day) + 1
        return stretch(monday, monday + 6, "week")
    if unit == "fortnight":
        monday = day - weekday(day) - 6
        return stretch(monday, monday + 13, "week")
    if unit == "weekend":
        monday = day - weekday(day) + 1
        return stretch(monday + 5, monday + 6, "weekend")
    if unit == "month":
        return stretch(*unit_bounds(year, month), "month")
    if unit == "quarter":
        return months_from(year, (month - 1) // 3 * 3 + 1, 3, "quarter")
    if unit == "half":
        return months_from(year, 1 if month < 7 else 7, 6, "half")
    if unit == "year":
        return stretch(*unit_bounds(year), "year")
    span = {"decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if span is None:
        return None
    first = year // span * span
    if year <= 0:  # before the common era they count down: the 470s BC, the 5th century BC (500 to 401 BC)
        first = -((1 - year) // 10 * 10) - 8 if span == 10 else 1 - (span - year) // span * span
    return stretch(day_number(first), day_number(first + span) - 1, unit)


def months_from(year: int, month: int, many: int, grain: str) -> Extent:
    """So many months from the first of this one."""
    after = month - 1 + many
    return stretch(day_number(year, month), day_number(year + after // 12, after % 12 + 1) - 1, grain)


@lru_cache(maxsize=65536)
def shifted(day: int, many: int, unit: str) -> int:
    """The day so many units away; the end of a shorter month is kept inside it."""
    if unit == "day":
        return day + many
    if unit in ("week", "weekend", "fortnight"):
        return day + many * (14 if unit == "fortnight" else 7)
    months = {
        "month": 1,
        "quarter": 3,
        "half": 6,
        "year": 12,
        "decade": 120,
        "century": 1200,
        "millennium": 12000,
    }
    if unit not in months:
        return day
    year, month, of_month = civil(day)
    total = year * 12 + month - 1 + many * months[unit]
    year, month = total // 12, total % 12 + 1
    return day_number(year, month, min(of_month, month_length(year, month)))


def season_of(year: int, name: str, south: bool = False) -> Extent:
    """The three months of a season; the one that begins in December runs into the next year."""
    month, grain = SEASONS[name]
    return months_from(year, (month + 5) % 12 + 1 if south else month, 3, grain)


# Months from the begin of a unit to the begin of its middle and of its late part.
_MONTHS_OF_PARTS = {
    "quarter": (1, 2), "spring": (1, 2), "summer": (1, 2), "autumn": (1, 2), "winter": (1, 2), "half": (2, 4),
    "year": (4, 8), "decade": (48, 84), "century": (400, 800),
}  # fmt: skip


def part_of(extent: Extent, edge: str) -> Extent:
    """Early, mid or late of an extent: thirds, in whole months where it has some, of a month tens of days."""
    if extent.begin is None or extent.end is None:
        return extent
    first, last = extent.begin, extent.end
    length = last - first + 1
    if length == 1:
        return _part_of_day(extent, edge)
    third = 10 if 28 <= length <= 31 else max(1, length // 3)
    second_part, third_part = first + third, first + 2 * third
    if extent.grain in _MONTHS_OF_PARTS:
        second_part, third_part = (shifted(first, many, "month") for many in _MONTHS_OF_PARTS[extent.grain])
    if edge in ("early", "start"):
        last = second_part - 1
    elif edge == "mid":
        first, last = second_part, third_part - 1
    elif edge in ("late", "end"):
        first = third_part
    return extent._replace(begin=first, begin_latest=first, end_earliest=last, end=last, qualifier=edge)


def _part_of_day(extent: Extent, edge: str) -> Extent:
    low, high = extent.from_minute, extent.to_minute
    if low is None or high is None:
        return extent._replace(qualifier=edge)
    if edge == "early" and extent.grain == "morning":
        return extent._replace(from_minute=0, to_minute=540, qualifier=edge)
    third = (high - low + 1) // 3
    if edge == "early":
        high = low + third - 1
    elif edge == "mid":
        low, high = low + third, low + 2 * third - 1
    elif edge == "late":
        low = high - third + 1
    return extent._replace(from_minute=low, to_minute=high, qualifier=edge)


_DIVISIBLE = ("month", "decade", "century", "millennium")


def _share_of(outer: Extent, nth: int, parts: int) -> Extent | None:
    """The second half of July, of the 1950s, of a century: whole days, of more than a month whole months."""
    first, end = outer.begin or 0, (outer.end or 0) + 1
    nth = parts if nth < 0 else nth
    if not 1 <= nth <= parts:
        return None
    if outer.grain == "month":
        days = -(-(end - first - (end - first) % 2) // parts)
        last = end - 1 if nth == parts else first + nth * days - 1
        return stretch(first + (nth - 1) * days, last, "day")._replace(kind="interval")
    months = {"decade": 120, "century": 1200, "millennium": 12000}[outer.grain] // parts
    begin = shifted(first, (nth - 1) * months, "month")
    return stretch(begin, shifted(first, nth * months, "month") - 1, "year")._replace(kind="interval")


def nth_unit(outer: Extent, nth: int, unit: str) -> Extent | None:
    """The first week of May, the third quarter of 1998; -1 is the last. None when there is no such part."""
    if outer.begin is None or outer.end is None:
        return None
    if unit == "week":
        start = outer.begin + 7 * (nth - 1) if nth > 0 else outer.end - 6
        found: Extent | None = stretch(start, start + 6, "week")
    elif unit.startswith("weekday"):
        number = int(unit[7:])
        first = outer.begin + (number - weekday(outer.begin)) % 7
        last = outer.end - (weekday(outer.end) - number) % 7
        found = stretch(*(2 * ((first + 7 * (nth - 1)) if nth > 0 else last,)))
    elif unit == "weekend":
        first = outer.begin + (6 - weekday(outer.begin)) % 7
        last = outer.end - (weekday(outer.end) - 6) % 7
        start = first + 7 * (nth - 1) if nth > 0 else last
        found = stretch(start, start + 1, "weekend")
    elif unit in ("half", "quarter") and outer.grain in _DIVISIBLE:
        return _share_of(outer, nth, 2 if unit == "half" else 4)
    else:
        start = shifted(outer.begin, nth - 1, unit) if nth > 0 else outer.end
        found = unit_around(unit, start)
    if found is None or found.begin is None or not outer.begin <= found.begin <= outer.end:
        return None
    return found
