"""What an answer is about, as its content words it -> the kind of thing that is named, whose it is, its own words."""

from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from secondsource.attribution.draft import QUOTES, Draft
from secondsource.attribution.phrases import base, preposition
from secondsource.attribution.speakers import is_personal
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.knowledge.words import fold_word, sense, stem, stopwords

_MEANING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "NUM", "X"})
_WISHES = {"wish", "offer", "order"}
# Longer words that begin alike are forms or relations of each other: quarrel, quarrelled; Vastria, Vastrian.
_STEM = 6
# A sentence as short as this one is a reply of its own: “No.” “That is wrong.”
_REPLY = 7
_OWN = frozenset({"his", "her", "its", "their", "my", "our"})
# Which kind of noun is taken when a word is of several: the narrower first.
_KINDS = (
    "charge",
    "admission",
    "figure",
    "forecast",
    "threat",
    "offer",
    "promise",
    "order",
    "sight",
    "wish",
    "paper",
    "claim",
)


# The words of some spans: numbers of a sentence and of its words.
Words = list[tuple[int, tuple[int, ...]]]


class Pointer(NamedTuple):
    """`kinds` of the noun that it opens with, `whose` names beside that noun, `words` of its own.

    `how` is "noun", "pointing" (it, this), "person" (contradicted him), "comment" (declined to comment) or
    "words"; `takes_back` that it speaks of what the same source said, `turns_down` of a wish.
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
    asked: bool
    points: bool
    whole: bool


def point(trees: list[Tree], draft: Draft, places: Words) -> Pointer:
    """Read the content of a draft that answers; `places` are its words by sentence."""
    if len(places) > 1 and len(places[0][1]) <= _REPLY:
        places = places[:1]
    number, words = places[0] if places else (draft.number, ())
    tree = trees[number]
    opening = _before_judgement(tree, words)
    judged = len(opening) < len(words)
    plain = [tree.tokens[one] for one in opening if tree.tokens[one].upos != "PUNCT"]
    false = any(is_false(trees[place], inside) for place, inside in places)
    noun = _noun(tree, opening, false)
    points = any(token.text.lower() in words_of("pointing") for token in plain[:4])
    whose, owned, kinds = frozenset[str](), False, frozenset[str]()
    if noun is not None:
        owners, owned = _whose(tree, noun)
        whose = meanings(tree, owners)
        below = set(tree.subtree(noun)) - {noun, *owners}
        told = meanings(tree, [one for one in opening if one in below], _judging())
        kinds = kinds_of(tree.tokens[noun].lemma) & frozenset(_KINDS)
        how = "noun"
    elif plain and all(token.text.lower() in words_of("person") | _SMALL for token in plain):
        how, told = "person", frozenset[str]()
    else:
        parts = [(number, tuple(opening))] if judged else places
        told = frozenset[str]().union(*(meanings(trees[one], inside, _judging()) for one, inside in parts))
        if false and len(told) <= 2:
            told = frozenset[str]()
        how = "words" if told else "pointing" if points or false else "comment"
    cue = _cue(trees[draft.number], draft) | _pairs(tree, words[:8])
    named = meanings(tree, [one for one in words if tree.tokens[one].upos in ("NOUN", "PROPN")])
    return Pointer(
        how,
        kinds,
        whose,
        told,
        named,
        bool(cue & (words_of("takes back") | words_of("stands by"))),
        bool(cue & words_of("turns down")) and not _speaks(tree, opening),
        how == "person" or owned,
        {token.text.lower() for token in plain} & {"him", "her", "his", "he", "she"} != set(),
        any(token.lemma in _ASKED for token in plain),
        points and how == "pointing",
        len(opening) == len(words),
    )


_NO = frozenset("n't n’t contrary neither never no nobody none not nothing opposite".split())
_ASKED = frozenset({"whether", "what", "how", "why", "when", "who", "where"})


def _cue(tree: Tree, draft: Draft) -> frozenset[str]:
    """The cue's lemmas, alone and two by two: take, back, take_back."""
    numbers = tree.inside(draft.cue)
    lemmas = [tree.tokens[one].lemma for one in numbers]
    after = (
        [tree.tokens[one].lemma for one in range(numbers[-1] + 1, min(numbers[-1] + 3, len(tree.tokens)))]
        if numbers
        else []
    )
    pairs = {f"{left}_{right}" for left in lemmas for right in (*lemmas, *after)}
    return frozenset(lemmas) | pairs


def _pairs(tree: Tree, words: tuple[int, ...]) -> frozenset[str]:
    """said it stood by its story: stand_by"""
    lemmas = [tree.tokens[one].lemma for one in words]
    return frozenset(f"{left}_{right}" for left, right in pairwise(lemmas))


def _speaks(tree: Tree, opening: list[int]) -> bool:
    """refused to comment, refused to confirm the number: no wish is turned down"""
    return any(
        tree.tokens[one].lemma in words_of("comment") | {"say", "confirm", "deny", "name", "give", "tell"}
        for one in opening[:3]
    )


_SMALL = frozenset("with of to at for the by on as that".split())


def _before_judgement(tree: Tree, words: tuple[int, ...]) -> list[int]:
    """`the charge` “a fairy tale”, `that` as a lie, `the letter` a forgery: the content up to what is thought of it."""
    kept: list[int] = []
    for one in words:
        token = tree.tokens[one]
        solid = any(tree.tokens[other].upos in ("NOUN", "PROPN", "PRON", "DET") for other in kept)
        if solid and (token.text in QUOTES or token.lemma == "as"):
            break
        kept.append(one)
    return kept


def _noun(tree: Tree, opening: list[int], false: bool) -> int | None:
    """`[Bern's] claim that ...`, `to comment on the report`: the noun it opens with, if it names a thing said."""
    inside = set(opening)
    for place, one in enumerate(opening[:10]):
        token = tree.tokens[one]
        if token.upos in ("NOUN", "PROPN") and not _beside(tree, one, inside):
            asked = any(tree.tokens[other].lemma in words_of("comment") for other in opening[:place])
            kinds = kinds_of(token.lemma) & set(_KINDS) - (_WISHES if asked else set())
            if kinds and not _is_asked(tree, one):
                does = base(token.deprel) == "nsubj" and token.head in inside and token.head != one
                return one if not does or false else None
            if fold_word(token.lemma) not in words_of("comment"):
                return None
        if token.upos == "VERB" and place > 1 and token.deprel not in ("amod", "acl"):
            return None
    return None


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


def meanings(
    tree: Tree, numbers: list[int] | tuple[int, ...], without: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Keys of the words that mean something: `attacked` and `the strike` have one."""
    return frozenset(
        meaning(token.lemma, token.upos)
        for token in (tree.tokens[one] for one in numbers)
        if token.upos in _MEANING and fold_word(token.lemma) not in stopwords() and token.lemma not in without
    )


@lru_cache(maxsize=16384)
def meaning(lemma: str, upos: str = "") -> str:
    """A key that words of one sense share: a type of event, a group of synonyms, or how the word begins."""
    event = _events().get((lemma, upos))
    if event is not None:
        return event
    key = sense(fold_word(lemma))
    return key[:_STEM] if key == stem(fold_word(lemma)) else key


@cache
def _events() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in load("event_types"):
        for upos, words in (("VERB", row["verbs"]), ("NOUN", row["nouns"])):
            for word in words.split("|"):
                found.setdefault((word, upos), "event " + row["id"])
    return found


@cache
def words_of(kind: str) -> frozenset[str]:
    """Words of a kind in `knowledge/answer_words.tsv`."""
    return frozenset(row["word"] for row in load("answer_words") if row["kind"] == kind)


@cache
def kinds_of(word: str) -> frozenset[str]:
    """The kinds that `knowledge/answer_words.tsv` gives a word."""
    return frozenset(row["kind"] for row in load("answer_words") if row["word"] == word)


@cache
def _judging() -> frozenset[str]:
    return frozenset().union(*(words_of(one) for one in ("false", "comment", "true", "judging")))


def is_false(tree: Tree, words: tuple[int, ...], kind: str = "false") -> bool:
    """a lie, is made up, a fairy tale, not true: a word that calls something untrue"""
    lemmas = [tree.tokens[one].lemma for one in words]
    told = {tree.tokens[one].text.lower() for one in words}.union(lemmas, _pairs(tree, words))
    if not words_of(kind).isdisjoint(told):
        return not is_negated(tree, words)
    return not words_of("true").isdisjoint(lemmas) and is_negated(tree, words)


def is_negated(tree: Tree, words: tuple[int, ...]) -> bool:
    """not, never, nobody, the opposite: a word that turns the whole around"""
    return any(tree.tokens[one].text.lower() in _NO for one in words)
