"""Text -> matches: the stretches that are times, each with its rule and its operator tree."""

from typing import NamedTuple

from secondsource.mentions.times.builders import tree_of
from secondsource.mentions.times.filters import is_no_time
from secondsource.mentions.times.grammar import GRAMMAR, INNER, LEADING, TRIGGER, pattern_of
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import offsets_of, split_words

_MOST_BEFORE = 12


class Match(NamedTuple):
    """Words `[first, last)` of a text that make one time; `cut` takes a stretch of their characters only."""

    first: int
    last: int
    rule: str
    tree: Tree
    parts: tuple["Match", ...] = ()
    cut: tuple[int, int] | None = None


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
    """Every time of the text that one rule covers, in order, without overlap.

    The grammar is tried only from the words that lead up to a trigger (a unit, a month, a year...), so the
    cost is that of the triggers, not of the words.
    """
    found: list[Match] = []
    at, classes = 0, text.classes
    for trigger in TRIGGER.finditer(classes):
        place = trigger.start()
        if place < at:
            continue
        first = place
        while first > at and place - first < _MOST_BEFORE and classes[first - 1] in LEADING:
            first -= 1
        while first <= place:
            hit = None if classes[first] in INNER else GRAMMAR.match(classes, first)
            if hit is not None:
                rule, last = hit.lastgroup or "", hit.end()
                match = _read(text, rule, first, last) or _second_reading(text, rule, first)
                if match is not None:
                    found.append(match)
                    at = match.last
                    break
            first += 1
    return found


def _read(text: Text, rule: str, first: int, last: int) -> Match | None:
    if is_no_time(rule, text.classes, text.words, first, last):
        return None
    tree = tree_of(rule, tuple(word.strip() for word in text.words[first:last]))
    return None if tree is None else Match(first, last, rule, tree)


# Rules whose words may be a shorter time when they are not what the rule takes them for.
_OTHERWISE = {"day_range": ("month_day", "month"), "edge_of": ("edge_month",), "quarter": ("directed_unit",)}


def _second_reading(text: Text, refused: str, first: int) -> Match | None:
    """August 23 and 25 are no range; August 23 is a day."""
    for name in _OTHERWISE.get(refused, ()):
        hit = pattern_of(name).match(text.classes, first)
        if hit is not None and hit.end() > first:
            match = _read(text, name, first, hit.end())
            if match is not None:
                return match
    return None
