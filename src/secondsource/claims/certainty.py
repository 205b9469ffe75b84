"""An action in its sentence, and who says so -> its factuality, and how certain: -3 (did not) to 3 (did).

A plain sum of weights (`knowledge/certainty_weights.tsv`, fitted by `training/factuality/fit.py`) over
the signs of `certainty_signs.py`. There are two weights for each sign: `heard` where the trained reader
gave its value of the word, `unheard` where it did not. The class and the number shown beside it never
contradict each other: BOUNDS says what each class allows.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from secondsource.claims.certainty_signs import Sign, signs_of
from secondsource.claims.factuality import judge_factuality
from secondsource.claims.judged import Judged
from secondsource.knowledge import load
from secondsource.model import Attribution, Sentence
from secondsource.model.claim import BOUNDS

START = "always"


def judge(sentence: Sentence, index: int, around: Sequence[Attribution]) -> Judged:
    """Class, cue and certainty of the action at a token; `around` are the attributions it stands in.

    What no word qualifies, and yet is less certain than its class allows, is only possible.
    """
    ruled = judge_factuality(sentence, index, around)
    weighed = weigh(signs_of(sentence, index, ruled, around), bool(sentence.certainties))
    if ruled.factuality == "happened" and ruled.cue is None and weighed < BOUNDS[ruled.factuality][0]:
        ruled = Judged("possible", None)
    return settle(ruled, weighed)


def judge_saying(sentence: Sentence, index: int, around: Sequence[Attribution]) -> Judged:
    """That something was said happened; how certain is weighed as for any action."""
    said = Judged("happened", None)
    return settle(said, weigh(signs_of(sentence, index, said, around), bool(sentence.certainties)))


def settle(judged: Judged, weighed: float) -> Judged:
    """The judgement with its certainty, kept within what its class allows."""
    least, most = BOUNDS[judged.factuality]
    return judged._replace(certainty=round(min(most, max(least, weighed)), 1) + 0.0)


def weigh(signs: Iterable[Sign], heard: bool) -> float:
    """The sum of the weights of the signs, each times its amount."""
    weights = _weights("heard" if heard else "unheard")
    return weights[START] + sum(weights.get(name, 0.0) * amount for name, amount in signs)


@cache
def _weights(column: str) -> Mapping[str, float]:
    return {row["sign"]: float(row[column]) for row in load("certainty_weights")}
