"""Which report is made from which: kind, direction, evidence."""

import pytest

from secondsource.lineage import trace_lineage
from secondsource.lineage.quotations import quotations_of
from secondsource.model import Derivation, Reading, Report
from tests.summit import summit
from tests.values_collation import draw, id_of

BODY = (
    "The harbour master closed both gates before the second convoy could reach the outer pier. "
    "Four tugs turned back in the fog and waited off the breakwater until the morning. "
    "Nobody was hurt, but the grain that the convoy carried was late by two days. "
)
QUOTED = "“We shall keep the gates shut until every ship is counted,” the minister said."


def reading(id: str, text: str, **fields: str) -> Reading:
    published = fields.pop("published", None)
    drawn = draw(id, "Nothing.", published)
    return Reading(Report(id, text, "", name=id, published=drawn.report.published, **fields))  # type: ignore[arg-type]


def derive(*readings: Reading) -> list[tuple[str, str, str]]:
    derivations, _ = trace_lineage(readings)
    return [(one.report, one.origin, one.how) for one in derivations]


FIRST = reading("a", BODY, published="2024-03-01")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (FIRST, reading("b", BODY, published="2024-03-02"), ("b", "a", "copy")),
        (FIRST, reading("b", BODY, published="2024-02-28"), ("a", "b", "copy")),
        (reading("a", BODY, outlet="Meridian"), reading("b", f"{BODY} (With Meridian)"), ("b", "a", "copy")),
        (
            reading("a", BODY + "Later the owners of the grain asked for it. " * 6, published="2024-03-01"),
            reading("b", BODY + "The mayor was silent.", published="2024-03-02"),
            ("b", "a", "edited copy"),
        ),
        (
            reading("a", "Trade went on. " * 30 + QUOTED),
            reading("b", QUOTED + " Prices rose at once in all the markets. " * 20),
            ("b", "a", "shares an origin"),
        ),
    ],
)  # fmt: skip
def test_kind_and_direction(left: Reading, right: Reading, expected: tuple[str, str, str]) -> None:
    assert derive(left, right) == [expected]


def test_reports_in_other_words_are_not_derived() -> None:
    assert (
        derive(reading("a", BODY), reading("b", "Tugs waited in fog; grain came late; no one was hurt."))
        == []
    )


def test_an_unknown_direction_is_noted_and_not_guessed() -> None:
    _, notes = trace_lineage([reading("a", BODY), reading("b", BODY)])
    assert [note.message for note in notes] == [
        "it shares passages with another report, and which came first is not known"
    ]


def test_the_copy_in_the_summit_goes_back_to_the_wire() -> None:
    derivations, _ = trace_lineage(summit())
    copies = [one for one in derivations if one.how != "quotes"]
    assert [(one.report, one.origin, one.how) for one in copies] == [
        (id_of("copy"), id_of("wire"), "edited copy")
    ]
    (copy,) = copies
    texts = {one.report.id: one.report.text for one in summit()}
    for passage in copy.passages:
        assert passage.here.of(texts[copy.report]) == passage.there.of(texts[copy.origin])


def test_an_agency_in_the_dateline_or_as_a_source_is_an_origin() -> None:
    dateline = draw("d", "PORT LYNE ([Reuters](actor outlet/reuters)) - The gates were closed.")
    source = draw(
        "s", "The gates were [closed](action seizure), [KCNA](source outlet/kcna) [said](cue asserts)."
    )
    derivations, _ = trace_lineage([dateline, source])
    assert [(one.report, one.origin, one.how) for one in derivations] == [
        (id_of("d"), "outlet/reuters", "edited copy"),
        (id_of("s"), "outlet/kcna", "quotes"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we will come back in the spring” and left.", ["we will come back in the spring"]),
        ('"We will come back in the spring," he said.', ["We will come back in the spring,"]),
        ("The “big gate” was shut.", []),
        ("An inch is 25.4 mm (1\") and a foot is 12\" long in all.", []),
    ],
)  # fmt: skip
def test_quotations(text: str, found: list[str]) -> None:
    assert [one.span.of(text) for one in quotations_of(Report("a", text, ""))] == found


def test_order_of_readings_does_not_change_what_derives_from_what() -> None:
    forward, _ = trace_lineage(summit())
    backward, _ = trace_lineage(tuple(reversed(summit())))

    def pairs(found: tuple[Derivation, ...]) -> set[tuple[str, str, str]]:
        return {(one.report, one.origin, one.how) for one in found}

    assert pairs(forward) == pairs(backward)
