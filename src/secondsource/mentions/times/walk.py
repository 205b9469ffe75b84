"""The matches of a text, in order -> their extents: each resolved with the anchors that stand there."""

import re
from bisect import bisect_left
from typing import NamedTuple

from secondsource.mentions.times.anchors import Anchors
from secondsource.mentions.times.countries import (
    Told,
    countries_told,
    country_at,
    most_told,
    sentence_around,
    speaks_of_business,
)
from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.histories import History, read_history, with_year
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.resolver import resolve
from secondsource.mentions.times.tense import tense_at
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER, OTHER
from secondsource.model.calendar import civil, written_day

_FROM_NOW = frozenset(
    ("weekday", "today", "tonight", "directed_unit", "edge_day", "day_part", "directed_month")
)
_NEAR = 12
_REACH = 80
_TOLD_BEFORE = 12  # dates looked through for an event that is named again
_ENDS = (LETTER["break"], LETTER["dot"])
_AFTER_NOUN = frozenset(LETTER[name] for name in ("dot", "comma", "break", "close", "of", "in", "on", "at"))
_NOT_TOLD = frozenset(
    "duration every reference past coming fiscal decade century named anniversary".split()
) | {"year ago"}


class Found(NamedTuple):
    """A match, the tree that was resolved (anaphora replaced), and where it lies."""

    match: Match
    tree: Tree
    extent: Extent | None


def resolve_matches(
    text: Text, matches: list[Match], published: int | None, aside: frozenset[int] = frozenset()
) -> list[Found]:
    """Each match with its extent; dates told, but for those `aside`, anchor what follows."""
    story = tells_a_story(matches, published)
    then: Extent | None = None
    then_tree: Tree | None = None
    found: list[Found] = []
    jubilees = [match for match in matches if match.rule == "anniversary" and match.tree[1:].count(None) == 0]
    quarter: Extent | None = None
    last_date = -1000
    told: Told | None = None
    history = read_history([match.tree for match in matches]) if story else History({}, frozenset())
    for index, match in enumerate(matches):
        tree = match.tree
        if index in history.years:
            tree = with_year(tree, history.years[index])
        if tree[0] == "clock" and tree[3] is None:
            tree = (*tree[:3], day_beside(text, matches, index))
        if jubilees:
            tree = year_from_anniversary(text, match, jubilees)
        if then is None and then_tree is not None:
            tree = said_again(tree, then_tree)
        near = 0 <= match.first - last_date < _NEAR
        near = near and not any(mark in text.classes[last_date : match.first] for mark in _ENDS)
        begins = match.parts[0].first if match.parts else match.first
        tense = tense_at(text, begins, match.last) if _turns(tree) else 0
        goes_on = story or (then is not None and near and tense < 2)
        now = published
        if story and then is not None:
            now = then.middle if then.grain == "day" or not _of_the_day(tree) else None
            tree = (
                ("reference", "now") if tree == ("day", 0) else tree
            )  # `today` in a history is no day of it
        if tree[0] == "move" and tree[4] == "event":
            tree = counted_from_told(text, match, tree, found)
        country = ""
        if _needs_country(tree):
            told = told if told is not None else countries_told(text)
            country = country_of(text, told, match, tree)
        anchors = Anchors(now, then, tense, goes_on, quarter, country)
        extent = resolve(tree, anchors)
        found.append(Found(match, tree, extent))
        if extent is not None and extent.grain == "quarter" and tree[0] in ("nth", "unit"):
            quarter = extent if extent.begin == extent.begin_latest else quarter
        if _carries(tree, extent) and index not in history.asides and (index not in aside or then is None):
            then, then_tree = (extent, tree) if extent is not None else (None, tree)
            if extent is not None and _dated(tree) and _long_ago(extent, published):
                last_date = match.last
            elif extent is not None and extent.anchor != "last date told":
                last_date = -1000
    return found


def _of_the_day(tree: Tree) -> bool:
    """Whether the tree counts from the day on which it is told: today, an hour, a part of the day."""
    if tree[0] == "day" or tree[:3] == ("shift", 0, "day"):
        return True
    return any(isinstance(part, tuple) and _of_the_day(part) for part in tree[1:]) or (
        tree[0] in ("clock", "overnight") and tree[-1] is None
    )


def _needs_country(tree: Tree) -> bool:
    """Whether it hangs on a country: seasons, local time, fiscal years."""
    if tree[0] in ("season", "fiscal"):
        return True
    return any(part == "local" or (isinstance(part, tuple) and _needs_country(part)) for part in tree[1:])


def country_of(text: Text, told: Told, match: Match, tree: Tree) -> str:
    """The country told nearest; that of the whole text where its sentence names none (of no fiscal year)."""
    near = country_at(text, told, match)
    if tree[0] == "fiscal":
        return "" if speaks_of_business(text, match) else near
    return near or most_told(told)


_TURNING = frozenset(("date", "weekday", "season", "nth", "unit", "this", "anniversary", "named", "between"))


def _turns(tree: Tree) -> bool:
    """Whether the tense of the clause may turn the time to the past or the future."""
    if tree[0] == "date" and tree[1] is not None:
        return False
    return tree[0] in _TURNING or any(isinstance(part, tuple) and _turns(part) for part in tree[1:])


def _of_then(tree: Tree) -> bool:
    """Whether it hangs on the last date told: that morning."""
    return any(part == "then" or (isinstance(part, tuple) and _of_then(part)) for part in tree[1:])


def _long_ago(extent: Extent, published: int | None) -> bool:
    return published is None or (extent.end is not None and published - extent.end > 300)


def tells_a_story(matches: list[Match], published: int | None) -> bool:
    """Whether the text is a history: full dates of other times, and hardly a weekday or `last week`."""
    dated = [date for match in matches if (date := _dated(match.tree)) is not None]
    told_from_now = sum(1 for match in matches if match.rule in _FROM_NOW and not _of_then(match.tree))
    if published is None:
        return len(dated) >= 3 and len(dated) > told_from_now
    now = civil(published)
    far = sum(1 for tree in dated if abs((now[0] - tree[1]) * 12 + now[1] - (tree[2] or 6)) > 3)
    return far >= 3 and far >= 2 * told_from_now and far >= 0.6 * len(dated)


def _dated(tree: Tree) -> Tree | None:
    """The month or day with its year that the tree holds, if it holds one."""
    if tree[0] in ("part", "daypart", "clock") and isinstance(tree[-1], tuple):
        return _dated(tree[-1])
    return tree if tree[0] == "date" and tree[1] is not None and tree[2] is not None else None


def _carries(tree: Tree, extent: Extent | None) -> bool:
    """Whether later words may refer to this time: a date, not a length, a set, `now` or a century."""
    if tree[0] in _NOT_TOLD:
        return False
    return extent is None or extent.grain not in ("decade", "century", "millennium")


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
