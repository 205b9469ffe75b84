"""A time that leans on words beside it -> its tree completed: by a day, an anniversary, an event told."""

import re
from bisect import bisect_left

from secondsource.mentions.times.anchors import Anchors
from secondsource.mentions.times.countries import sentence_around
from secondsource.mentions.times.found import Found
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.resolver import resolve
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER, OTHER
from secondsource.model.calendar import civil, written_day

_REACH = 80
_TOLD_BEFORE = 12  # dates looked through for an event that is named again
_ENDS = (LETTER["break"], LETTER["dot"])
_AFTER_NOUN = frozenset(LETTER[name] for name in ("dot", "comma", "break", "close", "of", "in", "on", "at"))


def day_beside(text: Text, matches: list[Match], index: int) -> Tree | None:
    """The day told next to a time of the clock in the same sentence, the one after it first."""
    match = matches[index]
    for other in matches[index + 1 : index + 2] + matches[max(0, index - 1) : index]:
        between = text.classes[min(match.last, other.last) : max(match.first, other.first)]
        near = len(between) < 9 and not any(mark in between for mark in _ENDS)
        tree = other.tree[3] if other.tree[0] == "clock" else other.tree
        if near and tree is not None and (tree[0] in ("weekday", "day") or (tree[0] == "date" and tree[3])):
            return tuple(tree)
    return None


def _head_noun(text: Text, at: int) -> str:
    """The last of one to three plain words between an article and a mark or a preposition; else nothing."""
    head = ""
    for place in range(at + 1, min(at + 5, len(text.words))):
        word = text.words[place].strip()
        if text.classes[place] != OTHER:
            return head if len(head) > 3 and text.classes[place] in _AFTER_NOUN else ""
        if not word.isalpha() or not word.islower():
            return ""
        head = word
    return ""


def counted_from_told(text: Text, match: Match, tree: Tree, found: list[Found]) -> Tree:
    """`five days after the launch`, when a dated sentence before told of one: counted from its day."""
    stem = _head_noun(text, match.last)[:6]
    for other in reversed(found[-_TOLD_BEFORE:] if stem else ()):
        extent = other.extent
        if extent is None or extent.grain != "day" or extent.begin is None or extent.begin != extent.end:
            continue
        first, last = sentence_around(text, other.match)
        if any(word.lower().startswith(stem) for word in text.words[first : min(last, match.first)]):
            return (*tree[:4], written_day(extent.begin), *tree[5:])
    return tree


def year_from_anniversary(text: Text, match: Match, jubilees: list[Match]) -> Tree:
    """`late July ... the 70th anniversary of the armistice`: one sentence, one month, so one year."""
    first = bisect_left(jubilees, match.first - _REACH, key=lambda one: one.first)
    for other in jubilees[first : first + 4]:
        between = text.classes[min(match.last, other.last) : max(match.first, other.first)]
        if LETTER["break"] in between or re.search(
            f"{LETTER['dot']}(?={LETTER['other']}|{LETTER['the']})", between
        ):
            continue
        day = resolve(other.tree, Anchors())
        if day is None or day.begin is None:
            continue
        year, month, _ = civil(day.begin)
        told = _with_year(match.tree, year, month)
        if told != match.tree:
            return told
    return match.tree


def _with_year(tree: Tree, year: int, month: int) -> Tree:
    if tree[0] == "date":
        return (tree[0], year, *tree[2:]) if tree[1] is None and tree[2] == month else tree
    if tree[0] in ("part", "between", "since", "until", "by"):
        return tuple(_with_year(part, year, month) if isinstance(part, tuple) else part for part in tree)
    return tree


def said_again(tree: Tree, told: Tree) -> Tree:
    """`the same month` after `July` is July, also where nothing gives the year."""
    if tree[0] in ("later", "earlier", "part"):
        inner = said_again(tree[-1], told)
        return tree if inner is tree[-1] else (*tree[:-1], inner)
    if tree[0] == "unit" and tree[1] == "same" and told[0] in ("date", "part"):
        date = told if told[0] == "date" else told[2]
        if date[0] == "date" and tree[2] == "month" and date[2] is not None:
            return ("date", date[1], date[2], None)
        if date[0] == "date" and tree[2] == "day" and date[3] is not None:
            return tuple(date[:4])
    return tree
