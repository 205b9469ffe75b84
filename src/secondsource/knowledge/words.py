"""Text -> words with their places, folded so that "Large-calibre" and "large caliber" are the same words."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from secondsource.knowledge.tables import load

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]{1,3}(?![^\W_]))?|[^\W_]+")
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|er|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|er|able|al|ite)?$)"), "or"),
    (re.compile(r"(?<=[a-z][btv])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{4}l)l(?=(?:ed|ing|er|ers)$)"), ""),
    (re.compile(r"(?<=[a-z]{3}en)c(?=es?$)"), "s"),
    (re.compile(r"(?<=gra)mme(?=s?$)"), "m"),
    (re.compile(r"(?<=log)ue(?=s?$)"), ""),
)
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ities", "ity",
    "ers", "er", "ed", "es", "s", "e",
)  # fmt: skip


class Word(NamedTuple):
    """One word of a text: characters `[start, end)` and its folded form."""

    start: int
    end: int
    folded: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, folded (see `fold_word`); hyphens part words, apostrophe s is dropped."""
    return tuple(Word(one.start(), one.end(), fold_word(one[0])) for one in _WORD.finditer(text))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word in small letters, without accents, possessive or dots, in American spelling.

    >>> fold_word("Calibre"), fold_word("U.S."), fold_word("Kim’s"), fold_word("Modernised")
    ('caliber', 'us', 'kim', 'modernized')
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(one for one in plain if not unicodedata.combining(one)).replace("’", "'")
    plain = plain.removesuffix("'s").replace("'", "")
    if not plain[:1].isdigit():
        plain = plain.replace(".", "")
        for pattern, american in _BRITISH:
            plain = pattern.sub(american, plain)
    return plain


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """What is left of a folded word without its ending; a key to compare by, not a word.

    >>> stem("factories"), stem("production"), stem("produces"), stem("missiles")
    ('factor', 'product', 'produc', 'missil')
    """
    if folded.endswith("ies") and len(folded) > 5:
        folded = folded[:-3] + "y"
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4 and not folded.endswith("ss"):
            folded = folded[: -len(ending)]
            break
    if len(folded) > 5 and folded[-1] == folded[-2] and folded[-1] not in "aeiouls":
        folded = folded[:-1]
    return folded[:-1] if len(folded) > 4 and folded[-1] in "yi" else folded


@cache
def stopwords() -> frozenset[str]:
    """Words that say nothing about what a text tells of."""
    return frozenset(row["word"] for row in load("stopwords"))


@cache
def _groups() -> dict[str, str]:
    folded = {fold_word(row["word"]): row["group"] for row in load("synonyms")}
    # Short stems are shared by words that have nothing to do with each other: plan and plane.
    stems = {stem(word): group for word, group in reversed(folded.items()) if len(stem(word)) > 4}
    return stems | folded


@lru_cache(maxsize=65536)
def sense(folded: str) -> str:
    """The name of the group of synonyms that a folded word is of, else its stem."""
    return _groups().get(folded) or _groups().get(stem(folded), stem(folded))


def senses_of(text: str) -> tuple[str, ...]:
    """Senses of the words of a text that are no stopwords, each once, in order."""
    found = dict.fromkeys(
        sense(word.folded) for word in words_of(text) if word.folded not in stopwords() and word.folded
    )
    return tuple(found)
