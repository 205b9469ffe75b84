"""An open expression and days -> what each says of the other: the day of publication, or of the event.

`weekday(4)` of an event known to be on 2023-08-03 was written on that day or in the six after it; a report of
2023-08-07 means 2023-08-03 by it. Days are day numbers (see calendar); None where nothing follows.
"""

import re

from secondsource.model.calendar import civil, day_number, month_length, unit_bounds, weekday

Days = tuple[int, int]
# A bare month or month and day is told without its year for about half a year.
_HALF_YEAR = 183
_WRAPPED = re.compile(r"(?:daypart|part|clock)\((?:[^,()]*,)+(.+)\)$")
_OVER = re.compile(r"between\((\w+\([^()]*\)),(\w+\([^()]*\))\)$")
_WEEKDAY = re.compile(r"weekday\((\d)\)$")
_LAST_WEEKDAY = re.compile(r"last\(weekday\((\d)\)\)$")
_DAY = re.compile(r"day\((-?\d+)\)$")
_UNIT = re.compile(r"unit\((this|last|next),(week|month|year)\)$")
_DATE = re.compile(r"date\(XXXX-(\d\d)(?:-(\d\d))?\)$")
_STEPS = {"this": 0, "last": -1, "next": 1}


def published_when(expression: str, event: Days, ahead: bool = False) -> Days | None:
    """First and last day on which an event of these days is told so; `ahead` when it is told as planned."""
    expression = _core(expression)
    if (over := _OVER.match(expression)) is not None:
        return published_when(over[2], event, ahead)
    if (found := _WEEKDAY.match(expression)) is not None:
        days = _weekdays(int(found[1]), event)
        return days and ((days[0] - 6, days[1]) if ahead else (days[0], days[1] + 6))
    if (found := _LAST_WEEKDAY.match(expression)) is not None:
        days = _weekdays(int(found[1]), event)
        return days and (days[0] + 1, days[1] + 13)
    if (found := _DAY.match(expression)) is not None:
        return event[0] - int(found[1]), event[1] - int(found[1])
    if (found := _UNIT.match(expression)) is not None:
        step = -_STEPS[found[1]]
        return _unit(found[2], event[0], step)[0], _unit(found[2], event[1], step)[1]
    if (found := _DATE.match(expression)) is not None:
        days = _dated(int(found[1]), int(found[2]) if found[2] else None, event)
        return days and ((days[0] - _HALF_YEAR, days[1]) if ahead else (days[0], days[1] + _HALF_YEAR))
    return None


def happened_when(expression: str, published: Days, ahead: bool = False) -> Days | None:
    """First and last day that the expression may mean in a report published on one of these days."""
    expression = _core(expression)
    first, last = published
    if (over := _OVER.match(expression)) is not None:
        end = happened_when(over[2], published, ahead)
        begin = end and happened_when(over[1], (end[0] - 6, end[1]))
        return begin and end and (begin[0], end[1])
    if (found := _WEEKDAY.match(expression)) is not None:
        return _weekdays(int(found[1]), (first, last + 6) if ahead else (first - 6, last))
    if (found := _LAST_WEEKDAY.match(expression)) is not None:
        return _weekdays(int(found[1]), (first - 13, last - 1))
    if (found := _DAY.match(expression)) is not None:
        return first + int(found[1]), last + int(found[1])
    if (found := _UNIT.match(expression)) is not None:
        step = _STEPS[found[1]]
        return _unit(found[2], first, step)[0], _unit(found[2], last, step)[1]
    if (found := _DATE.match(expression)) is not None:
        reach = (first, last + _HALF_YEAR) if ahead else (first - _HALF_YEAR, last)
        return _dated(int(found[1]), int(found[2]) if found[2] else None, reach)
    return None


def _core(expression: str) -> str:
    """The day inside a part of it: `daypart(morning,weekday(4))` is of `weekday(4)`."""
    while (inner := _WRAPPED.match(expression)) is not None:
        expression = inner[1]
    return expression


def _weekdays(number: int, days: Days) -> Days | None:
    """The first and the last such weekday among the days."""
    first = days[0] + (number - weekday(days[0])) % 7
    last = days[1] - (weekday(days[1]) - number) % 7
    return (first, last) if first <= last else None


def _unit(unit: str, day: int, step: int) -> Days:
    """The week, month or year so many steps from that of a day."""
    if unit == "week":
        monday = day - weekday(day) + 1 + 7 * step
        return monday, monday + 6
    year, month, _ = civil(day)
    if unit == "year":
        return unit_bounds(year + step)
    months = year * 12 + month - 1 + step
    return unit_bounds(months // 12, months % 12 + 1)


def _dated(month: int, day: int | None, days: Days) -> Days | None:
    """The days of this month, or the day of this month, that lie among the days."""
    found = []
    for year in range(civil(days[0])[0], civil(days[1])[0] + 1):
        if day is not None and not 1 <= day <= month_length(year, month):
            continue
        first, last = (day_number(year, month, day),) * 2 if day else unit_bounds(year, month)
        if first <= days[1] and days[0] <= last:
            found.append((max(first, days[0]), min(last, days[1])))
    return (found[0][0], found[-1][1]) if found else None
