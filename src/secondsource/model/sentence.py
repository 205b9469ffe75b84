"""The language layer's view of a report: sentences, tokens with their tags and their tree, proposals."""

from functools import lru_cache
from typing import Literal

import msgspec

from secondsource.model.report import PartKind
from secondsource.model.span import Span

Fate = Literal["used", "background", "furniture", "not understood"]


class Token(msgspec.Struct, frozen=True):
    """One word: its characters, lemma (lower case), tags, and its place in the sentence's tree.

    `upos` is a Universal Dependencies part of speech, `xpos` a Penn Treebank tag (VBD, VBN, NNP, MD...),
    `head` the index of the governing token in the same sentence (its own index when it is the root), and
    `deprel` the UD relation (nsubj, nsubj:pass, obj, obl, obl:agent, ccomp, ...).
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


class Proposal(msgspec.Struct, frozen=True):
    """What a trained reader believes a span is; stages weigh it, and may overrule it.

    `layer` names the question (entity, attribution, event, factuality, coreference), `label` the answer
    (weapon, ...). `of` ties a source or content to the span of its cue, a phrase to the head of an
    earlier one.
    """

    layer: str
    label: str
    span: Span
    confidence: float
    made_by: str
    of: Span | None = None


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a report, in the part of the page where it stands.

    `certainties` is what a trained reader says of each word, were it an event: from -3 (it certainly did
    not happen) to 3 (it did); empty where no such reader read.
    """

    id: str
    span: Span
    part: PartKind
    paragraph: int
    tokens: tuple[Token, ...]
    proposals: tuple[Proposal, ...] = ()
    certainties: tuple[float, ...] = ()

    def children(self, index: int) -> tuple[int, ...]:
        """Indices of the tokens that the token governs, in order."""
        return _children(self.tokens)[index]

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indices of the token and of everything below it, in order."""
        found, open_ = {index}, [index]
        while open_:
            for child in self.children(open_.pop()):
                if child not in found:
                    found.add(child)
                    open_.append(child)
        return tuple(sorted(found))

    def span_of(self, indices: tuple[int, ...]) -> Span:
        """The characters from the first to the last of these tokens."""
        return Span(self.tokens[min(indices)].start, self.tokens[max(indices)].end)

    def token_at(self, offset: int) -> int | None:
        """Index of the token that holds this character, or the next one after it."""
        for index, token in enumerate(self.tokens):
            if offset < token.end:
                return index
        return None

    def head_of(self, span: Span) -> int | None:
        """Index of the token in the span whose governor lies outside it: the head of the phrase."""
        inside = [
            i for i, token in enumerate(self.tokens) if token.start < span.end and span.start < token.end
        ]
        for index in inside:
            head = self.tokens[index].head
            if (head not in inside or head == index) and self.tokens[index].upos != "PUNCT":
                return index
        return inside[0] if inside else None


@lru_cache(maxsize=4096)
def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            below[token.head].append(index)
    return tuple(tuple(children) for children in below)


class Ledger(msgspec.Struct, frozen=True):
    """What became of one sentence: used by which claims, or set aside and why."""

    sentence: str
    span: Span
    fate: Fate
    because: str
    claims: tuple[str, ...] = ()
