"""The train parts of UW, MEANTIME and UDS-IH2 -> knowledge/certainty_weights.tsv: how certain an event is.

    python -m training.factuality.fit --data DIR [--check]

A linear model over the signs of `claims/certainty_signs.py`, fitted with Huber's loss (straight beyond
NEAR) and decay. Where the gold value is at an end of the scale, going past it costs nothing: the sum is
cut there anyhow. MEANTIME and UDS-IH2 get a constant each that is not shipped: the annotators of the one
call nearly all certain, those of the other had to say of what is to come that it did not happen.
`--check` writes nothing, and prints what five folds of the train parts (in their order) give, each set
told by the rest.
"""

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.factuality import error_and_r, read_events
from secondsource.claims.certainty import START
from secondsource.claims.certainty_signs import HEARD, signs_of
from secondsource.claims.factuality import judge_factuality
from secondsource.model.claim import BOUNDS

TABLE = Path("src/secondsource/knowledge/certainty_weights.tsv")
WEIGHTS = {"UW": 1.0, "MEANTIME": 2.0, "UDS_IH2": 0.05}
PLAIN = "UW"
NEAR, DECAY, FREE = 0.4, 5.0, 0.01
CLASSES = ("denied, is denied", *(f"is {one}" for one in BOUNDS if one not in ("denied", "happened")))
LEAST_CASES, MOST_SIGNS, SMALLEST = 4, 1500, 0.02
FOLDS, ROUNDS, MEMORY = 5, 200, 10
Array = np.ndarray[Any, Any]
Signs = dict[str, float]


class Case(NamedTuple):
    """An event of a set: its gold value and its signs with their amounts."""

    group: str
    gold: float
    signs: Signs


def main() -> None:
    """Fits both columns and writes the table, or checks by folds."""
    ways = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways.add_argument("--data", type=Path, required=True)
    ways.add_argument("--check", action="store_true")
    told = ways.parse_args()
    cases = [one for group in WEIGHTS for one in read_cases(told.data, group)]
    if told.check:
        check(cases)
        return
    write(fit(cases), fit([_unheard(one) for one in cases]))


def read_cases(data: Path, group: str) -> list[Case]:
    """Every event of a set's train part."""
    found = []
    for event in read_events(data / "attribution" / "factuality" / group / "train.jsonl"):
        judged = judge_factuality(event.sentence, event.index, event.around)
        signs = dict(signs_of(event.sentence, event.index, judged, event.around))
        own = {} if group == PLAIN else {f"set {group}": 1.0}
        found.append(Case(group, event.gold, {**signs, START: 1.0, **own}))
    return found


def check(cases: list[Case]) -> None:
    """Prints error and r of each set when a fifth of all is told by the rest."""
    news = [one for one in cases if one.group != "UDS_IH2"]
    ways = {"as shipped": cases, "without UDS-IH2": news, "without head": [_unheard(one) for one in cases]}
    for name, every in ways.items():
        folds = _folds(every)
        told = [0.0] * len(every)
        for fold in range(FOLDS):
            weights = fit([one for one, other in zip(every, folds, strict=True) if other != fold])
            for place, one in enumerate(every):
                if folds[place] == fold:
                    told[place] = weigh(weights, one.signs)
        for group in dict.fromkeys(one.group for one in every):
            own = [(one.gold, value) for one, value in zip(every, told, strict=True) if one.group == group]
            error, r = error_and_r([one for one, _ in own], [value for _, value in own])
            print(f"{name:16} {group:9} error {error:.3f}   r {r:.3f}")


def _folds(cases: list[Case]) -> list[int]:
    """Which fifth of its set each case stands in."""
    sizes = Counter(one.group for one in cases)
    passed = Counter[str]()
    found = []
    for one in cases:
        found.append(passed[one.group] * FOLDS // sizes[one.group])
        passed[one.group] += 1
    return found


def weigh(weights: Signs, signs: Signs) -> float:
    """The sum as the package makes it, within the scale."""
    told = sum(weights.get(name, 0.0) * amount for name, amount in signs.items() if not _is_set(name))
    return max(-3.0, min(3.0, told))


def _unheard(case: Case) -> Case:
    return case._replace(signs={name: told for name, told in case.signs.items() if not name.endswith(HEARD)})


def _is_free(name: str) -> bool:
    """What holds of every case, of a set or of a class is not held down."""
    return name in (START, *CLASSES) or _is_set(name)


def _is_set(name: str) -> bool:
    return name.startswith("set ")


def fit(cases: list[Case]) -> Signs:
    """Weights of the signs that occur often enough, the most frequent first, and of the sets' constants."""
    counts = Counter(name for one in cases for name in one.signs if not _is_set(name))
    common = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_SIGNS]
    names = [name for name in common if counts[name] >= LEAST_CASES]
    names += sorted({name for one in cases for name in one.signs if _is_set(name)})
    column = {name: place for place, name in enumerate(names)}
    pairs = [[(column[name], told) for name, told in one.signs.items() if name in column] for one in cases]
    row = np.repeat(np.arange(len(pairs)), [len(one) for one in pairs])
    flat = np.array([place for one in pairs for place, _ in one])
    amount = np.array([told for one in pairs for _, told in one])
    gold = np.array([one.gold for one in cases])
    share = np.array([WEIGHTS[one.group] for one in cases])
    decay = np.array([FREE if _is_free(name) else DECAY for name in names])

    def slope(weights: Array) -> tuple[float, Array]:
        error = np.bincount(row, weights=weights[flat] * amount, minlength=len(pairs)) - gold
        error[((gold >= 3) & (error > 0)) | ((gold <= -3) & (error < 0))] = 0
        near = np.abs(error) <= NEAR
        loss = np.where(near, error**2 / 2, NEAR * (np.abs(error) - NEAR / 2))
        pull = share * np.clip(error, -NEAR, NEAR)
        down = np.bincount(flat, weights=pull[row] * amount, minlength=len(names)) + decay * weights
        return float((share * loss).sum() + (decay * weights**2).sum() / 2), down

    start = np.zeros(len(names))
    start[column[START]] = 3.0
    return dict(zip(names, descend(slope, start).tolist(), strict=True))


def descend(slope: Callable[[Array], tuple[float, Array]], weights: Array) -> Array:
    """The least of a smooth function, by L-BFGS (Nocedal and Wright 2006, algorithm 7.4)."""
    value, down = slope(weights)
    steps: list[tuple[Array, Array]] = []
    for _ in range(ROUNDS):
        way, pulls = down.copy(), list[float]()
        for step, turn in reversed(steps):
            pulls.append(float(step @ way / (step @ turn)))
            way -= pulls[-1] * turn
        way *= float(steps[-1][0] @ steps[-1][1] / (steps[-1][1] @ steps[-1][1])) if steps else 1e-3
        for (step, turn), pull in zip(steps, reversed(pulls), strict=True):
            way += step * (pull - float(turn @ way / (step @ turn)))
        length, gain = 1.0, float(down @ way)
        while True:
            lower, next_down = slope(weights - length * way)
            if lower <= value - 1e-4 * length * gain or length < 1e-8:
                break
            length /= 2
        step, turn = -length * way, next_down - down
        weights = weights + step
        if step @ turn > 1e-12:
            steps = [*steps, (step, turn)][-MEMORY:]
        if abs(value - lower) < 1e-7 * max(1.0, abs(value)):
            break
        value, down = lower, next_down
    return weights


def write(heard: Signs, unheard: Signs) -> None:
    """The table: signs in order, with two weights of two places; what weighs next to nothing is left out."""
    lines = [
        f"{name}\t{heard.get(name, 0.0):.2f}\t{unheard.get(name, 0.0):.2f}"
        for name in {*heard, *unheard}
        if not _is_set(name) and max(abs(heard.get(name, 0.0)), abs(unheard.get(name, 0.0))) >= SMALLEST
    ]
    TABLE.write_text("sign\theard\tunheard\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} signs")


if __name__ == "__main__":
    main()
