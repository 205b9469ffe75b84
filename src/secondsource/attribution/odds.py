"""Signs of a cue, a source or a content -> how likely it is right, by the weights of a table."""

from collections.abc import Iterable
from functools import cache
from math import exp

from secondsource.knowledge import load

STEPS = (0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9)


@cache
def weights() -> dict[str, float]:
    """Sign -> weight, from `knowledge/attribution_odds.tsv`."""
    return {row["sign"]: float(row["weight"]) for row in load("attribution_odds")}


def likelihood(signs: Iterable[str]) -> float:
    """The share of cases with these signs that were right."""
    table = weights()
    score = sum(table.get(sign, 0.0) for sign in signs)
    return 1 / (1 + exp(-score))


def step(confidence: float) -> str:
    """The bin of a confidence; an empty one is 0."""
    return str(sum(confidence >= one for one in STEPS) + (confidence > 0))


def size(words: int) -> str:
    """The bin of a length in words."""
    return str(words if words < 4 else 4 + sum(words >= one for one in (6, 9, 13, 19, 27, 40, 60)))
