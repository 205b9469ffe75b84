"""Denials, confirmations and refusals -> the attribution whose content they speak of, by points.

What does not reach the points that a bond needs is left open: no answer is a guess.
"""

import re
from collections import Counter

from secondsource.attribution.bonds import can_be_contrary, can_be_meant, is_backed, is_contrary
from secondsource.attribution.draft import Draft
from secondsource.attribution.pointing import point
from secondsource.attribution.sides import Side
from secondsource.attribution.tree import Tree
from secondsource.attribution.weighing import needed, scale_of, weigh

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


def bind_answers(trees: list[Tree], sides: list[Side]) -> None:
    """Set `answers` on every draft that denies, confirms or declines what another draft says."""
    for place, answer in enumerate(sides):
        draft = answer.draft
        if draft.stance in ANSWERING and _is_done(trees, draft):
            before = _before(sides, place, _BEFORE)
            after = sides[place + 1 : place + 1 + (_AFTER if answer.headline else _SOON)]
            draft.answers = _answered(trees, answer, [answer, *before, *after])
        elif draft.stance == "accuses" and _of_lying(answer):
            draft.answers = _lied(answer, _before(sides, place, _BEFORE))
        elif draft.stance == "asserts" and draft.strong and _opens_negated(answer):
            close = [one for one in _before(sides, place, _CLOSE) if draft.number - one.draft.number <= _SOON]
            _bind_contrary(trees, answer, close)


def _before(sides: list[Side], place: int, most: int) -> list[Side]:
    """So many that stand before, the last first."""
    return sides[max(0, place - most) : place][::-1]


def _answered(trees: list[Tree], answer: Side, near: list[Side], *, worded: bool = False) -> Draft | None:
    """What has most points, when they are enough; of equals the first."""
    pointer = point(trees, answer.draft, answer.content)
    if pointer.words and len(near) >= _COMMON:
        told = Counter([word for one in near for word in one.words & pointer.words])
        pointer = pointer._replace(common=frozenset([word for word in told if told[word] >= _COMMON]))
    scale = scale_of(pointer)
    best, least = None, needed()
    for one in near:
        points = weigh(scale, answer, pointer, one, least)
        if points < least or (best is not None and points == least):
            continue
        fits = can_be_meant(answer, pointer, one) and is_backed(answer, pointer, one)
        if fits and (not worded or is_contrary(answer, pointer, one)):
            best, least = one.draft, points
    return best


def _bind_contrary(trees: list[Tree], answer: Side, near: list[Side]) -> None:
    """“No child was vaccinated there,” she told us: says the contrary of what another said, in its words"""
    if any(can_be_contrary(answer, one) for one in near):
        draft = answer.draft
        draft.stance = "denies"
        draft.answers = _answered(trees, answer, near, worded=True)
        if draft.answers is None:
            draft.stance = "asserts"


def _is_done(trees: list[Tree], draft: Draft) -> bool:
    """could deny permits, in order to confirm judges: what is only possible or wanted answers nothing"""
    tree = trees[draft.number]
    if draft.stance == "declines" or tree.tokens[draft.head].xpos != "VB":
        return True
    below = {tree.tokens[one].text.lower() for one in tree.children(draft.head) if one < draft.head}
    return not below & _NOT_YET


def _opens_negated(answer: Side) -> bool:
    first = answer.draft.content[0]
    return _NO.search(answer.page.text, first.start, min(first.start + _OPENING, first.end)) is not None


def _of_lying(answer: Side) -> bool:
    draft = answer.draft
    if answer.page.trees[draft.number].tokens[draft.head].lemma != "accuse":
        return False
    return any(_LYING.search(span.of(answer.page.text)) for span in draft.content)


def _lied(answer: Side, before: list[Side]) -> Draft | None:
    """accused the envoy of lying: it answers what the envoy said last"""
    said = (one for one in before if one.draft.stance in _TOLD and one.self & answer.words)
    return next((one.draft for one in said), None)
