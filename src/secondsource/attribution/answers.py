"""Denials, confirmations and refusals -> the attribution whose content they speak of, by points for and against.

What may be meant and does not reach the points that a bond needs is left open: no answer is a guess.
"""

from collections.abc import Sequence

from secondsource.attribution.bonds import Side, can_be_meant, needed, weigh
from secondsource.attribution.draft import Draft
from secondsource.attribution.pointing import meaning, meanings, point
from secondsource.attribution.sources import SPEAKERS
from secondsource.attribution.tree import Tree
from secondsource.knowledge.words import stopwords
from secondsource.model import Mention, Report, Sentence, Span

ANSWERING = frozenset({"denies", "confirms", "declines"})
# How many drafts before and after one can be meant; keeps the time linear in the length.
_BEFORE, _AFTER = 40, 10
_AROUND = 12
_LARGE = frozenset("billion dozen half hundred million quarter third thousand".split())
_NO = frozenset("n't n’t neither never no nobody none not nothing".split())


def bind_answers(
    report: Report,
    sentences: tuple[Sentence, ...],
    trees: list[Tree],
    mentions: tuple[Mention, ...],
    drafts: list[Draft],
) -> None:
    """Set `answers` on every draft that denies, confirms or declines what another draft of the report says."""
    sides: dict[int, Side] = {}
    names = names_of(mentions) if any(draft.stance in ANSWERING for draft in drafts) else {}
    for place, draft in enumerate(drafts):
        if draft.stance not in ANSWERING:
            continue
        near = range(max(0, place - _BEFORE), min(len(drafts), place + _AFTER + 1))
        for one in near:
            if one not in sides:
                sides[one] = side_of(report, sentences, trees, names, drafts[one], one)
        answer = sides[place]
        pointer = point(trees, draft, _places(sentences, trees, draft, draft.content))
        meant = [sides[one] for one in near if can_be_meant(answer, pointer, sides[one])]
        ranked = [(weigh(answer, pointer, one), one.place < place, -abs(one.place - place), one) for one in meant]
        best = max(ranked, key=lambda one: one[:3], default=None)
        if best is not None and best[0] >= needed():
            draft.answers = best[3].draft


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
    places = _places(sentences, trees, draft, draft.content)
    tokens = [trees[number].tokens[one] for number, inside in places for one in inside]
    text = " ".join(span.of(report.text) for span in draft.content)
    source = [*draft.source, *draft.antecedent]
    named = _places(sentences, trees, draft, source) if source else []
    known = names.get(draft.source_entity or "", frozenset())
    head = None if draft.source_head is None else trees[draft.number].tokens[draft.source_head]
    return Side(
        draft,
        place,
        sentence.paragraph,
        draft.number == 0 or sentence.part == "headline",
        known.union(*(meanings(trees[number], inside) for number, inside in named)),
        known.union(*(_naming(trees[number], inside) for number, inside in named)),
        " ".join(span.of(report.text).lower() for span in draft.source),
        head is not None and head.xpos in ("NNS", "NNPS"),
        frozenset[str]().union(*(meanings(trees[number], inside) for number, inside in places)),
        any(one.text[:1].isdigit() or one.lemma in _LARGE for one in tokens),
        "?" in text or "whether" in text.split(),
        any(one.text.lower() in _NO for one in tokens),
    )


def names_of(mentions: tuple[Mention, ...]) -> dict[str, frozenset[str]]:
    """Entity -> keys of the capitalised words by which the report names it."""
    found: dict[str, set[str]] = {}
    for one in mentions:
        if one.entity is not None and one.kind in SPEAKERS:
            words = (word for word in one.text.split() if word[:1].isupper() and word.lower() not in stopwords())
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


def _places(
    sentences: tuple[Sentence, ...], trees: list[Tree], draft: Draft, spans: Sequence[Span]
) -> list[tuple[int, tuple[int, ...]]]:
    """The words of some spans by sentence."""
    found: list[tuple[int, tuple[int, ...]]] = []
    first, last = min(spans).start, max(spans).end
    for number in range(max(0, draft.number - _AROUND), min(len(trees), draft.number + _AROUND)):
        if sentences[number].span.start < last and first < sentences[number].span.end:
            inside = tuple(trees[number].inside(spans))
            if inside:
                found.append((number, inside))
    return found
