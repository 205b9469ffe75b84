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
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [one for _, end, _, one in self._placed[first:last] if end <= span.end]

    def reaching(self, span: Span) -> list[Value]:
        """Values that share a character with a span, in order."""
        starts, begins = self._starts, span.start
        first, last = bisect_left(starts, begins - self._longest), bisect_left(starts, span.end)
        if first == last:
            return []
        return [one for _, end, _, one in self._placed[first:last] if begins < end]
