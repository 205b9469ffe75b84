"""An action and the words around it -> did it happen: happened, planned, ordered, possible, denied, ...

The scale is that of FactBank, named for readers; each rule gives the words that decide, and the first
that answers wins. What nothing qualifies is said to have happened.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple, cast

from secondsource.claims.roles import carrier_of
from secondsource.knowledge import load
from secondsource.model import Attribution, Sentence, Span
from secondsource.model.claim import Factuality


class Judged(NamedTuple):
    """A factuality and the words that make it so (None: nothing qualifies it)."""

    factuality: Factuality
    cue: Span | None


GOVERNED = ("xcomp", "obj", "nmod", "acl", "conj", "advcl", "ccomp", "obl")

Rule = Callable[[Sentence, int], Judged | None]


def judge_factuality(sentence: Sentence, index: int, around: Sequence[Attribution]) -> Judged:
    """Whether the action at a token is said to have happened; `around` are the attributions it stands in."""
    carrier = carrier_of(sentence, index)
    for rule in RULES:
        for place in (index, carrier):
            if place is not None:
                judged = rule(sentence, place)
                if judged is not None:
                    return judged
    return _by_attribution(around) or Judged("happened", None)


def denied(sentence: Sentence, index: int) -> Judged | None:
    """ "did not launch", "never visited", "no attack": the event is said not to have happened."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if token.lemma in ("not", "never", "n't", "n’t") or (token.lemma == "no" and token.deprel == "det"):
            return Judged("denied", Span(token.start, token.end))
    return None


def hypothetical(sentence: Sentence, index: int) -> Judged | None:
    """ "if it launched", "would respond were it attacked": only imagined."""
    for place in _upwards(sentence, index):
        for child in sentence.children(place):
            token = sentence.tokens[child]
            if (
                token.lemma in ("if", "unless", "whether")
                and token.deprel in ("mark", "advmod")
                and child < place
            ):
                return Judged("hypothetical", Span(token.start, token.end))
    return None


def modal(sentence: Sentence, index: int) -> Judged | None:
    """ "will visit" is planned, "may have sold" is possible, "would" is hypothetical."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if token.deprel.startswith("aux") and token.lemma in _modals():
            return Judged(_modals()[token.lemma], Span(token.start, token.end))
    return None


def governed(sentence: Sentence, index: int) -> Judged | None:
    """ "plans to test", "ordered them to fire", "failed to launch", "suspected attack"."""
    token = sentence.tokens[index]
    for child in sentence.children(index):
        below = sentence.tokens[child]
        if below.deprel in ("amod", "advmod") and below.lemma in _governors():
            return Judged(_governors()[below.lemma], Span(below.start, below.end))
    place = index
    for _ in range(4):
        here = sentence.tokens[place]
        if here.head == place or here.deprel not in GOVERNED:
            return None
        if here.deprel in ("advcl", "ccomp", "obl") and here.xpos not in ("VB", "VBG", "NN", "NNS"):
            return None
        place = here.head
        above = sentence.tokens[place]
        infinitive = token.xpos in ("VB", "VBG", "NN", "NNS")
        if above.lemma in _governors() and infinitive:
            return Judged(_governors()[above.lemma], Span(above.start, above.end))
    return None


def ongoing(sentence: Sentence, index: int) -> Judged | None:
    """ "is building": under way."""
    token = sentence.tokens[index]
    if token.xpos != "VBG":
        return None
    for child in sentence.children(index):
        below = sentence.tokens[child]
        if below.deprel == "aux" and below.lemma == "be" and below.xpos in ("VBZ", "VBP"):
            return Judged("ongoing", Span(below.start, below.end))
    return None


RULES: tuple[Rule, ...] = (denied, hypothetical, modal, governed, ongoing)


def _by_attribution(around: Sequence[Attribution]) -> Judged | None:
    """ "ordered a rise in output": the content of an order is ordered, of a promise planned."""
    for one in reversed(around):
        told: dict[str, Factuality] = {"orders": "ordered", "promises": "planned", "requests": "possible",
                                       "threatens": "possible"}  # fmt: skip
        if one.stance in told:
            return Judged(told[one.stance], one.cue[0] if one.cue else None)
    return None


def _upwards(sentence: Sentence, index: int) -> tuple[int, ...]:
    line = [index]
    while sentence.tokens[line[-1]].head not in line and len(line) < 5:
        if sentence.tokens[line[-1]].deprel in ("acl:relcl", "parataxis", "ccomp"):
            break
        line.append(sentence.tokens[line[-1]].head)
    return tuple(line)


@cache
def _modals() -> dict[str, Factuality]:
    return {
        row["lemma"]: cast(Factuality, row["factuality"])
        for row in load("factuality_cues")
        if row["place"] == "modal"
    }


@cache
def _governors() -> dict[str, Factuality]:
    return {
        row["lemma"]: cast(Factuality, row["factuality"])
        for row in load("factuality_cues")
        if row["place"] == "governor"
    }
