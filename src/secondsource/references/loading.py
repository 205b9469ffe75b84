"""A file -> its name, its ReferenceEvents and the notes on it; headers say which column is which."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from secondsource.knowledge import load
from secondsource.model import Note, ReferenceEvent
from secondsource.references.days import find_order, read_day
from secondsource.references.rows import Row, read_rows

MADE_BY = "references.loading"
_LARGEST = 64 << 20


class UnreadableList(Exception):
    """The file is no list of known events; the message says which and why, in one line."""


class ReferenceList(msgspec.Struct, frozen=True):
    """A list that the user trusts: the file's name, its events in its order, and what is doubtful in it."""

    name: str
    events: tuple[ReferenceEvent, ...]
    notes: tuple[Note, ...] = ()


def load_reference(path: str | Path) -> ReferenceList:
    """The list in this file. Raises UnreadableList."""
    where = Path(path)
    try:
        if where.stat().st_size > _LARGEST:
            raise UnreadableList(f"{where}: larger than {_LARGEST >> 20} MiB; give a shorter list")
        text, doubts = _decode(where.name, where.read_bytes())
        rows = read_rows(where.name, text)
    except OSError as fault:
        raise UnreadableList(f"{where}: cannot be read: {(fault.strerror or str(fault)).lower()}") from None
    except ValueError as fault:
        raise UnreadableList(f"{where}: {fault}") from None
    events, undated = _events(where, rows)
    return ReferenceList(where.name, events, (*doubts, *_notes(where, undated, len(rows))))


def _decode(name: str, content: bytes) -> tuple[str, tuple[Note, ...]]:
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        message = "is not UTF-8: read as Windows-1252, a guess"
        note = Note(name, None, message, "save it as UTF-8 if characters look wrong", MADE_BY)
        return content.decode("cp1252", "replace"), (note,)


def _events(where: Path, rows: list[Row]) -> tuple[tuple[ReferenceEvent, ...], list[str]]:
    """Events, and what stands in the date column of the rows that gave none."""
    headers = list(dict.fromkeys(name for row in rows[:200] for name in row))
    date, kind, texts = _column(headers, "date"), _column(headers, "kind"), _columns(headers, "description")
    parts = tuple(_column(headers, one) for one in ("year", "month", "day"))
    if date is not None and _plain(date) == "day" and parts[0] is not None:
        date = None  # the number of a day, beside its year and month
    if date is None and parts[0] is None:
        raise UnreadableList(f"{where}: no column of dates; name one 'date' (there are: {_named(headers)})")
    if kind is None and not texts:
        raise UnreadableList(f"{where}: no column 'kind' or 'description' (there are: {_named(headers)})")
    order = find_order(row.get(date, "") for row in rows) if date else "unknown"
    events: list[ReferenceEvent] = []
    undated: list[str] = []
    for row in rows:
        written = row.get(date, "") if date else "-".join(_numbers(row, parts))
        day = read_day(written, order)
        if day is None:
            if any(value.strip() for value in row.values()):
                undated.append(written)
            continue
        said = [" ".join(row.get(one, "").split()) for one in texts]
        described = " · ".join(dict.fromkeys(one for one in said if one and one.lower() != "unknown"))
        events.append(ReferenceEvent(day, _qualified(kind, row), described, where.name))
    if not events:
        raise UnreadableList(f"{where}: no row has a date that can be read; write days as YYYY-MM-DD")
    return tuple(events), undated


def _column(headers: Sequence[str], role: str) -> str | None:
    found = _columns(headers, role)
    return found[0] if found else None


def _columns(headers: Sequence[str], role: str) -> list[str]:
    """Headers that the table of names knows for this role, best first."""
    known = {row["name"]: row["rank"] for row in load("reference_columns") if row["role"] == role}
    found = [(known[_plain(one)], place, one) for place, one in enumerate(headers) if _plain(one) in known]
    return [one for _, _, one in sorted(found)]


def _plain(header: str) -> str:
    return " ".join(header.lower().replace("_", " ").split())


def _qualified(kind: str | None, row: Row) -> str:
    """`SRBM` under the header "Missile Type" is a `missile SRBM`: the header says of what it is the kind."""
    if kind is None:
        return ""
    value = " ".join(row.get(kind, "").split())
    words = [
        one for one in _plain(kind).split() if one not in ("type", "kind", "category", "class", "cat", "tag")
    ]
    said = [one for one in words if one != "event" and one not in value.lower()]
    return " ".join((*said, value)) if value else ""


def _numbers(row: Row, parts: tuple[str | None, ...]) -> list[str]:
    numbers: list[str] = []
    for header, digits in zip(parts, (4, 2, 2), strict=True):
        value = row.get(header, "").strip() if header else ""
        if not value.isdigit() or int(value) == 0:
            break
        numbers.append(value.zfill(digits))
    return numbers


def _named(headers: Sequence[str]) -> str:
    return ", ".join(headers[:12]) or "none"


def _notes(where: Path, undated: list[str], rows: int) -> tuple[Note, ...]:
    if not undated:
        return ()
    message = f"{len(undated)} of {rows} rows have no date that can be read (the first: {undated[0][:40]!r})"
    return (Note(where.name, None, message, "write days as YYYY-MM-DD; the other rows are used", MADE_BY),)
