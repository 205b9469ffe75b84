"""Bytes in many encodings -> the text that was meant, and a doubt where it was a guess."""

import pytest

from secondsource.intake.decoding import NotText, decode

ENGLISH = "The minister’s café opened on Monday; it cost £5 million – “too much”, she said. " * 3
RUSSIAN = "Министр обороны посетил завод в понедельник и поговорил с рабочими о производстве. " * 3
KOREAN = "국방부 장관은 월요일에 공장을 방문하여 노동자들과 생산에 대해 이야기했다. " * 3


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (ENGLISH, "utf-8", None),
        (ENGLISH, "utf-8-sig", None),
        (ENGLISH, "utf-16", None),
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH, "cp1252", "iso-8859-1"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (KOREAN, "cp949", "euc-kr"),
    ],
)
def test_a_told_or_marked_encoding_is_certain(text: str, encoding: str, told: str | None) -> None:
    decoded = decode(text.encode(encoding), told)
    assert decoded.text == text
    assert decoded.doubts == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (KOREAN, "cp949"), (RUSSIAN, "utf-16-le")],
)
def test_an_untold_encoding_is_found_and_doubted(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guess" in decoded.doubts[0][0]


def test_a_few_old_quotation_marks_are_no_greek() -> None:
    text = "The minister \u2019s answer was short. " + "The yard will build six frigates for the navy. " * 5
    assert decode(text.encode("cp1252")).text == text


def test_a_false_label_is_told() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), "utf-8")
    assert decoded.text == RUSSIAN
    assert "says it is utf-8" in decoded.doubts[0][0]


def test_damaged_utf8_keeps_every_sound_character() -> None:
    content = RUSSIAN.encode()[:-30] + b"\xd0" + " конец.".encode()
    decoded = decode(content)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert "holds 1 broken characters" in decoded.doubts[0][0]


def test_line_ends_and_marks_stay() -> None:
    text = "One.\r\nTwo.\rThree\u2028Four\u0301\n"
    assert decode(text.encode()).text == text


def test_zero_characters_are_replaced_one_for_one() -> None:
    decoded = decode(b"The minister\x00s answer, the whole of it, stands in this line.")
    assert decoded.text[12] == "\ufffd"
    assert len(decoded.text) == 60
    assert decoded.doubts


@pytest.mark.parametrize(
    "content",
    [
        b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8,
        b"PK\x03\x04" + bytes(range(255, 0, -1)) * 9,
        b"\x00" * 400,
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(NotText):
        decode(content)
