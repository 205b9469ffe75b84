"""Tokens of a sentence -> the noun phrase around a head noun, by words and tags, not by the tree."""

from secondsource.knowledge.words_by_class import words_in
from secondsource.model import Sentence

_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))
_STOPS = words_in("opens no phrase")
_PARTICIPLES = frozenset(("VBN", "VBG", "JJ"))


def start_of_phrase(sentence: Sentence, head: int, floor: int = 0, headline: bool = False) -> int:
    """Index of the first modifier of a head noun: adjectives, nouns, numbers and participles before it.

    Articles, possessives and what stands before them stay out; `floor` is the first index that may be taken.
    In a headline every word may look like a name: only adjectives and numbers are taken.
    """
    tokens, index = sentence.tokens, head
    while index > floor:
        before = tokens[index - 1]
        if before.text in "-\u2010\u2011" and index - 2 >= floor and _touch(sentence, index - 2):
            index -= 2
            continue
        if not _modifies(sentence, index - 1, index) or (headline and before.upos not in ("ADJ", "NUM")):
            break
        index -= 1
    while index < head and tokens[index].upos in ("PUNCT", "CCONJ"):
        index += 1
    return index


def _modifies(sentence: Sentence, index: int, after: int) -> bool:
    token, following = sentence.tokens[index], sentence.tokens[after]
    lowered = token.text.lower()
    if lowered in _STOPS or token.upos in ("DET", "ADP", "PRON", "PUNCT", "PART", "AUX", "CCONJ", "SCONJ"):
        return False
    if token.upos in _MODIFIERS:
        return True
    if token.upos == "VERB":
        # A participle qualifies when it stands right before the noun and no subject stands before it.
        glued = following.text in "-\u2010\u2011"
        return glued or (token.xpos in _PARTICIPLES and _after_opener(sentence, index, after))
    return token.upos == "ADV" and lowered in (
        "super",
        "newly",
        "highly",
        "recently",
        "long",
        "short",
        "nuclear",
    )


def _after_opener(sentence: Sentence, index: int, after: int) -> bool:
    """ "a [captured] pilot"; not "killing or [wounding] 12 men", which a second verb opens"""
    if index == 0:
        return True
    before = sentence.tokens[index - 1]
    if before.upos == "CCONJ" and index > 1 and sentence.tokens[index - 2].upos == "VERB":
        return False
    if before.upos != "DET" and sentence.tokens[after].upos == "NUM":
        return False
    return before.upos in ("DET", "ADJ", "NUM", "ADP", "PUNCT", "CCONJ") or before.xpos in ("PRP$", "POS")


def _touch(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].end == sentence.tokens[index + 1].start
