"""Readings, collations, judgements and settings in one file; each report in one transaction."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec
from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.exc import DatabaseError

from secondsource.export.read_back import Line, read_reading, read_record
from secondsource.model import Collation, Judgement, Note, Original, Reading, ReferenceEvent
from secondsource.store import queries, rows, tables
from secondsource.store.errors import StoreError
from secondsource.store.opening import explain_fault, file_faults, is_read_only, open_engine
from secondsource.store.searching import Hit, find_reports, index_words
from secondsource.store.version import made_with
from secondsource.store.writing import (
    insert_rows,
    keep_original,
    note_of,
    note_row,
    remove_notes,
    remove_reading,
    rows_by_report,
    set_meta,
)

Added = Literal["new", "same", "changed"]


class Given(msgspec.Struct, frozen=True):
    """What a person said of a report that outweighs what it says itself."""

    published: str | None = None
    outlet: str | None = None


def open_store(path: str | Path) -> "Store":
    """The store in this file, made when it is not there. Raises StoreError (one line)."""
    return Store(Path(path), open_engine(path))


class Store:
    """One file that keeps what was read; reading never changes it, `add` is all or nothing."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    def __repr__(self) -> str:
        return f"<Store {self.path}>"

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go."""
        self._engine.dispose()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept in it by this process."""
        return is_read_only(self.path)

    def add(self, original: Original, reading: Reading, reader: str = "default") -> Added:
        """Keeps a reading and its original; what is there and equal stays, what differs is replaced.

        Raises SpanMismatch when a value's words are not what stands at its span, StoreError when it cannot
        be kept.
        """
        report = reading.report
        written = rows.rows_of_reading(reading, made_with(reader))
        fresh = written["report"][0]
        with self._writing() as connection:
            known = connection.execute(queries.report_known(), {"id": report.id}).mappings().first()
            if known is not None:
                if known["digest"] == fresh["digest"]:
                    if known["made_with"] != fresh["made_with"]:
                        row = update(tables.report).where(tables.report.c.id == report.id)
                        connection.execute(row.values(made_with=fresh["made_with"]))
                    return "same"
                remove_reading(connection, report.id)
            keep_original(connection, original)
            for name in ("report", "sentence", "mention", "attribution", "claim", "note"):
                insert_rows(connection, name, written[name])
            index_words(connection, report.id)
            if report.file is not None:
                remove_notes(connection, "file", fresh["file"])
        return "new" if known is None else "changed"

    def readings(self) -> tuple[Reading, ...]:
        """Every reading, by file, name and id, whatever order they came in."""
        with self._reading() as connection:
            children = {
                table.name: rows_by_report(connection, queries.children_of_readings(table.name))
                for table in tables.OF_A_READING
            }
            children["note"] = rows_by_report(connection, queries.notes_at("reading"))
            found = []
            for row in connection.execute(queries.all_reports()).mappings():
                own = {name: grouped.get(row["id"], []) for name, grouped in children.items()}
                found.append(read_reading(rows.line_of_reading(dict(row), own)))
        return tuple(sorted(found, key=_place_of))

    def digests(self) -> dict[str, str]:
        """Digest of each reading by the report's id, in order of id: what a collation is made from."""
        with self._reading() as connection:
            report = tables.report.c
            found = connection.execute(select(report.id, report.digest).order_by(report.id))
            return {row.id: row.digest for row in found}

    def read_with(self, sha256: str, reader: str) -> tuple[str, ...]:
        """Ids of the reports that this code and reader have read out of the original with this hash."""
        bound = {"sha256": sha256, "made_with": made_with(reader)}
        with self._reading() as connection:
            return tuple(connection.execute(queries.reports_of_original(), bound).scalars())

    def stale(self) -> tuple[str, ...]:
        """Ids of the reports that another version of the code has read."""
        report, ours = tables.report.c, made_with("")
        with self._reading() as connection:
            chosen = select(report.id).where(~report.made_with.startswith(ours, autoescape=True))
            return tuple(connection.execute(chosen.order_by(report.id)).scalars())

    def originals(self) -> Iterator[Original]:
        """Every original as it came, by hash, one at a time."""
        with self._reading() as connection:
            for row in connection.execute(queries.originals()).mappings():
                yield msgspec.convert(dict(row), Original)

    def save_collation(self, collation: Collation, made_from: str) -> None:
        """Replaces the stored collation; `made_from` says from which readings and judgements it was made."""
        written = rows.rows_of_collation(collation)
        with self._writing() as connection:
            for table in tables.OF_A_COLLATION:
                connection.execute(delete(table))
                insert_rows(connection, table.name, written.get(table.name, []))
            remove_notes(connection, "collation", None)
            insert_rows(connection, "note", written.get("note", []))
            set_meta(connection, "collated", made_from)

    def collation(self, made_from: str | None = None) -> Collation | None:
        """The stored collation with its readings; None when there is none, or none made from this."""
        if self.setting("collated") is None or made_from not in (None, self.setting("collated")):
            return None
        lines: list[Line] = []
        with self._reading() as connection:
            for table in tables.OF_A_COLLATION:
                found = connection.execute(queries.rows_of_collation(table.name)).mappings()
                lines.extend(rows.line_of_row(table.name, dict(row)) for row in found)
            notes = connection.execute(queries.notes_at("collation")).mappings()
            lines.extend(rows.line_of_row("note", dict(row)) for row in notes)
        return msgspec.structs.replace(read_record(lines), readings=self.readings())

    def search(self, words: str, most: int = 50) -> tuple[Hit, ...]:
        """Reports that hold all the words, best first."""
        with self._reading() as connection:
            return find_reports(connection, words, most)

    def keep_notes(self, notes: Iterable[Note]) -> None:
        """Keeps notes on files that no report came of; earlier notes on the same files are replaced."""
        by_file: dict[str, list[Note]] = {}
        for note in notes:
            by_file.setdefault(note.report, []).append(note)
        with self._writing() as connection:
            for file, kept in sorted(by_file.items()):
                remove_notes(connection, "file", rows.writable(file))
                insert_rows(connection, "note", [note_row(note, number) for number, note in enumerate(kept)])

    def file_notes(self) -> tuple[Note, ...]:
        """Notes on files that no report came of, by file."""
        with self._reading() as connection:
            found = connection.execute(queries.notes_at("file")).mappings()
            return tuple(note_of(dict(row)) for row in found)

    def give(self, report: str, published: str | None, outlet: str | None) -> Given:
        """Keeps what a person says of a report beside what was said before; all that is now said of it."""
        with self._writing() if published or outlet else self._reading() as connection:
            known = connection.execute(queries.given_for(), {"report": report}).first()
            before = Given(known.published, known.outlet) if known else Given()
            given = Given(published or before.published, outlet or before.outlet)
            if given != before:
                connection.execute(delete(tables.given).where(tables.given.c.report == report))
                insert_rows(connection, "given", [{"report": report, **msgspec.structs.asdict(given)}])
        return given

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's decision; nothing is ever taken away."""
        with self._writing() as connection:
            number = connection.execute(queries.next_number("judgement")).scalar_one()
            insert_rows(connection, "judgement", [{**msgspec.to_builtins(judgement), "number": number}])

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision, as they were made."""
        with self._reading() as connection:
            found = connection.execute(queries.judgements()).mappings()
            return tuple(msgspec.convert(dict(row), Judgement) for row in found)

    def keep_reference(self, source: str, events: Iterable[ReferenceEvent]) -> None:
        """Keeps a reference list under its name, in place of an earlier one of that name."""
        kept = [
            {
                "source": source,
                "number": number,
                "date": one.date,
                "kind": one.kind,
                "description": one.description,
            }
            for number, one in enumerate(events)
        ]
        with self._writing() as connection:
            connection.execute(delete(tables.reference).where(tables.reference.c.source == source))
            insert_rows(connection, "reference", kept)

    def references(self) -> tuple[ReferenceEvent, ...]:
        """Rows of all reference lists, by list and place."""
        with self._reading() as connection:
            found = connection.execute(queries.references()).mappings()
            return tuple(msgspec.convert(dict(row), ReferenceEvent) for row in found)

    def setting(self, name: str) -> str | None:
        """What this file says of itself under this name."""
        with self._reading() as connection:
            return connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == name)).scalar()

    def integrity(self) -> tuple[str, ...]:
        """What the database says is wrong with its own file and its index of words; nothing when sound."""
        with self._reading() as connection:
            return file_faults(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as fault:
            raise StoreError(f"{self.path}: {explain_fault(fault)}") from fault

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
                yield connection
        except DatabaseError as fault:
            raise StoreError(f"{self.path}: {explain_fault(fault)}") from fault


def _place_of(reading: Reading) -> tuple[str, str, str]:
    return reading.report.file or "", reading.report.name, reading.report.id
