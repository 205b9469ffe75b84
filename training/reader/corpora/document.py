"""What every corpus becomes: words with the white space before them, and layers of labels."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from secondsource.language.words import split_words

PARTS = ("train", "choose", "measure")
HALVES = "cmcmcmcmcm"
_STOPS = frozenset(".?!")


@dataclass
class Document:
    """Words and layers of one text.

    `gaps` says what stands before each word: 0 nothing, 1 white space, 2 a line end. `layers` maps a layer's
    name to one entry a word (None: not annotated). `heads` are indices in the whole document, a root its own.
    `starts` and `ends` are code points of `text`, empty when the corpus gives words only. `mentions` maps the
    word that heads a mention to its words `(first, last + 1)`, where the corpus marks all mentions.
    """

    name: str
    corpus: str
    words: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    layers: dict[str, list[Any]] = field(default_factory=dict)
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    mentions: dict[int, tuple[int, int]] = field(default_factory=dict)


def part_of(name: str, shares: str) -> str:
    """Which part a document falls into by its name alone.

    `shares` has ten letters (t, c, m), one for each tenth: "mmcttttttt" is 20 % measure, 10 % choose.
    """
    digit = int(hashlib.sha1(name.encode()).hexdigest(), 16) % 10
    return {"t": "train", "c": "choose", "m": "measure"}[shares[digit]]


def from_text(name: str, corpus: str, text: str) -> Document:
    """A document cut into words as the package cuts them, without layers."""
    document, last = Document(name, corpus, text=text), 0
    for span in split_words(text):
        between = text[last : span.start]
        document.words.append(span.of(text))
        document.gaps.append(2 if "\n" in between or not last else int(bool(between)))
        document.starts.append(span.start)
        document.ends.append(span.end)
        last = span.end
    return document


def from_words(name: str, corpus: str, sentences: Iterable[list[str]]) -> Document:
    """A document from words without their white space, which is put back by habit of English print."""
    document, quoted = Document(name, corpus), False
    for sentence in sentences:
        glued = False
        for place, word in enumerate(sentence):
            closes = word in {"''", "”"} or (word == '"' and quoted)
            close = word[:1] in ",.;:?!%)]}" or word in {
                "'s",
                "n't",
                "'re",
                "'ve",
                "'ll",
                "'d",
                "'m",
                "’s",
                "-",
            }
            gap = 2 if place == 0 else 0 if glued or close or closes else 1
            glued = word in {"$", "(", "[", "``", "“", "#", "-", "/"} or (word == '"' and not quoted)
            if word == '"':
                quoted = not quoted
            document.words.append({"``": '"', "''": '"'}.get(word, word))
            document.gaps.append(gap)
    return document


def mark_spans(
    document: Document, spans: list[tuple[int, int, str]], empty: str | None = "O"
) -> list[str | None]:
    """Begin/inside/outside tags from character spans of the text; the earlier span wins a word."""
    tags: list[str | None] = [empty] * len(document.words)
    taken = [False] * len(document.words)
    for start, end, label in spans:
        first = True
        for index in _words_in(document, start, end):
            if taken[index]:
                first = True
                continue
            tags[index] = ("B-" if first else "I-") + label
            taken[index] = True
            first = False
    return tags


def _words_in(document: Document, start: int, end: int) -> range:
    from bisect import bisect_left, bisect_right

    return range(bisect_right(document.ends, start), bisect_left(document.starts, end))


def mend_tags(tags: list[Any]) -> list[Any]:
    """I without a B before it becomes B."""
    mended, before = [], "O"
    for tag in tags:
        if tag is not None and tag.startswith("I-") and (before is None or before[2:] != tag[2:]):
            tag = "B-" + tag[2:]
        mended.append(tag)
        before = tag
    return mended


def sentence_ends(document: Document) -> list[int]:
    """Words after which a window may end: gold sentence ends, else stops and line ends."""
    if "ends" in document.layers:
        return [index + 1 for index, end in enumerate(document.layers["ends"]) if end]
    words, gaps = document.words, document.gaps
    ends = [
        i
        for i in range(1, len(words))
        if gaps[i] == 2 or (gaps[i] and (words[i - 1] in _STOPS or words[i - 1] in "\"”'’"))
    ]
    return [*ends, len(words)]
