"""Claims that make no event of their own -> the event they belong to: parts of a host, denials."""

from collections.abc import Iterable, Mapping, Sequence

from secondsource.model import Claim
from secondsource.model.index import Index

# A part of a part of a part: deeper chains are a sign of a circle.
DEEPEST = 5


def host_of(claim: Claim, index: Index) -> Claim | None:
    """The outermost claim of the report inside which this one happened."""
    host = claim
    for _ in range(DEEPEST):
        if host.part_of is None or host.part_of not in index.claims:
            break
        host = index.claims[host.part_of]
    return host if host.id != claim.id else None


def answered_by(claims: Sequence[Claim], index: Index) -> dict[str, tuple[str, ...]]:
    """Claim -> the claims it answers: those whose chain holds the attribution that its own answers."""
    told_under: dict[str, list[str]] = {}
    for claim in claims:
        for link in claim.attribution:
            told_under.setdefault(link, []).append(claim.id)
    found: dict[str, tuple[str, ...]] = {}
    for claim in claims:
        answered = [link.answers for link in index.chain(claim) if link.answers]
        targets = [one for link in answered for one in told_under.get(link, ()) if one != claim.id]
        if targets:
            found[claim.id] = tuple(dict.fromkeys(targets))
    return found


def attach(
    claims: Iterable[Claim],
    index: Index,
    group_of: Mapping[str, str],
    answered: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """Claim -> the group that it joins, for claims that are in none yet."""
    joined: dict[str, str] = {}
    for claim in claims:
        if claim.id in group_of:
            continue
        host = host_of(claim, index)
        targets = [host.id] if host is not None else []
        targets += answered.get(claim.id, ())
        # What a denial answers may itself be a bare accusation that was joined to its event.
        known = [group_of.get(one) or joined.get(one) for one in targets]
        group = next((one for one in known if one is not None), None)
        if group is not None:
            joined[claim.id] = group
    return joined
