"""Report -> the names of the tables that stand in it, each with everything it may stand for."""

from typing import NamedTuple

from secondsource.knowledge.matcher import Found
from secondsource.knowledge.name_parts import ordinary_words
from secondsource.knowledge.names import Sense, name_matcher, senses_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span

# Short forms that are also words when a headline is all in capitals: "US" is kept after "THE" only.
_ALSO_WORDS = words_in("short name that is a word")
# A name that ends so is only part of a longer noun phrase when a noun follows: "Russian military company".
_BODIES = ("military", "army", "navy", "forces", "troops", "force", "parliament")


class Name(NamedTuple):
    """A name of the tables at a span, in a sentence, with the senses that its words allow."""

    span: Span
    sentence: Sentence
    senses: tuple[Sense, ...]
    written: str


def find_names(around: Surroundings) -> tuple[Name, ...]:
    """Names in text order, without overlap: the longest wins, unless its surroundings speak against it."""
    names: list[Name] = []
    taken = bytearray(len(around.text))
    found_all = name_matcher().find_all(around.folded)
    # The longest first, wherever it begins: "Gulf of Mexico" before "the Gulf".
    for found in sorted(found_all, key=lambda one: (one.start - one.end, one.start, one.name)):
        if taken[found.start] or taken[found.end - 1]:
            continue
        name = _name_at(around, found)
        if name is not None:
            names.append(name)
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
    return tuple(sorted(names, key=lambda one: one.span))


def _name_at(around: Surroundings, found: Found) -> Name | None:
    span = Span(found.start, found.end)
    sentence = around.sentence_of(span)
    if sentence is None:
        return None
    words = span.of(around.text)
    if sentence.id in around.shouted and words in _ALSO_WORDS:
        before = around.words_before(span, 1)
        if not before or before[0] != "THE":
            return None
    if " " in words and words.rpartition(" ")[2].lower() in _BODIES and _noun_follows(around, sentence, span):
        return None
    senses = tuple(sense for sense in senses_of(found.name) if _allowed(around, sentence, span, sense))
    if not senses:
        return None
    return Name(span, sentence, senses, words)


def _allowed(around: Surroundings, sentence: Sentence, span: Span, sense: Sense) -> bool:
    words = span.of(around.text)
    if not any(mark.isupper() for mark in words):
        return False
    if sense.form == "metonym" and words.lower() in ("the north", "the south"):
        return not _capital_follows(around, span)
    plain = words.lower()
    if " " in plain or plain not in ordinary_words():
        return True
    if sense.kind == "state":
        return True
    if sense.kind == "organization" or sense.kind == "group":
        return span.start > sentence.span.start and sentence.id not in around.headlines | around.shouted
    return sense.kind != "person" or span.start > sentence.span.start


def _noun_follows(around: Surroundings, sentence: Sentence, span: Span) -> bool:
    _, last = around.tokens_of(sentence, span)
    if last + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[last + 1]
    return following.upos == "NOUN" and following.xpos in ("NN", "NNS") and following.start == span.end + 1


def _capital_follows(around: Surroundings, span: Span) -> bool:
    after = around.words_after(span, 1)
    return bool(after) and after[0][:1].isupper()
