"""Words and sentences, drawn in tables: nothing is lost, and cuts fall where a reader puts them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from secondsource.language import split_sentences, split_words
from secondsource.model import Part, Report, Span

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    found = [line for line in (HERE / name).read_text().splitlines() if line and not line.startswith("#")]
    assert len(found) == len(set(found)) > 0
    return found


@pytest.mark.parametrize("line", lines("words.txt"))
def test_words(line: str) -> None:
    words = line.split("|")
    text, spans = "", []
    for word in words:
        glued = word in {
            "n't",
            "n’t",
            "’s",
            "’ve",
            "'s",
            ".",
            ",",
            ";",
            "’",
            "-",
            ")",
            "…",
            "%",
            "?!",
            "”",
            "not",
        }
        after = text.endswith(("“", "(", "$")) or (text.endswith("-") and word[0].isalpha())
        text += "" if not text or glued or after else " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    assert [span.of(text) for span in split_words(text)] == words
    assert split_words(text) == spans


@pytest.mark.parametrize("line", lines("sentences.txt"))
def test_sentences(line: str) -> None:
    expected = line.split("||")
    text = line.replace("||", "") if ".The " in line else line.replace("||", " ")
    if ".The " in line:
        expected = [piece + "." for piece in line.rstrip(".").split(".")]
    found = [span.of(text) for span, _ in split_sentences(Report("r", text, ""))]
    assert found == expected


@given(some.text(alphabet=some.sampled_from("ab Z.!?…\"“”’'\n\r\t-1U.S. "), max_size=200))
def test_every_character_is_kept(text: str) -> None:
    sentences = [span for span, _ in split_sentences(Report("r", text, ""))]
    words = [word for span in sentences for word in split_words(text, span.start, span.end)]
    assert "".join("".join(word.of(text) for word in words).split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in zip(words, words[1:], strict=False))


def test_parts_and_wrapped_lines() -> None:
    text = "Leader tours plant\nSEOUL (Agency) - The leader toured plants on Friday and\nleft. It rained."
    part = Part(Span(0, 18), "title", "first line", "test")
    dateline = Part(Span(19, 34), "dateline", "agency", "test")
    report = Report("r", text, "", parts=(part, dateline))
    assert [span.of(text) for span, _ in split_sentences(report)] == [
        "Leader tours plant",
        "SEOUL (Agency)",
        "- The leader toured plants on Friday and\nleft.",
        "It rained.",
    ]
