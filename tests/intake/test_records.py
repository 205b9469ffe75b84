"""Lines of JSON -> reports with what their fields say, and a note with the line's number for the rest."""

import json
from pathlib import Path

import pytest

from secondsource.intake import Source, open_reports, open_source
from secondsource.intake.checking import passage_holds

TEXT = 'The minister said “no” on Monday,\nand went home.\tShe was “tired” 🙂, a "source" said.'


def test_a_record_brings_its_fields() -> None:
    record = {
        "id": "wire-7",
        "title": "Minister says no",
        "text": TEXT,
        "url": "https://www.news.example/7",
        "outlet": "The Example",
        "published": "2023-08-06T08:00:00+09:00",
        "language": "en-GB",
    }
    (one,) = open_source(Source("line 1", "record", "a:1", content=json.dumps(record).encode()))
    assert one.report is not None
    report = one.report
    assert (report.name, report.title, report.url, report.outlet) == (
        "wire-7",
        "Minister says no",
        "https://www.news.example/7",
        "The Example",
    )
    assert (report.published.value, report.published.status) == ("2023-08-06", "given")
    assert report.text == TEXT


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("field", ["text", "html"])
def test_passages_of_a_record_point_into_its_line(ascii_only: bool, field: str) -> None:
    words = TEXT if field == "text" else "<html><body><p>" + "</p><p>".join([TEXT.replace("\n", " ") * 3] * 2)
    line = json.dumps({"title": "“é”", field: words, "z": 1}, ensure_ascii=ascii_only).encode()
    (one,) = open_source(Source("line 1", "record", "a:1", content=line))
    assert one.report is not None
    assert one.original is not None
    assert one.original.content == line
    assert one.report.passages
    assert all(passage_holds(one.original, one.report.text, passage) for passage in one.report.passages)


def test_bad_lines_are_notes_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        '{"text": "The minister spoke on Monday."}\n'
        '{"text": "broken\n'
        "\n"
        '{"title": "no text"}\n'
        '["text"]\n'
        '{"text": "a"} {"text": "b"}\n'
        '{"text": "The minister spoke on \\ud800 Tuesday."}\n'
        '{"text": "The minister spoke on Friday.", "published": "soon"}',
        encoding="utf-8",
    )
    everything = list(open_reports([path]))
    bad = [one.notes[0] for one in everything if one.report is None]
    assert [note.report.rpartition(", ")[2] for note in bad] == ["line 2", "line 4", "line 5", "line 6"]
    assert ["not JSON" in bad[0].message, "neither" in bad[1].message, "not an object" in bad[2].message] == [
        True
    ] * 3
    good = [one for one in everything if one.report is not None]
    assert [one.report.name for one in good if one.report] == ["wire:1", "wire:7", "wire:8"]
    assert "broken characters" in good[1].notes[0].message
    assert "is not understood" in good[2].notes[0].message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text":' + b"[" * 100_000, "nested too deep"),
        (b'{"text": "a", "n": ' + b"9" * 9000 + b"}", "number that is too long"),
        (b'{"text": ""}', "neither"),
        (b'{"text": "1 2 3"}', "no words"),
        (b'{"text": {"a": 1}}', "neither"),
        (b"nothing", "not JSON"),
    ],
)
def test_lines_that_are_refused(line: bytes, message: str) -> None:
    (one,) = open_source(Source("line 1", "record", "a:1", content=line))
    assert one.report is None
    assert message in one.notes[0].message


def test_the_callers_word_outweighs_the_record_and_leaves_the_id() -> None:
    line = b'{"text": "The minister spoke on Monday.", "outlet": "A", "published": "2023-08-06"}'
    source = Source("line 1", "record", "a:1", content=line)
    plain, told = open_source(source)[0].report, open_source(source, "2023-08-07", "B")[0].report
    assert plain is not None
    assert told is not None
    assert plain.id == told.id
    assert (told.outlet, told.published.value) == ("B", "2023-08-07")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ({"text": "a b"}, {"text": "a b", "published": "2023-08-06", "id": "x"}, True),
        ({"text": "a b", "outlet": "A"}, {"text": "a b", "outlet": "B"}, False),
        ({"text": "a b", "url": "https://a.example"}, {"text": "a b", "url": "https://b.example"}, False),
        ({"text": "a b"}, {"text": "a c"}, False),
    ],
)
def test_what_makes_two_reports_one(left: dict[str, str], right: dict[str, str], same: bool) -> None:
    ids = [
        one.report.id
        for record in (left, right)
        for one in open_source(Source("line", "record", "a", content=json.dumps(record).encode()))
        if one.report
    ]
    assert (ids[0] == ids[1]) is same
