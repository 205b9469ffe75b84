"""Resolved times -> what is wrong with them: wrong weekdays, days in no calendar, clocks that part."""

from collections.abc import Sequence

from secondsource.mentions.times.found import Found
from secondsource.mentions.times.matches import Text
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER
from secondsource.model.calendar import month_length, weekday, written_day, written_year
from secondsource.model.timeviews import zone_minutes

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wrong_weekday(found: Found) -> str | None:
    """`Saturday, 27 July 2023` was a Thursday: what is wrong, when the weekday does not fit the date."""
    tree, extent = found.tree, found.extent
    if tree[0] != "date" or len(tree) < 5 or extent is None or extent.begin is None:
        return None
    true = weekday(extent.begin)
    return None if true == tree[4] else f"{written_day(extent.begin)} is a {_DAYS[true - 1]}"


def not_in_calendar(tree: Tree) -> bool:
    """Whether the tree names a day that no month has, such as 30 February."""
    if tree[0] == "date":
        year, month, day = tree[1:4]
        if month is None or day is None:
            return day is not None and not 1 <= day <= 31
        return not 1 <= month <= 12 or not 1 <= day <= month_length(2000 if year is None else year, month)
    return any(isinstance(part, tuple) and not_in_calendar(part) for part in tree[1:])


def ends_before_it_begins(tree: Tree) -> bool:
    """`from 5 May 2023 to 3 May 2023`: both ends have their year, and the second is the earlier."""
    if tree[0] != "between" or tree[1][0] != "date" or tree[2][0] != "date":
        return False
    first, last = (one[1:4] for one in tree[1:])
    if first[0] is None or last[0] is None:
        return False
    return tuple(one or 0 for one in first) > tuple(one or 99 for one in last)


def contradictions(text: Text, found: Sequence[Found]) -> dict[int, str]:
    """Times told twice, the second in brackets, that part: by index of the second, what is wrong."""
    wrong = {}
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        if text.classes[one.match.last : other.match.first] != LETTER["paren"]:
            continue
        message = _years_part(text, one, other) or _clocks_part(one, other)
        if message is not None:
            wrong[index] = message
    return wrong


def _years_part(text: Text, one: Found, other: Found) -> str | None:
    """Juche 112 (2022)"""
    words = text.classes[one.match.first : one.match.last]
    if LETTER["juche"] not in words or one.tree[0] != "date" or other.tree[0] != "date":
        return None
    if one.tree[1] == other.tree[1] or other.tree[1] is None:
        return None
    return f"the Juche year told before it is {written_year(one.tree[1])}"


def _clocks_part(one: Found, other: Found) -> str | None:
    """3:00 a.m. Korean time (1900 GMT)"""
    if one.tree[0] != "clock" or other.tree[0] != "clock" or other.tree[2] != "Z":
        return None
    here, there = (int(each.tree[1][:2]) * 60 + int(each.tree[1][3:]) for each in (one, other))
    zone = None if one.extent is None else one.extent.zone
    if zone is not None and (here - zone_minutes(zone) - there) % 1440:
        return f"the time told before it is {_clock((here - zone_minutes(zone)) % 1440)} GMT"
    if zone is None and (here - there) % 15:
        return "no time zone lies between the two clocks"
    return None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
