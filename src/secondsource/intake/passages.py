"""Text taken from a page -> where each stretch of it stands in the page's source, and in its bytes."""

import html
import re
from array import array
from collections.abc import Sequence

import msgspec

from secondsource.intake.decoding import keeping
from secondsource.model import Span

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S
)
_HIDDEN = ("script", "style", "template", "noscript", "svg", "textarea", "head")
_PIECE = re.compile(r"\S.{0,38}\S(?!\S)|\S+", re.S)


class Stretch(msgspec.Struct, frozen=True):
    """A span of the extracted text and the code points `[first, last)` of the page's source it came from."""

    span: Span
    first: int
    last: int


class Bytes:
    """Code points of a decoded text -> offsets into the bytes it was decoded from."""

    def __init__(self, text: str, encoding: str, first_byte: int = 0) -> None:
        self.text = text
        self.encoding = encoding
        self.first_byte = first_byte

    def at(self, points: Sequence[int]) -> list[int]:
        """The byte at which each code point begins, in one pass over the text."""
        order = sorted(range(len(points)), key=points.__getitem__)
        offsets = [0] * len(points)
        before, byte = 0, self.first_byte
        for index in order:
            byte += len(self.text[before : points[index]].encode(self.encoding, keeping(self.encoding)))
            before = points[index]
            offsets[index] = byte
        return offsets


def json_points(literal: str, points: Sequence[int]) -> list[int]:
    """Code points of a JSON string's value -> code points of its literal (opening quote included)."""
    order = sorted(range(len(points)), key=points.__getitem__)
    found = [0] * len(points)
    escapes = _ESCAPE.finditer(literal, 1)
    escape = next(escapes, None)
    shift = 1
    for index in order:
        while escape is not None and escape.start() < points[index] + shift:
            shift += escape.end() - escape.start() - 1
            escape = next(escapes, None)
        found[index] = points[index] + shift
    return found


class Visible:
    """The characters of a page's source that a reader sees, without blanks, each with its place."""

    def __init__(self, source: str) -> None:
        letters: list[str] = []
        self.first = array("L")
        self.last = array("L")
        for start, end in shown(source):
            self._take(source, start, end, letters)
        self.letters = "".join(letters)

    def _take(self, source: str, start: int, end: int, letters: list[str]) -> None:
        at = start
        for entity in _ENTITY.finditer(source, start, end):
            self._plain(source, at, entity.start(), letters)
            for character in html.unescape(entity.group()):
                if not character.isspace():
                    letters.append(character)
                    self.first.append(entity.start())
                    self.last.append(entity.end())
            at = entity.end()
        self._plain(source, at, end, letters)

    def _plain(self, source: str, start: int, end: int, letters: list[str]) -> None:
        for word in re.compile(r"\S+").finditer(source, start, end):
            letters.append(word.group())
            self.first.extend(range(word.start(), word.end()))
            self.last.extend(range(word.start() + 1, word.end() + 1))


def shown(source: str) -> list[tuple[int, int]]:
    """Stretches of the source outside tags, comments, scripts and styles; one pass."""
    shown: list[tuple[int, int]] = []
    lower = source.lower()
    if len(lower) != len(source):
        lower = source
    at, size = 0, len(source)
    while at < size:
        tag = source.find("<", at)
        if tag < 0:
            shown.append((at, size))
            break
        if tag > at:
            shown.append((at, tag))
        following = source[tag + 1 : tag + 2]
        if source.startswith("<!--", tag):
            close = source.find("-->", tag + 2)
            at = close + 3 if close >= 0 else size
        elif following.isascii() and following.isalpha() or following in "/!?" and following:
            close = source.find(">", tag)
            if close < 0:
                shown.append((tag, size))
                break
            at = close + 1
            name = re.match(r"[a-z]*", lower[tag + 1 : tag + 12])
            if name and name.group() in _HIDDEN and not source.startswith("/>", close - 1):
                end = lower.find(f"</{name.group()}", at)
                at = end if end >= 0 else size
        else:
            shown.append((tag, tag + 1))
            at = tag + 1
    return shown


def locate(text: str, source: str) -> tuple[Stretch, ...]:
    """Where the paragraphs of an extracted text stand in the source it was extracted from.

    A paragraph whose characters stand there in one run is one stretch; otherwise each piece of up to 40
    characters that does is one. What cannot be found is simply not covered. Time is linear in the source
    for every paragraph found in order.
    """
    visible = Visible(source)
    stretches: list[Stretch] = []
    cursor = 0
    for paragraph in re.finditer(r"[^\n]+", text):
        span = Span(paragraph.start(), paragraph.end())
        found, cursor = _find(span, text, visible, cursor)
        if found:
            stretches.append(found)
            continue
        for piece in _PIECE.finditer(text, span.start, span.end):
            found, cursor = _find(Span(piece.start(), piece.end()), text, visible, cursor, near=True)
            if found:
                stretches.append(found)
    return _joined(tuple(stretches), text)


def _find(
    span: Span, text: str, visible: Visible, cursor: int, near: bool = False
) -> tuple[Stretch | None, int]:
    words = "".join(span.of(text).split())
    if not words:
        return None, cursor
    at = visible.letters.find(words, cursor, cursor + 20_000) if near else visible.letters.find(words, cursor)
    if at < 0 and not near:
        at = visible.letters.find(words, 0, cursor)
    if at < 0:
        return None, cursor
    end = at + len(words)
    return Stretch(span, visible.first[at], visible.last[end - 1]), end


def _joined(stretches: tuple[Stretch, ...], text: str) -> tuple[Stretch, ...]:
    """Neighbouring pieces that also stand next to each other in the source become one stretch."""
    joined: list[Stretch] = []
    for stretch in stretches:
        before = joined[-1] if joined else None
        if (
            before
            and "\n" not in text[before.span.end : stretch.span.start]
            and not text[before.span.end : stretch.span.start].strip()
            and 0 <= stretch.first - before.last <= 8
        ):
            joined[-1] = Stretch(Span(before.span.start, stretch.span.end), before.first, stretch.last)
        else:
            joined.append(stretch)
    return tuple(joined)
