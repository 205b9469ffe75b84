"""The matches of a text, in order -> their extents: each resolved with the anchors that stand there."""

import re
from typing import NamedTuple

from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.resolver import Anchors, resolve
from secondsource.mentions.times.tense import tense_at
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER
from secondsource.model.calendar import civil


class Found(NamedTuple):
    """A match, the tree that was resolved (anaphora replaced), and where it lies."""

    match: Match
    tree: Tree
    extent: Extent | None


def resolve_matches(text: Text, matches: list[Match], published: int | None) -> list[Found]:
    """Each match with its extent; dates told carry on as the anchor of what follows."""
    story = tells_a_story(matches, published)
    then: Extent | None = None
    then_tree: Tree | None = None
    found = []
    jubilees = [match for match in matches if match.rule == "anniversary" and match.tree[1:].count(None) == 0]
    for match in matches:
        tree = match.tree
        if jubilees:
            tree = year_from_anniversary(text, match, jubilees)
        if then is None and then_tree is not None:
            tree = said_again(tree, then_tree)
        anchors = Anchors(published, then, tense_at(text, match.first, match.last), story)
        extent = resolve(tree, anchors)
        found.append(Found(match, tree, extent))
        if _carries(tree):
            then, then_tree = (extent, tree) if extent is not None else (None, tree)
    return found


def tells_a_story(matches: list[Match], published: int | None) -> bool:
    """Whether the text tells of long ago: most of its full dates lie years before publication."""
    years = [year for match in matches for year in _years(match.tree)]
    if published is None:
        return len(years) >= 3
    now = 1970 + published / 365.25
    far = sum(1 for year in years if abs(now - year) > 2.5)
    return len(years) >= 5 and far >= 0.7 * len(years) and far >= 0.15 * len(matches)


def _years(tree: Tree) -> list[int]:
    if tree[0] == "date":
        return [tree[1]] if tree[1] is not None else []
    return [year for part in tree[1:] if isinstance(part, tuple) for year in _years(part)]


def _carries(tree: Tree) -> bool:
    """Whether later words may refer to this time: a date, not a length, a set or `now`."""
    return tree[0] not in ("duration", "every", "reference", "past", "coming", "year ago", "fiscal")


def year_from_anniversary(text: Text, match: Match, jubilees: list[Match]) -> Tree:
    """`late July ... the 70th anniversary of the armistice`: one sentence, one month, so one year."""
    for other in jubilees:
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
