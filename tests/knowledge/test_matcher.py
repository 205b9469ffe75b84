"""The matcher finds names whatever their accents and joiners, and tells where they stand."""

import pytest

from secondsource.knowledge import Matcher

NAMES = (
    "Tongch'ang-ri",
    "Sana'a",
    "US",
    "U.S.",
    "Kim Jong Un",
    "Türkiye",
    "Hwasong-18",
    "York",
    "New York",
    "the Gulf",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("near Tongchang-ri today", ["Tongchang-ri"]),
        ("near Tongch’ang-ri and Tongchangri", ["Tongch’ang-ri", "Tongchangri"]),
        ("Kim Jong-un's visit", ["Kim Jong-un"]),
        ("give us the US, and the U.S. too", ["US", "U.S."]),
        ("Turkiye, TÜRKIYE and T\u00fcrkiye", ["Turkiye", "TÜRKIYE", "T\u00fcrkiye"]),
        ("a Hwasong 18 flew", ["Hwasong 18"]),
        ("New York is not Newyork", ["New York"]),
        ("Kim\u200b Jong Un", ["Kim\u200b Jong Un"]),
        ("Sanaa fell", ["Sanaa"]),
        ("the kim jong un of small letters", []),
        ("Yorkshire", []),
        ("", []),
    ],
)
def test_names_are_found_with_their_place(text: str, expected: list[str]) -> None:
    found = Matcher(NAMES).find(text)
    assert [text[one.start : one.end] for one in found] == expected


def test_combining_marks_do_not_shift_what_follows() -> None:
    text = "Tu\u0308rkiye and New York"
    found = Matcher(NAMES).find(text)
    assert [text[one.start : one.end] for one in found] == ["Tu\u0308rkiye", "New York"]


def test_every_name_is_told_when_all_are_asked_for() -> None:
    assert {one.name for one in Matcher(NAMES).find_all("New York")} == {"York", "New York"}
