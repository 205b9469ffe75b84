"""A draft -> what is asked of it when answers are bound: its names, what its content means, its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from secondsource.attribution.draft import Draft
from secondsource.attribution.meanings import meaning, meanings
from secondsource.attribution.pointing import Words
from secondsource.attribution.said import words
from secondsource.attribution.sources import SPEAKERS
from secondsource.attribution.tree import Tree
from secondsource.knowledge.words import stopwords
from secondsource.model import Mention, Report, Sentence, Span, Token

_AROUND = 12
_LARGE = frozenset("billion dozen half hundred million quarter third thousand".split())
_ITSELF = frozenset("he i it she they we".split())
_DIGIT = re.compile(r"\b\d")
_NO = frozenset("neither never no nobody none not nothing".split())


@dataclass
class Side:
    """A draft; `names` are the words of its source, `self` those that name it, `words` the content's."""

    draft: Draft
    place: int
    paragraph: int
    headline: bool
    names: frozenset[str]
    self: frozenset[str]
    said_by: str
    many: bool
    words: frozenset[str]
    tokens: list[Token]
    text: str

    @cached_property
    def figure(self) -> bool:
        return not _LARGE.isdisjoint(one.lemma for one in self.tokens) or _DIGIT.search(self.text) is not None

    @cached_property
    def question(self) -> bool:
        return "?" in self.text or any(one.lemma == "whether" for one in self.tokens)

    @cached_property
    def wrong(self) -> bool:
        """A wrong is spoken of, whatever the cue."""
        return not _wrongs().isdisjoint(one.lemma for one in self.tokens)

    @cached_property
    def negated(self) -> bool:
        text = self.text.lower().replace("n't", " not").replace("n’t", " not")
        return not _NO.isdisjoint(text.split())

    @property
    def of_itself(self) -> bool:
        return any(one.text.lower() in _ITSELF for one in self.tokens[:2])

    @property
    def such(self) -> bool:
        return any(one.lemma == "such" for one in self.tokens)


def side_of(
    report: Report,
    sentences: tuple[Sentence, ...],
    trees: list[Tree],
    names: dict[str, frozenset[str]],
    draft: Draft,
    place: int,
) -> Side:
    """A draft with what is asked of it when answers are bound."""
    sentence = sentences[draft.number]
    places = places_of(sentences, trees, draft, draft.content)
    source = [*draft.source, *draft.antecedent]
    named = places_of(sentences, trees, draft, source) if source else []
    known = names.get(draft.source_entity or "", frozenset())
    head = None if draft.source_head is None else trees[draft.number].tokens[draft.source_head]
    return Side(
        draft,
        place,
        sentence.paragraph,
        draft.number == 0 or sentence.part == "title",
        known.union(*[meanings(trees[number], inside) for number, inside in named]),
        known.union(*[_naming(trees[number], inside) for number, inside in named]),
        " ".join([span.of(report.text).lower() for span in draft.source]),
        head is not None and head.xpos in ("NNS", "NNPS"),
        frozenset[str]().union(*[meanings(trees[number], inside) for number, inside in places]),
        [trees[number].tokens[one] for number, inside in places for one in inside],
        " ".join([span.of(report.text) for span in draft.content]),
    )


@cache
def _wrongs() -> frozenset[str]:
    return words("wrong") | words("harm noun")


def names_of(mentions: tuple[Mention, ...]) -> dict[str, frozenset[str]]:
    """Entity -> keys of the capitalised words by which the report names it."""
    found: dict[str, set[str]] = {}
    for one in mentions:
        if one.entity is not None and one.kind in SPEAKERS:
            words = (
                word for word in one.text.split() if word[:1].isupper() and word.lower() not in stopwords()
            )
            found.setdefault(one.entity, set()).update(meaning(word.lower()) for word in words)
    return {entity: frozenset(words) for entity, words in found.items()}


def _naming(tree: Tree, words: tuple[int, ...]) -> frozenset[str]:
    """Keys of a source's names, its head and whose it is: not of what else is said of it."""
    inside = set(words)
    kept = [
        one
        for one in words
        if tree.tokens[one].upos == "PROPN"
        or tree.tokens[one].head not in inside
        or tree.tokens[one].deprel == "nmod:poss"
    ]
    return meanings(tree, kept)


def places_of(
    sentences: tuple[Sentence, ...], trees: list[Tree], draft: Draft, spans: Sequence[Span]
) -> Words:
    """The words of some spans by sentence."""
    first, last = min(spans).start, max(spans).end
    own = sentences[draft.number].span
    if own.start <= first and last <= own.end:
        return [(draft.number, tuple(trees[draft.number].inside(spans)))]
    found: Words = []
    for number in range(max(0, draft.number - _AROUND), min(len(trees), draft.number + _AROUND)):
        if sentences[number].span.start < last and first < sentences[number].span.end:
            inside = tuple(trees[number].inside(spans))
            if inside:
                found.append((number, inside))
    return found
