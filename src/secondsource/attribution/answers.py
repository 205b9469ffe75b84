"""Denials, confirmations and refusals -> the attribution whose content they speak of, by points.

What does not reach the points that a bond needs is left open: no answer is a guess.
"""

import re
from collections import Counter

from secondsource.attribution.bonds import can_be_meant, is_backed, is_contrary, needed, weigh
from secondsource.attribution.draft import Draft
from secondsource.attribution.pointing import point
from secondsource.attribution.sides import Side, names_of, places_of, side_of
from secondsource.attribution.tree import Tree
from secondsource.model import Mention, Report, Sentence

ANSWERING = frozenset({"denies", "confirms", "declines"})
_TOLD = frozenset({"asserts", "accuses", "denies", "confirms"})
# How many drafts before and after one can be meant; keeps the time linear in the length.
_BEFORE, _AFTER = 20, 10
# A reply that only says the contrary stands close to what it answers: so many drafts, so many sentences.
_CLOSE, _SOON = 8, 4
# What so many of the contents around speak of is the matter of the report, and tells none of them apart.
_COMMON = 6
_NOT_YET = frozenset("to can could may might must should would".split())
# Characters in which a content says that something is not so.
_OPENING = 30
_NO = re.compile(r"\b(?:neither|never|no|nobody|none|not|nothing)\b|n['’]t\b", re.I)
_LYING = re.compile(r"\b(?:lying|lies|lied|falsehoods?|perjury)\b", re.I)


def bind_answers(
    report: Report,
    sentences: tuple[Sentence, ...],
    trees: list[Tree],
    mentions: tuple[Mention, ...],
    drafts: list[Draft],
) -> None:
    """Set `answers` on every draft that denies, confirms or declines what another draft says."""
    sides: dict[int, Side] = {}
    names: dict[str, frozenset[str]] = {}

    def side(place: int) -> Side:
        if not sides:
            names.update(names_of(mentions))
        if place not in sides:
            sides[place] = side_of(report, sentences, trees, names, drafts[place], place)
        return sides[place]

    for place, draft in enumerate(drafts):
        if draft.stance in ANSWERING and _is_done(trees, draft):
            after = _AFTER if side(place).headline else _SOON
            near = range(max(0, place - _BEFORE), min(len(drafts), place + after + 1))
            draft.answers = _answered(sentences, trees, side(place), [side(one) for one in near])
        elif draft.stance == "accuses" and _of_lying(report, trees, draft):
            near = range(max(0, place - _BEFORE), place)
            draft.answers = _lied(side(place), [side(one) for one in near])
        elif draft.stance == "asserts" and draft.strong and _opens_negated(report, draft):
            near = range(max(0, place - _CLOSE), place)
            close = [side(one) for one in near if draft.number - drafts[one].number <= _SOON]
            _bind_contrary(sentences, trees, side(place), close)


def _answered(
    sentences: tuple[Sentence, ...],
    trees: list[Tree],
    answer: Side,
    near: list[Side],
    *,
    worded: bool = False,
) -> Draft | None:
    """What has most points, when they are enough; of equals what was said last."""
    draft = answer.draft
    pointer = point(trees, draft, places_of(sentences, trees, draft, draft.content))
    if pointer.words and len(near) >= _COMMON:
        told = Counter(word for one in near for word in one.words & pointer.words)
        pointer = pointer._replace(common=frozenset(word for word, times in told.items() if times >= _COMMON))
    meant = [one for one in near if can_be_meant(answer, pointer, one) and is_backed(answer, pointer, one)]
    if worded:
        meant = [one for one in meant if is_contrary(answer, pointer, one)]
    ranked = [
        (weigh(answer, pointer, one), one.place < answer.place, -abs(one.place - answer.place), one)
        for one in meant
    ]
    best = max(ranked, key=lambda one: one[:3], default=None)
    return best[3].draft if best is not None and best[0] >= needed() else None


def _bind_contrary(
    sentences: tuple[Sentence, ...], trees: list[Tree], answer: Side, near: list[Side]
) -> None:
    """“No child was vaccinated there,” she told us: says the contrary of what another said, in its words"""
    draft = answer.draft
    draft.stance = "denies"
    draft.answers = _answered(sentences, trees, answer, near, worded=True)
    if draft.answers is None:
        draft.stance = "asserts"


def _is_done(trees: list[Tree], draft: Draft) -> bool:
    """could deny permits, in order to confirm judges: what is only possible or wanted answers nothing"""
    tree = trees[draft.number]
    if draft.stance == "declines" or tree.tokens[draft.head].xpos != "VB":
        return True
    below = {tree.tokens[one].text.lower() for one in tree.children(draft.head) if one < draft.head}
    return not below & _NOT_YET


def _opens_negated(report: Report, draft: Draft) -> bool:
    first = draft.content[0]
    return _NO.search(report.text, first.start, min(first.start + _OPENING, first.end)) is not None


def _of_lying(report: Report, trees: list[Tree], draft: Draft) -> bool:
    if trees[draft.number].tokens[draft.head].lemma != "accuse":
        return False
    return any(_LYING.search(span.of(report.text)) for span in draft.content)


def _lied(answer: Side, before: list[Side]) -> Draft | None:
    """accused the envoy of lying: it answers what the envoy said last"""
    said = [one for one in before if one.draft.stance in _TOLD and one.self & answer.words]
    return said[-1].draft if said else None
