"""Reports become stories: one happening together, two of a kind apart, whatever the order they come in."""

import re
from pathlib import Path

import pytest

from secondsource.model import Derivation, Part, Published, Reading, Report, Span
from secondsource.stories import group_stories
from tests.summit import summit
from tests.values_collation import draw

PATH = Path(__file__).parent / "told.txt"


def load() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            story, headline, body = re.split(r": | \| ", line, maxsplit=2)
            found.setdefault(story, []).append((headline, body))
    return found


TOLD = load()


def told(
    name: str, title: str, body: str, published: str | None = None, outlet: str | None = None
) -> Reading:
    day = Published(published, "given", published, published) if published else Published()
    part = Part(Span(0, len(title)), "title", "", "by hand")
    return Reading(
        Report(name, f"{title}\n\n{body}", "", title=title, published=day, parts=(part,), outlet=outlet)
    )


def pile() -> list[Reading]:
    return [
        told(f"{story}-{number}", title, body)
        for story, reports in TOLD.items()
        for number, (title, body) in enumerate(reports)
    ]


def groups(*readings: Reading, derivations: tuple[Derivation, ...] = ()) -> set[frozenset[str]]:
    stories, _ = group_stories(readings, derivations)
    return {frozenset(story.reports) for story in stories}


EXPECTED = {
    frozenset(f"{story}-{number}" for number in range(len(reports))) for story, reports in TOLD.items()
}


@pytest.mark.parametrize("turn", range(7))
def test_stories_come_apart_in_any_order(turn: int) -> None:
    readings = pile()
    assert groups(*readings[turn:], *readings[:turn]) == EXPECTED


def test_every_report_is_in_exactly_one_story() -> None:
    stories, _ = group_stories(pile(), ())
    assert sorted(id for story in stories for id in story.reports) == sorted(one.report.id for one in pile())


def test_the_summit_is_one_story_with_its_most_central_headline() -> None:
    stories, _ = group_stories(summit(), ())
    assert [story.title for story in stories] == ["Lukashenko meets Iran's top diplomat"]


FIRED = (
    "[North Korea](actor state/KP) [fired](action launch) [a missile](object weapon/missile) [then](time {})."
)


def test_two_launches_months_apart_are_two_stories() -> None:
    days = ["2024-03-03", "2024-03-03", "2024-07-19", "2024-07-19"]
    lines = f"= North fires missile\n{FIRED}\nThe navy saw it fall."
    readings = [draw(f"r{number}", lines.format(day), day) for number, day in enumerate(days)]
    ids = [one.report.id for one in readings]
    assert groups(*readings) == {frozenset(ids[:2]), frozenset(ids[2:])}


def test_a_copy_is_of_the_story_of_its_origin() -> None:
    left, right = told("a", "Rain", "It rained."), told("b", "Nothing alike", "Fog hid a lighthouse.")
    assert len(groups(left, right)) == 2
    copy = Derivation("b", "a", "copy")
    assert len(groups(left, right, derivations=(copy,))) == 1


def test_no_reports_make_no_stories() -> None:
    assert groups() == set()


def test_empty_texts_are_stories_of_their_own() -> None:
    assert len(groups(told("a", "", ""), told("b", "", ""))) == 2
