"""A report's block: a note that is made of many places is told once, with their number."""

import pytest
from msgspec import structs

from secondsource.cli.names import Names
from secondsource.cli.reports import tell_report
from secondsource.model import Note, Span
from secondsource.model.index import index_of
from tests.values import reading

TEXT = "The army fired two rockets from Port Lyne on Monday, the ministry said."


@pytest.mark.parametrize(
    ("places", "told"),
    [(1, []), (2, ["the same of 1 more place:"]), (1200, ["the same of 1,199 more places:"])],
)
def test_the_same_note_is_told_once(places: int, told: list[str]) -> None:
    notes = [Note("r", Span(0, 3), "“Monday” is not dated", "", "times.weekday") for _ in range(places)]
    notes.insert(1, Note("r", Span(4, 8), "“army” may be two", "", "actors"))
    one = structs.replace(reading("r", TEXT, "000"), notes=tuple(notes))
    lines = list(tell_report(one, Names(index_of([one])), 100))
    assert [line.split(" secondsource")[0].strip() for line in lines if "the same of" in line] == told
    assert sum("is not dated [times.weekday]" in line for line in lines) == 1
    assert sum("may be two [actors]" in line for line in lines) == 1
