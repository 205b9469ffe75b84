"""Text -> the stretches between quotation marks, paragraph by paragraph; a mark that never closes is noted.

Straight, curly, low and angled marks are read. A stretch never leaves its paragraph; a paragraph that opens
a quotation and does not close it holds one to its end only when the next paragraph opens one too.
"""

import re
from typing import NamedTuple

from secondsource.model import Note, Report, Span

LONGEST = 3000
_LINES = 3
_ANY_MARK = re.compile(r"[“”„«»\"]|''|``")
_MAY_OPEN = re.compile("[\"“„«'‘`]")
_CLOSERS = {"“": '”"', "„": "“”", "”": "”“", "«": "»", "‘": "’", "'": "'", "''": "''", "``": "''"}


class Quotation(NamedTuple):
    """A quoted stretch with its marks; `open` when no mark closes it."""

    span: Span
    open: bool


def find_quotations(report: Report) -> tuple[list[Quotation], list[Note]]:
    """Quotations in order, without overlap, and notes on marks that do not close."""
    found: list[Quotation] = []
    notes: list[Note] = []
    reached = 0
    lines = [match.span() for match in re.finditer(r"[^\r\n]+", report.text)]
    for number, (start, end) in enumerate(lines):
        if start < reached:
            start = reached
        inside = _of_paragraph(report.text, start, end) if start < end else []
        if inside and inside[-1].open:
            follows = number + 1 < len(lines) and _opens(report.text, lines[number + 1][0])
            closing = (
                None if follows else _closing_below(report.text, lines[number + 1 : number + 1 + _LINES])
            )
            if closing is not None:
                reached = closing
                found += [*inside[:-1], Quotation(Span(inside[-1].span.start, closing), False)]
                continue
            if not follows or len(inside[-1].span) > LONGEST:
                notes.append(_never_closed(report, inside.pop().span))
        found += inside
    return found, notes


def _closing_below(text: str, lines: list[tuple[int, int]]) -> int | None:
    """Where a quotation ends in the lines below: at a closing mark that comes before any opening one."""
    for start, end in lines:
        mark = _ANY_MARK.search(text, start, end)
        if mark is None:
            continue
        closes = mark[0] in "”»" or (
            mark[0] in ("''", '"') and text[mark.start() - 1 : mark.start()] not in ("", "\n")
        )
        opens = text[mark.end() : mark.end() + 1].isalnum()
        return mark.end() if closes and not opens else None
    return None


def _opens(text: str, start: int) -> bool:
    return text[start : start + 4].lstrip()[:1] in {'"', "“", "„", "«"} or text[start : start + 2] == "''"


def _of_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    position = start
    turned = _turned(text, start)
    while mark := (start, "”") if turned and position == start else _next_mark(text, position, end):
        first, kind = mark
        closing = _closing(text, first, kind, end)
        if closing is None:
            if kind in ("'", "‘"):
                position = first + 1
                continue
            found.append(Quotation(Span(first, end), True))
            break
        found.append(Quotation(Span(first, closing), False))
        position = closing
    return found


def _turned(text: str, start: int) -> bool:
    """”We stay.”: a paragraph that begins with the wrong mark"""
    return text[start : start + 1] == "”" and text[start + 1 : start + 2].isalnum()


def _next_mark(text: str, position: int, end: int) -> tuple[int, str] | None:
    while (found := _MAY_OPEN.search(text, position, end)) is not None:
        position = found.start()
        letter = text[position]
        if text[position : position + 2] in ("''", "``"):
            return position, text[position : position + 2]
        if letter in '"“„«':
            return position, letter
        if letter in "'‘" and _opens_word(text, position):
            return position, letter
        position += 1
    return None


def _opens_word(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return not (before.isalnum() or (before and before in ".,!?…")) and (after.isalpha() or after in '“"')


def _closing(text: str, first: int, kind: str, end: int) -> int | None:
    position = first + len(kind)
    closers = _CLOSERS.get(kind, '"')
    while position < end:
        if kind in ("''", "``"):
            if text[position : position + 2] == "''":
                return position + 2
        elif text[position] in closers and _closes(text, position, kind):
            return position + 1
        position += 1
    return None


def _closes(text: str, position: int, kind: str) -> bool:
    """Single marks close only where they cannot be apostrophes."""
    if kind not in ("'", "‘"):
        return True
    after = text[position + 1 : position + 2]
    return not after.isalnum() and not (text[position - 1 : position] == "s" and after == " " and kind == "‘")


def _never_closed(report: Report, span: Span) -> Note:
    return Note(
        report.id,
        Span(span.start, span.start + 1),
        "a quotation that never closes; it is not read as one",
        "look whether the closing mark was lost",
        "attribution/quotations",
    )
