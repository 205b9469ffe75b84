"""An action and the word that modifies or governs it -> planned, ordered, possible, denied, by that word."""

from secondsource.claims.judged import Judged, judged_by, words_that
from secondsource.claims.negation import negated
from secondsource.model import Sentence
from secondsource.model.claim import Factuality

_FULFILLING = frozenset(
    "begin cause come compel continue force get go happen have help lead live manage move proceed resume "
    "serve start turn use tend".split()
)
_GOVERNED = ("xcomp", "obj", "nmod", "acl", "conj", "advcl", "ccomp", "obl")


def modified(sentence: Sentence, index: int) -> Judged | None:
    """ "a suspected attack", "the planned visit", "reportedly fired"."""
    for child in sentence.children(index):
        below = sentence.tokens[child]
        if below.deprel in ("amod", "advmod") and below.lemma in words_that("governor"):
            return judged_by(sentence, words_that("governor")[below.lemma], child)
    return None


def undergone(sentence: Sentence, index: int) -> Judged | None:
    """ "the launch was cancelled", "a visit is planned": what was done to it says whether it came about."""
    token = sentence.tokens[index]
    verb = sentence.tokens[token.head]
    if token.deprel != "nsubj:pass" or verb.lemma not in words_that("subject"):
        return None
    judged = words_that("subject")[verb.lemma]
    if negated(sentence, token.head) is not None:
        return None
    return judged_by(sentence, judged, token.head)


def governed(sentence: Sentence, index: int) -> Judged | None:
    """ "plans to test", "ordered them to fire", "failed to launch", "kept them from firing"."""
    token = sentence.tokens[index]
    if token.xpos not in ("VB", "VBG", "NN", "NNS"):
        return None
    place = index
    for _ in range(4):
        here = sentence.tokens[place]
        if here.head == place or here.deprel not in _GOVERNED:
            return None
        if here.deprel in ("advcl", "ccomp", "obl") and here.xpos not in ("VB", "VBG", "NN", "NNS"):
            return None
        judged = _governor(sentence, place)
        if judged is not None and (judged != "denied" or _reaches(sentence, index, place)):
            return judged_by(sentence, judged, here.head)
        if here.deprel == "nmod" and sentence.tokens[here.head].deprel == "nmod":
            return None
        place = here.head
    return None


def _reaches(sentence: Sentence, index: int, below: int) -> bool:
    """ "refused to sign [the deal] after two days of [talks]": what is left undone leaves the rest as it is.

    `below` is what hangs on the word that denies. Who does not fail does, who is not kept from it may.
    """
    if negated(sentence, sentence.tokens[below].head) is not None:
        return False
    place = index
    while place != below and sentence.tokens[place].deprel in ("conj", "xcomp"):
        place = sentence.tokens[place].head
    if place == below:
        return True
    definite = any(
        sentence.tokens[one].lemma in ("the", "this", "that") or sentence.tokens[one].deprel == "nmod:poss"
        for one in sentence.children(place)
    )
    return sentence.tokens[place].deprel == "obj" and sentence.tokens[place].head == below and not definite


def _governor(sentence: Sentence, index: int) -> Factuality | None:
    """What the word above makes of a phrase: in any way, as a verb or after "for", after "from"."""
    here = sentence.tokens[index]
    lemma = sentence.tokens[here.head].lemma
    if lemma in words_that("governor"):
        return words_that("governor")[lemma]
    words = [sentence.tokens[one] for one in sentence.children(index)]
    clause = here.xpos in ("VB", "VBG") and here.deprel in ("xcomp", "ccomp", "acl")
    clause = clause or (here.xpos == "VB" and here.deprel == "advcl")
    clause = clause or any(one.deprel == "case" and one.lemma == "for" for one in words)
    if lemma in words_that("complement") and clause:
        return words_that("complement")[lemma]
    if lemma in words_that("from") and any(
        one.lemma == "from" and one.deprel in ("mark", "case") for one in words
    ):
        return words_that("from")[lemma]
    return None


def aimed_at(sentence: Sentence, index: int) -> Judged | None:
    """ "seeks to nullify", "a plan to attack": an aim, unless its verb says it came true."""
    token = sentence.tokens[index]
    if token.xpos != "VB" or token.head == index:
        return None
    mark = next((one for one in sentence.children(index) if sentence.tokens[one].text.lower() == "to"), None)
    if mark is None or sentence.tokens[token.head].lemma in _FULFILLING:
        return None
    return judged_by(sentence, "possible", mark)
