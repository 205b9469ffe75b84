"""Whatever a report says, in whatever letters: the store gives it back to the character."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import (
    Collation,
    Comparison,
    Derivation,
    Event,
    Finding,
    Mention,
    Note,
    Original,
    Quantity,
    Reading,
    Report,
    Span,
    Story,
    Time,
)
from secondsource.store import open_store, verify
from tests.values import collation, original

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
some = st.none() | words
names = st.lists(words, max_size=3).map(tuple)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Original, Reading]:
    """A report of any letters with mentions at any places of it."""
    text = draw(words)
    ends = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    mentions = tuple(
        Mention(
            f"r:m{number}",
            Span(*sorted(pair)),
            text[min(pair) : max(pair)],
            draw(st.sampled_from(["time", "thing", "quantity"])),
            draw(
                some | st.builds(Quantity, st.integers(0, 9), st.none()) | st.builds(Time, expression=words)
            ),
            draw(some),
            draw(words),
            draw(st.floats(0, 1)),
        )
        for number, pair in enumerate(ends)
    )
    notes = tuple(
        Note("r", None, draw(words), draw(words), draw(words)) for _ in range(draw(st.integers(0, 2)))
    )
    report = Report("r", text, original(text).sha256, draw(words), title=draw(some), outlet=draw(some))
    return original(text), Reading(report, mentions=mentions, notes=notes)


@given(readings())
@settings(max_examples=60, deadline=None)
def test_a_reading_comes_back(pair: tuple[Original, Reading]) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        assert store.add(*pair) == "new"
        assert store.add(*pair) == "same"
        assert store.readings() == (pair[1],)
        assert list(store.originals()) == [pair[0]]
        assert store.integrity() == ()


voices = st.just(collation().events[0].voices)
collations = st.builds(
    Collation,
    st.just(()),
    st.lists(st.builds(Story, words, words, names), max_size=2).map(tuple),
    st.lists(st.builds(Derivation, words, words, because=names), max_size=2).map(tuple),
    st.lists(
        st.builds(Event, words, words, words, names, voices=voices, time=some, place=some), max_size=2
    ).map(tuple),
    st.lists(st.builds(Comparison, words, words, sides=st.just(()), silent=names), max_size=2).map(tuple),
    st.lists(st.builds(Finding, event=some, mentions=names, message=words, reports=names), max_size=2).map(
        tuple
    ),
    st.lists(st.builds(Note, words, st.none(), words, words, words), max_size=3).map(tuple),
)


@given(collations)
@settings(max_examples=60, deadline=None)
def test_a_collation_comes_back(made: Collation) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        store.save_collation(collation(), "before")
        store.save_collation(made, "now")
        assert store.collation("now") == made


def test_a_zero_character_in_a_text_is_kept(tmp_path: Path) -> None:
    left = collation().readings[1]
    report = msgspec.structs.replace(left.report, text=left.report.text + "\x00 after it")
    with open_store(tmp_path / "a.db") as store:
        store.add(original(report.text), msgspec.structs.replace(left, report=report))
        assert store.readings()[0].report.text == report.text
        assert verify(store).spans
