"""What an answer is about, as its content words it -> the kind of thing named, whose it is, its own words."""

from collections.abc import Sequence
from typing import NamedTuple

from secondsource.attribution.draft import QUOTES, Draft
from secondsource.attribution.meanings import (
    NONE,
    is_false,
    judging,
    kinds_of,
    lefts,
    meanings,
    pairs_of,
    words_of,
)
from secondsource.attribution.phrases import base, preposition
from secondsource.attribution.speakers import is_personal
from secondsource.attribution.tree import Tree
from secondsource.knowledge.words import fold_word

_WISHES = frozenset({"wish", "offer", "order"})
# A sentence as short as this one is a reply of its own: “No.” “That is wrong.”
_REPLY = 7
_SPEAKING = frozenset({"say", "confirm", "deny", "name", "give", "tell"})
_SOME = frozenset("a an many most several some".split())
_SMALL = frozenset("with of to at for the by on as that".split())
_SOLID = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_OWN = frozenset({"his", "her", "its", "their", "my", "our"})
_ONE = frozenset({"him", "her", "his", "he", "she"})
_KINDS = frozenset(
    "admission charge claim figure forecast offer order paper promise sight threat wish".split()
)


# The words of some spans: numbers of a sentence and of its words.
Words = list[tuple[int, Sequence[int]]]


class Pointer(NamedTuple):
    """`kinds` of the noun that it opens with, `whose` it is, `words` of its own, all nouns that it `named`.

    `how` is "noun", "pointing" (it, this), "person" (contradicted him), "comment" (declined to comment) or
    "words". It `takes_back` or repeats what its own source said, `turns_down` a wish; a `person` is pointed
    at, a `single` one; it `points` and says no more; it is `whole` when nothing in it judges the rest; it is
    `indefinite` ("many claims"), or `comments`. `common` words say little, as much around speaks of them.
    """

    how: str
    kinds: frozenset[str]
    whose: frozenset[str]
    words: frozenset[str]
    named: frozenset[str]
    takes_back: bool
    turns_down: bool
    person: bool
    single: bool
    points: bool
    whole: bool
    indefinite: bool
    comments: bool
    common: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """All that may name whose claim is meant."""
        return self.whose or self.named


def point(trees: list[Tree], draft: Draft, places: Words) -> Pointer:
    """Read the content of a draft that answers; `places` are its words by sentence."""
    if len(places) > 1 and len(places[0][1]) <= _REPLY:
        places = places[:1]
    number, words = places[0] if places else (draft.number, ())
    tree = trees[number]
    opening = _before_judgement(tree, words)
    judged = len(opening) < len(words)
    plain = [one for one in opening if tree.tokens[one].upos != "PUNCT"]
    lower = [tree.lower[one] for one in plain]
    false = any(is_false(trees[place], inside) for place, inside in places)
    noun = _noun(tree, opening, false)
    points = not words_of("pointing").isdisjoint(lower[:4])
    whose, owned, kinds = NONE, False, NONE
    if noun is not None:
        owners, owned = _whose(tree, noun)
        whose = meanings(tree, owners)
        below = set(tree.subtree(noun)) - {noun, *owners}
        told = meanings(tree, [one for one in opening if one in below], judging())
        kinds = kinds_of(tree.tokens[noun].lemma) & _KINDS
        how = "noun"
    elif plain and all(word in words_of("person") or word in _SMALL for word in lower):
        how, told = "person", NONE
    else:
        parts = [(number, opening)] if judged else places
        told = NONE.union(*(meanings(trees[one], inside, judging()) for one, inside in parts))
        if false and len(told) <= 2:
            told = NONE
        how = "words" if told else "pointing" if points or false else "comment"
    cue = _cue(trees[draft.number], draft) | pairs_of(tree, words[:8])
    named = meanings(tree, [one for one in words if tree.tokens[one].upos in ("NOUN", "PROPN")])
    return Pointer(
        how,
        kinds,
        whose,
        told,
        named,
        bool(cue & words_of("takes back") or cue & words_of("stands by")),
        bool(cue & words_of("turns down")) and not _speaks(tree, opening),
        how == "person" or owned,
        not _ONE.isdisjoint(lower),
        points and how == "pointing",
        len(opening) == len(words),
        noun is not None and _is_indefinite(tree, noun),
        how == "comment"
        or not words_of("comment").isdisjoint([*cue, *(tree.tokens[one].lemma for one in plain[:3])]),
    )


def _cue(tree: Tree, draft: Draft) -> frozenset[str]:
    """The cue's lemmas, alone and two by two, with what follows: take, back, take_back."""
    numbers = tree.inside(draft.cue)
    lemmas = [tree.tokens[one].lemma for one in numbers]
    opening = [left for left in lemmas if left in lefts()]
    if not opening:
        return frozenset(lemmas)
    after = [token.lemma for token in tree.tokens[numbers[-1] + 1 : numbers[-1] + 3]]
    return frozenset(lemmas).union([f"{left}_{right}" for left in opening for right in (*lemmas, *after)])


def _speaks(tree: Tree, opening: Sequence[int]) -> bool:
    """refused to comment, refused to confirm the number: no wish is turned down"""
    return any(tree.tokens[one].lemma in words_of("comment") | _SPEAKING for one in opening[:3])


def _before_judgement(tree: Tree, words: Sequence[int]) -> Sequence[int]:
    """`the charge` “a fairy tale”, `that` as a lie: the content up to what is thought of it."""
    solid = False
    for place, one in enumerate(words):
        token = tree.tokens[one]
        if solid and (token.text in QUOTES or token.lemma == "as"):
            return words[:place]
        solid = solid or token.upos in _SOLID
    return words


def _noun(tree: Tree, opening: Sequence[int], false: bool) -> int | None:
    """`[Bern's] claim that ...`, `to comment on the report`: the noun it opens with, for a thing said."""
    inside = set(opening)
    for place, one in enumerate(opening[:10]):
        token = tree.tokens[one]
        if token.upos in ("NOUN", "PROPN") and not _beside(tree, one, inside):
            asked = any(tree.tokens[other].lemma in words_of("comment") for other in opening[:place])
            kinds = kinds_of(token.lemma) & (_KINDS - _WISHES if asked else _KINDS)
            if kinds and not _is_asked(tree, one):
                does = base(token.deprel) == "nsubj" and token.head in inside and token.head != one
                return one if not does or false else None
            if fold_word(token.lemma) not in words_of("comment"):
                return None
        if token.upos == "VERB" and place > 1 and token.deprel not in ("amod", "acl"):
            return None
    return None


def _is_indefinite(tree: Tree, noun: int) -> bool:
    """a claim, many reports: but not a figure that somebody disputed"""
    below = [tree.tokens[one] for one in tree.children(noun)]
    return any(one.lemma in _SOME for one in below) and not any(one.deprel == "acl:relcl" for one in below)


def _is_asked(tree: Tree, noun: int) -> bool:
    """`a request for comment`: no request of anybody's in the report"""
    below = {tree.tokens[one].lemma for one in tree.subtree(noun)}
    return bool(below & {"comment", "interview"})


def _beside(tree: Tree, one: int, inside: set[int]) -> bool:
    """A word that stands before the noun it belongs to: its owner or a part of its name."""
    token = tree.tokens[one]
    if token.head not in inside or token.head <= one:
        return False
    return base(token.deprel) in ("nmod", "compound", "amod", "flat")


def _whose(tree: Tree, noun: int) -> tuple[list[int], bool]:
    """Words for those whose it is (`Bern's claim`, `a claim by Bern`), and whether a pronoun stands there."""
    owners, owned = list[int](), False
    for one in tree.children(noun):
        token = tree.tokens[one]
        if token.text.lower() in _OWN:
            owned = True
        elif token.deprel == "nmod:poss" or (one < noun and token.upos == "PROPN"):
            owners += tree.subtree(one)
        elif one > noun and base(token.deprel) in ("nmod", "obl"):
            case = preposition(tree, one)
            if case in ("by", "from") or case == "of" and is_personal(tree, one):
                owners += tree.subtree(one)
        elif one > noun and token.deprel == "acl":
            owners += [
                word
                for below in tree.children(one)
                if preposition(tree, below) == "by"
                for word in tree.subtree(below)
            ]
    return owners, owned
