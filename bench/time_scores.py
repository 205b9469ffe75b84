"""Found and annotated times -> F1 of spans and values, with the definitions of TempEval-3."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol


class Spanned(Protocol):
    """Anything with a place and a TIMEX3 value."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> str: ...


class Counts(NamedTuple):
    """Annotated, found, found exactly, found with an overlap, and of those with the right value."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0
    right: int = 0

    def __add__(self, other: tuple[int, ...]) -> "Counts":  # type: ignore[override]
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def strict(self) -> float:
        """F1 of exact spans, in percent."""
        return _f1(self.exact, self.gold, self.found)

    @property
    def relaxed(self) -> float:
        """F1 of overlapping spans, in percent."""
        return _f1(self.overlapping, self.gold, self.found)

    @property
    def value(self) -> float:
        """Relaxed F1 times the share of right values among the overlapping."""
        return _f1(self.right, self.gold, self.found)


def _f1(hits: int, gold: int, found: int) -> float:
    return 200 * hits / (gold + found) if gold + found else 0.0


def count(gold: Sequence[Spanned], found: Sequence[Spanned]) -> Counts:
    """Counts of one document; each annotated time meets at most one found time, exact ones first."""
    exact = {(one.start, one.end): one for one in found}
    used: set[tuple[int, int]] = set()
    hits, right, same = 0, 0, 0
    for one in sorted(gold, key=lambda g: (g.start, g.end) not in exact):
        match = exact.get((one.start, one.end)) or next(
            (f for f in found if f.start < one.end and one.start < f.end and (f.start, f.end) not in used),
            None,
        )
        if match is None or (match.start, match.end) in used:
            continue
        used.add((match.start, match.end))
        hits += 1
        same += (match.start, match.end) == (one.start, one.end)
        right += match.value == one.value
    return Counts(len(gold), len(found), same, hits, right)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum over documents."""
    summed = Counts()
    for one in counts:
        summed = summed + one
    return summed
