"""The two example stories -> the dossiers that are kept, the same in every run; a floor on what is found."""

import difflib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STORIES = ("launch", "minsk")
# How much of what a careful analyst expects must be found; raised as the reading gets better.
FLOORS = {
    "launch": {"events": 6, "values": 17, "verdicts": 20, "claims": 5},
    "minsk": {"events": 5, "values": 9, "verdicts": 13, "claims": 4},
}


def secondsource(*words: str, folder: Path, stdin: str | None = None) -> str:
    """What the command prints, run in a folder of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "secondsource", *words],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("story", STORIES)
def test_the_dossier_is_the_one_we_keep(story: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    kept = ROOT / "tests" / "examples" / f"{story}.txt"
    shutil.copytree(ROOT / "examples" / story, tmp_path / story)  # the dossier names where it read
    printed = secondsource("read", story, "--reader", "rules", "--into", "story.db", folder=tmp_path)
    again = secondsource("read", story, "--reader", "rules", "--into", "story.db", folder=tmp_path)
    assert printed == again, "a second run over the same files prints something else"
    if request.config.getoption("--accept"):
        kept.write_text(printed, encoding="utf-8")
    difference = difflib.unified_diff(
        kept.read_text(encoding="utf-8").splitlines(), printed.splitlines(), "kept", "printed", lineterm=""
    )
    assert "\n".join(difference) == "", "look at the change, then keep it with: make accept"


@pytest.mark.parametrize("story", STORIES)
def test_the_record_is_the_same_in_every_run_and_finds_what_is_planted(story: str, tmp_path: Path) -> None:
    source = str(ROOT / "examples" / story)
    records = [
        secondsource(
            "read", source, "--into", f"{n}.db", "--format", "jsonl", "--processes", n, folder=tmp_path
        )
        for n in ("1", "2")
    ]
    assert records[0] == records[1]
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "check.py"), source],
        input=records[0],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    last = done.stdout.strip().splitlines()[-1]
    found = {name: int(right) for name, right in re.findall(r"(\w+) (\d+)/\d+", last)}
    assert found.keys() == FLOORS[story].keys()
    assert all(found[name] >= floor for name, floor in FLOORS[story].items()), last
