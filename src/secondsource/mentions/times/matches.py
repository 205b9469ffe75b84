"""Text -> matches: the stretches that are times, each with its rule, its operator tree and its words' places."""

from typing import NamedTuple

from secondsource.mentions.times.builders import tree_of
from secondsource.mentions.times.filters import is_no_time
from secondsource.mentions.times.grammar import GRAMMAR
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import offsets_of, split_words


class Match(NamedTuple):
    """Words `[first, last)` of a text that make one time."""

    first: int
    last: int
    rule: str
    tree: Tree
    parts: tuple["Match", ...] = ()


class Text(NamedTuple):
    """A text cut into words: the words, their class letters, where each starts (and where the text ends)."""

    words: list[str]
    classes: str
    offsets: list[int]

    def place(self, match: Match) -> tuple[int, int]:
        """Offsets of the match's characters, white space at its end left out."""
        last = self.words[match.last - 1]
        return self.offsets[match.first], self.offsets[match.last] - len(last) + len(last.rstrip())


def cut(text: str) -> Text:
    """The text's words."""
    words, classes = split_words(text)
    return Text(words, classes, offsets_of(words))


def find_matches(text: Text) -> list[Match]:
    """Every time of the text that one rule covers, in order, without overlap."""
    found = []
    words = text.words
    for hit in GRAMMAR.finditer(text.classes):
        first, last = hit.span()
        rule = hit.lastgroup or ""
        if is_no_time(rule, text.classes, words, first, last):
            continue
        tree = tree_of(rule, tuple(word.strip() for word in words[first:last]))
        if tree is not None:
            found.append(Match(first, last, rule, tree))
    return found
