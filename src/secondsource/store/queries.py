"""What is asked of the store, each question by its name; schema.sql says which index serves which."""

from typing import Any

from sqlalchemy import Select, TextClause, bindparam, func, select, text

from secondsource.store import tables


def report_known() -> Select[Any]:
    """Version and digest of one report, `id` bound."""
    report = tables.report.c
    return select(report.made_with, report.digest).where(report.id == bindparam("id"))


def reports_of_original() -> Select[Any]:
    """Ids of the reports that one version has read out of an original; `sha256`, `made_with` bound."""
    report = tables.report.c
    chosen = select(report.id).where(report.sha256 == bindparam("sha256"))
    return chosen.where(report.made_with == bindparam("made_with")).order_by(report.id)


def all_reports() -> Select[Any]:
    """Every report, in the order in which it came."""
    return select(tables.report).order_by(tables.report.c.number)


def children_of_readings(name: str) -> Select[Any]:
    """Every row of a reading's table, by report and place."""
    child = next(one for one in tables.OF_A_READING if one.name == name)
    return select(child).order_by(child.c.report, child.c.number)


def notes_at(place: str) -> Select[Any]:
    """Notes of readings or of files, by report; those of the collation in their own order."""
    note = tables.note
    order = (note.c.number,) if place == "collation" else (note.c.report, note.c.number)
    return select(note).where(note.c.place == place).order_by(*order)


def rows_of_collation(name: str) -> Select[Any]:
    """Every row of a collation's table, in order."""
    chosen = next(one for one in tables.OF_A_COLLATION if one.name == name)
    return select(chosen).order_by(chosen.c.number)


def originals() -> Select[Any]:
    """Every original, by hash."""
    return select(tables.original).order_by(tables.original.c.sha256)


def given_for() -> Select[Any]:
    """What a person said of one report, `report` bound."""
    return select(tables.given).where(tables.given.c.report == bindparam("report"))


def judgements() -> Select[Any]:
    """Every judgement, as they were made."""
    return select(tables.judgement).order_by(tables.judgement.c.number)


def references() -> Select[Any]:
    """Every row of every reference list."""
    reference = tables.reference.c
    return select(tables.reference).order_by(reference.source, reference.number)


def next_number(name: str) -> Select[Any]:
    """One more than the highest number in a table."""
    chosen = next(one for one in tables.ALL if one.name == name)
    return select(func.coalesce(func.max(chosen.c.number), 0) + 1)


def reports_with_words() -> TextClause:
    """SQLite: reports whose title or text holds the words, best first; `words` and `most` bound."""
    return text(
        "SELECT report.id, report.name, report.title, "
        "snippet(report_words, -1, char(2), char(3), ' … ', 24) AS words "
        "FROM report_words JOIN report ON report.number = report_words.rowid "
        "WHERE report_words MATCH :words ORDER BY bm25(report_words, 4.0, 1.0), report.id LIMIT :most"
    )
