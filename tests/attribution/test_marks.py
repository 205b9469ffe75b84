"""Marks of quotation that are wrong, and other bad input: no crash, no quotation that swallows the report."""

import pytest

from secondsource.attribution import find_attributions
from secondsource.attribution.quotations import find_quotations
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Note, Report

LONG = "The harbour was closed for the day. Ships waited in the bay. "


def read(text: str, reader: str = "default") -> tuple[tuple[Attribution, ...], tuple[Note, ...]]:
    report = Report("r", text, "", language="en")
    sentences, _ = analyse(report, reader)
    mentions, _ = find_mentions(report, sentences)
    return find_attributions(report, sentences, mentions)


CASES = {
    "a quotation that never closes": ("“We stay, the mayor said.\n\n" + LONG * 8, 1),
    "a straight one that never closes": ('The mayor said: "We stay.\n\n' + LONG * 8, 1),
    "marks inside marks": ("“He told me ‘go’ and I went,” the mayor said. " + LONG, 0),
    "mixed marks": ('“We stay," the mayor said. ' + LONG, 0),
    "guillemets": ("«We stay,» the mayor said. " + LONG, 0),
    "low marks": ("„We stay,“ the mayor said. " + LONG, 0),
    "a paragraph that opens with the wrong mark": ("”We stay. Nobody leaves.” — Ana Ruiz\n\n" + LONG, 0),
    "nothing but marks": ("““”” « » '' `` \"", 1),
    "capitals": ("MAYOR SAYS PORT IS CLOSED\n\n" + LONG, 0),
}


@pytest.mark.parametrize("reader", ["default", "rules"])
@pytest.mark.parametrize("case", CASES)
def test_no_quotation_swallows_the_report(case: str, reader: str) -> None:
    text, notes = CASES[case]
    found, told = read(text, reader)
    assert len(told) == notes
    held = [span.of(text) for one in found for span in one.content]
    assert not any("Ships waited" in words for words in held)


def test_a_report_that_is_one_long_quotation() -> None:
    text = "“" + LONG * 60 + "” the mayor said."
    report = Report("r", text, "", language="en")
    assert [one.span.end for one in find_quotations(report)[0]] == [text.index("”") + 1]
    read(text)


def test_who_speaks_in_a_transcript() -> None:
    text = (
        "RUIZ: The port is closed.\nIt opens on Monday.\nQ: Why is it closed?\nRUIZ: A crane fell.\n"
        "Q: Was anybody hurt?\nRUIZ: Nobody was.\n"
    )
    turns = [one for one in read(text)[0] if one.cue[0].of(text) == ":"]
    assert [(one.source[0].of(text), one.stance) for one in turns] == [
        ("RUIZ", "asserts"),
        ("Q", "requests"),
        ("RUIZ", "asserts"),
        ("Q", "requests"),
        ("RUIZ", "denies"),
    ]
    assert turns[0].content[0].of(text) == "The port is closed.\nIt opens on Monday."


def test_a_name_under_a_quotation_may_have_a_middle_letter() -> None:
    text = "“We stay, and nobody leaves.”\u00a0— Ana B. Ruiz\n\nIt rained."
    found, _ = read(text)
    assert [one.source[0].of(text) for one in found if "signed" in one.made_by] == ["Ana B. Ruiz"]


def test_what_is_said_inside_a_quotation_ends_with_it() -> None:
    text = "“I think the bridge will hold,” the engineer said, and the crowd left."
    inner = next(one for one in read(text)[0] if one.cue[0].of(text) == "think")
    assert all(span.end <= text.index("”") + 1 for span in inner.content)


def test_a_pronoun_stands_for_words() -> None:
    text = "Two officers told reporters that the bridge fell. They said that nobody was hurt."
    said = next(one for one in read(text)[0] if one.source and one.source[0].of(text) == "They")
    assert [span.of(text) for span in said.antecedent] == ["Two officers"]
