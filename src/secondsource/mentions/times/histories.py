"""The dates of a history -> the years of its bare months and days, and which dates are told as asides.

A tale moves on by small steps, so the cheapest path through its dates is sought with a beam: a bare month
takes a year, a date with its year is either a step of the tale or an aside that is passed over.
"""

from typing import NamedTuple

from secondsource.mentions.times.trees import Tree

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}
_BEAM = 24
_WITHIN = ("within", "between", "since", "until", "by")


class Costs(NamedTuple):
    """What a step costs: by the month ahead, once and by the month back, to pass over a date or a bare year.

    Fitted on WikiWars (training/time).
    """

    ahead: float = 0.07
    back: float = 0.4
    month_back: float = 0.05
    pass_date: float = 0.6
    pass_year: float = 0.45
    far: int = 36


class Step(NamedTuple):
    """Where a path stands: the month counted from year 0, how many months it spans, and what led there."""

    month: int
    length: int
    cost: float
    before: "Step | None"
    place: int
    taken: bool


class History(NamedTuple):
    """Year of each bare date, by its index among the trees; indices of the dates that are asides."""

    years: dict[int, int]
    asides: frozenset[int]


def read_history(trees: list[Tree], costs: Costs = Costs()) -> History:  # noqa: B008
    """The years that make the tale run on; linear in the number of dates."""
    dates = [(index, date) for index, tree in enumerate(trees) if (date := _date_in(tree)) is not None]
    first = next((date for _, date in dates if _month_of(date) is not None), None)
    if first is None:
        return History({}, frozenset())
    start = _month_of(first) or 0
    beam = [Step(start, 1 if first[2] else 12, 0.0, None, -1, False)]
    for index, date in dates:
        steps = [step for before in beam for step in _steps(index, date, before, costs)]
        best: dict[tuple[int, int], Step] = {}
        for step in steps:
            known = best.get((step.month, step.length))
            if known is None or step.cost < known.cost:
                best[step.month, step.length] = step
        beam = sorted(best.values(), key=lambda step: (step.cost, step.month))[:_BEAM]
    return _traced(beam[0], dict(dates))


def _steps(index: int, date: Tree, before: Step, costs: Costs) -> list[Step]:
    month = _month_of(date)
    if month is not None:
        length = 1 if date[2] is not None else 12
        passing = costs.pass_date if length == 1 else costs.pass_year
        taken = Step(month, length, before.cost + _cost(before, month, length, costs), before, index, True)
        if before.place < 0:
            return [taken]
        return [taken, Step(before.month, before.length, before.cost + passing, before, index, False)]
    of_year = _SEASON_MONTH[date[1]] if date[0] == "season" else date[2]
    year = before.month // 12
    made = []
    for one in (year - 1, year, year + 1):
        month = one * 12 + of_year - 1
        made.append(Step(month, 1, before.cost + _cost(before, month, 1, costs), before, index, True))
    return made


def _cost(before: Step, month: int, length: int, costs: Costs) -> float:
    if before.place < 0:
        return 0.0
    ahead = month - (before.month + before.length - 1)
    back = before.month - (month + length - 1)
    if back > 0:
        return costs.back + costs.month_back * min(back, costs.far)
    return costs.ahead * min(max(ahead, 0), costs.far)


def _traced(last: Step, dates: dict[int, Tree]) -> History:
    years: dict[int, int] = {}
    asides: set[int] = set()
    step: Step | None = last
    while step is not None and step.place >= 0:
        date = dates[step.place]
        if _month_of(date) is None:
            of_year = _SEASON_MONTH[date[1]] if date[0] == "season" else date[2]
            years[step.place] = (step.month - of_year + 1) // 12
        elif not step.taken:
            asides.add(step.place)
        step = step.before
    return History(years, frozenset(asides))


def with_year(tree: Tree, year: int) -> Tree:
    """The tree with the year put into its date."""
    if tree[0] == "date":
        return (tree[0], year, *tree[2:]) if tree[1] is None else tree
    if tree[0] == "season":
        return ("within", tree, ("date", year, None, None))
    return tuple(with_year(part, year) if isinstance(part, tuple) else part for part in tree)


def _date_in(tree: Tree) -> Tree | None:
    if tree[0] == "date":
        return tree if tree[2] is not None or tree[1] is not None else None
    if tree[0] == "season":
        return tree
    if tree[0] == "within":
        inner, outer = tree[1], tree[2]
        if outer[0] != "date" or outer[1] is None:
            return None
        return ("date", outer[1], min(inner[2] if inner[0] == "date" else _SEASON_MONTH[inner[1]], 12), None)
    if tree[0] in ("part", "daypart", "clock") and isinstance(tree[-1], tuple):
        return _date_in(tree[-1])
    return _date_in(tree[1]) if tree[0] in _WITHIN and isinstance(tree[1], tuple) else None


def _month_of(date: Tree) -> int | None:
    """The month of a date that has its year; None for a bare one."""
    if date[0] == "season" or date[1] is None:
        return None
    return int(date[1]) * 12 + (date[2] or 1) - 1
