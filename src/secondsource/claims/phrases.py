"""The noun phrase around a token, and the several phrases that a coordination makes of it."""

from collections.abc import Iterator
from functools import cache

from secondsource.knowledge import load
from secondsource.model import Sentence, Span

# What hangs on a noun but is not of its name: clauses, further conjuncts, side remarks.
LOOSE = (
    "acl:relcl",
    "acl",
    "advcl",
    "conj",
    "cc",
    "parataxis",
    "appos",
    "punct",
    "cop",
    "aux",
    "mark",
    "ccomp",
)
LISTING = ("including", "include", "like", "such", "notably", "especially")


def phrase_of(sentence: Sentence, head: int) -> Span:
    """The noun phrase of a head, without its preposition and the clauses that hang on it."""
    kept = _kept(sentence, head, top=True)
    start = min(kept)
    run = [start]
    for index in sorted(kept)[1:]:
        # A bad tree may reach over a gap; the phrase ends there.
        between = sentence.tokens[run[-1] + 1 : index]
        if index > head and (len(between) > 1 or any(one.upos in ("VERB", "AUX") for one in between)):
            break
        run.append(index)
    if head not in run:
        run = [head]
    while run[-1] > head and sentence.tokens[run[-1]].upos in ("ADP", "PUNCT", "CCONJ", "SCONJ", "AUX"):
        run.pop()
    return _whole_words(sentence, run[0], run[-1])


def _whole_words(sentence: Sentence, first: int, last: int) -> Span:
    """The span from one token to another, with what hyphens join to either."""
    tokens = sentence.tokens
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        first -= 2
    while (
        last + 2 < len(tokens)
        and tokens[last + 1].text == "-"
        and tokens[last + 1].end == tokens[last + 2].start
    ):
        last += 2
    return Span(tokens[first].start, tokens[last].end)


def _kept(sentence: Sentence, head: int, top: bool) -> set[int]:
    kept = {head}
    for child in sentence.children(head):
        token = sentence.tokens[child]
        if token.deprel in LOOSE or (top and token.deprel in ("case", "advmod") and child < head):
            continue
        if token.deprel.startswith(("nsubj", "obl", "dep")) or _lists(sentence, child):
            continue
        if token.xpos in ("VBD", "VBZ", "VBP", "MD"):
            continue
        kept |= _kept(sentence, child, top=False)
    return kept


def _lists(sentence: Sentence, index: int) -> bool:
    """True for "including X": a phrase that names examples of its governor."""
    return any(
        sentence.tokens[child].lemma in LISTING and sentence.tokens[child].deprel in ("case", "fixed", "mark")
        for child in sentence.children(index)
    )


def phrases_in(sentence: Sentence, head: int, depth: int = 0) -> Iterator[int]:
    """Heads of the phrases that a phrase stands for: itself, its conjuncts, the examples it lists.

    A measuring head ("a significant amount of shells") gives what it measures.
    """
    if depth > 8:
        return
    measured = _measured(sentence, head)
    yield measured if measured is not None else head
    for child in sentence.children(head):
        token = sentence.tokens[child]
        if token.deprel == "conj" and token.upos not in ("VERB", "AUX"):
            yield from phrases_in(sentence, child, depth + 1)
        elif token.deprel in ("nmod", "obl") and _lists(sentence, child):
            yield from phrases_in(sentence, child, depth + 1)
    if measured is not None:
        for child in sentence.children(measured):
            if sentence.tokens[child].deprel == "conj":
                yield from phrases_in(sentence, child, depth + 1)


def _measured(sentence: Sentence, head: int) -> int | None:
    if sentence.tokens[head].lemma not in _measure_nouns():
        return None
    for child in sentence.children(head):
        if sentence.tokens[child].deprel == "nmod" and preposition_of(sentence, child) == "of":
            return child
    return None


def place_named_by(sentence: Sentence, head: int) -> int | None:
    """ "the eastern city of [Wonsan]": what a noun for a place is called; its own head when it has no name.

    None when the noun is not one for a place.
    """
    if sentence.tokens[head].lemma not in _place_nouns():
        return None
    for child in sentence.children(head):
        token = sentence.tokens[child]
        of = token.deprel == "nmod" and preposition_of(sentence, child) == "of"
        if token.upos == "PROPN" and (of or token.deprel == "appos"):
            return child
    return head


def preposition_of(sentence: Sentence, head: int) -> str:
    """The preposition of a phrase in lower case ("" when it has none): `as part of` gives `as_part_of`."""
    words: list[str] = []
    for child in sentence.children(head):
        token = sentence.tokens[child]
        if token.deprel == "case" and child < head:
            words.append(token.text.lower())
            words.extend(
                sentence.tokens[below].text.lower()
                for below in sentence.children(child)
                if sentence.tokens[below].deprel == "fixed"
            )
    return "_".join(words)


@cache
def _measure_nouns() -> frozenset[str]:
    """Nouns that only measure or sort what stands after "of"."""
    return frozenset(row["noun"] for row in load("measure_nouns"))


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("place_nouns"))
