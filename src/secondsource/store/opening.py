"""A path -> an engine on a store whose schema is there and is ours, or a one-line StoreError."""

import os
import sqlite3
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from secondsource.store import tables
from secondsource.store.errors import StoreError

SCHEMA = 3
# Version of a store -> what the next one added to a table.
_NEW_COLUMNS = {
    "1": "attribution ADD COLUMN antecedent TEXT NOT NULL DEFAULT '[]'",
    "2": "claim ADD COLUMN certainty REAL",
}
_PATIENCE = 30.0  # seconds that a second writer waits for the first


def open_engine(path: str | Path) -> Engine:
    """Engine on the SQLite file, made when it is not there. Raises StoreError."""
    where = Path(path)
    if where.is_dir():
        raise StoreError(f"{where}: is a folder; name a file")
    if not where.parent.is_dir():
        raise StoreError(f"{where}: the folder {where.parent} is not there")
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(where),
        poolclass=QueuePool,
        json_serializer=lambda value: msgspec.json.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    try:
        _make_schema(engine)
        with engine.connect() as connection:
            _check_schema(connection, where)
    except (DatabaseError, sqlite3.Error) as fault:
        engine.dispose()
        raise StoreError(f"{where}: {explain_fault(fault)}") from fault
    return engine


def explain_fault(fault: DatabaseError | sqlite3.Error) -> str:
    """What the database said, in one line and in our words where we have some."""
    said = " ".join(str(getattr(fault, "orig", None) or fault).split())
    known = {
        "file is not a database": "not a SQLite database; name another file with --into",
        "database is locked": "another program keeps writing to it; try again when it is done",
        "readonly database": "is read-only; make it writable, or name another file with --into",
        "unable to open": "cannot be opened; check that the folder is writable",
        "disk is full": "the disk is full; nothing of this report was stored, earlier ones are",
        "malformed": "the file is damaged; restore a copy",
    }
    return next((ours for theirs, ours in known.items() if theirs in said), said)


def is_read_only(path: Path) -> bool:
    """Whether the store is there and this process may not write to it."""
    return path.exists() and not os.access(path, os.W_OK)


def _connect(where: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(where.absolute()))}"
    if is_read_only(where):
        address += "?mode=ro"
        # WAL needs a file beside the store, even to read. Where none can be made and none is there, nobody
        # writes, and the store can be read as it stands.
        if not os.access(where.parent, os.W_OK) and not where.with_name(f"{where.name}-wal").exists():
            address += "&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=_PATIENCE, check_same_thread=False)


def file_faults(connection: Connection) -> tuple[str, ...]:
    """SQLite's own check of the file, and that of the full-text index against the reports."""
    said = connection.execute(text("PRAGMA integrity_check(20)")).scalars()
    faults = [one for one in said if one != "ok"]
    try:
        connection.execute(
            text("INSERT INTO report_words (report_words, rank) VALUES ('integrity-check', 1)")
        )
    except DatabaseError as fault:
        if "readonly" not in str(
            fault.orig
        ):  # the check is written as an insert, and a read-only file has none
            faults.append(f"the index of words does not fit the reports: {explain_fault(fault)}")
    return tuple(faults)


def _set_pragmas(connection: Any, _: Any) -> None:
    # The driver's own transaction handling would commit behind our back; `_begin` does it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    _turn_to_wal(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.close()


def _turn_to_wal(cursor: sqlite3.Cursor) -> None:
    """Keeps the log of writes in a file of its own, so that nobody who reads waits for who writes."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as fault:
            if "readonly" in str(fault):  # such a file keeps the mode that it has, and can still be read
                return
            # SQLite does not wait by itself here when another process turns the same new file.
            if "locked" not in str(fault) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _begin(connection: Connection) -> None:
    # A plain BEGIN that later wants to write fails at once under another writer, however long we would wait.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _make_schema(engine: Engine) -> None:
    """Makes the tables in an empty file, all or none; of two processes the second finds them there."""
    count = text("SELECT count(*) FROM sqlite_master")
    with engine.connect() as connection:
        if connection.execute(count).scalar_one():
            _renew_schema(engine)
            return
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if connection.execute(count).scalar_one():
            return
        for statement in _statements(files("secondsource.store").joinpath("schema.sql").read_text("utf-8")):
            connection.exec_driver_sql(statement)
        connection.execute(insert(tables.meta), {"name": "schema", "value": str(SCHEMA)})


def _renew_schema(engine: Engine) -> None:
    """Gives a store of an earlier version the columns that came with each one after it."""
    version = text("SELECT value FROM meta WHERE name = 'schema'")
    with engine.connect() as connection:
        tables_there = set(
            connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        )
        if not {"meta", "attribution", "claim"} <= tables_there:
            return
        if connection.execute(version).scalar() not in _NEW_COLUMNS:
            return
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        while (found := connection.execute(version).scalar()) in _NEW_COLUMNS:
            connection.exec_driver_sql(f"ALTER TABLE {_NEW_COLUMNS[found]}")
            connection.execute(text(f"UPDATE meta SET value = '{int(found) + 1}' WHERE name = 'schema'"))


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _check_schema(connection: Connection, where: Path) -> None:
    names = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if "meta" not in names or "report" not in names:
        raise StoreError(f"{where}: is a SQLite database, but not a store of Second Source")
    found = connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == "schema")).scalar()
    if found is None or not found.isdigit():
        raise StoreError(f"{where}: does not say which version it is")
    if int(found) > SCHEMA:
        raise StoreError(f"{where}: was written by a newer version (schema {found}, this one knows {SCHEMA})")
