"""Readings and notes -> a block a report: who published it when, what share was used, what is doubtful."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from secondsource.cli.names import Names
from secondsource.cli.plain import columns, hang, one_line, safe, shorten
from secondsource.model import Collation, Note, Published, Reading, Report, Span

_SHOWN = 110  # columns of a line of a report around the words that a note speaks of


def tell_reports(
    collation: Collation, names: Names, width: int, file_notes: tuple[Note, ...] = ()
) -> Iterator[str]:
    """Every report with its ledger and notes, then the notes on none of them."""
    yield ""
    yield "Reports"
    for reading in collation.readings:
        yield from tell_report(reading, names, width)
    for note in (*collation.notes, *file_notes):
        yield from tell_note(note, names, width)


def tell_report(reading: Reading, names: Names, width: int, notes: bool = True) -> Iterator[str]:
    """One report: where it is from, its share of text used, its notes."""
    report = reading.report
    title = f"{shorten(report.title, 80)} · " if report.title else ""
    outlet = one_line(report.outlet) if report.outlet else "outlet not named"
    language = f" · {one_line(report.language)}" if report.language not in (None, "en") else ""
    about = f"{title}{outlet} · {published_in_words(report.published)}{language} · {share_used(reading)}"
    yield from hang(about, width, f"  {names.report(report.id)}  ")
    if notes:
        yield from _tell_once(reading.notes, names, width)


def _tell_once(notes: tuple[Note, ...], names: Names, width: int) -> Iterator[str]:
    """Notes of one report; one that is made of many places is told of the first of them."""
    places = Counter((note.message, note.made_by) for note in notes)
    for note in notes:
        number = places.pop((note.message, note.made_by), 0)
        if number:
            yield from tell_note(note, names, width)
        if number > 1:
            more = f"{number - 1:,} more {'place' if number == 2 else 'places'}"
            yield from hang(f"the same of {more}: secondsource show notes", width, "        ")


def published_in_words(published: Published) -> str:
    """`published 2023-08-06 (given)`; without a day what bounds it."""
    if published.value is not None:
        return f"published {one_line(published.value)} ({published.status})"
    if published.earliest or published.latest:
        first, last = published.earliest or "..", published.latest or ".."
        because = f" ({one_line(published.because[0])})" if published.because else ""
        return f"not dated: between {one_line(first)} and {one_line(last)}{because}"
    return "not dated"


def share_used(reading: Reading) -> str:
    """What became of the sentences: how many were used, as a share of the words that are not furniture."""
    fates: dict[str, int] = {"used": 0, "background": 0, "furniture": 0, "not understood": 0}
    size = dict.fromkeys(fates, 0)
    for ledger in reading.sentences:
        fates[ledger.fate] += 1
        size[ledger.fate] += len(ledger.span)
    text = sum(size.values()) - size["furniture"]
    share = round(100 * size["used"] / text) if text else 0
    counted = [f"{number} {fate}" for fate, number in fates.items() if number and fate != "used"]
    sentences = sum(fates.values()) - fates["furniture"]
    told = f"{fates['used']} of {sentences} sentences used ({share} % of the text)"
    return ", ".join((told, *counted))


def tell_note(note: Note, names: Names, width: int) -> Iterator[str]:
    """`002:5:184: message [rule]`, the words with carets under them, and what to do."""
    reading = names.index.readings.get(note.report)
    if reading is None:
        yield from hang(f"{one_line(note.report)}: {note.message} [{note.made_by}]", width, "    ")
    elif note.span is None:
        yield from hang(f"{names.report(note.report)}: {note.message} [{note.made_by}]", width, "    ")
    else:
        line, column = place_of(reading.report, note.span)
        place = f"{names.report(note.report)}:{line}:{column}"
        yield from hang(f"{place}: {note.message} [{note.made_by}]", width, "    ")
        yield from show_words(reading.report, note.span, min(width - 8, _SHOWN))
    if note.advice:
        yield from hang(note.advice, width, "        ")


def place_of(report: Report, span: Span) -> tuple[int, int]:
    """Line and column of a span, both from 1, as editors count them."""
    starts = _line_starts(report.text)
    line = bisect_right(starts, span.start)
    return line, span.start - starts[line - 1] + 1


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", text)))


def show_words(report: Report, span: Span, most: int) -> Iterator[str]:
    """The line of the text where the words stand, cut to `most` columns around them, and carets below."""
    most -= 2  # for the signs that something was cut
    first = report.text.rfind("\n", 0, span.start) + 1
    last = report.text.find("\n", span.start)
    last = len(report.text) if last < 0 else last
    end = min(span.end, last, span.start + most)
    room = max(0, most - (end - span.start)) // 2
    begin, stop = max(first, span.start - room), min(last, max(end, span.start + 1) + room)
    # Tabs and hostile characters become one character each, so that the carets stand below the words.
    line = safe(report.text[begin:stop]).replace("\t", " ").replace("\n", " ")
    before = ("…" if begin > first else "") + line[: span.start - begin]
    words, after = line[span.start - begin : end - begin], "…" if stop < last else ""
    yield f"        {before}{words}{line[end - begin :]}{after}".rstrip()
    yield "        " + " " * columns(before) + "^" * max(1, columns(words))
