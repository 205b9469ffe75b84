"""One report on the whole path: what is not read is kept and told, and nothing of it is lost."""

import pytest

from secondsource.collation import collate
from secondsource.model import Report
from secondsource.reading import read_report

KOREAN = "국방부는 목요일 새 호위함이 시험 항해를 마쳤다고 밝혔다. 함장은 날씨가 좋았다고 말했다."
RUSSIAN = "Министерство сообщило в четверг, что новый фрегат вышел в море. Погода была ясной."


@pytest.mark.parametrize(("language", "text"), [("ko", KOREAN), ("ru", RUSSIAN)])
@pytest.mark.parametrize("reader", ["rules", "default"])
def test_a_language_that_is_not_read_is_kept_and_told(language: str, text: str, reader: str) -> None:
    reading = read_report(Report("0" * 12, text, "", language=language), reader)
    assert {line.fate for line in reading.sentences} == {"not understood"}
    assert "".join(line.span.of(text) for line in reading.sentences).replace(" ", "") == text.replace(" ", "")
    assert any("language" in note.message for note in reading.notes)
    assert collate([reading]).events == ()


@pytest.mark.parametrize(
    "text", ["", " \n", ".", "“", "???!!!", "12", "\u202e\u200b", "A" * 4000, "said " * 500]
)
@pytest.mark.parametrize("reader", ["rules", "default"])
def test_words_that_make_no_sentence_break_nothing(text: str, reader: str) -> None:
    reading = read_report(Report("0" * 12, text, "", language="en"), reader)
    assert all(one.span.of(text) == one.text for one in reading.mentions)
    assert collate([reading]).readings == (reading,)
