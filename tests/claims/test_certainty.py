"""How certain a claim is: drawn bounds, and that number and class never contradict each other."""

from pathlib import Path
from typing import get_args

import pytest

from secondsource.claims import certainty
from secondsource.claims.certainty import judge, settle
from secondsource.claims.certainty_signs import signs_of
from secondsource.claims.judged import Judged
from secondsource.knowledge import load
from secondsource.language import analyse
from secondsource.model import Claim, Published, Report, Sentence
from secondsource.model.claim import BOUNDS, Factuality
from secondsource.reading import read_report
from tests.tables import Case, load_cases

CASES = load_cases(Path(__file__).with_name("certainty.txt"))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.txt"))


def claims_of(case: Case, reader: str) -> tuple[Claim, ...]:
    """The claims whose action is the one drawn."""
    published = Published(case.settings["published"], "given")
    reading = read_report(Report("0" * 12, case.text, "", language="en", published=published), reader)
    ((start, end, _),) = case.marks
    spans = {one.id: one.span for one in reading.mentions}
    return tuple(
        one for one in reading.claims if (spans[one.action].start, spans[one.action].end) == (start, end)
    )


def sentence_of(text: str, reader: str = "rules") -> Sentence:
    """The only sentence of a text."""
    (sentence,), _ = analyse(Report("0" * 12, text, "", language="en"), reader)
    return sentence


@pytest.mark.parametrize("reader", ["default", "rules"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_certainty_is_as_drawn(case: Case, reader: str) -> None:
    least, most = (float(one) for one in case.marks[0][2].split(" to "))
    found = [one.certainty for one in claims_of(case, reader)]
    assert any(one is not None and least <= one <= most for one in found), found


@pytest.mark.parametrize("factuality", get_args(Factuality))
@pytest.mark.parametrize("weighed", [-40.0, -3.0, -0.04, 0.0, 0.04, 1.449, 1.5, 2.96, 40.0])
def test_the_number_stays_within_what_its_class_allows(factuality: Factuality, weighed: float) -> None:
    told = settle(Judged(factuality, None), weighed).certainty
    least, most = BOUNDS[factuality]
    assert told is not None
    assert least <= told <= most
    assert told == round(told, 1)


def test_the_bounds_keep_what_did_happen_apart_from_what_did_not() -> None:
    assert set(BOUNDS) == set(get_args(Factuality))
    assert BOUNDS["happened"][0] == BOUNDS["ongoing"][0] == 1.5
    assert BOUNDS["denied"][1] < 0
    for open_ in set(BOUNDS) - {"happened", "ongoing", "denied"}:
        least, most = BOUNDS[open_]
        assert -3 < least < most < 3, "what is open is never certain"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_in_a_whole_report_number_and_class_agree(path: Path) -> None:
    report = Report("0" * 12, path.read_text(encoding="utf-8"), "", language="en")
    for reader in ("default", "rules"):
        claims = read_report(report, reader).claims
        assert claims
        for one in claims:
            assert one.certainty is not None
            assert BOUNDS[one.factuality][0] <= one.certainty <= BOUNDS[one.factuality][1], one


def test_what_nothing_qualifies_is_possible_where_it_weighs_too_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentence = sentence_of("The army fired a missile.")
    assert judge(sentence, 2, ()).factuality == "happened"
    monkeypatch.setattr(certainty, "weigh", lambda signs, heard: 0.3)
    assert judge(sentence, 2, ()) == Judged("possible", None, 0.3)


def test_what_a_word_decides_is_not_overruled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certainty, "weigh", lambda signs, heard: 2.9)
    judged = judge(sentence_of("The army did not fire a missile."), 4, ())
    assert (judged.factuality, judged.certainty) == ("denied", -0.5)


def test_without_a_trained_reader_nothing_is_heard() -> None:
    names = [
        name
        for reader in ("default", "rules")
        for name, _ in signs_of(sentence_of("The army fired.", reader), 2, Judged("happened", None), ())
    ]
    assert names.count("heard above 0") == 1


def test_names_and_numbers_are_signs_by_kind_alone() -> None:
    sentence = sentence_of("Kim fired 12 missiles.")
    names = {name for name, _ in signs_of(sentence, 1, Judged("happened", None), ())}
    assert {"before propn", "after num", "word fire", "is happened"} <= names


def test_the_table_is_small_and_plain() -> None:
    rows = load("certainty_weights")
    assert len(rows) <= 2500
    assert all(abs(float(row[one])) <= 3 for row in rows for one in ("heard", "unheard"))
    assert all(float(row["unheard"]) == 0 for row in rows if "heard " in row["sign"])
    assert all(row["sign"] == row["sign"].lower() or "tag " in row["sign"] or "form " in row["sign"]
               or row["sign"].removeprefix("denied, ").startswith("in ") for row in rows)  # fmt: skip
