"""Cases of reasons.txt: the reasons between two claims, and whether they make one event."""

from pathlib import Path

import pytest

from secondsource.events import link_events
from secondsource.events.clusters import VETO
from secondsource.events.reasons import points, weigh
from secondsource.events.referring import told_views
from secondsource.knowledge import load
from secondsource.model import Reading, Story
from secondsource.model.index import index_of
from tests.values_collation import draw

PATH = Path(__file__).parent / "reasons.txt"

# Short drawn sentences are all alike in these; cases of their own stand below.
EVERYWHERE = ("same words", "both lead with it")


def cases() -> list[tuple[str, str, bool]]:
    found = []
    lines = [
        line for line in PATH.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    for sentences, expected in zip(lines[::2], lines[1::2], strict=True):
        reasons, _, answer = expected.removeprefix("= ").rpartition(": ")
        if (
            not expected.startswith("= ")
            or answer not in ("one", "two")
            or (" | " in sentences) == (" + " in sentences)
        ):
            raise ValueError(f"{PATH.name}: malformed case: {sentences!r} {expected!r}")
        found.append((sentences, reasons.strip(), answer == "one"))
    return found


def drawn(sentences: str) -> tuple[Reading, ...]:
    if " + " in sentences:
        return (draw("left", sentences.replace(" + ", "\n")),)
    left, right = sentences.split(" | ")
    return draw("left", left), draw("right", right)


@pytest.mark.parametrize(("sentences", "reasons", "one"), cases())
def test_reasons(sentences: str, reasons: str, one: bool) -> None:
    readings = drawn(sentences)
    index = index_of(readings)
    left, right = told_views(list(index.claims.values()), index).values()
    assert (
        ", ".join(sorted(reason.name for reason in weigh(left, right, {}) if reason.name not in EVERYWHERE))
        == reasons
    )
    stories = [Story("s", "", tuple(reading.report.id for reading in readings))]
    events, _ = link_events(readings, stories, ())
    assert any({left.claim.id, right.claim.id} <= set(event.claims) for event in events) is one


@pytest.mark.parametrize(("sentences", "reasons", "one"), cases())
def test_which_claim_comes_first_does_not_matter(sentences: str, reasons: str, one: bool) -> None:
    index = index_of(drawn(sentences))
    left, right = told_views(list(index.claims.values()), index).values()
    assert sum(reason.points for reason in weigh(left, right, {})) == sum(
        reason.points for reason in weigh(right, left, {})
    )


def test_every_row_of_points_is_shown_by_a_case() -> None:
    shown = {name for _, reasons, _ in cases() for name in reasons.split(", ")}
    elsewhere = {"link", "mean", "told again", "same passage", "same sentence", *EVERYWHERE}
    assert {row["name"] for row in load("reason_points")} == (shown - {""}) | elsewhere


def test_days_apart_are_a_veto() -> None:
    assert points()["other time"] <= VETO
