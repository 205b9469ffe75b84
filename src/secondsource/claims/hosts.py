"""Claims of one report -> which of them happened inside another: an order given during a visit.

A type names its hosts in the column `within` of the event types, and how a comparison calls it there in
the column `part`.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from secondsource.claims.assembly import Draft
from secondsource.claims.meanings import ancestry
from secondsource.claims.roles import carrier_of
from secondsource.knowledge import load
from secondsource.model import Claim, Sentence

# How many sentences after a visit an order still belongs to it when nothing else says when.
REACH = 6


def find_hosts(
    claims: Sequence[Claim], drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """The claims, each with the claim inside which it happened, if any."""
    order = {sentence.id: number for number, sentence in enumerate(sentences)}
    # Where each host was last spoken of: what is told of a parade over several sentences belongs to it.
    spoken = {claim.id: order[claim.sentence] for claim in claims}
    placed: list[Claim] = []
    pairs = list(zip(claims, drafts, strict=True))
    near: list[int] = []
    for number, (claim, draft) in enumerate(pairs):
        here = order[claim.sentence]
        near = [one for one in near if spoken[pairs[one][0].id] >= here - REACH]
        # A host may stand after its part in the same sentence: "gave orders during a visit".
        ahead = number + 1
        while ahead < len(pairs) and pairs[ahead][0].sentence == claim.sentence:
            ahead += 1
        hosts = [
            (abs(spoken[other.id] - here), -one, other)
            for one in (*near, *range(number + 1, ahead))
            for other, their in [pairs[one]]
            if _hosts(other, their, claim, draft, here - spoken[other.id])
        ]
        near.append(number)
        nearest = min(hosts, key=lambda one: one[:2])[2] if hosts else None
        if nearest is not None:
            spoken[nearest.id] = max(spoken[nearest.id], here)
        placed.append(msgspec.structs.replace(claim, part_of=nearest.id if nearest else None))
    return tuple(placed)


def _hosts(host: Claim, theirs: Draft, claim: Claim, ours: Draft, distance: int) -> bool:
    wanted, stands_alone = _within().get(claim.type, ((), True))
    if (
        host.id == claim.id
        or not set(ancestry(host.type)) & set(wanted)
        or set(ancestry(claim.type)) & {host.type}
    ):
        return False
    if host.headline or claim.headline or host.factuality not in ("happened", "ongoing", claim.factuality):
        return False
    if host.sentence == claim.sentence:
        return _hangs_on(ours, theirs) or (
            not stands_alone and _same_actor(host, theirs, claim, ours) is not False
        )
    if not 0 < distance <= REACH or (claim.time and claim.time != host.time):
        return False
    same = _same_actor(host, theirs, claim, ours)
    if same is None and not claim.mentions_in("actor"):
        return distance <= 2 and ours.foreground
    return same is True and not stands_alone


def _hangs_on(ours: Draft, theirs: Draft) -> bool:
    """True when our action stands below theirs in the sentence's tree, or beside it."""
    if ours.at is None or theirs.at is None:
        return False
    sentence = ours.sentence
    carrier = carrier_of(sentence, theirs.at)
    below = {*sentence.subtree(theirs.at), *(sentence.subtree(carrier) if carrier is not None else ())}
    if ours.at in below:
        return True
    head = sentence.tokens[ours.at].head
    return sentence.tokens[ours.at].deprel == "conj" and head == theirs.at


def _same_actor(host: Claim, theirs: Draft, claim: Claim, ours: Draft) -> bool | None:
    """True or False when both name an actor, None when one of them does not."""
    mine, its = set(claim.mentions_in("actor")), set(host.mentions_in("actor"))
    if not mine or not its:
        return None
    return bool(_entities(ours, mine) & _entities(theirs, its))


def _entities(draft: Draft, ids: set[str]) -> set[str]:
    return {draft.names.get(one, one) for one in ids}


@cache
def _within() -> dict[str, tuple[tuple[str, ...], bool]]:
    """Type -> the types that may host it, and whether it is rather an event of its own beside them."""
    return {
        row["id"]: (
            tuple(filter(None, row["within"].split("|"))),
            row["event"] == "yes" and row["part"] not in ("order", "observed"),
        )
        for row in load("event_types")
    }
