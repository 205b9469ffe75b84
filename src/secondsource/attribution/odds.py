"""Signs of a cue, a source or a content -> how likely it is right, by the weights of a table."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import chain
from math import exp
from typing import NamedTuple

from secondsource.knowledge import load

STEPS = (0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9)
SIZES = (1, 2, 3, 4, 6, 9, 13, 19, 27, 40, 60)
_BINS = tuple(map(str, range(12)))


@cache
def weights() -> dict[str, float]:
    """Sign -> weight, from `knowledge/attribution_odds.tsv`."""
    return {row["sign"]: float(row["weight"]) for row in load("attribution_odds")}


class Signs(NamedTuple):
    """Signs that one set of values is, and their weights."""

    names: tuple[str, ...]
    weights: tuple[float, ...]


def weighed(*names: str) -> Signs:
    """The signs with what they weigh; a sign that the table lacks weighs nothing."""
    known = weights()
    return Signs(names, tuple([known.get(one, 0.0) for one in names]))


def names_of(signs: Iterable[Signs]) -> list[str]:
    """All signs one by one, as weights are fitted to them."""
    return [name for one in signs for name in one.names]


def likelihood(signs: Iterable[Signs]) -> float:
    """The share of cases with these signs that were right."""
    score: float = sum(chain.from_iterable([one.weights for one in signs]))
    return 1 / (1 + exp(-score))


def step(confidence: float) -> str:
    """The bin of a confidence; an empty one is 0."""
    return _BINS[bisect_right(STEPS, confidence) + (confidence > 0)]


def size(words: int) -> str:
    """The bin of a length in words."""
    return _BINS[bisect_right(SIZES, words)]
