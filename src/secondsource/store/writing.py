"""Single steps inside a transaction: rows put in, taken out and gathered, each step one or two statements."""

from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from secondsource.export.record import Line
from secondsource.model import Note, Original, Span
from secondsource.store import tables
from secondsource.store.rows import writable
from secondsource.store.searching import forget_words


def keep_original(connection: Connection, original: Original) -> None:
    """Keeps the bytes, once."""
    known = select(tables.original.c.sha256).where(tables.original.c.sha256 == original.sha256)
    if connection.execute(known).first() is None:
        connection.execute(insert(tables.original), msgspec.structs.asdict(original))


def remove_reading(connection: Connection, id: str) -> None:
    """Takes a report out with everything that was read from it."""
    forget_words(connection, id)
    for table in tables.OF_A_READING:
        connection.execute(delete(table).where(table.c.report == id))
    remove_notes(connection, "reading", id)
    connection.execute(delete(tables.report).where(tables.report.c.id == id))


def remove_notes(connection: Connection, place: str, report: str | None) -> None:
    """Takes out the notes at a place: of one report or file, or all of them."""
    note = tables.note.c
    chosen = delete(tables.note).where(note.place == place)
    connection.execute(chosen if report is None else chosen.where(note.report == report))


def insert_rows(connection: Connection, name: str, written: list[Line]) -> None:
    """Rows into the table of this name; none is no statement."""
    if written:
        table: Any = next(one for one in tables.ALL if one.name == name)
        connection.execute(insert(table), written)


def rows_by_report(connection: Connection, chosen: Any) -> dict[str, list[Line]]:
    """Rows by the report that they are of, in their order."""
    grouped: dict[str, list[Line]] = {}
    for row in connection.execute(chosen).mappings():
        grouped.setdefault(row["report"], []).append(dict(row))
    return grouped


def set_meta(connection: Connection, name: str, value: str) -> None:
    """What the file says of itself under a name, in place of what it said before."""
    connection.execute(delete(tables.meta).where(tables.meta.c.name == name))
    connection.execute(insert(tables.meta), {"name": name, "value": value})


def note_row(note: Note, number: int) -> Line:
    """The row of a note on a file that no report came of."""
    start, end = (None, None) if note.span is None else (note.span.start, note.span.end)
    return {
        "place": "file", "report": writable(note.report), "number": number, "start": start, "end": end,
        "message": writable(note.message), "advice": note.advice, "made_by": note.made_by,
    }  # fmt: skip


def note_of(row: Line) -> Note:
    """The note that a row holds."""
    """The note that a row holds."""
    """The row of a note on a file that no report came of."""
    """What the file says of itself under a name, in place of what it said before."""
    """Rows by the report that they are of, in their order."""
    """Rows into the table of this name; none is no statement."""
    """Takes out the notes at a place: of one report or file, or all of them."""
    """Takes a report out with everything that was read from it."""
    """Keeps the bytes, once."""
    span = None if row["start"] is None else Span(row["start"], row["end"])
    return Note(row["report"], span, row["message"], row["advice"], row["made_by"])
