"""Our own cues in their sentences -> is the stance found, and does the outlet vouch: macro-F1, accuracy.

A cue is found when an attribution's cue shares a character with it (the longest overlap, the first of them).
A cue that is not found counts as wrong in every figure; those over the found ones alone are printed beside.
A line each for the further cues of stances_more.tsv: `learn` was read while the tables grew, `check` was not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.gold.more import read_more
from bench.gold.stances import COMMITMENTS, STANCES, Cue, read_stances
from secondsource.attribution import find_attributions
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Report, Span

Pair = tuple[str, str]
_TOLD = ("found", "macro_f1", "accuracy", "f1_denies", "f1_accuses", "commitment_accuracy")


def run(data: Path, reader: str = "default") -> dict[str, float]:
    """Print and give the scores of both halves; `data` is not needed, the cues are our own."""
    cues = read_stances()
    scores: dict[str, float] = {}
    for half in ("dev", "test"):
        wanted = [one for one in cues if one.half == half]
        found = [find(one, reader) for one in wanted]
        measured = score(wanted, found)
        show(half, measured, confusions(wanted, found) if half == "dev" else [])
        scores |= {f"stance_{half}_{name}": round(value, 4) for name, value in measured.items()}
    return scores | more_scores(reader)


def more_scores(reader: str) -> dict[str, float]:
    """A line for each part of the further cues, and its scores."""
    scores: dict[str, float] = {}
    cues = read_more()
    for part in ("learn", "check"):
        wanted = [one for one in cues if one.half == part]
        measured = score(wanted, [find(one, reader) for one in wanted])
        told = ", ".join(f"{name} {100 * measured[name]:.1f}" for name in _TOLD)
        print(f"more, {part}, {len(wanted)} cues: {told}")
        scores |= {f"stance_more_{part}_{name}": round(measured[name], 4) for name in _TOLD}
    return scores


def find(cue: Cue, reader: str) -> Attribution | None:
    """The attribution whose cue is this one."""
    report = Report("bench", cue.text, "", language="en")
    sentences, _ = analyse(report, reader)
    mentions, _ = find_mentions(report, sentences)
    attributions, _ = find_attributions(report, sentences, mentions)
    best = max(attributions, key=lambda one: shared(one.cue, cue.cue), default=None)
    return best if best is not None and shared(best.cue, cue.cue) else None


def shared(left: Iterable[Span], right: Sequence[Span]) -> int:
    """Characters that two cues have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def score(cues: list[Cue], found: list[Attribution | None]) -> dict[str, float]:
    """Macro-F1, accuracy and F1 of each stance and commitment; over found cues alone beside."""
    stances = [(cue.stance, "" if one is None else one.stance) for cue, one in zip(cues, found, strict=True)]
    vouched = [
        (cue.commitment, "" if one is None else one.commitment) for cue, one in zip(cues, found, strict=True)
    ]
    seen = [pair for pair in stances if pair[1]]
    seen_vouched = [pair for pair in vouched if pair[1]]
    by_stance, by_commitment = f1_by_class(stances, STANCES), f1_by_class(vouched, COMMITMENTS)
    return {
        "cues": len(cues),
        "found": len(seen) / max(len(cues), 1),
        "macro_f1": mean(by_stance.values()),
        "accuracy": accuracy(stances),
        "macro_f1_of_found": mean(f1_by_class(seen, STANCES).values()),
        "accuracy_of_found": accuracy(seen),
        "commitment_accuracy": accuracy(vouched),
        "commitment_macro_f1": mean(by_commitment.values()),
        "commitment_accuracy_of_found": accuracy(seen_vouched),
        **{f"f1_{name}": value for name, value in by_stance.items()},
        **{f"commitment_f1_{name}": value for name, value in by_commitment.items()},
    }


def f1_by_class(pairs: Sequence[Pair], classes: Sequence[str]) -> dict[str, float]:
    """F1 of each class over (gold, found)."""
    gold, said = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    right = Counter(left for left, mine in pairs if left == mine)
    return {one: 2 * right[one] / max(gold[one] + said[one], 1) for one in classes}


def accuracy(pairs: Sequence[Pair]) -> float:
    """The share of pairs that are equal."""
    return sum(left == mine for left, mine in pairs) / max(len(pairs), 1)


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    kept = list(values)
    return sum(kept) / max(len(kept), 1)


def confusions(cues: list[Cue], found: list[Attribution | None]) -> list[tuple[Pair, int]]:
    """The commonest wrong answers (gold, found)."""
    wrong: Counter[Pair] = Counter(
        (cue.stance, "not found" if one is None else one.stance)
        for cue, one in zip(cues, found, strict=True)
        if one is None or one.stance != cue.stance
    )
    return wrong.most_common(8)


def show(half: str, scores: dict[str, float], wrong: list[tuple[Pair, int]]) -> None:
    """One half as a table."""
    print(f"{half}, {scores['cues']:.0f} cues")
    for name, value in scores.items():
        if name != "cues":
            print(f"  {name:30} {100 * value:6.1f}")
    for (gold, mine), count in wrong:
        print(f"  {count:4} {gold} taken for {mine}")
