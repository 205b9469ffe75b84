"""A kill at any moment loses nothing that was acknowledged, and a second run completes the first."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from secondsource.store import StoreError, open_store, verify
from tests.values import LEFT, RIGHT, original, reading

CHILD = Path(__file__).with_name("crashing.py")
MANY = 60


def begin(database: Path, many: int) -> "subprocess.Popen[str]":
    root = str(CHILD.parent.parent.parent)
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(database), str(many)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={"PYTHONPATH": root},
    )


@pytest.mark.parametrize("after", [0, 1, 13, 30])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, after: int) -> None:
    database = tmp_path / "a.db"
    child = begin(database, MANY)
    assert child.stdout is not None
    acknowledged = [int(child.stdout.readline()) for _ in range(after + 1)]
    child.kill()
    acknowledged += [int(line) for line in child.stdout.read().splitlines()]
    child.wait()
    with open_store(database) as store:
        stored = {reading.report.name for reading in store.readings()}
        assert {f"{number:04}" for number in acknowledged} <= stored
        assert verify(store).faults == ()
    again = begin(database, MANY)
    assert again.communicate()[0].count("\n") == MANY
    with open_store(database) as store:
        assert len(store.readings()) == MANY
        assert verify(store).faults == ()


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    writers = [begin(tmp_path / "a.db", 20) for _ in range(2)]
    assert [writer.communicate()[0].count("\n") for writer in writers] == [20, 20]
    with open_store(tmp_path / "a.db") as store:
        assert len(store.readings()) == 20


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        first = reading("a" * 12, LEFT, "001")
        store.add(original(LEFT), first)
        event.listen(store._engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 60"))
        store._engine.dispose()
        long = f"{RIGHT}\n" * 9000
        with pytest.raises(StoreError, match="the disk is full; nothing of this report was stored"):
            store.add(original(long), reading("b" * 12, long, "002"))
        assert store.readings() == (first,)
        assert verify(store).faults == ()
    with open_store(tmp_path / "a.db") as store:
        assert store.add(original(long), reading("b" * 12, long, "002")) == "new"
