"""The record: stable keys, one object a line, and back again without loss."""

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.export import read_jsonl, write_jsonl
from secondsource.model import Collation, Mention, Note, Quantity, Reading, Report, Span, Time
from tests.values import collation

KEYS = {
    "reading": "kind report sentences mentions attributions claims notes",
    "story": "kind id title reports",
    "derivation": "kind report from how passages share because",
    "event": "kind id type title claims status voices time place links story foreground",
    "comparison": "kind event role verdict sides silent detail",
    "finding": "kind what event mentions message reports",
    "note": "kind report start end message advice made_by",
}


def test_every_kind_has_its_keys_in_order() -> None:
    lines = [json.loads(line) for line in write_jsonl(collation())]
    assert [line["kind"] for line in lines if line["kind"] != "comparison"] == [
        "reading", "reading", "story", "derivation", "event", "finding", "note",
    ]  # fmt: skip
    for line in lines:
        assert " ".join(line) == KEYS[line["kind"]]


def test_values_stand_by_their_notation_and_times_have_a_timex() -> None:
    reading = json.loads(next(iter(write_jsonl(collation()))))
    by_text = {one["text"]: one for one in reading["mentions"]}
    assert by_text["two rockets"]["value"] == "2 rocket"
    assert by_text["Monday"]["value"] == "open weekday(1)"
    assert set(by_text["Monday"]["timex"]) == {"type", "value"}
    assert [one["text"] for one in reading["mentions"] if "timex" in one] == ["Monday"]
    assert reading["claims"][0]["action"] == "aaaaaaaaaaaa:m0"
    assert reading["claims"][0]["roles"][0]["mention"] == "aaaaaaaaaaaa:m1"
    assert reading["attributions"][0]["source"] == [[77, 89]]


def test_nothing_is_lost() -> None:
    assert read_jsonl(write_jsonl(collation())) == collation()


words = st.text(max_size=30)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
numbers = st.none() | st.floats(0, 1e9)
values = st.none() | words | st.builds(Quantity, numbers, numbers, words, words)
values |= st.builds(Time, expression=words, kind=st.sampled_from(["point", "reference"]), zone=st.none())
mentions = st.builds(
    Mention, words, spans, words, st.sampled_from(["time", "thing"]), values, st.none() | words
)
notes = st.builds(Note, st.just("r"), st.none() | spans, words, words, words)
readings = st.builds(
    Reading,
    st.builds(Report, st.just("r"), words, words, title=st.none() | words),
    mentions=st.lists(mentions, max_size=3).map(tuple),
    notes=st.lists(notes, max_size=2).map(tuple),
)


@given(readings)
@settings(max_examples=150, deadline=None)
def test_no_words_break_a_line_or_are_lost(reading: Reading) -> None:
    lines = list(write_jsonl(Collation((reading,))))
    assert "".join(lines).splitlines(keepends=True) == lines
    assert read_jsonl(lines).readings == (reading,)


def test_a_line_moves_no_cursor_and_loses_nothing() -> None:
    words = "\x1b[2J\x9b\u202e\u2028\x85 é 미사일"
    [line] = write_jsonl(Collation(notes=(Note("r", None, words, "", ""),)))
    assert not set(line) & set("\x1b\x9b\u202e\u2028\x85")
    assert "é 미사일" in line
    assert read_jsonl([line]).notes[0].message == words


def test_what_is_not_the_record_is_told_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2: not JSON"):
        read_jsonl(["\n", "{oops\n"])
    with pytest.raises(ValueError, match="kind 'poem'"):
        read_jsonl(['{"kind":"poem"}\n'])
    with pytest.raises(msgspec.ValidationError):
        read_jsonl(['{"kind":"finding","what":"luck","event":null,"mentions":[],"message":""}\n'])
