"""The reader of case tables refuses what it cannot read."""

from pathlib import Path

import pytest

from tests.tables import MalformedCase, load_cases, read_drawing


def test_spans_may_lie_inside_each_other() -> None:
    text, marks = read_drawing("[The [US](state)](source) [says](cue: asserts) {it rained}.", "here")
    assert text == "The US says it rained."
    assert [(text[start:end], label) for start, end, label in marks] == [
        ("The US", "source"),
        ("US", "state"),
        ("says", "cue: asserts"),
        ("it rained", "content"),
    ]


@pytest.mark.parametrize(
    "line", ["He left on [Monday](2023-07-31.", "He left} early.", "He [left early.", "He ]left."]
)
def test_a_bracket_without_its_other_half_is_refused(line: str) -> None:
    with pytest.raises(MalformedCase):
        read_drawing(line, "here")


def test_a_case_that_stands_twice_and_an_empty_table_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "times.txt"
    table.write_text("[Monday](1) came.\n[Monday](1) came.\n", encoding="utf-8")
    with pytest.raises(MalformedCase, match="twice"):
        load_cases(table)
    table.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(MalformedCase, match="no case"):
        load_cases(table)
