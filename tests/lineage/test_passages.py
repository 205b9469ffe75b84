"""Shared passages: found wherever eight words run on, at the characters where they stand."""

import pytest

from secondsource.knowledge.words import words_of
from secondsource.lineage.boilerplate import boilerplate
from secondsource.lineage.passages import find_shared, fingerprints, told_by
from secondsource.model import Report

PASSAGE = "the harbour master closed both gates before the second convoy could reach the outer pier"


def report(id: str, text: str, outlet: str | None = None) -> Report:
    return Report(id, text, "", outlet=outlet)


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        (f"On Monday {PASSAGE}.", f"Witnesses say {PASSAGE} at noon.", [PASSAGE]),
        (f"On Monday {PASSAGE}.", f"WITNESSES: {PASSAGE.title()}!", [PASSAGE]),
        ("The calibre of the guns on the outer pier was never told to anyone.",
         "The caliber of the guns on the outer pier was never told to us.",
         ["The calibre of the guns on the outer pier was never told to"]),
        ("one two three four five six seven", "one two three four five six seven", []),
        ("", PASSAGE, []),
        ("Rain fell on the city all day.", PASSAGE, []),
    ],
)  # fmt: skip
def test_passages(left: str, right: str, shared: list[str]) -> None:
    found = list(find_shared([report("a", left), report("b", right)]))
    passages = [passage for one in found for passage in one.passages]
    assert [passage.there.of(left) for passage in passages] == shared
    for passage in passages:
        here, there = words_of(passage.here.of(right)), words_of(passage.there.of(left))
        assert [word.folded for word in here] == [word.folded for word in there]


def test_two_passages_with_an_edit_between_are_two() -> None:
    left = f"{PASSAGE} and then {PASSAGE[::-1]} {PASSAGE[4:]} again"
    right = f"{PASSAGE} but later {PASSAGE[4:]} again"
    (one,) = find_shared([report("a", left), report("b", right)])
    assert len(one.passages) == 2
    assert one.share_of_right > 0.9


def test_every_run_of_eight_words_leaves_a_common_fingerprint() -> None:
    words = [f"word{number}" for number in range(60)]
    whole = set(fingerprints(told_by(report("a", " ".join(words))).grams))
    for start in range(len(words) - 8):
        run = ["x y z", *words[start : start + 8], "p q r"]
        assert whole & set(fingerprints(told_by(report("b", " ".join(run))).grams)), start


def test_a_footer_of_one_outlet_is_no_evidence() -> None:
    footer = "Follow this paper for the latest on harbours, ships and tides every day of the week"
    told = ["A crane fell.", "Two boats met.", "The tide was late.", "Fog came."]
    reports = [
        report(str(number), f"{one} It was seen by {number} people.\n\n{footer}", "Port Post")
        for number, one in enumerate(told)
    ]
    assert all(len(spans) == 1 for spans in boilerplate(reports).values())
    assert list(find_shared(reports)) == []


def test_versions_of_one_report_are_not_taken_for_footers() -> None:
    reports = [report(str(number), f"{PASSAGE}.\n\n{PASSAGE} again.", "Port Post") for number in range(3)]
    assert all(spans == () for spans in boilerplate(reports).values())
