"""Two times -> whether one covers the other, shares a moment with it, or is over before it; None when open.

A moment with its zone is laid beside a bare day by its own day and by that of UTC, as either may be meant: a
launch early on 19 July in Korea is one of 18 July. Beside a clock without a zone every zone is possible.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.model.calendar import read_day
from secondsource.model.timeviews import zone_minutes

if TYPE_CHECKING:
    from secondsource.model.time import Time

_Outer = tuple[int | None, int | None]
_EAST, _WEST = 14 * 60, 12 * 60


def covers(one: "Time", other: "Time") -> bool | None:
    """Whether `other` lies inside for certain; None when a bound that decides is open."""
    if one.open or other.open:
        return None
    said = [_covers(mine, theirs) for mine, theirs in _sides(one, other)]
    if _zones_unlike(one, other):
        return None if overlaps(one, other) is None else False
    return True if True in said else said[0]


def overlaps(one: "Time", other: "Time") -> bool | None:
    """Whether the two may share a moment; None when either is open, or only one of two clocks has a zone."""
    if one.open or other.open:
        return None
    shared = any(_share(mine, theirs) for mine, theirs in _sides(one, other))
    return None if shared and _zones_unlike(one, other) else shared


def before(one: "Time", other: "Time") -> bool | None:
    """Whether it is over when `other` begins; None when open or when the bounds leave both possible."""
    if one.open or other.open:
        return None
    said = {_is_over(mine, theirs) for mine, theirs in _sides(one, other)}
    return said.pop() if len(said) == 1 else None


def bounds_of(time: "Time") -> tuple[int | None, ...]:
    """All four bounds as minutes, in UTC where a zone is told."""
    begins = _moment(time.begin_earliest, 0, time.zone), _moment(time.begin_latest, 0, time.zone)
    ends = _moment(time.end_earliest, 1439, time.zone), _moment(time.end_latest, 1439, time.zone)
    return begins + ends


def _clocked(time: "Time") -> bool:
    return "T" in (time.begin_earliest or time.end_latest or "")


def _zones_unlike(one: "Time", other: "Time") -> bool:
    """Whether both tell a time of day, and only one of them its zone."""
    return _clocked(one) and _clocked(other) and (one.zone is None) != (other.zone is None)


def _sides(one: "Time", other: "Time") -> list[tuple[_Outer, _Outer]]:
    """The outer bounds of both, each way that they may be laid beside each other."""
    ways = [(_outer(one, one.zone), _outer(other, other.zone))]
    if _zones_unlike(one, other):
        return [tuple(_anywhere(side, time.zone) for side, time in zip(ways[0], (one, other), strict=True))]  # type: ignore[list-item]
    if _clocked(one) != _clocked(other) and (one.zone or other.zone):
        ways.append((_outer(one, None), _outer(other, None)))
    return ways


def _anywhere(side: _Outer, zone: str | None) -> _Outer:
    """The bounds of a clock that tells no zone, wherever it hangs."""
    if zone is not None:
        return side
    return side[0] and side[0] - _EAST, side[1] and side[1] + _WEST


def _outer(time: "Time", zone: str | None) -> _Outer:
    return _moment(time.begin_earliest, 0, zone), _moment(time.end_latest, 1439, zone)


def _covers(mine: _Outer, theirs: _Outer) -> bool | None:
    (begin, end), (first, last) = mine, theirs
    if begin is not None and first is None or end is not None and last is None:
        return None
    left = begin is None or first is None or begin <= first
    right = end is None or last is None or last <= end
    return left and right


def _share(mine: _Outer, theirs: _Outer) -> bool:
    (begin, end), (first, last) = mine, theirs
    return not (end is not None and first is not None and end < first) and not (
        last is not None and begin is not None and last < begin
    )


def _is_over(mine: _Outer, theirs: _Outer) -> bool | None:
    (begin, end), (first, last) = mine, theirs
    if end is not None and first is not None and end < first:
        return True
    return False if begin is not None and last is not None and begin > last else None


@lru_cache(maxsize=8192)
def _moment(bound: str | None, otherwise: int, zone: str | None) -> int | None:
    """Minutes since 1970, in UTC when a time of day has a zone; a bare day is left where it is."""
    if bound is None:
        return None
    day, _, clock = bound.partition("T")
    minutes = read_day(day) * 1440
    if not clock:
        return minutes + otherwise
    hour, _, rest = clock.partition(":")
    within = int(rest[:2]) if rest else 59 * (otherwise > 0)
    return minutes + int(hour) * 60 + within - zone_minutes(zone)
