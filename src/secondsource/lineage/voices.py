"""Claims of one event -> the voices behind it: how few and how many they can be, who they are, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from secondsource.knowledge.event_tree import part_of_host
from secondsource.knowledge.standing import name_of, states_of
from secondsource.knowledge.words import stopwords, words_of
from secondsource.lineage.affiliation import states_behind
from secondsource.lineage.control import control_of
from secondsource.lineage.credits import own_entity
from secondsource.model import Attribution, Claim, Derivation, Event, Reading, Voice, Voices
from secondsource.model.attribution import Stance
from secondsource.model.index import Index, index_of

_PRESUPPOSING: tuple[Stance, ...] = ("names", "evaluates", "requests")
_DOINGS: tuple[Stance, ...] = ("perceives", "orders", "evaluates", "promises", "requests", "threatens")
AGAINST: tuple[Stance, ...] = ("denies", "declines")
# When one voice has spoken in several ways, the first of these is shown.
_STANCES: tuple[Stance, ...] = (
    "accuses", "asserts", "confirms", "denies", "perceives", "estimates", "believes", "orders", "promises",
    "threatens", "requests", "evaluates", "names", "declines",
)  # fmt: skip


class Saying(NamedTuple):
    """Who stands behind one claim: an entity (None: nobody named), the hand that holds it, how and where."""

    entity: str | None
    hand: str
    words: str
    stance: Stance
    report: str


def add_voices(
    events: Sequence[Event], readings: Sequence[Reading], derivations: Sequence[Derivation]
) -> tuple[Event, ...]:
    """The events with their voices counted."""
    index = index_of(readings)
    return tuple(
        msgspec.structs.replace(event, voices=count_voices(event.claims, index, derivations))
        for event in events
    )


def count_voices(claims: Sequence[str], index: Index, derivations: Sequence[Derivation]) -> Voices:
    """Fewest and most independent voices that stand for an event, with the evidence, a sentence each.

    A report that names no source counts as dependent on a named one for the fewest, as a voice of its own for
    the most. Derived reports, same origins and origins under one control count once. Whoever denies is
    listed, and counts on neither side.
    """
    told = [index.claims[id] for id in claims if id in index.claims]
    parties = frozenset().union(*(_parties(claim, index) for claim in told)) if told else frozenset()
    # An order given on a visit is no source for the visit; of the order itself it is.
    told = [claim for claim in told if not _is_doing(claim, claims, index)] or told
    reports = sorted({index.report_of(claim.id) for claim in told}, key=index.order.__getitem__)
    roots = _roots(reports, derivations)
    sayings = _one_account_a_report([_saying(claim, index) for claim in told])
    named, unnamed, because = _counted(sayings, roots, index)
    least = max(1, len(named)) if named or unnamed else 0
    most = max(least, len(named) + len(unnamed))
    because.extend(_party_sentences(named, parties))
    return Voices(least, most, _listed(sayings, roots, parties), tuple(dict.fromkeys(because)))


def _saying(claim: Claim, index: Index) -> Saying:
    """The innermost source that is named; the stance is that of the innermost link."""
    chain = index.chain(claim)
    report = index.report_of(claim.id)
    # Who names or judges an event presupposes it, and vouches for nothing.
    chain = tuple(link for link in chain if link.stance not in _PRESUPPOSING)
    stance: Stance = chain[-1].stance if chain else "asserts"
    if claim.factuality == "denied" and stance not in AGAINST:
        stance = "denies"
    if stance == "denies" and not claim.foreground and claim.factuality != "denied":
        # What a denial only presupposes is told by the report itself.
        chain, stance = (), "asserts"
    for link in reversed(chain):
        words = _words(link, index)
        if link.source_entity is not None or _is_somebody(link, words):
            entity = link.source_entity
            return Saying(entity, _hand(entity, index, report), words, stance, report)
    # What a state's own agency tells in its own name, the state tells.
    outlet = own_entity(index.readings[report])
    own = outlet if states_of(outlet) else None
    return Saying(own, _hand(own, index, report), "", stance, report)


def _hand(entity: str | None, index: Index, report: str) -> str:
    return control_of(entity, states_behind(entity, index.readings[report])) if entity else ""


def _is_doing(claim: Claim, claims: Sequence[str], index: Index) -> bool:
    """Whether who is named as source only does something inside the event: he notices, orders, praises."""
    chain = index.chain(claim)
    inside = claim.part_of in claims or part_of_host(claim.type) != "act"
    return inside and bool(chain) and chain[-1].stance in _DOINGS


def _is_somebody(link: Attribution, words: str) -> bool:
    """Whether the words of a source without an entity are of people: no pronoun, no picture."""
    if link.medium in ("photo", "video", "document"):
        return False
    return any(word.folded not in stopwords() for word in words_of(words))


def _words(link: Attribution, index: Index) -> str:
    text = index.readings[index.report_of(link.id)].report.text
    return " ".join(" ".join(span.of(text).split()) for span in link.source)


def _one_account_a_report(sayings: Sequence[Saying]) -> list[Saying]:
    """A report that names a source for an event anywhere names it for all it tells of the event."""
    naming = {one.report for one in sayings if (one.entity or one.words) and one.stance not in AGAINST}
    return [
        one
        for one in dict.fromkeys(sayings)
        if one.entity or one.words or one.stance in AGAINST or one.report not in naming
    ]


def _roots(reports: Sequence[str], derivations: Sequence[Derivation]) -> dict[str, tuple[str, str]]:
    """Report -> (the report or agency that it goes back to, how); only what is more than a quotation."""
    above: dict[str, tuple[str, str]] = {}
    for one in derivations:
        if one.report in reports and one.how in ("copy", "edited copy") and one.report not in above:
            above[one.report] = (one.origin, one.how)
    found: dict[str, tuple[str, str]] = {}
    for report in reports:
        root, how, seen = report, "", {report}
        while root in above and above[root][0] not in seen:
            root, how = above[root][0], how or above[root][1]
            seen.add(root)
        found[report] = (root, how)
    return found


def _counted(
    sayings: Sequence[Saying], roots: Mapping[str, tuple[str, str]], index: Index
) -> tuple[dict[str, list[Saying]], dict[str, list[Saying]], list[str]]:
    """Named origins by the hand that holds them, unnamed ones by report, and what was drawn together."""
    named: dict[str, list[Saying]] = defaultdict(list)
    unnamed: dict[str, list[Saying]] = defaultdict(list)
    because: list[str] = []
    for one in sayings:
        if one.stance in AGAINST:
            continue
        root, how = roots[one.report]
        if how:
            origin = index.label(root) if root in index.readings else name_of(root)
            because.append(f"{index.label(one.report)} is made from {origin} ({how}): counted once")
        if one.entity is not None:
            named[one.hand].append(one)
        elif one.words:
            unnamed[f"{root} {one.words.casefold()}"].append(one)
        elif root not in index.readings and "/" in root:
            named[control_of(root, states_of(root))].append(one)
        else:
            unnamed[root].append(one)
    for hand in sorted(named):
        entities = sorted({one.entity or "" for one in named[hand]})
        reports = sorted({one.report for one in named[hand]}, key=index.order.__getitem__)
        if len(entities) > 1:
            names = ", ".join(name_of(one) for one in entities)
            because.append(f"{names} are under one control, {name_of(hand)}: counted once")
        if len(reports) > 1:
            because.append(
                f"{', '.join(index.label(one) for one in reports)} give the same origin, {name_of(hand)}"
            )
    for key in unnamed:
        one = unnamed[key][0]
        who = f"only “{one.words}”" if one.words else "no source"
        because.append(
            f"{index.label(one.report)} names {who}: "
            + ("a voice of its own at most" if named or len(unnamed) > 1 else "one voice")
        )
    return dict(named), dict(unnamed), because


def _parties(claim: Claim, index: Index) -> frozenset[str]:
    """Actors of the event: the entities and the states that they are of."""
    found: set[str] = set()
    for mention in index.fillers(claim, "actor"):
        if mention.entity is not None:
            found |= {mention.entity, *states_of(mention.entity)}
    return frozenset(found)


def _is_party(one: Saying, parties: frozenset[str]) -> bool:
    return bool({one.entity, one.hand, *states_of(one.entity)} & parties)


def _party_sentences(named: Mapping[str, Sequence[Saying]], parties: frozenset[str]) -> list[str]:
    party = [one for hand in sorted(named) for one in named[hand] if one.entity and _is_party(one, parties)]
    names = dict.fromkeys(name_of(one.entity) for one in party if one.entity)
    return [f"{name} is of a party to the event" for name in names]


def _listed(
    sayings: Sequence[Saying], roots: Mapping[str, tuple[str, str]], parties: frozenset[str]
) -> tuple[Voice, ...]:
    reports: dict[tuple[str, Stance], dict[str, None]] = defaultdict(dict)
    party: set[str] = set()
    for one in sayings:
        root = roots[one.report][0]
        voice = one.entity or (
            f"unnamed in {root} ({one.words})" if one.words else root if "/" in root else f"unnamed in {root}"
        )
        reports[voice, one.stance][one.report] = None
        if _is_party(one, parties) or set(states_of(voice)) & parties:
            party.add(voice)
    voices: dict[tuple[str, bool], Voice] = {}
    ordered = sorted(reports, key=lambda key: _STANCES.index(key[1]))
    for voice, stance in ordered:
        side = (voice, stance in AGAINST)
        told = tuple(reports[voice, stance])
        if side in voices:
            told = tuple(dict.fromkeys((*voices[side].reports, *told)))
            stance = voices[side].stance
        voices[side] = Voice(voice, stance, voice in party, told)
    return tuple(voices.values())
