"""Plain texts whose paragraphs are told apart by hand -> the same parts by the rules."""

from pathlib import Path
from typing import get_args

import pytest

from secondsource.intake.dateline import dateline_before
from secondsource.intake.parts import mark_parts
from secondsource.model.report import PartKind
from tests.tables import load_cases

HERE = Path(__file__).parent
DATELINES = load_cases(HERE / "datelines.txt")


def load_sheets(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Cases of `kind | paragraph` lines under `== name`; anything else fails."""
    sheets: list[tuple[str, list[tuple[str, str]]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("== "):
            sheets.append((line[3:], []))
            continue
        kind, bar, words = line.partition(" | ")
        assert bar, f"{path.name}:{number}: no ' | '"
        assert kind.strip() in get_args(PartKind), f"{path.name}:{number}: no such kind: {kind}"
        assert sheets, f"{path.name}:{number}: no '== name' above it"
        sheets[-1][1].append((kind.strip(), words))
    assert all(lines for _, lines in sheets), f"{path.name}: an empty case"
    return sheets


SHEETS = load_sheets(HERE / "sheets.txt")


def kinds_of(paragraphs: list[str], line_end: str) -> list[str]:
    text = line_end.join(paragraphs)
    parts = mark_parts(text)
    kinds, at = [], 0
    for paragraph in paragraphs:
        last = at + len(paragraph) - 1
        part = next((part for part in parts if part.span.start <= last < part.span.end), None)
        kinds.append(part.kind if part else "body")
        at += len(paragraph) + len(line_end)
    return kinds


@pytest.mark.parametrize("line_end", ["\n\n", "\r\n\r\n", "\n"], ids=["empty lines", "CRLF", "lines"])
@pytest.mark.parametrize(("name", "lines"), SHEETS, ids=[name for name, _ in SHEETS])
def test_every_paragraph_is_what_it_is(name: str, lines: list[tuple[str, str]], line_end: str) -> None:
    found = kinds_of([words for _, words in lines], line_end)
    assert list(zip(found, (words for _, words in lines), strict=True)) == lines


@pytest.mark.parametrize("case", DATELINES, ids=lambda case: case.where)
def test_a_dateline_ends_where_it_is_drawn(case) -> None:  # type: ignore[no-untyped-def]
    expected = case.marks[0][1] if case.marks else 0
    assert dateline_before(case.text) == expected


def test_parts_stand_in_order_and_do_not_overlap() -> None:
    for _, lines in SHEETS:
        text = "\n\n".join(words for _, words in lines)
        parts = mark_parts(text)
        for before, after in zip(parts, parts[1:], strict=False):
            assert before.span.end <= after.span.start
        assert all(part.because and part.made_by.startswith("intake.") for part in parts)


def test_a_known_headline_is_found_whatever_its_marks() -> None:
    text = "World news\n\n“Talks end” in north\n\nTalks ended on Monday in the north, as both sides said."
    (title,) = [part for part in mark_parts(text, '"Talks End" in North') if part.kind == "title"]
    assert title.span.of(text) == "“Talks end” in north"


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "Harbour Reopens After A Week Of Storms In The North\n\n"
        "By Ann Hale\n\n"
        "The harbour of the northern city was opened again on Monday, a week\n"
        "after storms had closed it, and the first ships came in at noon to\n"
        "the cheers of those who had waited at the pier since the morning of\n"
        "that day, the harbour master said.\n"
    )
    assert [part.kind for part in mark_parts(text)] == ["title", "byline"]
