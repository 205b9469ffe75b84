"""A draft -> what is asked of it when answers are bound: its names, what its content means, its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from secondsource.attribution.draft import Draft
from secondsource.attribution.meanings import NONE, meaning, meanings
from secondsource.attribution.pointing import Words
from secondsource.attribution.said import words
from secondsource.attribution.sources import SPEAKERS
from secondsource.attribution.tree import Tree, lazily
from secondsource.knowledge.words import stopwords
from secondsource.model import Mention, Report, Sentence, Span

_AROUND = 12
_LARGE = frozenset("billion dozen half hundred million quarter third thousand".split())
_ITSELF = frozenset("he i it she they we".split())
_DIGIT = re.compile(r"\b\d")
_NO = frozenset("neither never no nobody none not nothing".split())


@dataclass(slots=True)
class Page:
    """What the drafts of a report stand in; `names` are those that it gives each entity, `keys` theirs."""

    text: str
    sentences: tuple[Sentence, ...]
    trees: list[Tree]
    names: dict[str, set[str]]
    keys: dict[str | None, frozenset[str]]

    def called(self, entity: str | None) -> frozenset[str]:
        """Keys of the words by which the report names an entity."""
        if entity not in self.keys:
            names = self.names.get(entity or "", ())
            self.keys[entity] = NONE.union(*[_capitals(one) for one in names])
        return self.keys[entity]


@dataclass
class Side:
    """A draft, its place among all, and what is asked of it, worked out when it is asked first."""

    draft: Draft
    place: int
    paragraph: int
    headline: bool
    page: Page

    @lazily
    def content(self) -> Words:
        return places_of(self.page, self.draft, self.draft.content)

    @lazily
    def words(self) -> frozenset[str]:
        """Keys of what the content means."""
        keys = [meanings(self.page.trees[number], inside) for number, inside in self.content]
        return keys[0] if len(keys) == 1 else NONE.union(*keys)

    @lazily
    def names(self) -> frozenset[str]:
        """Keys of the words of the source."""
        keys = [meanings(self.page.trees[number], inside) for number, inside in self._source]
        return self.page.called(self.draft.source_entity).union(*keys)

    @lazily
    def self(self) -> frozenset[str]:
        """Keys of those words of the source that name it."""
        keys = [_naming(self.page.trees[number], inside) for number, inside in self._source]
        return self.page.called(self.draft.source_entity).union(*keys)

    @property
    def _source(self) -> Words:
        source = self.draft.source + self.draft.antecedent
        return places_of(self.page, self.draft, source) if source else []

    @property
    def said_by(self) -> str:
        return " ".join([span.of(self.page.text).lower() for span in self.draft.source])

    @property
    def many(self) -> bool:
        draft = self.draft
        if draft.source_head is None:
            return False
        return self.page.trees[draft.number].tokens[draft.source_head].xpos in ("NNS", "NNPS")

    @lazily
    def lemmas(self) -> list[str]:
        trees = self.page.trees
        return [trees[number].tokens[one].lemma for number, inside in self.content for one in inside]

    @lazily
    def text(self) -> str:
        return " ".join([span.of(self.page.text) for span in self.draft.content])

    @lazily
    def figure(self) -> bool:
        return not _LARGE.isdisjoint(self.lemmas) or _DIGIT.search(self.text) is not None

    @lazily
    def question(self) -> bool:
        return "?" in self.text or "whether" in self.lemmas

    @lazily
    def wrong(self) -> bool:
        """A wrong is spoken of, whatever the cue."""
        return not _wrongs().isdisjoint(self.lemmas)

    @lazily
    def negated(self) -> bool:
        text = self.text.lower().replace("n't", " not").replace("n’t", " not")
        return not _NO.isdisjoint(text.split())

    @property
    def of_itself(self) -> bool:
        trees = self.page.trees
        lower = [trees[number].lower[one] for number, inside in self.content for one in inside[:2]]
        return not _ITSELF.isdisjoint(lower[:2])

    @property
    def such(self) -> bool:
        return "such" in self.lemmas


def sides_of(
    report: Report,
    sentences: tuple[Sentence, ...],
    trees: list[Tree],
    mentions: tuple[Mention, ...],
    drafts: list[Draft],
) -> list[Side]:
    """Every draft with what is asked of it when denials are seen and answers bound."""
    names: dict[str, set[str]] = {}
    for one in mentions:
        if one.entity is not None and one.kind in SPEAKERS:
            names.setdefault(one.entity, set()).add(one.text)
    page = Page(report.text, sentences, trees, names, {})
    sides = list[Side]()
    for place, draft in enumerate(drafts):
        own = sentences[draft.number]
        headline = draft.number == 0 or own.part == "title"
        sides.append(Side(draft, place, own.paragraph, headline, page))
    return sides


@lru_cache(maxsize=4096)
def _capitals(name: str) -> frozenset[str]:
    """Keys of the capitalised words of a name."""
    words = (word for word in name.split() if word[:1].isupper() and word.lower() not in stopwords())
    return frozenset([meaning(word.lower()) for word in words])


@cache
def _wrongs() -> frozenset[str]:
    return words("wrong") | words("harm noun")


def _naming(tree: Tree, words: Sequence[int]) -> frozenset[str]:
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


def places_of(page: Page, draft: Draft, spans: Sequence[Span]) -> Words:
    """The words of some spans by sentence."""
    own = page.sentences[draft.number].span
    if len(spans) == 1 and own.covers(spans[0]):
        return [(draft.number, page.trees[draft.number].at(spans[0]))]
    first, last = min(spans).start, max(spans).end
    if own.start <= first and last <= own.end:
        return [(draft.number, page.trees[draft.number].inside(spans))]
    found: Words = []
    for number in range(max(0, draft.number - _AROUND), min(len(page.trees), draft.number + _AROUND)):
        if page.sentences[number].span.start < last and first < page.sentences[number].span.end:
            inside = page.trees[number].inside(spans)
            if inside:
                found.append((number, inside))
    return found
