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


_NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})
# What is not said, known or cared about may have happened all the same.
_INDIFFERENT = frozenset("say know mind care hesitate regret realize realise see deny doubt wait".split())
_FULFILLING = frozenset(
    "begin cause come compel continue force get go happen have help lead live manage move proceed resume "
    "serve start turn use tend".split()
)
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
    by_attribution = None if _is_past(sentence, index) else _by_attribution(around)
    return by_attribution or Judged("happened", None)


def _is_past(sentence: Sentence, index: int) -> bool:
    """ "ordered the release of those [seized]": a finite past or a participle is no longer to be done."""
    token = sentence.tokens[index]
    return token.xpos == "VBD" or (token.xpos == "VBN" and token.deprel in ("acl", "acl:relcl", "amod"))


def denied(sentence: Sentence, index: int) -> Judged | None:
    """ "did not launch", "never visited", "no attack": the event is said not to have happened."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if token.lemma in ("not", "never", "n't", "n’t") or (token.lemma == "no" and token.deprel == "det"):
            return Judged("denied", Span(token.start, token.end))
    return _no_such(sentence, index) or _denied_above(sentence, index)


def _no_such(sentence: Sentence, index: int) -> Judged | None:
    """ "no one held her", "no weapon was found": nobody did, nothing was."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if not token.deprel.startswith("nsubj"):
            continue
        for place in (child, *sentence.children(child)):
            word = sentence.tokens[place]
            if word.text.lower() in _NOBODY and (place == child or word.deprel == "det"):
                return Judged("denied", Span(word.start, word.end))
    return None


def _denied_above(sentence: Sentence, index: int) -> Judged | None:
    """ "were not able to speak", "does not want to return": what a negated verb governs."""
    token = sentence.tokens[index]
    if token.xpos != "VB" or token.deprel not in ("xcomp", "ccomp") or token.head == index:
        return None
    above = sentence.tokens[token.head]
    if above.lemma in _INDIFFERENT:
        return None
    for child in sentence.children(token.head):
        below = sentence.tokens[child]
        if below.lemma in ("not", "never", "n't", "n’t") and child < token.head:
            return Judged("denied", Span(below.start, below.end))
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


def aimed_at(sentence: Sentence, index: int) -> Judged | None:
    """ "seeks to nullify", "a plan to attack": an aim, unless its verb says it came true."""
    token = sentence.tokens[index]
    if token.xpos != "VB" or token.head == index:
        return None
    mark = next((one for one in sentence.children(index) if sentence.tokens[one].text.lower() == "to"), None)
    if mark is None or sentence.tokens[token.head].lemma in _FULFILLING:
        return None
    return Judged("possible", Span(sentence.tokens[mark].start, sentence.tokens[mark].end))


RULES: tuple[Rule, ...] = (denied, hypothetical, modal, governed, ongoing, aimed_at)


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
