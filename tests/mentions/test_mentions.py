"""Every case of cases.txt: the drawn mentions are found, word for word, and what must not be found is not."""

from pathlib import Path

import pytest

from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Mention, Published, Report, Span
from tests.tables import Case, load_cases

CASES = load_cases(Path(__file__).with_name("cases.txt"))


def read(text: str, published: str | None = None) -> tuple[Mention, ...]:
    """Mentions of a text that is a report by itself."""
    known = Published(published, "given") if published else Published()
    report = Report(id="r", text=text, sha256="", published=known)
    sentences, _ = analyse(report)
    return find_mentions(report, sentences)[0]


def answers(mention: Mention) -> set[str]:
    """What a drawn label may say of a mention: its kind with its entity, or with its value."""
    return {f"{mention.kind} {mention.entity}", f"{mention.kind} {mention.value}"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_mentions_are_found_as_drawn(case: Case) -> None:
    mentions = read(case.text)
    missing = []
    for start, end, label in case.marks:
        here = [one for one in mentions if one.span == Span(start, end)]
        unwanted = label.removeprefix("no ")
        if label != unwanted:
            if any(one.kind == unwanted for one in here):
                missing.append(f"{case.text[start:end]!r} is taken for a {unwanted}")
        elif not any(label in answers(one) for one in here):
            missing.append(
                f"{case.text[start:end]!r} is no {label}, but {[sorted(answers(one)) for one in here]}"
            )
    if case.known_failure:
        assert missing, "passes now: take the question mark away"
    else:
        assert not missing, [*missing, [f"{one.text!r} {one.kind} {one.entity}" for one in mentions]]


def test_spans_are_the_words_and_ids_count_up() -> None:
    text = "Kim Jong Un said on Monday that 20 tanks left Wonsan. He smiled."
    mentions = read(text)
    assert [one.id for one in mentions] == [f"r:m{number}" for number in range(1, len(mentions) + 1)]
    assert all(one.text == one.span.of(text) and one.made_by for one in mentions)
    assert list(mentions) == sorted(mentions, key=lambda one: (one.span.start, -one.span.end))


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2023-08-06", "person/sergei-shoigu"),
        ("2024-09-01", "person/andrei-belousov"),
        (None, "office/RU/defence-minister"),
    ],
)
def test_an_office_is_looked_up_only_for_a_known_day(published: str | None, expected: str) -> None:
    offices = [
        one for one in read("The Russian defence minister flew home.", published) if one.kind == "office"
    ]
    assert [one.entity for one in offices] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\n",
        "(",
        "…",
        "123",
        "A" * 5000,
        "Kim " * 2000,
        "the the the",
        "\u202eKim Jong Un\u202c",
        "It's.",
    ],
)
def test_odd_texts_are_read_without_harm(text: str) -> None:
    for one in read(text):
        assert one.span.of(text) == one.text


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "KCNA said Kim Jong Un met officials from Beijing and Moscow at a plant in Wonsan on Friday."
    assert read(text) == read(text)
