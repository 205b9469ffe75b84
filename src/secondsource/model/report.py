"""One text as one outlet published it: its words, where they came from, when it was published."""

from typing import Literal

import msgspec

from secondsource.model.span import Span

DateStatus = Literal["given", "found", "inferred", "unknown"]
PartKind = Literal["title", "subtitle", "byline", "dateline", "body", "caption", "furniture"]


class Published(msgspec.Struct, frozen=True):
    """Day of publication and how it is known.

    `value` is an EDTF day (or interval) only when `status` is given or found; `earliest` and `latest`
    are ISO days that bound it when it is inferred; `because` holds one reason a line, the method that
    found a date first of all; `intervals` rank the likeliest days of an inferred one (EDTF, `XXXX` for a year
    that nothing tells).
    """

    value: str | None = None
    status: DateStatus = "unknown"
    earliest: str | None = None
    latest: str | None = None
    because: tuple[str, ...] = ()
    intervals: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A stretch of the report that is not running text, or is its headline: kept, and marked."""

    span: Span
    kind: PartKind
    because: str
    made_by: str


class Passage(msgspec.Struct, frozen=True):
    """A stretch of `Report.text` and the bytes of the original that it was taken from."""

    span: Span
    first_byte: int
    last_byte: int


class Original(msgspec.Struct, frozen=True):
    """The bytes as they came, so that everything said of the text can be re-checked."""

    sha256: str
    media_type: str
    encoding: str
    content: bytes


class Report(msgspec.Struct, frozen=True):
    """One text as one outlet published it.

    `id` is 12 hex digits made of the text, the outlet and the address; `sha256` is that of the original
    bytes; `text` is what every span speaks of. Paragraphs are separated by line ends. `parts` cover
    only what is marked (anything not covered is body), in order, without overlap.
    """

    id: str
    text: str
    sha256: str
    name: str = ""
    file: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: Published = Published()
    language: str | None = None
    parts: tuple[Part, ...] = ()
    passages: tuple[Passage, ...] = ()

    def part_at(self, span: Span) -> PartKind:
        """What kind of part a stretch belongs to: the marked part that covers its start, else body."""
        for part in self.parts:
            if part.span.start <= span.start < part.span.end:
                return part.kind
        return "body"
