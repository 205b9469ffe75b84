"""A text and spans over it -> HTML with an element a span; spans that cross are cut at each other's edges."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.export.dossier.element import Markup, closing, element, escape, opening
from secondsource.model import Span

# Browsers stop nesting at about five hundred elements; deeper spans keep their place, but no look.
_DEEPEST = 24


@dataclass(frozen=True)
class Mark:
    """A span to be shown: its look, its place on the page, where a click leads, and what follows its end."""

    span: Span
    look: str
    anchor: str | None = None
    to: str | None = None
    after: Markup = Markup("")


@dataclass(frozen=True)
class _Piece:
    mark: Mark
    order: int
    start: int
    end: int

    def __lt__(self, other: "_Piece") -> bool:
        return (self.start, -self.end, self.order) < (other.start, -other.end, other.order)

    def within(self, start: int, end: int) -> "_Piece":
        """The part of the piece that lies between two places; it may be empty."""
        return _Piece(self.mark, self.order, max(self.start, start), min(self.end, end))


def mark_text(text: str, marks: Sequence[Mark]) -> Markup:
    """The text as paragraphs, cut at its line ends, with the marks in it.

    An earlier mark encloses a later one of the same span. A mark that is cut carries its anchor on the first
    piece; the others name it in `data-of`.
    """
    clipped = [mark for one in marks if (mark := _clipped(one, text)) is not None]
    pieces = sorted(_Piece(mark, order, mark.span.start, mark.span.end) for order, mark in enumerate(clipped))
    paragraphs, start, taken = [], 0, 0
    carried: list[_Piece] = []
    for line in text.split("\n"):
        end = start + len(line)
        while taken < len(pieces) and pieces[taken].start < end:
            carried.append(pieces[taken])
            taken += 1
        here = [piece for one in carried if (piece := one.within(start, end)).start < piece.end]
        carried = [piece for one in carried if (piece := one.within(end + 1, one.end)).start < piece.end]
        if line.strip():
            paragraphs.append(element("p", _nested(text, here, start, end)))
        start = end + 1
    return Markup("".join(paragraphs))


def _clipped(mark: Mark, text: str) -> Mark | None:
    """The mark without white space at its edges, so that its first and last piece lie in a paragraph."""
    start, end = max(mark.span.start, 0), min(mark.span.end, len(text))
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    return replace(mark, span=Span(start, end)) if start < end else None


def _nested(text: str, pieces: list[_Piece], start: int, end: int) -> Markup:
    queue = list(pieces)
    heapq.heapify(queue)
    written: list[str] = []
    inside: list[_Piece] = []
    at = start
    while queue or inside:
        if inside and (not queue or inside[-1].end <= queue[0].start):
            piece = inside.pop()
            written += [escape(text[at : piece.end]), closing("span")]
            at = piece.end
            if piece.end == piece.mark.span.end:
                written.append(piece.mark.after)
            continue
        piece = heapq.heappop(queue)
        written.append(escape(text[at : piece.start]))
        at = piece.start
        if inside and piece.end > inside[-1].end:
            heapq.heappush(queue, piece.within(inside[-1].end, piece.end))
            piece = piece.within(piece.start, inside[-1].end)
        if len(inside) < _DEEPEST:
            written.append(_opened(piece))
            inside.append(piece)
        elif piece.mark.anchor and piece.start == piece.mark.span.start:
            written.append(element("span", id=piece.mark.anchor))
    written.append(escape(text[at:end]))
    return Markup("".join(written))


def _opened(piece: _Piece) -> Markup:
    mark = piece.mark
    first = piece.start == mark.span.start
    return opening(
        "span",
        class_=mark.look,
        id=mark.anchor if first else None,
        data_of=None if first else mark.anchor,
        data_to=mark.to,
    )
