"""Names that the trained reader proposes -> candidates, weighed against what rules and tables say."""

from collections.abc import Iterable, Iterator
from functools import cache

from secondsource.knowledge import load
from secondsource.knowledge.name_parts import slug_of, titles
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Proposal, Sentence, Span
from secondsource.model.mention import MentionKind

_KINDS: dict[str, MentionKind] = {"person": "person", "organization": "organization", "place": "place"}
LEAST = 0.4
_NO_NAMES = frozenset(("PRON", "DET", "ADP", "AUX", "ADV", "CCONJ", "SCONJ", "PUNCT", "NUM", "VERB"))
_LOCATIVE = words_in("before a place")


def names_proposed(around: Surroundings, sentence: Sentence, known: Iterable[Candidate]) -> list[Candidate]:
    """The sentence's proposed names that touch no name already known, in text order."""
    known = tuple(known)
    found = []
    for one in sentence.proposals:
        if one.layer != "entity" or one.label not in _KINDS or one.confidence < LEAST:
            continue
        candidate = _candidate(around, sentence, one)
        if candidate is not None and not any(candidate.span.overlaps(other.span) for other in known):
            found.append(candidate)
    return found


def _candidate(around: Surroundings, sentence: Sentence, proposal: Proposal) -> Candidate | None:
    span = _bare(around, sentence, proposal.span)
    words = span.of(around.text).split()
    first, last = around.tokens_of(sentence, span)
    if all(token.upos in _NO_NAMES for token in sentence.tokens[first : last + 1]):
        return None  # "It said": what says so is no name
    if not any(word[:1].isupper() or word[:1].isdigit() for word in words):
        return None
    if len(words) == 1 and first == 0 and words[0].lower() in _nouns_for_people():
        return None  # "Envoys said": the capital is the sentence's
    kind, name = _KINDS[proposal.label], " ".join(words)
    made_by = f"unlisted.proposed ({proposal.made_by})"
    return Candidate(span, kind, name, f"{kind}/{slug_of(name)}", made_by, proposal.confidence)


@cache
def _nouns_for_people() -> frozenset[str]:
    return frozenset(name for row in load("people_nouns") for name in row["names"].split("|"))


def _bare(around: Surroundings, sentence: Sentence, span: Span) -> Span:
    """`the Reforma`, `Mr. Petrenko`, `Petrenko's`: a name without its article, title and ending."""
    first, last = around.tokens_of(sentence, span)
    tokens = sentence.tokens
    while first < last and (tokens[first].text.lower() == "the" or tokens[first].text in titles()):
        first += 1
    while last > first and tokens[last].text in ("'s", "’s", "'", "’", ",", "."):
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def weigh(ruled: Iterable[Candidate], proposed: Iterable[Candidate]) -> list[Candidate]:
    """Both, in text order; of two that overlap the more confident. What the reader meant is said by the rule
    that overrules it: `unlisted.by_ending (not place: ...)`."""
    found: list[Candidate] = []
    rest = list(proposed)
    for rule in ruled:
        touching = [one for one in rest if one.span.overlaps(rule.span)]
        if any(one.confidence > rule.confidence for one in touching):
            continue
        rest = [one for one in rest if one not in touching]
        other = next((one for one in touching if one.kind != rule.kind), None)
        found.append(rule if other is None else rule._replace(made_by=_overruling(rule, other)))
    return sorted([*found, *rest], key=lambda one: one.span)


def _overruling(rule: Candidate, other: Candidate) -> str:
    return f"{rule.made_by} (not {other.kind}: {other.made_by})"


def are_meant(around: Surroundings, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names that the words around leave standing: towns and short names are ordinary words as well.

    The reader sees the words around: "Michael Griffin" is no town of Griffin, "the Chicago Symphony
    Orchestra" not in Chicago. What it takes for no name at all stands only after a preposition. In
    headlines, where capitals tell it little, everything stands.
    """
    for one in candidates:
        sentence = around.sentence_of(one.span)
        if sentence is None or not around.proposed or sentence.id in around.headlines | around.shouted:
            yield one
            continue
        touching = [
            other for other in sentence.proposals if other.layer == "entity" and other.span.overlaps(one.span)
        ]
        if not touching:
            before = (around.words_before(one.span, 1) or ("",))[0].lower()
            if before in _LOCATIVE:
                yield one
        elif not any(_is_another(one, other) for other in touching):
            yield one


def _is_another(one: Candidate, other: Proposal) -> bool:
    longer = len(other.span) > len(one.span) and other.span.covers(one.span)
    if other.label == one.kind or other.confidence < LEAST:
        return False
    return longer and other.label in _KINDS or other.label == "person"
