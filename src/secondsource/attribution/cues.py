"""The table of cue words -> what a word tells of its speaker: stance, frames, commitment, medium."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from secondsource.knowledge import load
from secondsource.model import Token
from secondsource.model.attribution import Commitment, Medium, Stance


class Cue(NamedTuple):
    """A row of `knowledge/cues.tsv`: `frames` are the ways in which it takes a content."""

    lemma: str
    kind: str
    stance: Stance
    frames: frozenset[str]
    commitment: Commitment
    medium: Medium


OPEN_VERB = Cue("", "verb", "asserts", frozenset({"clause", "quote"}), "Uu", "unknown")


@cache
def cue_table() -> dict[tuple[str, str], Cue]:
    """(lemma, kind) -> cue."""
    return {
        (row["lemma"], row["kind"]): Cue(
            row["lemma"],
            row["kind"],
            cast(Stance, row["stance"]),
            frozenset(row["frames"].split()),
            cast(Commitment, row["commitment"]),
            cast(Medium, row["medium"]),
        )
        for row in load("cues")
    }


def cue_of(lemma: str, kind: str) -> Cue | None:
    """The cue that a lemma is, if it is one."""
    return cue_table().get((lemma, kind))


def word_cue(words: Sequence[Token], number: int, kind: str, form: str = "") -> Cue | None:
    """The cue that a word is, with what a hyphen joins to it: pooh-poohed, so-called, sabre-rattling."""
    lemma = form or words[number].lemma
    if number >= 2 and words[number - 1].text == "-":
        joined = cue_of(f"{words[number - 2].text.lower()}-{lemma}", kind)
        if joined is not None:
            return joined
    return cue_of(lemma, kind)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(lemma.partition(" ")[0] for lemma, kind in cue_table() if kind == "verb" and " " in lemma)


def has_added(lemma: str) -> bool:
    """Whether a verb has rows of its own with a particle or preposition: call, call for, call off."""
    return lemma in _first_words()
