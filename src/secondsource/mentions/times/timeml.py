"""Text -> TIMEX3 as TimeML 1.2.1 draws them: ranges apart, `since` and `until` left out."""

import re
from typing import NamedTuple

from secondsource.mentions.times.matches import Match, Text, cut
from secondsource.mentions.times.phrases import single_matches
from secondsource.mentions.times.values import time_of
from secondsource.mentions.times.walk import resolve_matches
from secondsource.mentions.times.words import LETTER
from secondsource.model import Time


class Timex(NamedTuple):
    """Characters `[start, end)` with TIMEX3's type and value."""

    start: int
    end: int
    type: str
    value: str


def find_timexes(text: str, published: int | None) -> list[Timex]:
    """The TIMEX3 view of a text that was published on this day (a day number, see model.calendar)."""
    return [Timex(start, end, *time.timex) for start, end, time in timed(text, published)]


def timed(text: str, published: int | None) -> list[tuple[int, int, Time]]:
    """Characters and value of every time that TimeML would draw."""
    whole = cut(text)
    found = []
    matches = [part for match in single_matches(whole) for part in apart(whole, match)]
    for one in resolve_matches(whole, matches, published):
        start, end = whole.place(one.match)
        if one.match.cut is not None:
            start, end = start + one.match.cut[0], start + one.match.cut[1]
        time = time_of(one.tree, one.extent, one.match.rule, "")
        found.append((start, end, time))
    return found


_DIVIDED = frozenset(("year_range", "day_range", "era_year"))
_DASH = re.compile(r"[-–/]")


def apart(text: Text, match: Match) -> list[Match]:
    """The two ends of a range that one match holds: `1861-1865`, `July 24-26`, `499 to 493 BC`."""
    if match.rule not in _DIVIDED or match.tree[0] != "between":
        return [match]
    start, end = text.place(match)
    words = "".join(text.words[match.first : match.last])
    middle = _DASH.search(words)
    if middle is None:
        connector = next(
            (i for i in range(match.first, match.last) if text.classes[i] in (LETTER["to"], LETTER["and"])),
            None,
        )
        if connector is None:
            return [match]
        first = (0, len("".join(text.words[match.first : connector]).rstrip()))
        second = (text.offsets[connector + 1] - start, end - start)
    else:
        first, second = (0, middle.start()), (middle.end(), end - start)
    return [match._replace(tree=match.tree[1], cut=first), match._replace(tree=match.tree[2], cut=second)]
