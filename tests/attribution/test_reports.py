"""Whole reports: joint sources, nesting, answers, quotations over sentences, credits, pictures, bad marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from secondsource.attribution import find_attributions
from secondsource.attribution.quotations import find_quotations
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Note, Part, Report, Span


def read(
    text: str, *parts: Part, reader: str = "default"
) -> tuple[tuple[Attribution, ...], tuple[Note, ...]]:
    report = Report("r", text, "", language="en", parts=parts)
    sentences, _ = analyse(report, reader)
    mentions, _ = find_mentions(report, sentences)
    return find_attributions(report, sentences, mentions)


def words(text: str, one: Attribution) -> str:
    return " ".join(span.of(text) for span in one.source)


def test_two_deny_what_one_alleged() -> None:
    text = (
        "The United States accused Iran of arming rebels. Iran and Russia have both denied the allegations."
    )
    found, _ = read(text)
    accusation, *denials = found
    assert [(words(text, one), one.stance, one.answers) for one in denials] == [
        ("Iran", "denies", accusation.id),
        ("Russia", "denies", accusation.id),
    ]
    assert [one.source_entity for one in found] == ["state/US", "state/IR", "state/RU"]
    assert denials[0].content == denials[1].content


def test_a_denial_of_an_accusation_in_its_own_words() -> None:
    text = "Mr. Ruiz rejected accusations by Washington that Oslo shields him."
    found, _ = read(text)
    denial, accusation = found
    assert (denial.stance, accusation.stance) == ("denies", "accuses")
    assert (denial.answers, accusation.within) == (accusation.id, denial.id)


def test_a_denial_that_is_not_made() -> None:
    found, _ = read("The army did not confirm the report. Oslo has yet to confirm it.")
    assert {one.stance for one in found} == {"declines"}
    assert {one.commitment for one in found} == {"Uu"}


def test_one_says_that_another_said() -> None:
    found, _ = read("The agency said that the president ordered the army to withdraw.")
    outer, inner = found
    assert (outer.stance, inner.stance, inner.within) == ("asserts", "orders", outer.id)


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_goes_on_after_its_cue(marks: str) -> None:
    text = "{We will stay. Nobody will leave,} the mayor said. {The town is ours.}\nIt rained."
    text = text.replace("{", marks[0]).replace("}", marks[1])
    said = next(one for one in read(text)[0] if words(text, one) == "the mayor")
    assert said.content[0].start == 0
    assert said.content[-1].of(text).endswith("ours." + marks[1])
    assert not any("rained" in span.of(text) for span in said.content)


def test_pictures_lie_inside_the_word_of_who_released_them() -> None:
    text = "The photos, released by the agency KCNA, show a launcher. The images show a gun as well."
    found, _ = read(text)
    release = next(one for one in found if one.made_by == "attribution/release")
    shown = [one for one in found if one.medium == "photo" and one is not release]
    assert [one.within for one in shown] == [release.id, release.id]
    assert release.source_entity == "organization/kcna"


def test_a_credit_stands_behind_the_whole_report() -> None:
    text = "SEOUL, Aug. 6 (Reuters) - A missile fell into the sea. The army said it was old."
    line = Part(Span(0, 26), "dateline", "agency", "test")
    found, _ = read(text, line)
    credit = next(one for one in found if not one.cue)
    assert (words(text, credit), credit.how, credit.medium) == ("Reuters", "inferred", "report")
    assert credit.content[0].of(text).startswith("A missile")
    assert all(one.within == credit.id for one in found if one is not credit)


def test_what_an_agency_goes_on_to_tell_is_relayed() -> None:
    text = "KCNA said that Mr. Pak toured a plant. He also fired a gun. The plant is old."
    found, _ = read(text)
    relayed = [one for one in found if one.how == "inferred"]
    assert [(words(text, one), one.content[0].of(text)) for one in relayed] == [
        ("KCNA", "He also fired a gun.")
    ]


def test_when_it_was_said() -> None:
    found, _ = read("The army said on 6 August 2023 that a missile fell.")
    assert found[0].said is not None
    assert found[0].said.startswith("2023-08-06")


@pytest.mark.parametrize(
    ("text", "quoted", "notes"),
    [
        ("“He left,” she said.", ["“He left,”"], 0),
        ("She said “no. It rained all day and nobody came.", [], 1),
        ("‘It’s over,’ she said. The workers’ tools.", ["‘It’s over,’"], 0),
        ("«Non», dit-il. „Nein“, sagt er.", ["«Non»", "„Nein“"], 0),
        ("“One.\n“Two.” She left.", ["“One.", "“Two.”"], 0),
        ('"', [], 1),
    ],
)
def test_quotations(text: str, quoted: list[str], notes: int) -> None:
    found, said = find_quotations(Report("r", text, ""))
    assert ([one.span.of(text) for one in found], len(said)) == (quoted, notes)


PIECES = [
    "“",
    "”",
    '"',
    "said",
    "he",
    "Kim",
    ",",
    ".",
    "\n",
    "that",
    "denied",
    "the claim",
    "Q:",
    "''",
    "'",
    "KIM SAYS",
]


@settings(max_examples=60, deadline=None)
@given(some.lists(some.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_marks_in_any_order(text: str) -> None:
    for one in read(text, reader="rules")[0]:
        assert one.content
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The envoy said:\n“We will stay.”", "The envoy", "“We will stay.”"),
        ("“The town is ours.” — Ana Ruiz, mayor\nIt rained.", "Ana Ruiz, mayor", "“The town is ours.”"),
        ("RUIZ: We will stay.\nQ: Why?\nRUIZ: It is ours.", "RUIZ", "We will stay."),
    ],
)
def test_layout_says_who_speaks(text: str, source: str, content: str) -> None:
    found = [(words(text, one), one.content[0].of(text)) for one in read(text)[0]]
    assert (source, content) in found


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("KCNA quoted Mr. Pak as saying the army was ready.", ["KCNA", "Mr. Pak"]),
        ("Mr. Pak was quoted by KCNA as saying the army was ready.", ["KCNA", "Mr. Pak"]),
        ("Reuters said the base was hit, citing a pilot.", ["Reuters", "a pilot"]),
    ],
)
def test_quoting_at_second_hand(text: str, chain: list[str]) -> None:
    found, _ = read(text)
    inner = next(one for one in found if words(text, one) == chain[1])
    outer = next(one for one in found if one.id == inner.within)
    assert words(text, outer) == chain[0]


def test_to_call_a_charge_false_is_to_deny_it() -> None:
    text = "Washington accused Oslo of spying. Oslo said the accusations were baseless."
    accusation, denial = read(text)[0]
    assert (denial.stance, denial.answers) == ("denies", accusation.id)


def test_i_am_who_speaks() -> None:
    text = "“I believe the army will win,” Kim Jong Un said."
    found, _ = read(text)
    assert {one.source_entity for one in found} == {"person/kim-jong-un"}


@pytest.mark.parametrize(
    ("text", "who", "how"),
    [
        ("The foreign minister, Anna Berg, said the talks had failed.", "person/anna-berg", "explicit"),
        ("An adviser to Anna Berg said the talks had failed.", None, "explicit"),
        ("A member of Anna Berg's cabinet said the talks had failed.", None, "explicit"),
        ("A spokesman for the Pentagon said the missile fell short.", "organization/pentagon", "inferred"),
    ],
)
def test_who_belongs_to_somebody_is_not_that_person(text: str, who: str | None, how: str) -> None:
    found, _ = read(text)
    assert [(one.source_entity, one.how) for one in found] == [(who, how)]
