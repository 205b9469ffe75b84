"""Every command on a store made by hand: what it prints, and one clear line when the call is wrong."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.cli.collating import made_from
from secondsource.cli.main import COMMANDS, run
from secondsource.export import read_jsonl
from secondsource.model import Note
from secondsource.store import open_store
from tests.values import LEFT, RIGHT, collation, original

Out = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        for text, reading in zip((LEFT, RIGHT), collation().readings, strict=True):
            store.add(original(text), reading)
        store.keep_notes([Note("bad.html", None, "holds no words", "look at it", "intake")])
        store.save_collation(collation(), made_from(store))
    return str(path)


def said(capsys: Out, *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    if code == 2:
        assert shown.err.count("\n") == 1, shown.err
        assert shown.out == ""
    return shown.out + shown.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("reed",), "No such command 'reed'"),
        (("read",), "name at least one file or folder"),
        (("read", "nowhere.txt"), "nowhere.txt is not there"),
        (("read", "https://a.example/b"), "is an address"),
        (("read", ".", "--published", "06/08/2023"), "is not a day: write it as YYYY-MM-DD"),
        (("read", ".", "--published", "2023-02-30"), "is not a day"),
        (("read", ".", "--published", "2023-08-06/2023-08-05"), "is not a day"),
        (("read", ".", "--colour"), "No such option"),
        (("read", ".", "--reference", "nowhere.csv"), "nowhere.csv: cannot be read"),
        (("show", "--into", "nowhere.db"), "nowhere.db is not there"),
        (("show", "--into", "."), "is a directory"),
        (("export", "csv", "--into", "DB"), "name the folder"),
        (("export", "poem", "--into", "DB"), "'poem'"),
        (("show", "event9", "--into", "DB"), "is no event and no list"),
        (("explain", "m9", "--into", "DB"), "is no id of"),
        (("judge", "same", "a", "b", "--into", "DB"), "'a' is no claim and no event"),
        (("judge", "published", "009", "2023-08-06", "--into", "DB"), "names 0 reports"),
        (("export", "jsonl", "-o", "/nowhere/a", "--into", "DB"), "cannot be written"),
    ],
)
def test_a_wrong_call_is_one_line(
    capsys: Out, database: str, arguments: tuple[str, ...], message: str
) -> None:
    shown = said(capsys, *(database if one == "DB" else one for one in arguments), code=2)
    assert message in shown


@pytest.mark.parametrize(
    ("what", "lines"),
    [
        (
            (),
            [
                "2 reports · 1 outlet · 1 story · 1 event",
                "  ! only the ministry stands behind it",
                "bad.html: holds",
            ],
        ),
        (("events",), ["   1  The army fires rockets · launch · Monday, not dated · happened"]),
        (("reports",), ["001  Army fires two rockets · The Lyne Herald · published 2024-03-05 (given)"]),
        (("claims",), ['001  aaaaaaaaaaaa:c0  launch "fired"', 'actor "The army"', "Ministry asserts"]),
        (("timeline",), ["Monday, not dated  The army fires rockets [1]"]),
        (
            ("voices",),
            ["   1  The army fires rockets: 1", "002: edited copy of 001, 50% of its words shared"],
        ),
        (("notes",), ["001:3:", "        ^^^^^", "bad.html: holds no words [intake]"]),
        (("findings",), ["! single voice: only the ministry stands behind it [1]"]),
        (("event1",), ["+2.5 same type: launch, launch"]),
        (("1",), ["Claims (event1)"]),
    ],
)
def test_show(capsys: Out, database: str, what: tuple[str, ...], lines: list[str]) -> None:
    shown = said(capsys, "show", *what, "--into", database)
    for line in lines:
        assert line in shown


@pytest.mark.parametrize(
    ("id", "lines"),
    [
        ("001:m3", ['quantity "two rockets"', "value       2 rocket", "001:3:16", "by hand"]),
        (
            "aaaaaaaaaaaa:c0",
            ["claim of type launch", 'actor       "The army" aaaaaaaaaaaa:m1 [roles.by_hand]'],
        ),
        ("002:a0", ["Ministry asserts", 'cue         "said"', "attribution.by_hand"]),
        ("001:s1", ["furniture: comment form"]),
        ("event1:quantity", ["2 rocket", '002 "a pair of']),
        ("finding:1", ["single voice: only the ministry"]),
    ],
)
def test_explain(capsys: Out, database: str, id: str, lines: list[str]) -> None:
    shown = said(capsys, "explain", id, "--into", database)
    for line in lines:
        assert line in shown


def test_search(capsys: Out, database: str) -> None:
    assert "[rockets]" in said(capsys, "search", "coastal", "rockets", "--into", database)
    assert "no report holds" in said(capsys, "search", "submarine", "--into", database)


def test_verify_holds_and_tells_what_does_not(capsys: Out, database: str) -> None:
    assert "2 reports, 2 originals" in said(capsys, "verify", "--into", database)
    import sqlite3

    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE mention SET text = 'navy' WHERE report = 'aaaaaaaaaaaa' AND number = 1")
        connection.execute("UPDATE original SET content = x'00'")
    shown = said(capsys, "verify", "--into", database, code=1)
    assert "aaaaaaaaaaaa:m1: says 'navy', there stands 'The army'" in shown
    assert "its bytes have another hash" in shown


def test_exports(capsys: Out, database: str, tmp_path: Path) -> None:
    said(capsys, "export", "csv", "-o", str(tmp_path / "csv"), "--into", database)
    with (tmp_path / "csv" / "claims.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["quantity"] for row in rows] == ["two rockets", "a pair of rockets"]
    assert {one.name for one in (tmp_path / "csv").iterdir()} == {
        f"{name}.csv" for name in ("events", "claims", "comparisons", "reports", "voices", "findings")
    }
    said(capsys, "export", "jsonl", "-o", str(tmp_path / "a.jsonl"), "--into", database)
    assert read_jsonl((tmp_path / "a.jsonl").read_text().splitlines()) == collation()


def test_parquet_holds_the_same_rows(capsys: Out, database: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    said(capsys, "export", "parquet", "-o", str(tmp_path), "--into", database)
    assert parquet.read_table(tmp_path / "comparisons.parquet").to_pylist()[1]["value"] == "2 rocket"


def test_help_is_quick_because_it_loads_nothing() -> None:
    code = "import sys; from secondsource.cli.main import run; run(['--help']); print(sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert all(name in shown for name in COMMANDS)
    for heavy in ("'sqlalchemy'", "'rich'", "'msgspec'", "'numpy'", "'lxml'"):
        assert heavy not in shown


def test_a_store_of_another_kind_or_version_is_one_line(capsys: Out, database: str, tmp_path: Path) -> None:
    import sqlite3

    (tmp_path / "words.db").write_text("these are only words, and many of them, and no database at all\n" * 9)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE a (b)").connection.commit()
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    (tmp_path / "a.txt").write_text("The army fired two rockets, the ministry said.\n")
    for path, message in (
        (database, "newer version"),
        (tmp_path / "words.db", "not a SQLite database"),
        (tmp_path / "other.db", "not a store of Second Source"),
        (tmp_path / "no" / "a.db", "is not there"),
    ):
        assert message in said(capsys, "read", str(tmp_path / "a.txt"), "--into", str(path), code=2)


def test_a_pipe_that_closes_is_no_error(database: str) -> None:
    call = f"{sys.executable} -m secondsource show --into {database} | head -1"
    shown = subprocess.run(call, shell=True, capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("2 reports")
    assert "Traceback" not in shown.stderr
    assert "Broken" not in shown.stderr
