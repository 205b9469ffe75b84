"""Claims that make no event of their own -> the event they belong to: parts of a host, denials."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.events.view import View
from secondsource.knowledge.event_tree import ancestry, hosts_of, part_of_host
from secondsource.model import Claim
from secondsource.model.index import Index

# A part of a part of a part: deeper chains are a sign of a circle.
DEEPEST = 5
# Characters from the telling of a visit to that of an order that may have been given during it.
NEAR = 1200


def host_of(claim: Claim, index: Index) -> Claim | None:
    """The outermost claim of the report inside which this one happened."""
    host = claim
    for _ in range(DEEPEST):
        if host.part_of is None or host.part_of not in index.claims:
            break
        host = index.claims[host.part_of]
    return host if host.id != claim.id else None


def host_groups(
    groups: Sequence[Sequence[str]], views: Mapping[str, View], index: Index, story_of: Mapping[str, str]
) -> dict[int, int]:
    """Group -> the group inside which it happened, for orders and the like that no report places itself.

    The host has the same actor, a type that can hold it, and stands near before it in a report of each.
    """
    found: dict[int, int] = {}
    by_story: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        by_story[story_of.get(views[group[0]].report, "")].append(number)
    for number, group in enumerate(groups):
        told = [views[id] for id in group]
        hosts = hosts_of(told[0].claim.type)
        if part_of_host(told[0].claim.type) == "act" or any(view.times for view in told):
            continue
        distances = [
            (distance, other)
            for other in by_story[story_of.get(told[0].report, "")]
            if other != number and hosts & set(ancestry(views[groups[other][0]].claim.type))
            if (distance := _distance(told, [views[id] for id in groups[other]], index)) is not None
        ]
        if distances:
            found[number] = min(distances)[1]
    return {number: host for number, host in found.items() if host not in found}


def _distance(told: Sequence[View], hosts: Sequence[View], index: Index) -> int | None:
    """Fewest characters from a host claim to a told one, when each report that tells one tells the other."""
    actors = {entity for view in hosts for entity in view.entities.get("actor", ())}
    if not {view.report for view in told} <= {view.report for view in hosts}:
        return None
    gaps = [
        view.action.span.start - host.action.span.end
        for view in told
        for host in hosts
        if view.report == host.report
        and view.action
        and host.action
        and not view.claim.headline
        and not host.claim.headline
        and view.entities.get("actor", frozenset()) & actors
    ]
    near = [gap for gap in gaps if 0 <= gap <= NEAR]
    return min(near) if near else None


def answered_by(claims: Sequence[Claim], index: Index) -> dict[str, tuple[str, ...]]:
    """Claim -> the claims it answers: those whose chain holds the attribution that its own answers."""
    told_under: dict[str, list[str]] = {}
    for claim in claims:
        # What an accusation only presupposes ("the missiles that it fired") is not what a denial answers.
        if claim.foreground:
            for link in claim.attribution:
                told_under.setdefault(link, []).append(claim.id)
    found: dict[str, tuple[str, ...]] = {}
    for claim in claims:
        chain = index.chain(claim)
        # What a denial itself tells of ("denied that it had supplied") goes before what it seems to answer.
        own = [link.id for link in chain if link.answers or link.stance == "denies"]
        answered = [link.answers for link in chain if link.answers]
        targets = [one for link in (*own, *answered) for one in told_under.get(link, ()) if one != claim.id]
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
