"""`read` on real files, the whole way: what is printed, kept, told as doubtful, and printed again."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondsource.cli.main import run
from secondsource.store import Store, open_store, verify

Out = pytest.CaptureFixture[str]
LAUNCH = (
    "Army fires two missiles\n\n"
    "LYNE, March 5 - The army of North Korea fired two missiles into the sea on Monday, the defence ministry "
    "said.\n\nJapan condemned the launch.\n"
)
OTHER = "The defence ministry said North Korea launched two missiles on Monday. Japan condemned the launch.\n"
UNLIKE = "Farmers in the valley brought in the apple harvest. The weather was mild, growers said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "001.txt").write_text(LAUNCH)
    (tmp_path / "reports" / "002.txt").write_text(OTHER)
    return tmp_path


def said(capsys: Out, *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    return capsys.readouterr().out


def test_a_second_run_adds_nothing_and_prints_the_same(capsys: Out, folder: Path) -> None:
    first = said(capsys, "read", "reports", "--published", "2024-03-06")
    assert first.startswith("2 reports")
    assert "saved to secondsource.db" in first
    assert said(capsys, "read", "reports", "--published", "2024-03-06") == first
    assert said(capsys, "read", "reports") == first  # what was said of them stays
    assert said(capsys, "show") == first
    assert said(capsys, "show", "reports").count("published 2024-03-06 (given)") == 2
    with open_store("secondsource.db") as store:
        assert len(store.readings()) == 2
        assert verify(store).faults == ()


def test_what_is_known_is_not_read_again_unless_something_else_is_said_of_it(
    capsys: Out, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reread(*arguments: str) -> list[str]:
        added: list[str] = []
        monkeypatch.setattr(
            Store, "add", lambda store, original, reading, by: added.append(reading.report.name) or "same"
        )
        said(capsys, "read", "reports", *arguments)
        monkeypatch.undo()
        monkeypatch.chdir(folder)
        return added

    first = said(capsys, "read", "reports", "--published", "2024-03-06")
    assert reread() == []
    assert reread("--published", "2024-03-06") == []
    assert reread("--published", "2024-03-07") == ["001", "002"]
    said(capsys, "read", "reports", "--published", "2024-03-06")
    (folder / "reports" / "003.txt").write_text(UNLIKE)
    assert reread() == ["003"]
    assert said(capsys, "read", "reports/001.txt") == first


def test_another_order_and_number_of_processes_print_the_same_record(capsys: Out, folder: Path) -> None:
    one = (
        "read",
        "reports/001.txt",
        "reports/002.txt",
        "--format",
        "jsonl",
        "--into",
        "a.db",
        "--processes",
        "1",
    )
    two = (
        "read",
        "reports/002.txt",
        "reports/001.txt",
        "--format",
        "jsonl",
        "--into",
        "b.db",
        "--processes",
        "2",
    )
    first = said(capsys, *one)
    assert said(capsys, *two) == first
    readings = [json.loads(line) for line in first.splitlines() if '"kind":"reading"' in line]
    assert [one["report"]["file"] for one in readings] == ["reports/001.txt", "reports/002.txt"]
    for reading in readings:
        text = reading["report"]["text"]
        assert reading["mentions"]
        assert all(text[one["start"] : one["end"]] == one["text"] for one in reading["mentions"])


def test_only_the_stories_of_what_was_read_are_printed(capsys: Out, folder: Path) -> None:
    said(capsys, "read", "reports")
    (folder / "farm.txt").write_text(UNLIKE)
    shown = said(capsys, "read", "farm.txt")
    assert shown.startswith("1 report ")
    assert said(capsys, "show").startswith("3 reports")


def test_standard_input_is_a_report_or_records(
    capsys: Out, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = json.dumps({"id": "w1", "text": OTHER, "outlet": "Wire", "published": "2024-03-05"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{record}\n{{oops\n".encode())))
    shown = said(capsys, "read", "-")
    assert "w1" in shown
    assert "Wire" in shown
    assert "published 2024-03-05 (given)" in shown
    assert "standard input, line 2" in shown


def test_what_cannot_be_read_is_told_and_the_rest_is_read(capsys: Out, folder: Path) -> None:
    (folder / "reports" / "empty.txt").write_text("")
    (folder / "reports" / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "reports" / "korean.txt").write_text("북한이 미사일을 발사했다. 일본은 이를 규탄했다.\n" * 5)
    shown = said(capsys, "read", "reports")
    assert "3 reports" in shown
    assert "reports/empty.txt: is empty" in shown
    assert "reports/noise.txt: holds" in shown
    assert said(capsys, "show", "notes").count("noise.txt") == 1
    said(capsys, "read", "reports")
    assert said(capsys, "show", "notes").count("noise.txt") == 1


def test_nothing_readable_is_exit_1_with_the_reason(capsys: Out, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    assert run(("read", "empty.txt")) == 1
    shown = capsys.readouterr()
    assert "empty.txt: is empty" in shown.err
    assert "nothing could be read" in shown.err
    assert shown.out == ""


def test_a_reader_that_is_not_there_is_one_line_and_changes_nothing(capsys: Out, folder: Path) -> None:
    first = said(capsys, "read", "reports")
    assert run(("read", "reports", "--reader", "crystal-ball")) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("secondsource: no reader named 'crystal-ball'")
    assert shown.err.count("\n") == 1
    assert said(capsys, "show") == first


def test_a_reference_list_is_kept_with_the_store(capsys: Out, folder: Path) -> None:
    (folder / "known.csv").write_text(
        "date,kind,description\n2024-03-04,missile launch,two missiles\nsoon,launch,x\n"
    )
    shown = said(capsys, "read", "reports", "--published", "2024-03-06", "--reference", "known.csv")
    assert "reference" in shown
    assert said(capsys, "show") == said(capsys, "read", "reports")
    with open_store("secondsource.db") as store:
        assert [one.date for one in store.references()] == ["2024-03-04"]


def test_a_person_judges_and_the_next_show_goes_by_it(capsys: Out, folder: Path) -> None:
    said(capsys, "read", "reports")
    assert "not dated" in said(capsys, "show", "reports")
    said(
        capsys, "judge", "published", "001", "2024-03-06", "--person", "Ana", "--reason", "the print edition"
    )
    shown = said(capsys, "show", "reports")
    assert shown.count("published 2024-03-06 (given)") == 1
    with open_store("secondsource.db") as store:
        assert [(one.person, one.value) for one in store.judgements()] == [("Ana", "2024-03-06")]
        assert verify(store).faults == ()
    events = [line for line in said(capsys, "show", "events").splitlines() if "launch" in line]
    assert events, "two reports on one launch make an event of it"
    with open_store("secondsource.db") as store:
        collation = store.collation()
    assert collation is not None
    both = next(event for event in collation.events if len({one[:12] for one in event.claims}) == 2)
    left, right = both.claims[0], next(one for one in both.claims if one[:12] != both.claims[0][:12])
    said(capsys, "judge", "not-same", left, right, "--person", "Ana")
    said(capsys, "show", "events")
    with open_store("secondsource.db") as store:
        judged = store.collation()
    assert judged is not None
    assert not [event for event in judged.events if {left, right} <= set(event.claims)]


def test_hostile_words_reach_no_terminal(capsys: Out, folder: Path) -> None:
    (folder / "reports" / "001.txt").write_text(LAUNCH.replace("missiles", "\x1b[2Jmissiles\u202e", 1))
    assert said(capsys, "read", "reports", "--quiet") == ""
    for what in ((), ("reports",), ("claims",), ("events",), ("notes",)):
        shown = said(capsys, "show", *what)
        assert not set(shown) & set("\x1b\u202e\x07\x9b")


def test_a_kill_in_the_middle_loses_nothing_and_a_second_run_completes_it(capsys: Out, folder: Path) -> None:
    for number in range(40):
        (folder / "reports" / f"{number:03}x.txt").write_text(f"{OTHER}It was launch number {number}.\n" * 3)
    call = [sys.executable, "-m", "secondsource", "read", "reports", "--processes", "2"]
    child = subprocess.Popen(call, stdout=subprocess.DEVNULL, start_new_session=True)
    for _ in range(600):
        time.sleep(0.1)
        if Path("secondsource.db-wal").exists() and _stored() > 3:
            break
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    before = _stored()
    with open_store("secondsource.db") as store:
        assert verify(store).faults == ()
    said(capsys, "read", "reports", "--processes", "2")
    assert before <= _stored() == 42


def _stored() -> int:
    with open_store("secondsource.db") as store:
        return len(store.digests())


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        ("fast", "no reader named 'fast': choose one of default, rules, gliner:FOLDER"),
        ("gliner:nowhere", "nowhere is no folder of a GLiNER model"),
        ("openai:http://127.0.0.1:9", "say which: openai:BASE_URL#MODEL"),
    ],
)
def test_a_reader_that_is_not_there_is_one_line(capsys: Out, folder: Path, reader: str, told: str) -> None:
    assert run(("read", "reports", "--reader", reader)) == 2
    said_wrong = capsys.readouterr().err.splitlines()
    assert len(said_wrong) == 1
    assert told in said_wrong[0]
    assert not (folder / "secondsource.db").exists()


def test_threads_and_cache_change_nothing_of_what_is_printed(
    capsys: Out, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def record(name: str, *more: str) -> str:
        return said(capsys, "read", "reports", "--format", "jsonl", "--into", name, "--processes", "1", *more)

    first = record("a.db", "--no-cache")
    assert record("b.db") == first
    assert record("c.db") == first
    assert record("d.db", "--threads", "2") == first
    monkeypatch.setenv("SECONDSOURCE_NO_CACHE", "1")
    assert record("e.db") == first
