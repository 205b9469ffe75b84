"""Fillers of one role -> groups of fillers that speak of one thing, one report once in each."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from secondsource.comparison.fillers import Filler
from secondsource.comparison.values import Fit, fits
from secondsource.model import Time

JOINING = ("same", "left finer", "right finer", "alike")


class Group(NamedTuple):
    """Fillers held to speak of one thing, in the order of the claims."""

    fillers: tuple[Filler, ...]


def match_fillers(
    fillers: Sequence[Filler], fit: Callable[[Filler, Filler], Fit | None] = fits
) -> tuple[Group, ...]:
    """Groups, best fits first joined; a filler that fits none stands alone. Order is that of the fillers."""
    pairs = []
    for left in range(len(fillers)):
        for right in range(left + 1, len(fillers)):
            found = fit(fillers[left], fillers[right])
            if found is None or found.how not in JOINING:
                continue
            if fillers[left].report != fillers[right].report or _nested(fillers[left], fillers[right], found):
                # What two reports say of one thing goes before what one report says twice.
                own = 0.5 if fillers[left].report == fillers[right].report else 0.0
                pairs.append((own - found.strength, left, right))
    group_of = list(range(len(fillers)))
    members = {number: [number] for number in group_of}
    for _, left, right in sorted(pairs):
        ours, theirs = sorted((group_of[left], group_of[right]))
        if ours == theirs or not all(
            _fits_beside(fillers[one], fillers[other], fit)
            for one in members[ours]
            for other in members[theirs]
        ):
            continue
        for number in members[theirs]:
            group_of[number] = ours
        members[ours] += members.pop(theirs)
    return tuple(Group(tuple(fillers[one] for one in sorted(group))) for _, group in sorted(members.items()))


def _fits_beside(one: Filler, other: Filler, fit: Callable[[Filler, Filler], Fit | None]) -> bool:
    found = fit(one, other)
    if found is None or found.how not in JOINING:
        return False
    return one.report != other.report or _nested(one, other, found)


def _nested(one: Filler, other: Filler, fit: Fit) -> bool:
    """Whether one report says one thing twice, once more exactly: in July and on the 27th."""
    if fit.how == "alike":
        return False
    dated = isinstance(one.value, Time) and isinstance(other.value, Time)
    weapons = all((filler.entity or "").startswith("weapon/") for filler in (one, other))
    return dated or weapons
