"""Times that stay open and an inferred publication -> the days that they may mean, ranked, never chosen."""

from collections import Counter

from msgspec.structs import replace

from secondsource.mentions.times import find_times
from secondsource.model import Mention, Published, Report, Time
from secondsource.model.calendar import read_day, written_day

_MOST_DAYS = 90
_MOST_READINGS = 5


def rank_open_times(report: Report, times: tuple[Mention, ...], published: Published) -> tuple[Mention, ...]:
    """The mentions, each open time with what it would mean on the likely days of publication.

    `alternatives` hold up to five values with the share of those days that give them; days of a better
    ranked interval count for more. Without an interval whose year is known nothing changes.
    """
    weights = _likely_days(published)
    if published.status != "inferred" or not weights:
        return times
    wanted = {mention.span for mention in times if isinstance(mention.value, Time) and mention.value.open}
    counted: dict[tuple[int, int], Counter[str]] = {(span.start, span.end): Counter() for span in wanted}
    for day, weight in weights:
        known = replace(report, published=Published(written_day(day), "given"))
        for mention in find_times(known)[0]:
            place = mention.span.start, mention.span.end
            if place in counted and isinstance(mention.value, Time) and not mention.value.open:
                counted[place][str(mention.value)] += weight
    return tuple(_ranked(mention, counted.get((mention.span.start, mention.span.end))) for mention in times)


def _likely_days(published: Published) -> list[tuple[int, int]]:
    """Days of the intervals whose year is known, better ranked ones with more weight."""
    days: dict[int, int] = {}
    known = [one for one in published.intervals if "XXXX" not in one]
    for rank, interval in enumerate(known):
        begin, _, end = interval.partition("/")
        for day in range(read_day(begin), read_day(end or begin) + 1):
            days.setdefault(day, len(known) - rank)
    return sorted(days.items())[:_MOST_DAYS]


def _ranked(mention: Mention, counts: Counter[str] | None) -> Mention:
    if not counts or not isinstance(mention.value, Time):
        return mention
    whole = sum(counts.values())
    order = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_MOST_READINGS]
    alternatives = tuple((value, round(count / whole, 3)) for value, count in order)
    return replace(mention, value=replace(mention.value, alternatives=alternatives))
