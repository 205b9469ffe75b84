"""Times drawn in a table: words and value of each, and what stays open."""

from pathlib import Path

import pytest

from secondsource.mentions.times import find_times
from secondsource.mentions.times.grammar import RULES
from secondsource.mentions.times.matches import cut, find_matches
from secondsource.model import Mention, Published, Report
from tests.tables import Case, load_cases

HERE = Path(__file__).parent
CASES = load_cases(HERE / "cases.txt")


def read(text: str, published: str = "none") -> tuple[tuple[Mention, ...], list[str]]:
    known = Published() if published == "none" else Published(published, "given")
    mentions, notes = find_times(Report(id="r", text=text, sha256="", published=known))
    return mentions, [note.message for note in notes]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_times_as_drawn(case: Case) -> None:
    mentions, _ = read(case.text, case.settings["published"])
    found = tuple((mention.span.start, mention.span.end, str(mention.value)) for mention in mentions)
    assert (found == case.marks) != case.known_failure


@pytest.mark.parametrize("line", (HERE / "no_times.txt").read_text().splitlines()[1:])
def test_not_a_time(line: str) -> None:
    assert [mention.text for mention in read(line, "2023-08-06")[0]] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_example(rule: object) -> None:
    text = cut(rule.example)  # type: ignore[attr-defined]
    matches = find_matches(text)
    assert [(one.rule, one.first, one.last) for one in matches] == [(rule.name, 0, len(text.words))]  # type: ignore[attr-defined]


def test_one_pattern_for_two_wordings() -> None:
    (one,), _ = read("Between Thursday and Saturday, he toured plants.")
    (other,), _ = read("He toured plants over the course of Thursday, Friday, and Saturday.")
    assert one.value.same_pattern(other.value)  # type: ignore[union-attr]
    assert one.value.same_interval(other.value) is None  # type: ignore[union-attr]


def test_an_open_time_says_what_to_do() -> None:
    mentions, notes = find_times(Report(id="r", text="He came on Monday.", sha256=""))
    assert mentions[0].value.open  # type: ignore[union-attr]
    assert notes[0].span == mentions[0].span
    assert "--published" in notes[0].advice
