"""A person's words -> reports that hold them all; the words are data, never a query of their own."""

import msgspec
from sqlalchemy import Connection, text

from secondsource.store import queries


class Hit(msgspec.Struct, frozen=True):
    """A report that holds the words; `words` shows where, the found ones between U+0002 and U+0003."""

    report: str
    name: str
    title: str | None
    words: str


_INDEX = text(
    "INSERT INTO report_words (rowid, title, text) SELECT number, title, text FROM report WHERE id = :id"
)
_FORGET = text(
    "INSERT INTO report_words (report_words, rowid, title, text) "
    "SELECT 'delete', number, title, text FROM report WHERE id = :id"
)


def index_words(connection: Connection, report: str) -> None:
    """Enters a stored report's title and text into the full-text index."""
    connection.execute(_INDEX, {"id": report})


def forget_words(connection: Connection, report: str) -> None:
    """Takes them out again; the report must still be there as it was entered."""
    connection.execute(_FORGET, {"id": report})


def find_reports(connection: Connection, words: str, most: int) -> tuple[Hit, ...]:
    """At most `most` hits, best first; none when there is no word to look for."""
    quoted = quote_words(words)
    if not quoted:
        return ()
    found = connection.execute(queries.reports_with_words(), {"words": quoted, "most": most})
    return tuple(Hit(row.id, row.name, row.title, row.words) for row in found)


def quote_words(words: str) -> str:
    """Every word as an FTS5 string, so that AND, NEAR, *, : and quotes mean themselves.

    >>> quote_words('missile "near" Wonsan*')
    '"missile" \"\"\"near\"\"\" "Wonsan*"'
    """
    plain = "".join(one if one.isprintable() else " " for one in words)
    kept = [word for word in plain.split() if any(letter.isalnum() for letter in word)]
    return " ".join('"' + word.replace('"', '""') + '"' for word in kept)
