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
def cues(kind: str) -> dict[str, Cue]:
    """Lemma -> cue, of one kind: verb, noun, adjective, adverb, view."""
    return {
        row["lemma"]: Cue(
            row["lemma"],
            row["kind"],
            cast(Stance, row["stance"]),
            frozenset(row["frames"].split()),
            cast(Commitment, row["commitment"]),
            cast(Medium, row["medium"]),
        )
        for row in load("cues")
        if row["kind"] == kind
    }


@cache
def phrasal_verbs() -> dict[str, dict[str, Cue]]:
    """Verb -> particle or preposition -> the cue that the two are: rule out, call for."""
    found: dict[str, dict[str, Cue]] = {}
    for lemma, cue in cues("verb").items():
        verb, _, added = lemma.partition(" ")
        if added:
            found.setdefault(verb, {})[added] = cue
    return found


def cue_of(lemma: str, kind: str) -> Cue | None:
    """The cue that a lemma is, if it is one."""
    return cues(kind).get(lemma)


def word_cue(words: Sequence[Token], number: int, kind: str, form: str = "") -> Cue | None:
    """The cue that a word is, with what a hyphen joins to it: pooh-poohed, so-called, sabre-rattling."""
    lemma = form or words[number].lemma
    if number >= 2 and words[number - 1].text == "-":
        joined = cue_of(f"{words[number - 2].text.lower()}-{lemma}", kind)
        if joined is not None:
            return joined
    return cue_of(lemma, kind)
