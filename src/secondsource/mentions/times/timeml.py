"""Text -> TIMEX3 as TimeML 1.2.1 draws them: ranges apart, `since` and `until` left out, with type and value."""

from typing import NamedTuple

from secondsource.mentions.times.matches import cut, find_matches
from secondsource.mentions.times.values import time_of
from secondsource.mentions.times.walk import resolve_matches


class Timex(NamedTuple):
    """Characters `[start, end)` with TIMEX3's type and value, and the days that it spans (None: open)."""

    start: int
    end: int
    type: str
    value: str
    days: tuple[int, int] | None
    rule: str


def find_timexes(text: str, published: int | None) -> list[Timex]:
    """The TIMEX3 view of a text that was published on this day (a day number, see model.calendar)."""
    whole = cut(text)
    found = []
    for one in resolve_matches(whole, find_matches(whole), published):
        start, end = whole.place(one.match)
        time = time_of(one.tree, one.extent, one.match.rule, "")
        found.append(Timex(start, end, *time.timex, time.days, one.match.rule))
    return found
