"""Dates, weekdays, seasons, named days and anniversaries -> where they lie, by anchor and tense."""

from secondsource.mentions.times.anchors import Anchors, Resolve
from secondsource.mentions.times.countries import is_southern
from secondsource.mentions.times.extents import Extent, season_of, stretch
from secondsource.mentions.times.named_days import days_named
from secondsource.mentions.times.trees import Tree
from secondsource.model.calendar import civil, day_number, month_length, read_day, unit_bounds, weekday


def date(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    year, month, day = tree[1:4]
    if month is not None and not 1 <= month <= 12:
        return None
    if year is None:
        return undated_year(month, day, tree[4] if len(tree) > 4 else None, anchors)
    if day is not None and not 1 <= day <= month_length(year, month):
        return None
    return stretch(*unit_bounds(year, month, day), "day" if day else "month" if month else "year")


def undated_year(month: int | None, day: int | None, name: int | None, anchors: Anchors) -> Extent | None:
    base = anchors.told
    if base is None:
        return None
    if month is None:
        return _day_of_month(day or 1, base, anchors.tense)
    if day is not None and not 1 <= day <= month_length(2000, month):
        return None
    year = civil(base)[0]
    candidates = [
        stretch(*unit_bounds(one, month, day), "day" if day else "month", anchor="publication")
        for one in (year - 1, year, year + 1)
        if day is None or day <= month_length(one, month)
    ]
    if name is not None:
        fitting = [one for one in candidates if weekday(one.begin or 0) == name]
        candidates = fitting or candidates
    if anchors.from_then and anchors.then is not None:
        return continuing(candidates, anchors.then)
    return min(candidates, key=lambda one: distance(one, base, anchors.tense))


_AHEAD_COSTS, _AGAINST_TENSE = {"day": 160}, 200


def distance(one: Extent, base: int, tense: int) -> int:
    """Days from publication, dearer ahead than behind, and dearer against the tense of the clause."""
    begin, end = one.begin or 0, one.end or 0
    if begin <= base <= end:
        return 0 if tense >= 0 or begin + 5 <= base else _AGAINST_TENSE // 2
    if begin > base:
        return (
            begin
            - base
            + (_AGAINST_TENSE if tense < 0 else 0 if tense > 0 else _AHEAD_COSTS.get(one.grain, 100))
        )
    return base - end + (_AGAINST_TENSE if tense > 0 else 0)


def continuing(candidates: list[Extent], then: Extent) -> Extent:
    """The candidate that carries a story on: in the year told, else from four months back to eight ahead."""
    begin = then.begin if then.begin is not None else then.end or 0
    if then.grain == "year":
        same = [
            one for one in candidates if one.begin is not None and begin <= one.begin <= (then.end or begin)
        ]
        if same:
            return same[0]._replace(anchor="last date told")
    ahead = [one for one in candidates if begin - 122 <= (one.begin or 0) < begin + 245]
    return (ahead[0] if ahead else _nearest(candidates, begin + 60))._replace(anchor="last date told")


def _nearest(candidates: list[Extent], day: int) -> Extent:
    return min(candidates, key=lambda one: abs(((one.begin or 0) + (one.end or 0)) // 2 - day))


def _day_of_month(day: int, base: int, tense: int) -> Extent | None:
    year, month, of_month = civil(base)
    step = 0 if day == of_month or (day < of_month) == (tense <= 0) else (1 if tense > 0 else -1)
    total = year * 12 + month - 1 + step
    year, month = total // 12, total % 12 + 1
    if not 1 <= day <= month_length(year, month):
        return None
    number = day_number(year, month, day)
    return stretch(number, number, anchor="publication")


def weekday_told(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    base, then = anchors.published, anchors.then
    if anchors.from_then and then is not None and then.grain == "day":
        base = then.begin if base is None or abs(base - (then.begin or base)) > 45 else base
    if base is None:
        return None
    back = (weekday(base) - tree[1]) % 7
    day = base + (7 - back) % 7 if anchors.tense > 1 else base - back
    return stretch(day, day, anchor="publication")


def day(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    if anchors.published is None:
        return None
    return stretch(anchors.published + tree[1], anchors.published + tree[1], anchor="publication")


def directed_date(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Last, next, this... over a weekday, month or season."""
    direction, inner = tree
    told = direction in ("previous", "following", "same") and anchors.then is not None
    base = anchors.then.middle if told and anchors.then is not None else anchors.published
    if base is None:
        return None
    if inner[0] == "weekday":
        back = (weekday(base) - inner[1]) % 7
        if direction in ("last", "previous"):
            day = base - (back or 7)
        elif direction in ("next", "following"):
            day = base + ((7 - back) % 7 or 7)
        elif direction == "this":
            day = base - weekday(base) + inner[1] if anchors.tense == 0 else base + (7 - back) % 7
            day = base - back if anchors.tense < 0 else day
        else:
            day = base - back
        return stretch(day, day, anchor="publication")
    if inner[0] in ("date", "season"):
        year = civil(base)[0]
        made = [placed(inner, one, anchors) for one in (year - 2, year - 1, year, year + 1, year + 2)]
        candidates = [one for one in made if one is not None]
        if direction in ("last", "previous"):
            fitting = [one for one in candidates if (one.end or 0) < base][-1:]
        elif direction in ("next", "following"):
            fitting = [one for one in candidates if (one.begin or 0) > base][:1]
        else:
            fitting = [one for one in candidates if one == placed(inner, year, anchors)]
        return fitting[0]._replace(anchor="publication") if fitting else None
    return lies(inner, anchors)


def placed(tree: Tree, year: int, anchors: Anchors) -> Extent | None:
    if tree[0] == "season":
        return season_of(year, tree[1], is_southern(anchors.country))
    month, day = tree[2], tree[3]
    if day is not None and day > month_length(year, month):
        return None
    return stretch(*unit_bounds(year, month, day), "day" if day else "month")


def season(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    base = anchors.told
    if base is None:
        return None
    year = civil(base)[0]
    south = is_southern(anchors.country)
    candidates = [season_of(one, tree[1], south) for one in (year - 1, year, year + 1)]
    if anchors.from_then and anchors.then is not None:
        return continuing(candidates, anchors.then)
    if anchors.tense > 0:
        return next(one for one in candidates if (one.end or 0) >= base)
    return [one for one in candidates if (one.begin or 0) <= base][-1]


def within(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """March of last year, the summer of 1998."""
    outer = lies(tree[2], anchors)
    if outer is None or outer.begin is None:
        return None
    return placed(tree[1], civil(outer.begin)[0], anchors)


def named(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Thanksgiving: of the year told, else the nearest by tense."""
    when, year = tree[2], tree[-1]
    base = anchors.told
    if year is None and base is None:
        return None
    years = [year] if year is not None else [civil(base or 0)[0] + step for step in (-1, 0, 1)]
    rules = tree[3:-1] if when == "?" else (when,)
    days = [found for rule in rules for one in years if (found := days_named(rule, one)) is not None]
    if not days:
        return None
    candidates = [stretch(*found, anchor="calendar") for found in days]
    if anchors.from_then and anchors.then is not None:
        return continuing(candidates, anchors.then)
    return min(candidates, key=lambda one: distance(one, base or 0, anchors.tense))


def anniversary(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    if tree[2] is None:
        return None
    year, month, day = civil(read_day(tree[2]))
    if tree[1] is None:
        found = undated_year(month, day, None, anchors._replace(tense=0, from_then=False))
        return None if found is None else found._replace(anchor=tree[2])
    at = day_number(year + tree[1], month, min(day, month_length(year + tree[1], month)))
    return stretch(at, at, anchor=tree[2])


def decade(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    span = {"decade": 1, "century": 100, "millennium": 1000}[tree[0]]
    first = tree[1] * span + (tree[0] != "decade" and tree[1] < 0)
    length = {"decade": 10, "century": 100, "millennium": 1000}[tree[0]]
    return stretch(day_number(first), day_number(first + length) - 1, tree[0])
