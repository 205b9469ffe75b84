"""An operator tree and its anchors -> an extent in the calendar, or None where nothing anchors it."""

from collections.abc import Callable

from secondsource.mentions.times.anchors import Anchors, Resolve
from secondsource.mentions.times.counted import (
    after,
    between,
    last_day,
    later,
    move,
    past,
    reference,
    run,
    shift,
    since,
    until,
)
from secondsource.mentions.times.dates import (
    anniversary,
    date,
    day,
    decade,
    directed_date,
    named,
    season,
    weekday_told,
    within,
)
from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.parts import (
    clock,
    daypart,
    either,
    first_of,
    fiscal,
    nth,
    overnight,
    part,
    unit,
    unit_of,
    year_ago,
    zoned,
)
from secondsource.mentions.times.trees import Tree


def resolve(tree: Tree, anchors: Anchors) -> Extent | None:
    """Where the tree lies; None when it is a length, a set, or has no anchor here."""
    rule = _RULES.get(tree[0])
    return None if rule is None else rule(tree, anchors, resolve)


_RULES: dict[str, Callable[[Tree, Anchors, Resolve], Extent | None]] = {
    "date": date, "weekday": weekday_told, "day": day, "unit": unit, "season": season, "within": within,
    "last": directed_date, "previous": directed_date, "next": directed_date, "following": directed_date,
    "this": directed_date,
    "same": directed_date, "part": part, "daypart": daypart, "overnight": overnight, "clock": clock,
    "nth": nth,
    "unit of": unit_of, "year ago": year_ago, "move": move, "shift": shift, "past": past, "coming": past,
    "decade": decade, "century": decade, "millennium": decade, "first": first_of, "fiscal": fiscal,
    "either": either, "between": between, "since": since, "until": until, "by": until, "before": until,
    "after": after, "anniversary": anniversary, "later": later, "earlier": later, "last day": last_day,
    "reference": reference, "run": run, "named": named, "zoned": zoned,
}  # fmt: skip
