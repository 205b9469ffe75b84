"""What comes from a report is printed without anything that a terminal would obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.cli.names import quantity_in_words, time_in_words
from secondsource.cli.plain import ascii_only, columns, hang, one_line, quote, safe, shorten
from secondsource.model import Quantity


@given(st.text())
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    shown = safe(text)
    assert all(one in "\n\t" or ord(one) >= 32 and not 0x7F <= ord(one) <= 0x9F for one in shown)
    assert not set(shown) & set("\u202e\u2066\u200f\x1b")
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("exe.\u202etxt", "exe.\ufffdtxt"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x9b2J", "\ufffd2J"),
    ],
)
def test_escapes_and_directions_are_replaced(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text(), st.integers(20, 200))
def test_lines_fit(text: str, width: int) -> None:
    lines = hang(text, width, "  who  ")
    assert lines
    assert lines[0].startswith("  who")
    assert all("\n" not in line for line in lines)
    assert all(len(line) <= max(width, 27) for line in lines)


def test_shortening_keeps_both_ends_of_a_quotation() -> None:
    shown = quote("between " + "and ".join(["this "] * 60) + " and Saturday")
    assert shown.startswith('"between ')
    assert shown.endswith(' Saturday"')
    assert len(shown) <= 94
    assert shorten("a launch of two rockets", 12) == "a launch …"
    assert shorten("2025-06-18T06:00/2025-06-18T11:59", 20) == "2025-06-18T06:00/2…"


def test_ascii_is_enough_for_any_terminal() -> None:
    assert ascii_only("events · “x” … Kwangmyŏngsŏng") == 'events | "x" ... Kwangmy\\u014fngs\\u014fng'
    assert columns("미사일") == 6


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("open between(weekday(4),weekday(6))", "Thursday to Saturday, not dated"),
        ("open weekday(1)", "Monday, not dated"),
        ("2023-08-03/2023-08-05", "2023-08-03/2023-08-05"),
        ("open", "not dated"),
        ("not a notation", "not a notation"),
    ],
)
def test_times_in_words(notation: str, words: str) -> None:
    assert time_in_words(notation) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(2, 2, "missile"), "2 missile"),
        (Quantity(24, None, "soldier", "dozens of"), "at least 24 soldier (dozens of)"),
        (Quantity(1000, 1100, "km"), "1000 to 1100 km"),
        (Quantity(None, 5), "at most 5"),
        (Quantity(None, None, "shell", "some"), "an unknown number shell (some)"),
    ],
)
def test_quantities_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_in_words(quantity) == words
