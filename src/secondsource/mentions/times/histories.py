"""The bare months and days of a history -> the years that let the tale run on, read from both sides."""

from typing import NamedTuple

from secondsource.mentions.times.trees import Tree

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}
_BEFORE, _AFTER = ((1, 1.0), (2, 0.6), (3, 0.4)), ((1, 0.7), (2, 0.4))
_ROUNDS = 3


class Told(NamedTuple):
    """A date of the tale: its month counted from year 0 and how many months it spans."""

    month: int
    length: int


def years_of_history(trees: list[Tree]) -> dict[int, int]:
    """Index of each tree that names a month, day or season without a year -> its year.

    Each takes the year that costs least against three dates before it and two after it: a tale moves on by
    small steps, so a step back costs more than one ahead. Repeated until nothing changes, three times at most.
    """
    dates = {index: date for index, tree in enumerate(trees) if (date := _date_in(tree)) is not None}
    known = {index: told for index, date in dates.items() if (told := _told(date)) is not None}
    bare = [index for index in dates if index not in known]
    if not known or not bare:
        return {}
    order = sorted(dates)
    place = {index: at for at, index in enumerate(order)}
    chosen: dict[int, int] = {}
    for _ in range(_ROUNDS):
        before = dict(chosen)
        for index in bare:
            near = _neighbours(order, place[index], known)
            years = {told.month // 12 + step for _, told, _ in near for step in (-1, 0, 1)}
            if not years:
                continue
            chosen[index] = min(
                sorted(years),
                key=lambda year: sum(_cost(_bare(dates[index], year), near_one) for near_one in near),
            )
            known[index] = _bare(dates[index], chosen[index])
        if chosen == before:
            break
    return chosen


def with_year(tree: Tree, year: int) -> Tree:
    """The tree with the year put into its date."""
    if tree[0] == "date":
        return (tree[0], year, *tree[2:]) if tree[1] is None else tree
    if tree[0] == "season":
        return ("within", tree, ("date", year, None, None))
    return tuple(with_year(part, year) if isinstance(part, tuple) else part for part in tree)


def _neighbours(order: list[int], at: int, known: dict[int, Told]) -> list[tuple[bool, Told, float]]:
    near = []
    for steps, sign in ((_BEFORE, -1), (_AFTER, 1)):
        for step, weight in steps:
            if 0 <= at + sign * step < len(order) and order[at + sign * step] in known:
                near.append((sign < 0, known[order[at + sign * step]], weight))
    return near


def _cost(told: Told, near: tuple[bool, Told, float]) -> float:
    before, other, weight = near
    if other.length > 1:  # a bare year: any month of it is as good
        weight *= 0.8
    first, second = (other, told) if before else (told, other)
    gap = max(
        0, second.month - (first.month + first.length - 1), first.month - (second.month + second.length - 1)
    )
    back = second.month + second.length <= first.month
    return weight * ((0.7 + 0.11 * min(gap, 36)) if back else 0.07 * min(gap, 36))


def _date_in(tree: Tree) -> Tree | None:
    if tree[0] == "date":
        return tree if tree[2] is not None or tree[1] is not None else None
    if tree[0] == "season":
        return tree
    if tree[0] in ("part", "daypart", "clock", "within", "between", "since", "until", "by"):
        inner = tree[1] if tree[0] in ("within", "between", "since", "until", "by") else tree[-1]
        if tree[0] == "within":
            if tree[2][0] != "date" or tree[2][1] is None:
                return None
            return (
                "date",
                tree[2][1],
                inner[2] if inner[0] == "date" else _SEASON_MONTH.get(inner[1], 1),
                None,
            )
        return _date_in(inner) if isinstance(inner, tuple) else None
    return None


def _told(date: Tree) -> Told | None:
    if date[0] == "season" or date[1] is None:
        return None
    return Told(date[1] * 12, 12) if date[2] is None else Told(date[1] * 12 + date[2] - 1, 1)


def _bare(date: Tree, year: int) -> Told:
    month = _SEASON_MONTH[date[1]] if date[0] == "season" else date[2]
    return Told(year * 12 + month - 1, 1)
