"""A time's notation -> day numbers for drawing, and words for reading."""

from typing import NamedTuple

from secondsource.model import Time
from secondsource.model.calendar import civil, month_length, read_day

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


class Interval(NamedTuple):
    """First and last day number that something may have touched; None where nothing bounds it."""

    first: int | None
    last: int | None


def interval_of(notation: str | None) -> Interval | None:
    """The days of a Time's notation; None when it is not told, open, a duration, or not readable."""
    if not notation:
        return None
    try:
        time = Time.parse(notation)
        first = read_day(time.begin_earliest) if time.begin_earliest else None
        last = read_day(time.end_latest) if time.end_latest else None
    except ValueError:
        return None
    if time.open or (first is None and last is None):
        return None
    return Interval(first, last)


def spoken_day(number: int) -> str:
    """`3 August 2023`."""
    year, month, day = civil(number)
    return f"{day} {MONTHS[month - 1]} {_year(year)}"


def spoken(interval: Interval) -> str:
    """`3 to 5 August 2023`, `July 2023`, `2021`, `from 3 August 2023`: never finer than the days given."""
    if interval.first is None or interval.last is None:
        bound, word = (interval.last, "until") if interval.first is None else (interval.first, "from")
        return f"{word} {spoken_day(bound)}" if bound is not None else "not dated"
    begin, end = civil(interval.first), civil(interval.last)
    if begin == end:
        return spoken_day(interval.first)
    whole_months = begin[2] == 1 and end[2] == month_length(end[0], end[1])
    if whole_months and begin[1] == 1 and end[1] == 12:
        return _year(begin[0]) if begin[0] == end[0] else f"{_year(begin[0])} to {_year(end[0])}"
    if whole_months:
        last = f"{MONTHS[end[1] - 1]} {_year(end[0])}"
        if begin[:2] == end[:2]:
            return last
        return f"{MONTHS[begin[1] - 1]}{'' if begin[0] == end[0] else ' ' + _year(begin[0])} to {last}"
    if begin[:2] == end[:2]:
        return f"{begin[2]} to {spoken_day(interval.last)}"
    if begin[0] == end[0]:
        return f"{begin[2]} {MONTHS[begin[1] - 1]} to {spoken_day(interval.last)}"
    return f"{spoken_day(interval.first)} to {spoken_day(interval.last)}"


def spoken_notation(notation: str | None) -> str | None:
    """A Time's notation in words; None when nothing of it can be shown as a date."""
    days = interval_of(notation)
    if days is None:
        return None
    hours = _hours(Time.parse(notation or ""))
    return f"{spoken(days)}, {hours}" if hours and days.first == days.last else spoken(days)


def _hours(time: Time) -> str:
    """`07:10`, `06:00 to 11:59`, `22:10 UTC`: the time of day that is told; nothing when none is."""
    first = (time.begin_earliest or "").partition("T")[2]
    last = (time.end_latest or "").partition("T")[2]
    if not first or not last:
        return ""
    zone = {"Z": " UTC", None: ""}.get(time.zone, f" {time.zone}")
    return (first if first == last else f"{first} to {last}") + zone


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
