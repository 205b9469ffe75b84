"""Arms, ships and built sites that the reader proposes and no table knows -> weapons and facilities.

The tables say what a thing is; the reader only that it is one. So a name gets an entity of its own, without a
place in the taxonomy, and a plain phrase gets none. What plain phrases name arms the tables know better.
"""

from collections.abc import Iterable

from secondsource.knowledge.name_parts import slug_of
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Proposal, Sentence, Span
from secondsource.model.placed import Placed

# How sure the reader must be of what no rule supports.
LEAST = 0.9
_ARMS = {"weapon": "arms", "platform": "platform", "vehicle": "vehicle"}


def named_arms(around: Surroundings) -> list[Candidate]:
    """`HMS Cumberland`, `the Grom-9`: names of arms and ships, as the reader proposes them."""
    return [
        Candidate(
            span,
            "weapon",
            span.of(around.text),
            f"weapon/{_ARMS[one.label]}/{slug_of(span.of(around.text))}",
            f"equipment.named ({one.made_by})",
            one.confidence,
        )
        for sentence, one in _sure(around)
        if one.label in _ARMS and is_name(around, sentence, span := one.span)
    ]


def described_sites(around: Surroundings, known: Iterable[Candidate]) -> list[Candidate]:
    """`the polling station`, `Tami Farm`: built sites that touch nothing that is known."""
    taken = Placed((one.span for one in known), lambda span: span)
    found = []
    for sentence, one in _sure(around):
        if one.label == "facility" and not taken.reaching(one.span):
            words = one.span.of(around.text)
            named = is_name(around, sentence, one.span)
            value, entity = (words, f"site/{slug_of(words)}") if named else (words.lower(), None)
            made_by = f"equipment.site ({one.made_by})"
            found.append(Candidate(one.span, "facility", value, entity, made_by, one.confidence))
    return found


def _sure(around: Surroundings) -> Iterable[tuple[Sentence, Proposal]]:
    for sentence in around.sentences:
        if sentence.id in around.headlines | around.shouted:
            continue
        for one in sentence.proposals:
            if one.layer == "entity" and one.confidence >= LEAST and one.span.of(around.text)[:1].isalnum():
                yield sentence, one


def is_name(around: Surroundings, sentence: Sentence, span: Span) -> bool:
    """Words that end in a proper noun with a capital; the first word of a sentence tells nothing."""
    _, last = around.tokens_of(sentence, span)
    token = sentence.tokens[last]
    return last > 0 and token.upos == "PROPN" and token.text[:1].isupper()
