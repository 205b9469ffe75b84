"""An action and the words around it -> the word that says it did not happen, if one does.

Each rule gives the index of that word; the first that answers wins.
"""

from collections.abc import Callable

from secondsource.claims.meanings import light_verbs
from secondsource.model import Sentence

NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})
NOT = frozenset({"not", "never", "n't", "n’t"})
# "not only him but also her": nothing is denied.
_ADDING = frozenset({"only", "just", "merely", "simply", "solely", "because"})
# What is not said, known or cared about may have happened all the same.
_INDIFFERENT = frozenset("say know mind care hesitate regret realize realise see deny doubt wait".split())
_LEFT_UNDONE = frozenset({"without", "instead", "rather"})

Rule = Callable[[Sentence, int], int | None]


def find_denial(sentence: Sentence, index: int) -> int | None:
    """The index of the word that denies the action at a token; None when none does."""
    return next((found for rule in RULES for found in [rule(sentence, index)] if found is not None), None)


def negated(sentence: Sentence, index: int) -> int | None:
    """ "did not launch", "never visited", "no attack", "nor did it fire", "no longer fires"."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if token.lemma in NOT and not _adds(sentence, child) and only_then(sentence, index) is None:
            return child
        if token.lemma == "no" and token.deprel == "det":
            return child
        if token.lemma == "nor" and token.deprel == "cc" and child < index:
            return child
        if token.lemma == "long" and token.deprel == "advmod" and _has(sentence, child, "no"):
            return child
    return None


def only_then(sentence: Sentence, index: int) -> int | None:
    """ "did not leave until Monday": then it did; the index of "until"."""
    below = sentence.children(index)
    past = any(sentence.tokens[one].xpos == "VBD" for one in below if sentence.tokens[one].upos == "AUX")
    if not past or not any(sentence.tokens[one].lemma in NOT for one in below):
        return None
    for child in below:
        if child > index and sentence.tokens[child].deprel in ("obl", "advcl"):
            for one in sentence.children(child):
                if sentence.tokens[one].lemma == "until":
                    return one
    return None


def nobody_did(sentence: Sentence, index: int) -> int | None:
    """ "no one held her", "no weapon was found", "neither of them left or called"."""
    verb = index
    while _shares_subject(sentence, verb):
        verb = sentence.tokens[verb].head
    return next(
        (
            found
            for child in sentence.children(verb)
            if sentence.tokens[child].deprel.startswith("nsubj")
            for found in [_none(sentence, child)]
            if found is not None
        ),
        None,
    )


def nothing_done(sentence: Sentence, index: int) -> int | None:
    """ "reached no agreement", "heard nothing": done to nothing, it was not done."""
    token = sentence.tokens[index]
    if token.upos != "VERB" or token.lemma in light_verbs():
        return None
    for child in sentence.children(index):
        if sentence.tokens[child].deprel == "obj":
            found = _none(sentence, child)
            if found is not None:
                return found
    return None


def joined_to_negated(sentence: Sentence, index: int) -> int | None:
    """ "had not admitted any crime or implicated anyone": one negation for both."""
    token = sentence.tokens[index]
    joined = any(
        sentence.tokens[one].deprel == "cc" and sentence.tokens[one].lemma in ("or", "nor")
        for one in sentence.children(index)
    )
    if token.deprel == "conj" and joined and not _has_subject(sentence, index):
        return negated(sentence, token.head)
    return None


def nothing_of_it(sentence: Sentence, index: int) -> int | None:
    """ "had not signed an agreement", "did not end in any changes": what was not done did not come about."""
    token = sentence.tokens[index]
    if token.upos != "NOUN" or token.deprel not in ("obj", "obl") or token.head == index:
        return None
    articles = ("a", "any") if token.deprel == "obj" else ("any",)
    if any(sentence.tokens[one].lemma in articles for one in sentence.children(index)):
        return _not_of(sentence, token.head)
    return None


def left_undone(sentence: Sentence, index: int) -> int | None:
    """ "left without firing", "instead of launching it", "rather than attack"."""
    for child in sentence.children(index):
        token = sentence.tokens[child]
        if token.lemma in _LEFT_UNDONE and child < index:
            # "and instead wants": a bare adverb sets the other thing aside, not this one.
            whole = token.deprel in ("mark", "case") or any(
                sentence.tokens[one].deprel == "fixed" for one in sentence.children(child)
            )
            if whole:
                return child
    return None


def governed_by_negated(sentence: Sentence, index: int) -> int | None:
    """ "were not able to speak", "does not want to return", "has no plans to test": it is not even begun."""
    token = sentence.tokens[index]
    if token.xpos != "VB" or token.deprel not in ("xcomp", "ccomp", "acl") or token.head == index:
        return None
    above = sentence.tokens[token.head]
    if above.lemma in _INDIFFERENT:
        return None
    if token.deprel == "acl":
        return next(
            (one for one in sentence.children(token.head) if sentence.tokens[one].lemma == "no"), None
        )
    return _not_of(sentence, token.head)


def out_of_reach(sentence: Sentence, index: int) -> int | None:
    """ "too weak to attack", "not large enough to attack", "had yet to answer"."""
    token = sentence.tokens[index]
    if token.xpos != "VB" or token.head == index or not _has(sentence, index, "to"):
        return None
    above = token.head
    for child in sentence.children(above):
        word = sentence.tokens[child]
        if word.lemma == "too" and child < above and sentence.tokens[above].upos in ("ADJ", "ADV"):
            return child
        if word.lemma == "enough" and _not_of(sentence, above) is not None:
            return child
        if word.lemma == "yet" and sentence.tokens[above].lemma in ("have", "be") and child < index:
            return child
    return None


RULES: tuple[Rule, ...] = (
    negated,
    nobody_did,
    nothing_done,
    joined_to_negated,
    nothing_of_it,
    left_undone,
    governed_by_negated,
    out_of_reach,
)


def _not_of(sentence: Sentence, index: int) -> int | None:
    return next(
        (
            one
            for one in sentence.children(index)
            if one < index and sentence.tokens[one].lemma in NOT and not _adds(sentence, one)
        ),
        None,
    )


def _none(sentence: Sentence, index: int) -> int | None:
    for place in (index, *sentence.children(index)):
        word = sentence.tokens[place]
        if word.text.lower() in NOBODY and (place == index or word.deprel.startswith(("det", "cc"))):
            return place
    return None


def _adds(sentence: Sentence, index: int) -> bool:
    return index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].lemma in _ADDING


def _has(sentence: Sentence, index: int, lemma: str) -> bool:
    return any(sentence.tokens[one].lemma == lemma for one in sentence.children(index))


def _has_subject(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[one].deprel.startswith("nsubj") for one in sentence.children(index))


def _shares_subject(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    verbs = token.upos == "VERB" and sentence.tokens[token.head].upos == "VERB"
    return token.deprel == "conj" and verbs and token.head < index and not _has_subject(sentence, index)
