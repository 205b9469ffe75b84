"""Words and their governors -> UD relations, one decision a word over the finished tree."""

import numpy as np

from secondsource.language.hashing import Codes, Rows, Templates
from secondsource.language.weights import Weights

RELATION = Templates(
    "w t hw ht f1 f2 fl fb fa t1 t2 tl tb ta d gt gd tp tn hf k wp hs ms side",
    "w t / t ht d / w ht side / t hw side / w hw / t ht side / t ht f1 / t hw f1 / t ht t1 side / t "
    "ht t2 / t ht tl / t ht tb side / t ht ta side / t ht fb / t ht fa / hw f1 / w f1 / t ht gt gd / "
    "t tp tn / t ht tp / t ht tn / t hf ht side / t ht k / hw t k / t hw tb / t hw ta / t ht wp / ht "
    "ms t / t f1 f2 / t ht hs / w d ht / w tb ht / w tl / t ht t1 tb / t ht fl / t f1 tb ht / w t1 / "
    "ht hw t f2",
)
MASK = 0xFFFFFFFF


def relation_views(forms: list[int], tags: list[int], heads: list[int]) -> list[tuple[int, ...]]:
    """What each word's relation is decided by: itself, its governor, and what both govern."""
    size = len(forms)
    below: list[list[int]] = [[] for _ in range(size)]
    for number, head in enumerate(heads):
        if head != number:
            below[head].append(number)
    views = []
    for number, head in enumerate(heads):
        root = head == number
        mine, beside = below[number], below[head] if not root else []
        first = mine[0] if mine else -1
        second = mine[1] if len(mine) > 1 else -1
        last = mine[-1] if mine else -1
        place = beside.index(number) if beside else 0
        before = beside[place - 1] if place > 0 else -1
        after = beside[place + 1] if place + 1 < len(beside) else -1
        grand = heads[head]
        right = sum(1 for one in beside if head < one < number)
        left = sum(1 for one in beside if number < one < head)
        views.append(
            (
                forms[number], tags[number], 0 if root else forms[head], 0 if root else tags[head],
                *(forms[one] if one >= 0 else 0 for one in (first, second, last, before, after)),
                *(tags[one] if one >= 0 else 0 for one in (first, second, last, before, after)),
                99 if root else max(-5, min(5, number - head)) + 10,
                0 if grand == head else tags[grand], 5 if grand == head else int(grand < head),
                tags[number - 1] if number else 0, tags[number + 1] if number + 1 < size else 0,
                forms[beside[0]] if beside else 0, min(right, 3) * 4 + min(left, 3),
                forms[number - 1] if number else 0,
                sum(forms[one] * (k + 3) for k, one in enumerate(beside) if tags[one] != tags[number]) & MASK,
                sum(tags[one] * (2 * k + 3) for k, one in enumerate(mine)) & MASK,
                int(not root and head < number),
            )
        )  # fmt: skip
    return views


def relation_rows(views: Codes, bits: int) -> Rows:
    """Rows of the features of each view."""
    return RELATION.rows(views, bits)


def label_relations(
    forms: list[list[int]], tags: list[list[int]], heads: list[list[int]], weights: Weights
) -> list[list[str]]:
    """The relation of every word to its governor; `root` for a word that governs itself, and only for it."""
    views = [view for one in zip(forms, tags, heads, strict=True) for view in relation_views(*one)]
    if not views:
        return [[] for _ in heads]
    scores = weights.scores(relation_rows(np.array(views, dtype=np.uint64), weights.bits))
    scores[:, weights.labels.index("root")] = np.iinfo(np.int32).min
    chosen = [weights.labels[label] for label in scores.argmax(axis=1)]
    relations, position = [], 0
    for governed in heads:
        labels = chosen[position : position + len(governed)]
        relations.append(
            [
                "root" if head == n else label
                for n, (head, label) in enumerate(zip(governed, labels, strict=True))
            ]
        )
        position += len(governed)
    return relations
