"""Whether a claim says that something happened, from a table in which the actions are drawn."""

from pathlib import Path

import pytest

from secondsource.model import Published, Report
from secondsource.reading import read_report
from tests.tables import Case, load_cases

CASES = load_cases(Path(__file__).with_name("factuality.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_factuality_is_as_drawn(case: Case) -> None:
    report = Report(
        "0" * 12, case.text, "", language="en", published=Published(case.settings["published"], "given")
    )
    reading = read_report(report)
    ((start, end, wanted),) = case.marks
    spans = {one.id: one.span for one in reading.mentions}
    found = [
        one.factuality
        for one in reading.claims
        if spans[one.action].start < end and start < spans[one.action].end
    ]
    assert (wanted in found) is not case.known_failure, f"wanted {wanted}, read {found}"
