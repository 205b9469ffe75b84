"""Readings, stories, derivations, judgements -> events: the whole path from claims to events on one page."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from secondsource.events.attached import answered_by, attach, host_groups, host_of
from secondsource.events.candidates import candidate_pairs
from secondsource.events.clusters import group_claims
from secondsource.events.elsewhere import answered_elsewhere
from secondsource.events.placing import place_of_event, time_of_event
from secondsource.events.reasons import total, weigh
from secondsource.events.referring import told_views
from secondsource.events.status import status_of
from secondsource.events.titles import title_of
from secondsource.events.view import View
from secondsource.knowledge.event_tree import ancestry, makes_event, part_of_host
from secondsource.model import (
    Claim,
    Derivation,
    Event,
    Judgement,
    Link,
    Note,
    Quantity,
    Reading,
    Reason,
    Story,
    Voices,
)
from secondsource.model.index import Index, index_of

_TELLING = ("actor", "place", "time", "recipient", "attendee", "occasion")


def link_events(
    readings: Sequence[Reading],
    stories: Sequence[Story],
    derivations: Sequence[Derivation],
    judgements: Sequence[Judgement] = (),
) -> tuple[tuple[Event, ...], tuple[Note, ...]]:
    """Events, the weightiest first; lineage counts their voices. Every claim is in one at most."""
    index = index_of(readings)
    claims = sorted(index.claims.values(), key=lambda claim: (*index.place_of(claim), claim.id))
    views = told_views(claims, index)
    story_of = {report: story.id for story in stories for report in story.reports}
    answered = answered_by(claims, index)
    judged = {id for judgement in judgements for id in judgement.about}
    own = [claim for claim in claims if claim.id in judged or _may_stand_alone(claim, index)]
    copied = {one.report: one.origin for one in derivations if one.how in ("copy", "edited copy")}
    passages = {(one.report, one.origin): one for one in derivations if one.passages}
    weighed: dict[tuple[str, str], tuple[Reason, ...]] = {}
    for left, right in candidate_pairs([views[claim.id] for claim in own], story_of):
        reasons = weigh(left, right, passages)
        if reasons:
            weighed[left.claim.id, right.claim.id] = reasons
    # Talks told only as part of a visit are of the visit; talks that another report tells alone are an event.
    standing = tuple(
        group
        for group in group_claims([claim.id for claim in own], weighed, judgements, _told_once(own)).members
        if any(claim in judged or host_of(index.claims[claim], index) is None for claim in group)
    )
    inside = host_groups(standing, views, index, story_of)
    group_of = {
        claim: standing[inside.get(number, number)][0]
        for number, group in enumerate(standing)
        for claim in group
    }
    joined: dict[str, list[Claim]] = defaultdict(list)
    for number, host in inside.items():
        joined[standing[host][0]] += [index.claims[claim] for claim in standing[number]]
    answered = answered_elsewhere(claims, index, views, story_of, group_of) | answered
    for claim, first in attach(claims, index, group_of, answered).items():
        joined[first].append(index.claims[claim])
    events = [
        _event(group, joined[group[0]], weighed, views, index, story_of)
        for number, group in enumerate(standing)
        if number not in inside and _stands(group, joined[group[0]], index, copied)
    ]
    order = {story.id: number for number, story in enumerate(stories)}
    events.sort(key=lambda event: (order.get(event.story, 0), -_weight(event, index), event.id))
    return tuple(events), ()


def _told_once(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """Pairs of claims whose action is the same words: two who accuse together speak of one deed."""
    first: dict[tuple[str, str], str] = {}
    pairs = [(first.setdefault((claim.action, claim.type), claim.id), claim.id) for claim in claims]
    return [pair for pair in pairs if pair[0] != pair[1]]


def _may_stand_alone(claim: Claim, index: Index) -> bool:
    """Whether a claim may be of an event of its own, though its report tells it as part of another."""
    kind = makes_event(claim.type)
    if host_of(claim, index) is None:
        return kind != "no"
    return kind == "yes" and part_of_host(claim.type) == "act"


def _stands(group: Sequence[str], joined: Sequence[Claim], index: Index, copied: Mapping[str, str]) -> bool:
    """Whether a group is an event: not what is done as a rule or only imagined, nor a bare noun in passing.

    A type that is too vague alone makes an event when several reports tell it that are no copies.
    """
    own = [index.claims[id] for id in group]
    if all(claim.factuality in ("background", "hypothetical") for claim in own):
        return False
    passing = len(own) == 1 and not joined and not own[0].foreground and not own[0].time
    if passing and not {"actor", "recipient", "time", "target"} & {role.name for role in own[0].roles}:
        return False
    if not any(_tells(claim, index) for claim in (*own, *joined)):
        return False
    kinds = {makes_event(claim.type) for claim in own}
    told = {index.report_of(id) for id in (*group, *(claim.id for claim in joined))}
    reports = {copied.get(report, report) for report in told}
    return "yes" in kinds or (len(reports) > 1 and "shared" in kinds)


def _tells(claim: Claim, index: Index) -> bool:
    """Whether a claim tells who, where, when, or what in particular: "a deal was signed" does not."""
    if claim.time or any(role.name in _TELLING for role in claim.roles):
        return True
    return any(
        mention.entity or isinstance(mention.value, Quantity)
        for role in claim.roles
        if (mention := index.mentions.get(role.mention)) is not None
    )


def _event(
    group: Sequence[str],
    joined: Sequence[Claim],
    weighed: dict[tuple[str, str], tuple[Reason, ...]],
    views: dict[str, View],
    index: Index,
    story_of: dict[str, str],
) -> Event:
    own = [index.claims[id] for id in group]
    members = sorted((*own, *joined), key=lambda claim: (*index.place_of(claim), claim.id))
    told = [views[id] for id in group]
    standing = [view for view in told if view.claim.factuality != "denied"] or told
    type = _type_of([view.claim for view in standing])
    report = index.report_of(group[0])
    action = index.mentions.get(own[0].action)
    identity = f"{report} {own[0].type} {action.span.start if action else own[0].id}"
    return Event(
        id=f"e-{sha256(identity.encode()).hexdigest()[:8]}",
        type=type,
        title=title_of(standing, type),
        claims=tuple(claim.id for claim in members),
        status=status_of(members, index, own),
        voices=Voices(0, 0),
        story=story_of.get(report, ""),
        time=time_of_event(standing),
        place=place_of_event(standing),
        links=_links(group, weighed),
        foreground=any(claim.foreground for claim in own),
    )


def _type_of(claims: Sequence[Claim]) -> str:
    """The finest type that holds for more than half of the claims of the commonest root.

    Two claims of a visit, two of a tour and one of guidance given on it are a visit.
    """
    holds = Counter(kind for claim in claims for kind in ancestry(claim.type))
    roots = {ancestry(claim.type)[-1] for claim in claims}
    root = min(roots, key=lambda type: (-holds[type], type))
    likely = [kind for kind in holds if ancestry(kind)[-1] == root and 2 * holds[kind] > holds[root]]
    return min(likely, key=lambda type: (-len(ancestry(type)), -holds[type], type))


def _links(group: Sequence[str], weighed: dict[tuple[str, str], tuple[Reason, ...]]) -> tuple[Link, ...]:
    """The best link of each claim to one before it, so that every claim's membership has its reasons."""
    links = []
    for number, claim in enumerate(group):
        before = [(one, weighed[one, claim]) for one in group[:number] if (one, claim) in weighed]
        if before:
            best = max(before, key=lambda pair: total(pair[1]))
            links.append(Link(best[0], claim, best[1]))
    return tuple(links)


def _weight(event: Event, index: Index) -> float:
    """How much of the story an event is: reports, headlines, early and plain telling, claims."""
    claims = [index.claims[id] for id in event.claims]
    reports = {index.report_of(id) for id in event.claims}
    early = sum(1 / (1 + index.place_of(claim)[1] / 400) for claim in claims)
    headlines = sum(claim.headline for claim in claims)
    return 3 * len(reports) + 2 * headlines + 2 * event.foreground + early + 0.3 * len(claims)
