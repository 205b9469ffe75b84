"""The matches of a text, in order -> their extents: each resolved with the anchors that stand there."""

from functools import lru_cache

from secondsource.mentions.times.anaphora import (
    counted_from_told,
    day_beside,
    said_again,
    year_from_anniversary,
)
from secondsource.mentions.times.anchors import Anchors
from secondsource.mentions.times.countries import (
    Told,
    countries_told,
    country_at,
    most_told,
    speaks_of_business,
)
from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.found import Found
from secondsource.mentions.times.histories import History, read_history, with_year
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.resolver import resolve
from secondsource.mentions.times.tense import tense_at
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER
from secondsource.model.calendar import civil

_FROM_NOW = frozenset(
    ("weekday", "today", "tonight", "directed_unit", "edge_day", "day_part", "directed_month")
)
_NEAR = 12
_ENDS = (LETTER["break"], LETTER["dot"])
_NOT_TOLD = frozenset(
    "duration every reference past coming fiscal decade century named anniversary".split()
) | {"year ago"}


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
    nearest: Extent | None = None
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
        anchors = Anchors(now, nearest if _says_same(tree) else then, tense, goes_on, quarter, country)
        extent = resolve(tree, anchors)
        found.append(Found(match, tree, extent))
        if extent is not None and extent.grain == "quarter" and tree[0] in ("nth", "unit"):
            quarter = extent if extent.begin == extent.begin_latest else quarter
        if extent is not None and _carries(tree, extent) and index not in aside:
            nearest = extent
        if _carries(tree, extent) and index not in history.asides and (index not in aside or then is None):
            then, then_tree = (extent, tree) if extent is not None else (None, tree)
            if extent is not None and _dated(tree) and _long_ago(extent, published):
                last_date = match.last
            elif extent is not None and extent.anchor != "last date told":
                last_date = -1000
    return found


@lru_cache(maxsize=8192)
def _of_the_day(tree: Tree) -> bool:
    """Whether the tree counts from the day on which it is told: today, an hour, a part of the day."""
    if tree[0] == "day" or tree[:3] == ("shift", 0, "day"):
        return True
    return any(isinstance(part, tuple) and _of_the_day(part) for part in tree[1:]) or (
        tree[0] in ("clock", "overnight") and tree[-1] is None
    )


@lru_cache(maxsize=8192)
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


@lru_cache(maxsize=8192)
def _turns(tree: Tree) -> bool:
    """Whether the tense of the clause may turn the time to the past or the future."""
    if tree[0] == "date" and tree[1] is not None:
        return False
    return tree[0] in _TURNING or any(isinstance(part, tuple) and _turns(part) for part in tree[1:])


@lru_cache(maxsize=8192)
def _says_same(tree: Tree) -> bool:
    """Whether it points at the date told right before, be that an aside: the same year."""
    if tree[0] == "same" or tree[:2] == ("unit", "same"):
        return True
    return any(isinstance(part, tuple) and _says_same(part) for part in tree[1:])


@lru_cache(maxsize=8192)
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
