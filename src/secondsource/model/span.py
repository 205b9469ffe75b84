"""Half-open stretches of a report's text, in code points: the place where every value stands."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Characters `[start, end)` of `Report.text`; written `[start, end]` in the record."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """True when `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


def hull(spans: "list[Span] | tuple[Span, ...]") -> Span:
    """The smallest span that covers them all; at least one is needed."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
