"""Values that stand somewhere in a text -> those that stand in, or reach into, a stretch of it, quickly."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from secondsource.model.span import Span

Value = TypeVar("Value")


class Placed(Generic[Value]):
    """Values in the order of their spans, found by bisection: reading stays linear in a report's length."""

    def __init__(self, values: Iterable[Value], span_of: Callable[[Value], Span]) -> None:
        found = [(span_of(one), number, one) for number, one in enumerate(values)]
        self._placed = sorted((span.start, span.end, number, one) for span, number, one in found)
        self._starts = [start for start, _, _, _ in self._placed]
        self._longest = max([end - start for start, end, _, _ in self._placed], default=0)

    def within(self, span: Span) -> list[Value]:
        """Values that stand wholly inside a span, in order."""
        return [one for _, end, _, one in self._near(span.start, span) if end <= span.end]

    def reaching(self, span: Span) -> list[Value]:
        """Values that share a character with a span, in order."""
        near = self._near(span.start - self._longest, span)
        return [one for _, end, _, one in near if span.start < end] if near else []

    def _near(self, first: int, span: Span) -> list[tuple[int, int, int, Value]]:
        return self._placed[bisect_left(self._starts, first) : bisect_left(self._starts, span.end)]
