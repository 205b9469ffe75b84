"""Folders with everything that can be wrong in them -> every sound document once, a note for the rest."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from secondsource.intake import Limits, Source, find_sources, open_reports, open_source
from secondsource.intake.source import sources_of_stream
from secondsource.model import Note

TEXT = "The minister opened a yard in the north on Monday, and said that it would build six frigates."


def found(*paths: Path) -> tuple[list[Source], list[Note]]:
    everything = list(find_sources(paths))
    return (
        [one for one in everything if isinstance(one, Source)],
        [one for one in everything if isinstance(one, Note)],
    )


def test_folders_are_read_by_name_and_only_what_can_be(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "B/c.jsonl", "B/.hidden.txt", ".git/d.txt", "e.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "x"}\n', encoding="utf-8")
    sources, notes = found(tmp_path)
    assert [Path(source.file or "").relative_to(tmp_path).as_posix() for source in sources] == [
        "B/c.jsonl",
        "a.html",
        "b.txt",
    ]
    (note,) = notes
    assert "another ending were not read: 1" in note.message
    assert "e.pdf" in note.message


def test_what_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    path = tmp_path / "inner" / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "inner" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "same.txt").symlink_to(path)
    sources, notes = found(tmp_path, path)
    assert len(sources) == 1
    assert [note.message for note in notes] == ["links to a folder that is read already"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "does not exist"),
        (lambda path: path.symlink_to(path.parent / "nowhere"), "links to nothing"),
        (lambda path: path.symlink_to(path), "cannot be opened"),
        (lambda path: path.mkdir(), "is an empty folder"),
        (lambda path: os.mkfifo(path), "is not a file or a folder"),
    ],
    ids=["missing", "dangling link", "link to itself", "empty folder", "pipe"],
)
def test_what_cannot_be_read_is_a_note(tmp_path: Path, make, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.txt"
    make(path)
    sources, notes = found(path)
    assert not sources
    assert message in notes[0].message
    assert notes[0].report == str(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    (opened,) = open_reports([path])
    assert "permission" in opened.notes[0].message


def test_a_file_that_disappears_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (source,) = found(path)[0]
    path.unlink()
    (opened,) = open_source(source)
    assert opened.report is None
    assert "no longer there" in opened.notes[0].message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x7fELF" + bytes(range(256)) * 20, "no text"),
        (b"1 2 3 -- 4", "no words"),
        (b"word " * 3000, "too large"),
        (b"word\n" * 150, "too long"),
    ],
    ids=["empty", "blank", "binary", "no words", "too large", "too many lines"],
)
def test_a_bad_file_is_a_note_and_the_others_are_read(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    bad, good = open_reports([tmp_path], limits=Limits(text=6000, page=6000, paragraphs=100))
    assert bad.report is None
    assert message in bad.notes[0].message
    assert good.report is not None
    assert good.report.text == TEXT


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as stream:
        stream.truncate(50 << 20)
    (opened,) = open_reports([path])
    assert opened.notes[0].message == "too large for one report: 50 MiB, at most 4 MiB are read"


@pytest.mark.parametrize(
    ("content", "places"),
    [
        (
            b'\n{"text": "a"}\n\n{"text": "b"}\n',
            [("record", "standard input, line 2"), ("record", "standard input, line 4")],
        ),
        (b'{"text": "a"}', [("record", "standard input, line 1")]),
        (b"\xef\xbb\xbfPlain words.\n", [("unknown", "standard input")]),
        (b"<!doctype html><p>Words", [("unknown", "standard input")]),
    ],
)
def test_standard_input_is_known_by_looking(content: bytes, places: list[tuple[str, str]]) -> None:
    sources = [
        one for one in sources_of_stream(BytesIO(content), "standard input") if isinstance(one, Source)
    ]
    assert [(source.kind, source.place) for source in sources] == places
    assert all(source.content and source.content in content for source in sources)


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("a.txt", "<!DOCTYPE html><html><body><p>" + TEXT + "</p><p>" + TEXT + "</p></body></html>", ["a"]),
        ("a.json", '{\n "text": "' + TEXT + '"\n}', ["a"]),
        ("a.dat", '{"text": "' + TEXT + '"}\n{"text": "' + TEXT + ' Twice."}', ["a:1", "a:2"]),
        ("a.dat", TEXT, ["a"]),
    ],
    ids=["a page named text", "an object over lines", "objects a line", "text"],
)
def test_what_a_file_holds_is_known_by_looking(
    tmp_path: Path, name: str, content: str, names: list[str]
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    reports = [one.report for one in open_reports([tmp_path / name])]
    assert [report.name for report in reports if report] == names
    assert all(report and report.text.startswith(TEXT) for report in reports)


def test_a_long_standard_input_is_refused_in_bounded_memory() -> None:
    (note,) = sources_of_stream(
        BytesIO(b"word " * 5000), "standard input", Limits(text=100, page=100, record=100)
    )
    assert isinstance(note, Note)
    assert "24.4 KiB" in note.message


def test_a_record_over_the_limit_is_skipped_and_the_next_is_read() -> None:
    content = b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "The minister spoke."}\n'
    large, good = sources_of_stream(BytesIO(content), "standard input", Limits(record=1000))
    assert isinstance(large, Note)
    assert "too large" in large.message
    assert isinstance(good, Source)
    assert good.place == "standard input, line 2"
