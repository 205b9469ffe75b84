"""Denials, confirmations and refusals -> the attribution whose content they speak of, by points.

What does not reach the points that a bond needs is left open: no answer is a guess.
"""

from secondsource.attribution.bonds import can_be_meant, is_contrary, needed, weigh
from secondsource.attribution.draft import Draft
from secondsource.attribution.pointing import point
from secondsource.attribution.sides import Side, names_of, places_of, side_of
from secondsource.attribution.tree import Tree
from secondsource.model import Mention, Report, Sentence

ANSWERING = frozenset({"denies", "confirms", "declines"})
_TOLD = frozenset({"asserts", "accuses", "denies", "confirms"})
# How many drafts before and after one can be meant; keeps the time linear in the length.
_BEFORE, _AFTER = 40, 10
# A reply that only says the contrary stands close to what it answers.
_SOON = 4


def bind_answers(
    report: Report,
    sentences: tuple[Sentence, ...],
    trees: list[Tree],
    mentions: tuple[Mention, ...],
    drafts: list[Draft],
) -> None:
    """Set `answers` on every draft that denies, confirms or declines what another draft says."""
    sides: dict[int, Side] = {}
    names = names_of(mentions)

    def side(place: int) -> Side:
        if place not in sides:
            sides[place] = side_of(report, sentences, trees, names, drafts[place], place)
        return sides[place]

    for place, draft in enumerate(drafts):
        if draft.stance in ANSWERING:
            near = range(max(0, place - _BEFORE), min(len(drafts), place + _AFTER + 1))
            draft.answers = _answered(sentences, trees, side(place), [side(one) for one in near])
        elif draft.stance == "accuses" and side(place).of_lying:
            near = range(max(0, place - _BEFORE), place)
            draft.answers = _lied(side(place), [side(one) for one in near])
        elif draft.stance == "asserts" and place and side(place).opens_negated:
            _bind_contrary(
                sentences, trees, side(place), [side(one) for one in range(max(0, place - 8), place)]
            )


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
    meant = [one for one in near if can_be_meant(answer, pointer, one)]
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
    close = [one for one in near if draft.number - one.draft.number <= _SOON]
    draft.stance = "denies"
    draft.answers = _answered(sentences, trees, answer, close, worded=True)
    if draft.answers is None:
        draft.stance = "asserts"


def _lied(answer: Side, before: list[Side]) -> Draft | None:
    """accused the envoy of lying: it answers what the envoy said last"""
    said = [one for one in before if one.draft.stance in _TOLD and one.self & answer.words]
    return said[-1].draft if said else None
