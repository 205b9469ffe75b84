"""Spans in a text: nested where they nest, cut where they cross, never losing a character.

The expected answer is drawn with the marks' letters: `{a one {b two}}`; a piece that goes on is `{=a ...}`.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as given_by

from secondsource.export.dossier.element import element
from secondsource.export.dossier.marked_text import Mark, mark_text
from secondsource.model import Span
from tests.export.dossier.page_reader import PageReader

CASES = [
    # text, marks, drawn
    ("one two three", "a:4-7", "one {a two} three"),
    ("one two three", "a:0-7 b:4-7", "{a one {b two}} three"),
    ("one two three", "a:4-7 b:4-7", "one {a {b two}} three"),
    ("one two three", "a:0-7 b:4-13", "{a one {b two}}{=b  three}"),
    ("one two three", "a:0-5 b:2-9 c:4-13", "{a on{b e {c t}}}{=c {=b wo t}hree}"),
    ("one\n\ntwo", "a:0-8", "{a one}|{=a two}"),
    ("one\n\ntwo", "a:3-8", "one|{a two}"),
    ("one", "a:0-99 b:5-9 c:2-2", "{a one}"),
    ("a<b>c", "a:1-4", "a{a <b>}c"),
]


def draw(html: str) -> str:
    """The page's spans in the notation of the cases."""
    drawn = re.sub(r'<span class="m" id="(\w)">', r"{\1 ", html)
    drawn = re.sub(r'<span class="m" data-of="(\w)">', r"{=\1 ", drawn).replace("</span>", "}")
    drawn = drawn.replace("</p><p>", "|").replace("<p>", "").replace("</p>", "")
    return drawn.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize(("text", "marks", "drawn"), CASES)
def test_marks(text: str, marks: str, drawn: str) -> None:
    found = [re.fullmatch(r"(\w):(\d+)-(\d+)", one) for one in marks.split()]
    assert all(found), f"malformed marks: {marks}"
    made = [Mark(Span(int(one[2]), int(one[3])), "m", one[1]) for one in found if one]
    assert draw(mark_text(text, made)) == drawn


def test_ten_thousand_nested_marks_keep_their_places_and_stay_shallow() -> None:
    text = "x" * 20_001
    marks = [Mark(Span(number, 20_001 - number), "m", f"n{number}") for number in range(10_000)]
    page = mark_text(text, marks)
    reader = PageReader(page)
    assert reader.text == text
    assert len(set(reader.ids)) == 10_000
    deepest, depth = 0, 0
    for tag in re.findall(r"</?span", page):
        depth += 1 if tag == "<span" else -1
        deepest = max(deepest, depth)
    assert deepest < 30


def test_what_follows_a_mark_stands_once_after_its_end() -> None:
    page = mark_text("one\ntwo", [Mark(Span(0, 7), "m", "a", after=element("sup", "1"))])
    assert page.count("<sup>") == 1
    assert page.endswith("two</span><sup>1</sup></p>")


@given(
    given_by.text("ab <&\"'\n", max_size=40),
    given_by.lists(given_by.tuples(given_by.integers(-3, 45), given_by.integers(-3, 45)), max_size=12),
)
def test_no_character_is_lost_and_every_mark_has_its_place(text: str, bounds: list[tuple[int, int]]) -> None:
    marks = [Mark(Span(*one), "m", f"n{number}") for number, one in enumerate(bounds)]
    page = mark_text(text, marks)
    reader = PageReader(page)
    assert reader.text == "".join(line for line in text.split("\n") if line.strip())
    spoken = [
        mark.anchor
        for mark in marks
        if mark.span.of(text[: max(mark.span.end, 0)]).strip() and mark.span.start >= 0
    ]
    assert set(spoken) <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))
    assert page.count("<span") == page.count("</span>")
