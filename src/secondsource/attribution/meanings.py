"""Words of a sentence -> keys by which contents are compared, and what the table of answer words says."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.knowledge.words import fold_word, sense, stem, stopwords

_MEANING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "NUM", "X"})
_NOTHING = frozenset({""})
# Longer words that begin alike are forms or relations of each other: quarrel, quarrelled; Vastria, Vastrian.
_STEM = 6
NONE: frozenset[str] = frozenset()
NO = frozenset("n't n’t contrary neither never no nobody none not nothing opposite".split())


def meanings(tree: Tree, numbers: Sequence[int], without: frozenset[str] = NONE) -> frozenset[str]:
    """Keys of the words that mean something: `attacked` and `the strike` have one."""
    tokens = [tree.tokens[one] for one in numbers]
    keys = [_key(one.lemma, one.upos) for one in tokens if one.upos in _MEANING and one.lemma not in without]
    return frozenset(keys) - _NOTHING


@lru_cache(maxsize=16384)
def _key(lemma: str, upos: str) -> str:
    """The meaning of a word, empty where it says nothing."""
    return "" if fold_word(lemma) in stopwords() else meaning(lemma, upos)


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
def firsts_of(kind: str) -> frozenset[str]:
    """The first words of the words of a kind: without them, none of these stands anywhere."""
    return frozenset(word.partition("_")[0] for word in words_of(kind))


@lru_cache(maxsize=4096)
def kinds_of(word: str) -> frozenset[str]:
    """The kinds that `knowledge/answer_words.tsv` gives a word."""
    return frozenset(row["kind"] for row in load("answer_words") if row["word"] == word)


@cache
def judging() -> frozenset[str]:
    return frozenset().union(*(words_of(one) for one in ("false", "comment", "true", "judging")))


def is_false(tree: Tree, words: Sequence[int], kind: str = "false") -> bool:
    """a lie, is made up, a fairy tale, not true: a word that calls something untrue"""
    if _suspect().isdisjoint(tree.words):
        return False
    lemmas = {tree.tokens[one].lemma for one in words}
    if _suspect().isdisjoint(lemmas):
        return False
    told = {tree.lower[one] for one in words}.union(lemmas, pairs_of(tree, words))
    if not words_of(kind).isdisjoint(told):
        return not is_negated(tree, words)
    return not words_of("true").isdisjoint(lemmas) and is_negated(tree, words)


@cache
def _suspect() -> frozenset[str]:
    """Lemmas without which nothing is called false: each word of the table, and the first of two."""
    kinds = ("false", "certainly false", "true")
    told = {word for kind in kinds for word in words_of(kind)} | {
        "mistake",
        "exaggerate",
        "fabricate",
        "invent",
    }
    return frozenset(told | {word.partition("_")[0] for word in told})


def is_negated(tree: Tree, words: Sequence[int]) -> bool:
    """not, never, nobody, the opposite: a word that turns the whole around"""
    return not NO.isdisjoint([tree.lower[one] for one in words])


def pairs_of(tree: Tree, words: Sequence[int]) -> frozenset[str]:
    """said it stood by its story: stand_by; pairs that the table may hold"""
    lemmas = [tree.tokens[one].lemma for one in words]
    return frozenset([f"{left}_{right}" for left, right in pairwise(lemmas) if left in lefts()])


@cache
def lefts() -> frozenset[str]:
    """What stands before the first joint in the words of the table that have one."""
    words = (row["word"] for row in load("answer_words"))
    return frozenset([word.partition("_")[0] for word in words if "_" in word])
