"""Fillers of one role -> groups of fillers that speak of one thing, one report once in each."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from secondsource.comparison.fillers import Filler
from secondsource.comparison.values import Fit, fits

JOINING = ("same", "left finer", "right finer", "alike")


class Group(NamedTuple):
    """Fillers held to speak of one thing, in the order of the reports."""

    fillers: tuple[Filler, ...]


def match_fillers(
    fillers: Sequence[Filler], fit: Callable[[Filler, Filler], Fit | None] = fits
) -> tuple[Group, ...]:
    """Groups, best fits first joined; a filler that fits none stands alone. Order is that of the fillers."""
    pairs = []
    for left in range(len(fillers)):
        for right in range(left + 1, len(fillers)):
            if fillers[left].report != fillers[right].report:
                found = fit(fillers[left], fillers[right])
                if found is not None and found.how in JOINING:
                    pairs.append((-found.strength, left, right))
    group_of = list(range(len(fillers)))
    members = {number: [number] for number in group_of}
    for _, left, right in sorted(pairs):
        ours, theirs = sorted((group_of[left], group_of[right]))
        if ours == theirs or _reports(fillers, members[ours]) & _reports(fillers, members[theirs]):
            continue
        if any(
            (between := fit(fillers[one], fillers[other])) is None or between.how not in JOINING
            for one in members[ours]
            for other in members[theirs]
        ):
            continue
        for number in members[theirs]:
            group_of[number] = ours
        members[ours] += members.pop(theirs)
    return tuple(Group(tuple(fillers[one] for one in sorted(group))) for _, group in sorted(members.items()))


def _reports(fillers: Sequence[Filler], numbers: Sequence[int]) -> set[str]:
    return {fillers[number].report for number in numbers}
