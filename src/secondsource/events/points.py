"""The table of points -> a reason with the points that its row gives it."""

from collections.abc import Mapping, Sequence
from functools import cache

from secondsource.knowledge import load
from secondsource.model import Reason


@cache
def points() -> Mapping[str, float]:
    """Points of each reason by name; `link` is what two claims need to be held for one event."""
    return {row["name"]: float(row["points"]) for row in load("reason_points")}


def reason(name: str, detail: str) -> Reason:
    """A reason by the name of its row; `detail` quotes both values."""
    return Reason(name, points()[name], detail)


def total(reasons: Sequence[Reason]) -> float:
    """Sum of the points."""
    return sum(one.points for one in reasons)
