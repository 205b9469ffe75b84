"""Folders of sound and hostile files -> an outcome for each, in order, the same in one process or two."""

import json
from pathlib import Path

import pytest

from secondsource.intake import Limits, find_sources
from secondsource.run import Allowance, read_all
from secondsource.run.documents import keep_source

SENTENCE = (
    "The defence minister opened a shipyard in the north on Monday and said it would build six frigates. "
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(8):
        (tmp_path / f"report{number:02}.txt").write_text(
            f"{SENTENCE}It was number {number}.\n", encoding="utf-8"
        )
    (tmp_path / "report03a.txt").write_bytes(b"")
    (tmp_path / "report05a.html").write_text("<html><body>" + "<div>" * 5000, encoding="utf-8")
    lines = [json.dumps({"text": SENTENCE + str(number)}) for number in range(3)]
    (tmp_path / "wire.jsonl").write_text("\n".join([*lines, "{"]), encoding="utf-8")
    return tmp_path


def test_every_document_has_an_outcome_in_order(folder: Path) -> None:
    outcomes = list(read_all([folder, folder / "missing.txt"], processes=2))
    names = [
        outcome.reading.report.name if outcome.reading else Path(outcome.notes[0].report.split(",")[0]).stem
        for outcome in outcomes
    ]
    texts = [f"report{number:02}" for number in range(8)]
    texts[4:4] = ["report03a"]
    texts[7:7] = ["report05a"]
    assert names == [*texts, "wire:1", "wire:2", "wire:3", "wire", "missing"]
    assert all((outcome.reading is None) == (outcome.original is None) for outcome in outcomes)
    assert all(outcome.notes for outcome in outcomes if outcome.reading is None)


def test_one_process_and_two_read_the_same(folder: Path) -> None:
    assert list(read_all([folder], processes=1)) == list(read_all([folder], processes=2))


def test_a_document_over_its_time_is_a_note(folder: Path) -> None:
    tight = Allowance(seconds=0.001, start=0.001, patience=1)
    outcomes = list(read_all([folder / "report00.txt"], processes=1, allowance=tight))
    assert outcomes[0].reading is None
    assert "took longer than 0.001 seconds" in outcomes[0].notes[0].message


def test_a_report_whose_reading_goes_too_far_is_kept_unread(folder: Path) -> None:
    (source,) = find_sources([folder / "report00.txt"])
    (outcome,) = keep_source(source, "took longer than 30 seconds", "2023-08-06", None, Limits())  # type: ignore[arg-type]
    assert outcome.original is not None
    assert outcome.reading is not None
    assert outcome.reading.report.published.value == "2023-08-06"
    assert "reading it took longer than 30 seconds" in outcome.reading.notes[-1].message
