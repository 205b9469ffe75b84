"""Pairs with their points, and judgements -> groups of claims that are of one event.

Groups are joined best link first, when no pair between them is vetoed and the mean of all pairs is enough: a
chain of single links joins nothing. What a person judged always wins.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from secondsource.events.reasons import points, total
from secondsource.model import Judgement, Reason

VETO = -10.0


class Groups(NamedTuple):
    """Claims in groups, and for each claim that was joined the pair and the reasons that joined it."""

    members: tuple[tuple[str, ...], ...]
    joined_by: tuple[tuple[str, str], ...]


def group_claims(
    claims: Sequence[str],
    weighed: Mapping[tuple[str, str], tuple[Reason, ...]],
    judgements: Iterable[Judgement] = (),
    told_once: Iterable[tuple[str, str]] = (),
) -> Groups:
    """Groups in the order of their first claim. `weighed` holds reasons by (earlier, later) claim.

    `told_once` are pairs that the same words tell, which several claim together.
    """
    place = {claim: number for number, claim in enumerate(claims)}
    score = {pair: total(reasons) for pair, reasons in weighed.items()}
    parted = set[tuple[str, str]]()
    apart: set[tuple[str, str]] = {pair for pair, points_ in score.items() if points_ <= VETO}
    together: list[tuple[str, str]] = []
    for judgement in judgements:
        if len(judgement.about) != 2 or not set(judgement.about) <= place.keys():
            continue
        one, other = sorted(judgement.about, key=place.__getitem__)
        if judgement.decision == "same":
            together.append((one, other))
            apart.discard((one, other))
        elif judgement.decision == "not same":
            apart.add((one, other))
            parted.add((one, other))
    group_of = {claim: claim for claim in claims}
    members = {claim: [claim] for claim in claims}
    joined: list[tuple[str, str]] = []

    def join(pair: tuple[str, str]) -> None:
        kept, gone = sorted((group_of[pair[0]], group_of[pair[1]]), key=place.__getitem__)
        for claim in members[gone]:
            group_of[claim] = kept
        members[kept] += members.pop(gone)
        joined.append(pair)

    for pair in (*together, *(pair for pair in told_once if _ordered(*pair, place) not in parted)):
        if group_of[pair[0]] != group_of[pair[1]]:
            join(pair)
    enough, mean = points()["link"], points()["mean"]
    links = sorted(
        (pair for pair in score if score[pair] >= enough),
        key=lambda pair: (-score[pair], place[pair[0]], place[pair[1]]),
    )
    for pair in links:
        left, right = group_of[pair[0]], group_of[pair[1]]
        if left == right:
            continue
        between = [_ordered(one, other, place) for one in members[left] for other in members[right]]
        if any(one in apart for one in between):
            continue
        if sum(score.get(one, 0.0) for one in between) / len(between) >= mean:
            join(pair)
    groups = [tuple(sorted(group, key=place.__getitem__)) for group in members.values()]
    return Groups(tuple(sorted(groups, key=lambda group: place[group[0]])), tuple(joined))


def _ordered(one: str, other: str, place: Mapping[str, int]) -> tuple[str, str]:
    return (one, other) if place[one] < place[other] else (other, one)
