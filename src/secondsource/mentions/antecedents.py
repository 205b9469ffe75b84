"""What the trained reader takes a pronoun for, beside what the rules say -> one of the two, or neither."""

from secondsource.mentions.candidate import Candidate
from secondsource.mentions.discourse import Discourse
from secondsource.model import Proposal, Sentence, Span

# Which kinds a pronoun may stand for.
_PERSONS = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
_THINGS = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "them", "their", "theirs", "themselves"))
_NO_ACTORS = frozenset(("abstract", "animal", "event", "object", "plant", "substance", "time"))
_BODIES = ("state", "organization", "group")
# Less sure than this the reader only confirms what a rule says.
LEAST = 0.35


def proposed_antecedent(sentence: Sentence, span: Span) -> Proposal | None:
    """The reader's proposal for exactly these words."""
    return next((one for one in sentence.proposals if one.layer == "coreference" and one.span == span), None)


def weigh_pronoun(
    sentence: Sentence, slot: Candidate, ruled: Candidate | None, told: Discourse
) -> Candidate | None:
    """The reader's answer where it has one that the pronoun can mean, else the rule's."""
    proposal = proposed_antecedent(sentence, slot.span)
    if proposal is None or proposal.of is None:
        return ruled
    if str(slot.value) not in _PERSONS and proposal.label in _NO_ACTORS and proposal.confidence >= LEAST:
        return None  # "It flew 400 km": what it means is no state
    found = told.standing_at(proposal.of)
    if found is None or not _may_mean(str(slot.value), found):
        return ruled
    if ruled is not None and ruled.entity == found.entity:
        return ruled._replace(confidence=max(ruled.confidence, proposal.confidence))
    if proposal.confidence < LEAST:
        return ruled
    made_by = f"coreference.pronoun ({proposal.made_by})"
    return Candidate(slot.span, found.kind, found.value, found.entity, made_by, proposal.confidence)


def _may_mean(word: str, one: Candidate) -> bool:
    if word in _PERSONS:
        return one.kind in ("person", "office") and (one.entity or "").startswith("person/")
    if word in _THINGS:
        return one.kind in _BODIES
    return word in _MANY and one.kind in _BODIES
