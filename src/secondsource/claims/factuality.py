"""An action and the words around it -> did it happen: happened, planned, ordered, possible, denied, ...

The scale is that of FactBank, named for readers; each rule gives the words that decide, and the first
that answers wins. What nothing qualifies is said to have happened.
"""

from collections.abc import Callable, Sequence

from secondsource.claims.governors import aimed_at, governed, modified, undergone
from secondsource.claims.judged import Judged, judged_by, words_that
from secondsource.claims.negation import find_denial, only_then
from secondsource.claims.roles import carrier_of
from secondsource.model import Attribution, Sentence
from secondsource.model.claim import Factuality

Rule = Callable[[Sentence, int], Judged | None]


def judge_factuality(sentence: Sentence, index: int, around: Sequence[Attribution]) -> Judged:
    """Whether the action at a token is said to have happened; `around` are the attributions it stands in."""
    carrier = carrier_of(sentence, index)
    for rule in RULES:
        for place in (index, carrier):
            if place is not None:
                judged = rule(sentence, place)
                if judged is not None:
                    return _told_to(sentence, place, around) or judged if rule in _AIMS else judged
    by_attribution = None if _is_past(sentence, index) else _by_attribution(around)
    return by_attribution or Judged("happened", None)


def _is_past(sentence: Sentence, index: int) -> bool:
    """ "ordered the release of those [seized]": a finite past or a participle is no longer to be done."""
    token = sentence.tokens[index]
    return token.xpos == "VBD" or (token.xpos == "VBN" and token.deprel in ("acl", "acl:relcl", "amod"))


def denied(sentence: Sentence, index: int) -> Judged | None:
    """ "did not launch", "nobody visited", "left without firing": the event is said not to have happened."""
    found = find_denial(sentence, index)
    return None if found is None else judged_by(sentence, "denied", found)


def late(sentence: Sentence, index: int) -> Judged | None:
    """ "did not launch until Monday": it happened, only later."""
    found = only_then(sentence, index)
    return None if found is None else judged_by(sentence, "happened", found)


def hypothetical(sentence: Sentence, index: int) -> Judged | None:
    """ "if it launched", "had they let it", "Did it launch?": only imagined, or asked."""
    for place in _upwards(sentence, index):
        for child in sentence.children(place):
            token = sentence.tokens[child]
            if (
                token.lemma in ("if", "unless", "whether")
                and token.deprel in ("mark", "advmod")
                and child < place
            ):
                return judged_by(sentence, "hypothetical", child)
        turned = _turned_round(sentence, place)
        if turned is not None:
            return judged_by(sentence, "hypothetical", turned)
    return None


def _turned_round(sentence: Sentence, index: int) -> int | None:
    """ "Had they allowed it, ...", "should it fail": a condition without a word for it."""
    if sentence.tokens[index].deprel != "advcl":
        return None
    before = [one for one in sentence.children(index) if one < index]
    if before and sentence.tokens[before[0]].text.lower() in ("had", "should", "were"):
        subject = any(sentence.tokens[one].deprel.startswith("nsubj") for one in before[1:])
        return before[0] if subject and sentence.tokens[before[0]].deprel.startswith(("aux", "cop")) else None
    return None


def asked(sentence: Sentence, index: int) -> Judged | None:
    """ "Did the army fire?": what is asked is not told."""
    token, last = sentence.tokens[index], len(sentence.tokens) - 1
    while last > 0 and sentence.tokens[last].text in ("”", '"', "’", "'", ")", "]"):
        last -= 1
    quotes = any(sentence.tokens[one].deprel == "ccomp" for one in sentence.children(index))
    if token.deprel == "root" and sentence.tokens[last].text == "?" and not quotes:
        return judged_by(sentence, "hypothetical", last)
    return None


def modal(sentence: Sentence, index: int) -> Judged | None:
    """ "will visit" is planned, "may have sold" is possible, "would" is hypothetical."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if token.deprel.startswith("aux") and token.lemma in words_that("modal"):
            return judged_by(sentence, words_that("modal")[token.lemma], child)
    return None


def coming(sentence: Sentence, index: int) -> Judged | None:
    """ "is going to fire", "has to leave", "Minsk to receive drones": a future, or a duty, in other words."""
    token = sentence.tokens[index]
    if token.xpos != "VB":
        return None
    above = sentence.tokens[token.head]
    to = next((one for one in sentence.children(index) if sentence.tokens[one].text.lower() == "to"), None)
    if to is None or to > index:
        return None
    if token.head == index:
        subject = any(sentence.tokens[one].deprel.startswith("nsubj") for one in sentence.children(index))
        return judged_by(sentence, "planned", to) if subject else None
    if token.deprel == "xcomp" and above.lemma == "go" and above.xpos == "VBG":
        return judged_by(sentence, "planned", token.head)
    if token.deprel == "xcomp" and above.lemma == "have" and above.xpos in ("VB", "VBP", "VBZ"):
        return judged_by(sentence, "ordered", token.head)
    return None


def ongoing(sentence: Sentence, index: int) -> Judged | None:
    """ "is building": under way."""
    token = sentence.tokens[index]
    if token.xpos != "VBG":
        return None
    for child in sentence.children(index):
        below = sentence.tokens[child]
        if below.deprel == "aux" and below.lemma == "be" and below.xpos in ("VBZ", "VBP"):
            return judged_by(sentence, "ongoing", child)
    return None


def joined(sentence: Sentence, index: int) -> Judged | None:
    """ "will intercept and [destroy]", "to stop and [withdraw]": what is said of the first verb."""
    place = index
    while _shares(sentence, place):
        place = sentence.tokens[place].head
        for rule in (modal, coming, undergone, governed, aimed_at):
            judged = rule(sentence, place)
            if judged is not None:
                return judged
    return None


def _shares(sentence: Sentence, index: int) -> bool:
    """Whether a verb in the same form stands before it, and nothing of its own tells when or who."""
    token = sentence.tokens[index]
    if token.deprel != "conj" or token.head >= index or token.xpos not in ("VB", "VBG", "VBN"):
        return False
    own = {sentence.tokens[one].deprel.split(":")[0] for one in sentence.children(index)}
    return token.xpos == sentence.tokens[token.head].xpos and not own & {"aux", "nsubj", "mark"}


RULES: tuple[Rule, ...] = (
    late, denied, hypothetical, modal, coming, modified, undergone, governed, asked, ongoing, aimed_at,
    joined,
)  # fmt: skip

_AIMS: tuple[Rule, ...] = (aimed_at, joined)


def _told_to(sentence: Sentence, index: int, around: Sequence[Attribution]) -> Judged | None:
    """ "told the navy to [fire]": what the cue above an infinitive makes of it."""
    place = index
    while sentence.tokens[place].deprel == "conj" and sentence.tokens[place].head != place:
        place = sentence.tokens[place].head
    above = sentence.tokens[sentence.tokens[place].head]
    if sentence.tokens[place].deprel not in ("xcomp", "ccomp") or sentence.tokens[index].xpos != "VB":
        return None
    own = [one for one in around if any(cue.start <= above.start < cue.end for cue in one.cue)]
    return _by_attribution(own)


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
