"""Two groupings of the same mentions -> MUC, B-cubed, CEAF-e and their mean, in per cent.

MUC after Vilain and others (1995), B-cubed after Bagga and Baldwin (1998), CEAF-e after Luo (2005); their
mean is what the CoNLL shared tasks report. Mentions that are alone count in B-cubed and CEAF-e.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

Grouping = Mapping[Hashable, Hashable]


class Score(NamedTuple):
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 0 when nothing is right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Scores(NamedTuple):
    """The three measures of one grouping."""

    muc: Score
    b_cubed: Score
    ceaf: Score

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def score(found: Grouping, gold: Grouping) -> Scores:
    """Scores of a grouping against the right one; both map the same mentions to the name of their group."""
    if found.keys() != gold.keys():
        raise ValueError("the two groupings are not of the same mentions")
    shared = Counter((found[mention], gold[mention]) for mention in gold)
    ours, theirs = Counter(found.values()), Counter(gold.values())
    total = len(gold) or 1
    overlap = sum(count * count / ours[one] for (one, _), count in shared.items())
    backward = sum(count * count / theirs[other] for (_, other), count in shared.items())
    similar = _aligned(shared, ours, theirs)
    return Scores(
        Score(_muc(shared, ours, 0), _muc(shared, theirs, 1)),
        Score(100 * overlap / total, 100 * backward / total),
        Score(100 * similar / (len(ours) or 1), 100 * similar / (len(theirs) or 1)),
    )


def _muc(shared: Mapping[tuple[Hashable, Hashable], int], sizes: Mapping[Hashable, int], side: int) -> float:
    """Share of the links that hold the groups of one side together which the other side has too."""
    pieces = Counter(pair[side] for pair in shared)
    links = sum(size - 1 for size in sizes.values())
    return 100 * sum(size - pieces[group] for group, size in sizes.items()) / links if links else 0.0


def _aligned(
    shared: Mapping[tuple[Hashable, Hashable], int],
    ours: Mapping[Hashable, int],
    theirs: Mapping[Hashable, int],
) -> float:
    """The most that groups matched one to one are alike, summed over the parts that share mentions."""
    total = 0.0
    for pairs in _components(list(shared)):
        rows = {one: number for number, one in enumerate(dict.fromkeys(one for one, _ in pairs))}
        columns = {one: number for number, one in enumerate(dict.fromkeys(other for _, other in pairs))}
        alike = np.zeros((len(rows), len(columns)))
        for one, other in pairs:
            alike[rows[one], columns[other]] = 2 * shared[one, other] / (ours[one] + theirs[other])
        total += best_matching(alike)
    return total


def _components(
    pairs: Sequence[tuple[Hashable, Hashable]],
) -> list[list[tuple[Hashable, Hashable]]]:
    """Pairs that hang together through a group of either side."""
    above: dict[tuple[int, Hashable], tuple[int, Hashable]] = {}

    def top(node: tuple[int, Hashable]) -> tuple[int, Hashable]:
        while above.get(node, node) != node:
            above[node] = above.get(above[node], above[node])
            node = above[node]
        return node

    for one, other in pairs:
        above[top((0, one))] = top((1, other))
    found: dict[tuple[int, Hashable], list[tuple[Hashable, Hashable]]] = defaultdict(list)
    for pair in pairs:
        found[top((0, pair[0]))].append(pair)
    return list(found.values())


def best_matching(alike: np.ndarray) -> float:
    """Largest sum of entries no two of which share a row or column (Kuhn and Munkres)."""
    cost = -(alike if alike.shape[0] <= alike.shape[1] else alike.T)
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    taken_by, way = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        taken_by[0], column = row, 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
        while taken_by[column]:
            used[column] = True
            here = taken_by[column]
            slack = cost[here - 1] - row_price[here] - column_price[1:]
            better = ~used[1:] & (slack < least[1:])
            least[1:][better], way[1:][better] = slack[better], column
            column = 1 + int(np.argmin(np.where(used[1:], np.inf, least[1:])))
            step = least[column]
            row_price[taken_by[used]] += step
            column_price[used] -= step
            least[~used] -= step
        while column:
            taken_by[column] = taken_by[way[column]]
            column = way[column]
    return float(sum(-cost[taken_by[one] - 1, one - 1] for one in range(1, columns + 1) if taken_by[one]))
