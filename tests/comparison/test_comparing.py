"""Events of drawn reports -> comparisons: verdict, sides from coarse to fine, who is silent."""

from pathlib import Path

import pytest

from secondsource.comparison import compare
from secondsource.events import link_events
from secondsource.model import Comparison, Event, Reading, Story
from tests.summit import summit
from tests.values_collation import draw, id_of

PATH = Path(__file__).parent / "verdicts.txt"


def cases() -> list[tuple[list[str], list[str]]]:
    found = []
    for block in PATH.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        drawn = [line for line in lines if not line.startswith("= ")]
        expected = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
        if lines and (len(drawn) < 2 or not expected):
            raise ValueError(f"{PATH.name}: malformed case: {block!r}")
        if lines:
            found.append((drawn, expected))
    return found


def compared(*readings: Reading) -> tuple[tuple[Event, ...], tuple[Comparison, ...]]:
    story = Story("s", "", tuple(reading.report.id for reading in readings))
    events, _ = link_events(readings, [story], ())
    return events, compare(events, readings)[0]


@pytest.mark.parametrize(("drawn", "expected"), cases())
def test_verdicts(drawn: list[str], expected: list[str]) -> None:
    events, comparisons = compared(*(draw(f"r{number}", one) for number, one in enumerate(drawn)))
    assert len(events) == 1
    roles = {one.split()[0] for one in expected}
    found = [
        f"{one.role} {one.verdict}: {' · '.join(side.value for side in one.sides)}".strip()
        for one in comparisons
        if one.role in roles
    ]
    assert sorted(found) == sorted(expected)


def test_what_happened_inside_is_compared_by_its_kind() -> None:
    visit = "[Kim](actor person/kim-jong-un) [visited](action visit) [a plant](place)."
    left = f"{visit}\nHe [ordered](action order) [the output to be raised](content). {{part of 1}}"
    right = f"{visit}\nHe [gave orders](action order) [to increase output](content). {{part of 1}}"
    _, comparisons = compared(draw("left", left), draw("right", right))
    assert [one.verdict for one in comparisons if one.role == "order"] == ["agree"]


def test_the_summit_is_compared_role_by_role() -> None:
    events, comparisons = compared(*summit())
    supply = next(event for event in events if event.type == "transfer")
    (quantity,) = [one for one in comparisons if one.event == supply.id and one.role == "quantity"]
    assert quantity.verdict == "differ"
    assert quantity.silent == (id_of("denial"),)
    assert [side.reports for side in quantity.sides] == [(id_of("copy"), id_of("wire")), (id_of("second"),)]


def test_sides_hold_the_mentions_that_give_them() -> None:
    _, comparisons = compared(*summit())
    known = {mention.id for reading in summit() for mention in reading.mentions}
    for one in comparisons:
        for side in one.sides:
            assert side.mentions
            assert {id.partition(":")[0] for id in side.mentions} == set(side.reports)
            assert set(side.mentions) <= known
