"""An operator tree and its extent -> the Time that stands in the record."""

from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.trees import Tree, rendered
from secondsource.model import Time
from secondsource.model.calendar import written_day


def time_of(tree: Tree, extent: Extent | None, rule: str, words: str, role: str = "") -> Time:
    """The value of a time told in these words; without an extent it stays open, a length or a set."""
    expression = rendered(tree)
    made_by = f"times.{rule}"
    if tree[0] == "reference":
        expression = str(tree[1])
    if tree[0] in ("duration", "every"):
        kind = "duration" if tree[0] == "duration" else "set"
        hedge = str(tree[2] or "") if tree[0] == "duration" else ""
        plain = f"{tree[0]}({tree[1]})" if isinstance(tree[1], str) else expression
        return Time(
            kind=kind, expression=plain, rule=made_by, words=words, role=role, qualifier=hedge, granularity=""
        )
    if extent is None and tree[0] == "reference":
        return Time(
            kind="reference", expression=expression, rule=made_by, words=words, role=role, granularity=""
        )
    if extent is None:
        return Time(
            expression=expression, rule=made_by, words=words, role=role, granularity=_told_grain(tree)
        )
    return Time(
        begin_earliest=_bound(extent.begin, extent.from_minute, extent.grain),
        begin_latest=_bound(extent.begin_latest, extent.from_minute, extent.grain),
        end_earliest=_bound(extent.end_earliest, extent.to_minute, extent.grain),
        end_latest=_bound(extent.end, extent.to_minute, extent.grain),
        granularity=extent.grain,
        kind="interval" if tree[0] == "between" else extent.kind,
        expression=expression,
        anchor=extent.anchor,
        rule=made_by,
        zone=extent.zone,
        qualifier=extent.qualifier,
        words=words,
        role=role,
    )


def _bound(day: int | None, minute: int | None, grain: str) -> str | None:
    if day is None:
        return None
    if grain == "hour" and minute is not None:
        return f"{written_day(day)}T{minute // 60:02d}"
    return written_day(day) if minute is None else f"{written_day(day)}T{minute // 60:02d}:{minute % 60:02d}"


def _told_grain(tree: Tree) -> str:
    """The granularity that the words show even when nothing anchors them."""
    if tree[0] == "date":
        return "day" if tree[3] else "month" if tree[2] else "year"
    if tree[0] == "unit":
        return str(tree[2])
    return next((_told_grain(part) for part in tree[1:] if isinstance(part, tuple)), "day")
