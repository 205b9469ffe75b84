"""Signs of a cue, a source or a content -> how likely it is right, by the weights of a table."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from math import exp

from secondsource.knowledge import load

STEPS = (0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9)
SIZES = (1, 2, 3, 4, 6, 9, 13, 19, 27, 40, 60)
_BINS = tuple(map(str, range(12)))


@cache
def weights() -> dict[str, float]:
    """Sign -> weight, from `knowledge/attribution_odds.tsv`."""
    return {row["sign"]: float(row["weight"]) for row in load("attribution_odds")}


def likelihood(signs: Iterable[str]) -> float:
    """The share of cases with these signs that were right."""
    score: float = sum(map(weights().get, signs, repeat(0.0)))
    return 1 / (1 + exp(-score))


def step(confidence: float) -> str:
    """The bin of a confidence; an empty one is 0."""
    return _BINS[bisect_right(STEPS, confidence) + (confidence > 0)]


def size(words: int) -> str:
    """The bin of a length in words."""
    return _BINS[bisect_right(SIZES, words)]
