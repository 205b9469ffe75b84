"""A draft -> what is asked of it when answers are bound: its names, what its content means, its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.attribution.draft import Draft
from secondsource.attribution.meanings import meaning, meanings
from secondsource.attribution.pointing import Words
from secondsource.attribution.said import words
from secondsource.attribution.sources import SPEAKERS
from secondsource.attribution.tree import Tree
from secondsource.knowledge.words import stopwords
from secondsource.model import Mention, Report, Sentence, Span

_AROUND = 12
_LARGE = frozenset("billion dozen half hundred million quarter third thousand".split())
_ITSELF = frozenset("he i it she they we".split())
_DIGIT = re.compile(r"\b\d")
_NO = frozenset("neither never no nobody none not nothing".split())


@dataclass(slots=True, frozen=True)
class Side:
    """A draft; `names` are the words of its source, `self` those that name it, `words` the content's.

    `wrong` tells that a wrong is spoken of, whatever the cue.
    """

    draft: Draft
    place: int
    paragraph: int
    headline: bool
    names: frozenset[str]
    self: frozenset[str]
    said_by: str
    many: bool
    words: frozenset[str]
    figure: bool
    question: bool
    wrong: bool
    negated: bool
    of_itself: bool
    such: bool


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
    tokens = [trees[number].tokens[one] for number, inside in places for one in inside]
    lemmas = {one.lemma for one in tokens}
    text = " ".join(span.of(report.text) for span in draft.content)
    wrongs = _wrongs()
    source = [*draft.source, *draft.antecedent]
    named = places_of(sentences, trees, draft, source) if source else []
    known = names.get(draft.source_entity or "", frozenset())
    head = None if draft.source_head is None else trees[draft.number].tokens[draft.source_head]
    return Side(
        draft,
        place,
        sentence.paragraph,
        draft.number == 0 or sentence.part == "title",
        known.union(*(meanings(trees[number], inside) for number, inside in named)),
        known.union(*(_naming(trees[number], inside) for number, inside in named)),
        " ".join(span.of(report.text).lower() for span in draft.source),
        head is not None and head.xpos in ("NNS", "NNPS"),
        frozenset[str]().union(*(meanings(trees[number], inside) for number, inside in places)),
        not lemmas.isdisjoint(_LARGE) or _DIGIT.search(text) is not None,
        "?" in text or "whether" in lemmas,
        not lemmas.isdisjoint(wrongs),
        not _NO.isdisjoint(text.lower().replace("n't", " not").replace("n’t", " not").split()),
        any(one.text.lower() in _ITSELF for one in tokens[:2]),
        "such" in lemmas,
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
