"""Intervals -> the stretch of days worth drawing, and where its ticks stand."""

from collections.abc import Sequence
from typing import NamedTuple

from secondsource.export.dossier.dates import MONTHS, Interval
from secondsource.model.calendar import civil, day_number

# Happenings further apart than this are drawn on their own, or listed: a war of long ago flattens a week.
_GAP = 400
_MOST_TICKS = 7


class Scale(NamedTuple):
    """First and last day drawn."""

    first: int
    last: int

    def at(self, day: int) -> float:
        """Where the beginning of a day stands, 0 to 100, cut at the edges."""
        return min(max((day - self.first) * 100 / (self.last + 1 - self.first), 0.0), 100.0)

    def touches(self, days: Interval) -> bool:
        """Whether any of these days is drawn."""
        return (days.first is None or days.first <= self.last) and (
            days.last is None or days.last >= self.first
        )


def scale_of(intervals: Sequence[Interval]) -> Scale | None:
    """The days around the largest group of intervals that lie near each other; None when no side is known."""
    bounded = [_bounded(one) for one in intervals]
    close = sorted(one for one in bounded if one[1] - one[0] <= 2 * _GAP) or sorted(bounded)
    if not close:
        return None
    groups: list[list[tuple[int, int]]] = []
    for one in close:
        if groups and one[0] - max(last for _, last in groups[-1]) <= _GAP:
            groups[-1].append(one)
        else:
            groups.append([one])
    most = max(groups, key=lambda group: (len(group), group[0][0]))
    first, last = most[0][0], max(end for _, end in most)
    margin = max((last - first + 1) // 12, 1)
    return Scale(first - margin, last + margin)


def ticks_of(scale: Scale) -> list[tuple[int, str]]:
    """Day numbers and their labels: days, weeks, months or years, whichever gives a handful."""
    width = scale.last - scale.first + 1
    for step in (1, 2, 7, 14):
        if width / step <= _MOST_TICKS:
            starts = range(scale.first + (-scale.first) % step, scale.last + 1, step)
            return [(day, _day_label(day)) for day in starts]
    first, last = civil(scale.first), civil(scale.last)
    months = range(first[0] * 12 + first[1], last[0] * 12 + last[1])
    for step in (1, 2, 3, 6):
        if len(months) / step <= _MOST_TICKS:
            return [
                (day_number(one // 12, one % 12 + 1), _month_label(one, len(months) > 12))
                for one in months
                if one % step == 0
            ]
    step = 1
    while (last[0] - first[0]) / step > _MOST_TICKS:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return [(day_number(year), str(year)) for year in range(first[0] + 1, last[0] + 1) if year % step == 0]


def _bounded(interval: Interval) -> tuple[int, int]:
    first = interval.first if interval.first is not None else interval.last
    last = interval.last if interval.last is not None else interval.first
    return (first or 0, last or 0)


def _day_label(day: int) -> str:
    _, month, number = civil(day)
    return f"{number} {MONTHS[month - 1][:3]}"


def _month_label(months: int, years: bool) -> str:
    name = MONTHS[months % 12][:3]
    return f"{name} {months // 12}" if years or months % 12 == 0 else name
