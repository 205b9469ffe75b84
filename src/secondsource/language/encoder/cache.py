"""What the reader said of the same words before, from the user's cache folder -> the same without the graph.

One SQLite file for all processes, in WAL mode. Whatever is wrong with it (locked, full, damaged, read-only)
makes a miss, never an error: an entry that does not decode to its words is overwritten, a file that is no
database is begun anew. The key holds the reader's weights and code, so that nothing outlives a change.
"""

import hashlib
import os
import sqlite3
import sys
import time
import zlib
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from secondsource.language.encoder.files import Labels
from secondsource.language.encoder.reading import WordReading

FOLDER = "SECONDSOURCE_CACHE"
NAME, MOST_BYTES, CHECKED_EVERY = "readings.sqlite", 256 << 20, 200
_DAY = 86400
_TABLE = "CREATE TABLE IF NOT EXISTS reading (key BLOB PRIMARY KEY, used INTEGER, value BLOB) WITHOUT ROWID"


def cache_folder() -> Path:
    """Where this system keeps what can be made again; the variable SECONDSOURCE_CACHE names another place."""
    if told := os.environ.get(FOLDER):
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "secondsource" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "secondsource"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "secondsource"


class Cache:
    """Readings by words and weights. Safe for many processes; after a fork each opens the file for itself."""

    def __init__(self, folder: Path, labels: Labels, most: int = MOST_BYTES) -> None:
        self._path, self._most = folder / NAME, most
        self._made_by = _hash_of_code() + msgspec.json.encode(labels)
        self._open: tuple[int, sqlite3.Connection] | None = None
        self._written = 0

    def key(self, words: list[str], gaps: list[int], ends: list[float], safe: set[int]) -> bytes:
        """A hash of all that the reading of these words depends on."""
        told = hashlib.sha256(self._made_by)
        told.update(msgspec.msgpack.encode((words, gaps, ends, sorted(safe))))
        return told.digest()

    def get(self, key: bytes, words: int) -> WordReading | None:
        """The reading of so many words that was put there; None when there is none, or it is damaged."""
        try:
            connection = self._connection()
            row = connection.execute("SELECT used, value FROM reading WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            reading = _decoded(bytes(row[1]), words)
            today = int(time.time()) // _DAY
            if reading is not None and row[0] != today:
                connection.execute("UPDATE reading SET used = ? WHERE key = ?", (today, key))
            return reading
        except (sqlite3.Error, OSError, TypeError) as fault:
            self._begin_anew(fault)
            return None

    def put(self, key: bytes, reading: WordReading) -> None:
        """Keeps the reading, in place of what was kept under this key."""
        try:
            connection = self._connection()
            row = (key, int(time.time()) // _DAY, _encoded(reading))
            connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", row)
            if self._written % CHECKED_EVERY == 0:
                self._make_room(connection)
            self._written += 1
        except (sqlite3.Error, OSError) as fault:
            self._begin_anew(fault)

    def _connection(self) -> sqlite3.Connection:
        if self._open is None or self._open[0] != os.getpid():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # what was read holds words of the reports: for the user's eyes only
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            connection = sqlite3.connect(self._path, timeout=0.5, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_TABLE)
            self._open = (os.getpid(), connection)
        return self._open[1]

    def _make_room(self, connection: sqlite3.Connection) -> None:
        """Drops the half that was longest not used once the file is full; its pages are used again."""
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > self._most:
            half = connection.execute("SELECT count(*) / 2 FROM reading").fetchone()[0]
            oldest = "SELECT key FROM reading ORDER BY used, key LIMIT ?"
            connection.execute(f"DELETE FROM reading WHERE key IN ({oldest})", (half,))

    def _begin_anew(self, fault: Exception) -> None:
        """A file that is no database is taken away; a busy one is left to the others."""
        self.close()
        if isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError):
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self._path.with_name(NAME + ending).unlink()

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        if self._open is not None and self._open[0] == os.getpid():
            with suppress(sqlite3.Error), closing(self._open[1]):
                pass
        self._open = None


def _encoded(reading: WordReading) -> bytes:
    body = zlib.compress(msgspec.msgpack.encode(reading), 1)
    return hashlib.sha256(body).digest()[:8] + body


def _decoded(value: bytes, words: int) -> WordReading | None:
    if hashlib.sha256(value[8:]).digest()[:8] != value[:8]:
        return None
    try:
        reading = msgspec.msgpack.decode(zlib.decompress(value[8:]), type=WordReading)
    except (zlib.error, msgspec.MsgspecError):
        return None
    return reading if len(reading.upos) == words else None


def _hash_of_code() -> bytes:
    told = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        told.update(path.read_bytes())
    return told.digest()
