"""A kill at any moment loses nothing that was acknowledged, and a second run completes the first."""

import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.store import open_store, verify

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
