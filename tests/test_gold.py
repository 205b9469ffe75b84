"""Our own gold is read as it is drawn, is as large as it says, and what is malformed is refused."""

from collections import Counter
from pathlib import Path

import pytest

from bench.gold.agreement import kappa, read_second
from bench.gold.agreement_reports import read_second as read_second_reports
from bench.gold.more import part_of, read_more
from bench.gold.reports import read_report, read_reports
from bench.gold.stances import COLUMNS, COMMITMENTS, STANCES, half_of, id_of, read_cue, read_stances, undrawn
from bench.said import Found
from bench.said import score as score_reports
from bench.stance import score as score_cues
from secondsource.model import Attribution, Report, Span
from tests.tables import MalformedCase

REPORT = """\
style wire report
outlet Meridian Wire
published 2024-05-03
same United States = Washington
----
[Washington](source 1) [accused](cue 1 accuses) [Oslo of spying](content 1).
[Oslo](source 2) and [Bern](source 3) [denied](cue 2,3 denies) [the charge](content 2,3).
[It](content 4) was [reported](cue 4 asserts) [to be untrue](content 4).
----
1 outlet > United States
2 outlet > Oslo; answers 1
3 outlet > Bern; answers 1 or 4
4 outlet > unnamed
"""


def row(sentence: str, stance: str = "denies", commitment: str = "Uu", half: str = "") -> str:
    text, cue, _ = read_cue(sentence, "here")
    fields = (id_of(text, cue), half or half_of(text), stance, commitment, stance, commitment, sentence)
    return "\t".join(fields)


def table(folder: Path, *rows: str) -> Path:
    path = folder / "stances.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return path


def test_the_cues_are_many_and_of_every_class() -> None:
    cues = read_stances()
    assert len(cues) >= 400
    stances, commitments = Counter(one.stance for one in cues), Counter(one.commitment for one in cues)
    assert {name: count for name, count in stances.items() if count < 20} == {}
    assert {name: count for name, count in commitments.items() if count < 20} == {}
    assert (set(stances), set(commitments)) == (set(STANCES), set(COMMITMENTS))
    halves = Counter(one.half for one in cues)
    assert min(halves.values()) > 0.45 * len(cues)


def test_every_cue_has_a_second_label() -> None:
    cues = read_stances()
    path = Path(read_stances.__code__.co_filename).with_name("stances_second.tsv")
    assert len(read_second(path, cues)) == len(cues)


def test_a_cue_is_read_with_its_place_and_drawn_again(tmp_path: Path) -> None:
    sentence = "The mill [took](cue: denies) the story [back](cue: denies)."
    (one,) = read_stances(table(tmp_path, row(sentence)))
    assert [span.of(one.text) for span in one.cue] == ["took", "back"]
    assert (one.stance, one.commitment, one.first) == ("denies", "Uu", ("denies", "Uu"))
    assert undrawn(one, "denies") == sentence
    assert undrawn(one) == "The mill [took] the story [back]."


OSLO = "Oslo [denied](cue: denies) it."


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (row(OSLO).replace("(cue: denies)", "(cue: accuses)"), "drawn as"),
        (row(OSLO, stance="sighs").replace("(cue: denies)", "(cue: sighs)"), "is no stance"),
        (row(OSLO, commitment="CT"), "is no commitment"),
        (row(OSLO, half="middle"), "id and half"),
        (row(OSLO).replace("Oslo", "Bern"), "id and half"),
        (row(OSLO).replace("[denied](cue: denies)", "denied"), "exactly one cue"),
        (row(OSLO).replace("[denied]", "denied]"), "unmatched|without"),
        (row(OSLO).replace("\tUu\t", "\t\t", 1), "fields"),
        (row(OSLO) + "\n" + row(OSLO), "twice"),
    ],
)
def test_a_malformed_cue_is_refused(tmp_path: Path, bad: str, why: str) -> None:
    with pytest.raises(MalformedCase, match=why):
        read_stances(table(tmp_path, bad))


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stances.tsv"
    path.write_text("id\tsentence\n", encoding="utf-8")
    with pytest.raises(MalformedCase, match="columns"):
        read_stances(path)


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("id\tstance\tcommitment\n", "no second label"),
        ("id\tstance\n", "columns"),
        ("id\tstance\tcommitment\nxyz\tdenies\tUu\n", "no cue"),
        ("id\tstance\tcommitment\nID\tdenies\n", "not a stance"),
        ("id\tstance\tcommitment\nID\tdenies\tUu\nID\tdenies\tUu\n", "twice"),
    ],
)
def test_malformed_second_labels_are_refused(tmp_path: Path, second: str, why: str) -> None:
    cues = read_stances(table(tmp_path, row(OSLO)))
    path = tmp_path / "second.tsv"
    path.write_text(second.replace("ID", cues[0].id), encoding="utf-8")
    with pytest.raises(MalformedCase, match=why):
        read_second(path, cues)


def test_kappa_takes_chance_away() -> None:
    assert kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")]) == 0
    assert kappa([("a", "a"), ("b", "b")]) == 1


def test_the_reports_are_forty_of_many_kinds() -> None:
    reports = read_reports()
    assert len(reports) >= 40
    assert len({one.style for one in reports}) >= 10
    assert all(120 <= len(one.text.split()) <= 300 for one in reports)
    assert min(Counter(one.half for one in reports).values()) >= 15
    assert sum(len(said.chain) > 1 for one in reports for said in one.said) >= 60
    assert sum(bool(said.answers) for one in reports for said in one.said) >= 40


def test_a_report_is_read_as_drawn(tmp_path: Path) -> None:
    path = tmp_path / "oslo.txt"
    path.write_text(REPORT, encoding="utf-8")
    drawn = read_report(path)
    told = [
        (" ".join(span.of(drawn.text) for span in one.source), one.stance, one.chain, one.answers)
        for one in drawn.said
    ]
    assert told == [
        ("Washington", "accuses", ("United States",), ()),
        ("Oslo", "denies", ("Oslo",), (1,)),
        ("Bern", "denies", ("Bern",), (1, 4)),
        ("", "asserts", ("unnamed",), ()),
    ]
    assert drawn.names == {"United States": ("Washington",)}
    assert drawn.said[1].content == drawn.said[2].content


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("----\n1", "1", "parts"),
        ("style wire report\n", "", "without style"),
        ("style wire report\n", "styl wire report\n", "no setting"),
        ("outlet Meridian Wire\n", "outlet A\noutlet B\n", "stands twice"),
        ("same United States =", "same United States", "lacks"),
        ("same United States", "same France", "stand in no chain"),
        ("(cue 1 accuses)", "(cue 1)", "drawn as"),
        ("(cue 1 accuses)", "(cue 1 sighs)", "is no stance"),
        ("(source 1)", "(speaker 1)", "drawn as"),
        ("[accused](cue 1 accuses)", "accused", "without cue"),
        ("[the charge](content 2,3)", "the charge", "without content"),
        ("[Oslo of spying](content 1)", "[Oslo of spying](content 1", r"oslo.txt:6: '\]' without"),
        ("[Oslo of spying]", "[](content 1) [Oslo of spying]", "drawn as"),
        ("[Washington](source 1)", "[Washington](source 7)", "drawn are"),
        ("4 outlet > unnamed\n", "", "chains are given"),
        ("4 outlet > unnamed\n", "4 outlet > unnamed\n4 outlet\n", "stands twice"),
        ("4 outlet > unnamed\n", "4 Meridian > unnamed\n", "no chain"),
        ("4 outlet > unnamed", "4 outlet > Oslo", "no source is drawn"),
        ("2 outlet > Oslo; answers 1", "2 outlet > Oslo; answers 9", "not another"),
        ("2 outlet > Oslo; answers 1", "2 outlet > Oslo; answers 2", "not another"),
        ("4 outlet > unnamed", "4 outlet > unnamed; answers 2", "answers nothing"),
        ("style wire report\n", "style wire report\nfor fun\n", "drawn for"),
        ("(cue 2,3 denies)", "(cue 2,3 denies) [again](cue 2 confirms)", "two stances"),
    ],
)
def test_a_malformed_report_is_refused(tmp_path: Path, old: str, new: str, why: str) -> None:
    assert old in REPORT
    path = tmp_path / "oslo.txt"
    path.write_text(REPORT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MalformedCase, match=why):
        read_report(path)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("oslo\t1\tdenies\toutlet > Oslo\t-", "without"),
        ("oslo\t9\tdenies\toutlet > Oslo\t-", "no attribution"),
        ("oslo\t1\tsighs\toutlet > Oslo\t-", "not a stance"),
        ("oslo\t1\tdenies\tOslo\t-", "not a stance"),
        ("oslo\t1\tdenies\toutlet", "no attribution"),
    ],
)
def test_malformed_second_chains_are_refused(tmp_path: Path, lines: str, why: str) -> None:
    path, second = tmp_path / "oslo.txt", tmp_path / "second.tsv"
    path.write_text(REPORT, encoding="utf-8")
    second.write_text(f"report\tnumber\tstance\tchain\tanswers\n{lines}\n", encoding="utf-8")
    with pytest.raises(MalformedCase, match=why):
        read_second_reports(second, (read_report(path),))


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedCase, match="no report"):
        read_reports(tmp_path)


def test_what_is_drawn_scores_full_marks(tmp_path: Path) -> None:
    path = tmp_path / "oslo.txt"
    path.write_text(REPORT, encoding="utf-8")
    drawn = read_report(path)
    found = tuple(
        Attribution(
            str(one.number),
            one.source,
            one.cue,
            one.content,
            one.stance,  # type: ignore[arg-type]
            source_entity="state/US" if one.number == 1 else None,
            answers=str(one.answers[0]) if one.answers else None,
        )
        for one in drawn.said
    )
    scores = score_reports([(drawn, Found(Report("r", drawn.text, ""), found, ()))])
    assert {name: value for name, value in scores.items() if value != 1} == {}
    nothing = score_reports([(drawn, Found(Report("r", drawn.text, ""), (), ()))])
    assert set(nothing.values()) == {0}


def test_cues_that_are_not_found_count_as_wrong(tmp_path: Path) -> None:
    cues = list(read_stances(table(tmp_path, row(OSLO), row("Bern [denied](cue: denies) that it fell."))))
    right = Attribution("a", (), cues[0].cue, cues[0].cue, "denies")
    scores = score_cues(cues, [right, None])
    assert (scores["found"], scores["accuracy"], scores["accuracy_of_found"]) == (0.5, 0.5, 1)
    assert round(scores["f1_denies"], 3) == 0.667


def test_the_further_cues_are_read_and_none_is_one_of_the_first() -> None:
    more = read_more()
    assert len(more) >= 900
    assert {one.half for one in more} == {"learn", "check"}
    assert min(Counter(one.stance for one in more).values()) >= 60
    assert not {one.text for one in more} & {one.text for one in read_stances()}


def test_a_further_cue_in_the_wrong_part_is_refused(tmp_path: Path) -> None:
    text = "Oslo denied it."
    wrong = "learn" if part_of(text) == "check" else "check"
    path = tmp_path / "more.tsv"
    line = f"{id_of(text, (Span(5, 11),))}\t{wrong}\tdenies\tUu\tOslo [denied](cue: denies) it."
    path.write_text("id\tpart\tstance\tcommitment\tsentence\n" + line + "\n", encoding="utf-8")
    with pytest.raises(MalformedCase, match="part"):
        read_more(path)
