"""Two claims -> reasons from how many: figures that fit, tolls that part, two counts in one report."""

from functools import cache

from secondsource.events.points import reason
from secondsource.events.view import View
from secondsource.knowledge import load
from secondsource.model import Quantity, Reason

# Open figures fit within these ratios: "at least three" is not "more than 115", "dozens" may be 80.
NEAR, ROUGH = 2.0, 10.0


def figures(left: View, right: View) -> Reason | None:
    """Two missiles and two missiles; 60 drones and about 100 drones; in one report 12 dead and 52 dead."""
    pairs = _comparable(left, right)
    for one, other in pairs:
        if _fit(one, other):
            return reason("same figure", f"{one} = {other}")
    if not pairs:
        return None
    one, other = pairs[0]
    if left.report == right.report:
        return reason("other count", f"{one} ≠ {other}, in one report")
    return reason("other figure", f"{one} ≠ {other}") if _apart(one, other) else None


def counts_part(left: View, right: View) -> bool:
    """Whether both count the same kind of thing, and no two counts fit."""
    pairs = _comparable(left, right)
    return bool(pairs) and not any(_fit(one, other) for one, other in pairs)


def _comparable(left: View, right: View) -> list[tuple[Quantity, Quantity]]:
    return [
        (one, other)
        for one in left.quantities
        for other in right.quantities
        if _unit(one) == _unit(other) and None not in (_size(one), _size(other))
    ]


def _unit(quantity: Quantity) -> str:
    """Soldiers, civilians and protesters are counted as people: who says "12 people" may mean them."""
    return "people" if quantity.unit in people() else quantity.unit


@cache
def people() -> frozenset[str]:
    """Nouns for people, in the singular."""
    return frozenset(row["noun"] for row in load("people_nouns")) | {"people", "person"}


def _size(quantity: Quantity) -> float | None:
    return quantity.low if quantity.low is not None else quantity.high


def _fit(one: Quantity, other: Quantity) -> bool:
    """Whether the ranges meet and, where one has no upper end, the figures named are near each other."""
    if _apart(one, other):
        return False
    if None not in (one.low, one.high, other.low, other.high):
        return True
    small, large = sorted((_size(one) or 0.0, _size(other) or 0.0))
    return large <= (ROUGH if _is_rough(one) or _is_rough(other) else NEAR) * max(small, 1.0)


def _is_rough(quantity: Quantity) -> bool:
    """Dozens, many, hundreds: no figure is told, only from where on."""
    return (
        quantity.high is None
        and not any(digit.isdigit() for digit in quantity.hedge)
        and not ({"least", "than", "over"} & set(quantity.hedge.split()))
    )


def _apart(one: Quantity, other: Quantity) -> bool:
    def low(each: Quantity) -> float:
        return each.low if each.low is not None else float("-inf")

    def high(each: Quantity) -> float:
        return each.high if each.high is not None else float("inf")

    return low(one) > high(other) or low(other) > high(one)
