"""Tables of the export: the same rows as the record, and no cell that a spreadsheet would run."""

import csv
from pathlib import Path

import msgspec
import pytest

from secondsource.export.tables import COLUMNS, make_tables, write_csv
from secondsource.model import Collation, Finding
from tests.values import collation

RUN = ['=HYPERLINK("http://a.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


@pytest.mark.parametrize("words", RUN)
def test_no_cell_is_a_formula(tmp_path: Path, words: str) -> None:
    left, right = collation().readings
    hostile = msgspec.structs.replace(left.report, title=words, outlet=words, name=words)
    finding = Finding("single voice", None, (), words)
    readings = (msgspec.structs.replace(left, report=hostile), right)
    write_csv(Collation(readings, findings=(finding,)), tmp_path)
    for path in tmp_path.iterdir():
        with path.open(newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))], (
            path.name
        )
    with (tmp_path / "reports.csv").open(newline="") as stream:
        assert next(csv.DictReader(stream))["title"] == f"'{words}"


def test_no_cell_moves_a_cursor(tmp_path: Path) -> None:
    finding = Finding("single voice", None, (), "a\x1b[2Jb\x9bc\u202ed\x00e\nf")
    write_csv(Collation(findings=(finding,)), tmp_path)
    with (tmp_path / "findings.csv").open(newline="") as stream:
        assert next(csv.DictReader(stream))["message"] == "a\ufffd[2Jb\ufffdc\ufffdd\ufffde\nf"


def test_rows_follow_the_columns() -> None:
    tables = make_tables(collation())
    assert list(tables) == list(COLUMNS)
    for name, rows in tables.items():
        assert rows, name
        assert all(tuple(row) == COLUMNS[name] for row in rows)
    event, claim = tables["events"][0], tables["claims"][0]
    assert (event["voices_least"], event["voices_most"], event["claims"]) == (
        1,
        1,
        "aaaaaaaaaaaa:c0 bbbbbbbbbbbb:c0",
    )
    assert (claim["event"], claim["actor"], claim["source"]) == (
        "event1",
        "The army",
        "organization/ministry",
    )
    assert [row["used"] for row in tables["reports"]] == [1, 1]


def test_an_empty_collation_gives_headers(tmp_path: Path) -> None:
    write_csv(Collation(), tmp_path)
    assert (tmp_path / "voices.csv").read_bytes() == b"event,voice,stance,party,reports\r\n"


def test_parquet_has_the_same_types_with_and_without_rows(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from secondsource.export.parquet import write_parquet

    write_parquet(collation(), tmp_path / "full")
    write_parquet(Collation(), tmp_path / "empty")
    for name in COLUMNS:
        full, empty = (parquet.read_schema(tmp_path / one / f"{name}.parquet") for one in ("full", "empty"))
        assert full == empty
