"""Attributions drawn in sentences, found by either reader with the bounds and the stance as drawn."""

from pathlib import Path

import pytest

from secondsource.attribution import find_attributions
from secondsource.language import analyse
from secondsource.model import Attribution, Report
from tests.tables import Case, load_cases

CASES = load_cases(Path(__file__).with_name("cases.txt"))


def find(text: str, reader: str) -> tuple[Attribution, ...]:
    report = Report("r", text, "", language="en")
    sentences, _ = analyse(report, reader)
    found, notes = find_attributions(report, sentences, ())
    assert notes == ()
    return found


def drawn(case: Case, label: str) -> list[str]:
    return [case.text[start:end] for start, end, name in case.marks if name.split(":")[0] == label]


@pytest.mark.parametrize("reader", ["default", "rules"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_attributions_are_as_drawn(case: Case, reader: str) -> None:
    stance = next(name.split(": ")[1] for _, _, name in case.marks if name.startswith("cue"))
    links = [
        (
            [span.of(case.text) for span in one.source],
            [span.of(case.text).split()[0] for span in one.cue],
            [span.of(case.text) for span in one.content],
            one.stance,
        )
        for one in find(case.text, reader)
    ]
    cue = [words.split()[0] for words in drawn(case, "cue")]
    expected = (drawn(case, "source"), cue, drawn(case, "content"), stance)
    assert (expected in links) is not case.known_failure, links
