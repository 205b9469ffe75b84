"""Whether a claim says that something happened, from a table in which the actions are drawn."""

from pathlib import Path

import pytest

from secondsource.model import Published, Report
from secondsource.reading import read_report
from tests.tables import Case, load_cases

FOLDER = Path(__file__).parent
# Some sentences are too hard for the trees of the rules alone.
CASES = [
    pytest.param(case, reader, id=f"{reader} {case.where}")
    for name, readers in (("factuality.txt", ("default", "rules")), ("factuality_hard.txt", ("default",)))
    for case in load_cases(FOLDER / name)
    for reader in readers
]


@pytest.mark.parametrize(("case", "reader"), CASES)
def test_factuality_is_as_drawn(case: Case, reader: str) -> None:
    report = Report(
        "0" * 12, case.text, "", language="en", published=Published(case.settings["published"], "given")
    )
    reading = read_report(report, reader)
    ((start, end, wanted),) = case.marks
    spans = {one.id: one.span for one in reading.mentions}
    found = [
        one.factuality
        for one in reading.claims
        if spans[one.action].start < end and start < spans[one.action].end
    ]
    assert (wanted in found) is not case.known_failure, f"wanted {wanted}, read {found}"
