"""GUM's entity marks -> nested mentions, the word that heads each, and which of them are the same thing."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from training.reader.corpora.document import Document

Row = list[str]
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\((\d+-[^()]*)(\))?|(\d+)\)")


@dataclass(frozen=True)
class Marked:
    """A mention of words `[first, last]`: what kind of thing, and the number of the thing in its document."""

    first: int
    last: int
    kind: str
    thing: int


def read_marks(sentences: list[tuple[dict[str, str], list[Row]]]) -> list[Marked]:
    """Every mention of a document, in the order in which they close; words are counted over the document."""
    found: list[Marked] = []
    open_: list[tuple[str, str, int]] = []
    index = 0
    for _, rows in sentences:
        for row in rows:
            entity = _ENTITY.search(row[9])
            for opened, only, closed in _BRACKET.findall(entity[1] if entity else ""):
                if opened:
                    number, kind = opened.split("-")[:2]
                    if only:
                        found.append(Marked(index, index, kind, int(number)))
                    else:
                        open_.append((number, kind, index))
                    continue
                for place in range(len(open_) - 1, -1, -1):
                    if open_[place][0] == closed:
                        number, kind, first = open_.pop(place)
                        found.append(Marked(first, index, kind, int(number)))
                        break
            index += 1
    return found


def add_mentions(document: Document, marks: list[Marked]) -> None:
    """Layers `mention` (the kind, on the word that heads a mention, else O) and `thing` (its number).

    Of mentions with the same head the widest counts. `gold_mentions` of the document keeps their words.
    """
    heads = document.layers["head"]
    kinds: list[Any] = ["O"] * len(document.words)
    things: list[int | None] = [None] * len(document.words)
    widths: Counter[int] = Counter()
    spans: dict[int, tuple[int, int]] = {}
    for mark in marks:
        head = _head_of(mark, heads, document.layers["upos"])
        width = mark.last - mark.first + 1
        if width > widths[head]:
            widths[head] = width
            kinds[head], things[head] = mark.kind, mark.thing
            spans[head] = (mark.first, mark.last + 1)
    document.layers |= {"mention": kinds, "thing": things}
    document.mentions = spans


def _head_of(mark: Marked, heads: list[int], upos: list[str]) -> int:
    """The first word that is governed from outside the mention, punctuation aside."""
    inside = range(mark.first, mark.last + 1)
    for word in inside:
        if (heads[word] not in inside or heads[word] == word) and upos[word] != "PUNCT":
            return word
    return mark.first
