"""Texts in several languages -> which it is; short ones are taken at the document's word."""

import pytest

from secondsource.intake.tongue import find_language


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("The minister opened a yard in the north on Monday and said that it would build ships.", None, "en"),
        ("Министр обороны открыл верфь на севере страны и сказал, что там построят корабли.", None, "ru"),
        ("국방부 장관은 월요일에 북쪽에 있는 조선소를 열고 군함을 건조할 것이라고 말했다.", None, "ko"),
        ("Der Minister eröffnete am Montag eine Werft und sprach von sechs Schiffen.", "en", "de"),
        ("Minister says no", "en-GB", "en"),
        ("Minister says no", None, None),
        ("2023-08-06 10:32", "", None),
    ],
)  # fmt: skip
def test_the_language_of_a_text(text: str, told: str | None, language: str | None) -> None:
    assert find_language(text, told) == language


def test_a_long_english_text_needs_no_model() -> None:
    from secondsource.intake import tongue

    tongue._identifier.cache_clear()
    text = "The head of the navy said on Monday that it was for the yard to say when it was to be. " * 5
    assert find_language(text) == "en"
    assert tongue._identifier.cache_info().misses == 0
