"""Rule name and words -> the operator tree that the rule means."""

from collections.abc import Callable
from functools import lru_cache

from secondsource.mentions.times.amountforms import (
    ago,
    duration,
    every,
    past_span,
    recent_units,
    reference,
    run_of_days,
    unit_long,
    vague_units,
)
from secondsource.mentions.times.dayforms import (
    before_day,
    clock_day,
    day_clock,
    edge_day,
    neighbour,
    overnight,
    part_of_day,
    the_day,
    tonight,
)
from secondsource.mentions.times.trees import Slots, Tree, date_tree, slots_of
from secondsource.mentions.times.unitforms import (
    day_of_unit,
    day_range,
    decade,
    directed_unit,
    edge_month,
    edge_of,
    era_year,
    fiscal,
    nth_of,
    quarter,
    season,
    the_unit,
    weekday_of_week,
    year,
    year_ago_period,
    year_range,
)

BUILDERS: dict[str, Callable[[Slots], Tree | None]] = {
    "clock_day": clock_day, "day_clock": day_clock, "military_clock": clock_day,
    "part_of_day_of": part_of_day,
    "hours_of": part_of_day, "day_part": part_of_day, "overnight": overnight, "tonight": tonight,
    "edge_day": edge_day, "full_date": edge_day, "nth_of": nth_of, "edge_of": edge_of,
    "edge_month": edge_month,
    "edge_in": edge_month, "month_day": date_tree, "month_year": date_tree, "quarter": quarter,
    "year_ago_period": year_ago_period, "day_range": day_range, "weekday_of_week": weekday_of_week,
    "day_of_unit": day_of_unit, "weekday": date_tree,
    "directed_month": date_tree, "season": season,
    "ago": ago, "before_day": before_day, "neighbour": neighbour, "past_span": past_span,
    "directed_unit": directed_unit, "recent_units": recent_units, "set": every, "duration": duration,
    "unit_long": unit_long, "vague_units": vague_units, "today": date_tree, "year_range": year_range,
    "decade": decade, "fiscal": fiscal, "era_year": era_year, "run": run_of_days, "the_past": reference,
    "juche": year, "year": year, "month": date_tree,
    "now": reference, "recent": reference, "soon": reference, "reference": reference, "the_day": the_day,
    "the_unit": the_unit, "daypart": the_unit,
}  # fmt: skip


@lru_cache(maxsize=32768)
def tree_of(rule: str, texts: tuple[str, ...]) -> Tree | None:
    """The tree of a match's words; None when the words make no time after all."""
    return BUILDERS[rule](slots_of(texts))
