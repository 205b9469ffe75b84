"""Times counted from an anchor and times joined from two -> where they lie: ago, since, between."""

import re

from secondsource.mentions.times.anchors import Anchors, Resolve
from secondsource.mentions.times.extents import Extent, shifted, stretch, unit_around
from secondsource.mentions.times.trees import Tree
from secondsource.model.calendar import read_day

_AMOUNT = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def moved(day: int, length: str, sign: int) -> int | None:
    """The day an ISO duration away; None when its length is not told."""
    match = _AMOUNT.match(length)
    if match is None:
        return None
    if match[1]:
        hours = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}[match[3]] * float(match[2])
        return day + sign * round(hours / 24)
    amount = float(match[2])
    if amount > 100_000:
        return None
    if amount != int(amount) and match[3] == "Y":
        return shifted(day, sign * round(amount * 12), "month")
    return shifted(day, sign * round(amount), UNITS[match[3]])


def move(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Three days ago, a week later."""
    sign, length, unit, anchor, hedge = tree[1:]
    if (sign, length) == ("-", "P1Y") and anchors.quarter is not None and hedge is None:
        return lies(("year ago", "quarter"), anchors)
    base = anchors.published
    if anchor == "event":
        return None
    if anchor[:1].isdigit():
        base = read_day(anchor)
    if anchor == "then":
        if anchors.then is not None:
            base = anchors.then.end if sign == "+" else anchors.then.begin
        elif sign == "+":
            return None
    day = None if base is None else moved(base, length, 1 if sign == "+" else -1)
    if day is None:
        return None
    if hedge == "more" and anchor == "now":
        return Extent(None, None, day, day, "day", qualifier="before", anchor="publication", kind="interval")
    if unit in ("decade", "century"):
        unit = "year"
    fine = unit in ("hour", "minute", "second")
    found = unit_around("day" if fine else unit, day)
    about = "about" if unit not in ("day", "hour", "minute", "second") or hedge else ""
    name = "last date told" if anchor == "then" and anchors.then is not None else "publication"
    name = anchor if anchor[:1].isdigit() else name
    return None if found is None else found._replace(qualifier=about, anchor=name)


def shift(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """The day after tomorrow, the week before."""
    many, unit = tree[1], tree[2]
    if tree[3] == "then":
        base = anchors.then.middle if anchors.then is not None else anchors.published
    else:
        inner = lies(tree[3], anchors)
        base = None if inner is None else inner.middle
    return None if base is None else unit_around(unit, shifted(base, many, unit))


# How far "recent days" and the like reach at most; fuzzy, and never shown as a date.
_FUZZY = {"PXD": "P10D", "PXW": "P28D", "PXM": "P6M", "PXY": "P5Y"}


def reference(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Recently: some time in the ninety days before publication."""
    if anchors.published is None or tree[1] not in ("recent", "now"):
        return None
    first = anchors.published - (90 if tree[1] == "recent" else 0)
    return stretch(first, anchors.published, "day", "about", "publication")._replace(kind="reference")


def run(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """For a third straight day: three days that end with the day told, else with publication."""
    base = anchors.then.end if anchors.then is not None and anchors.then.grain == "day" else anchors.published
    if base is None or tree[2] not in UNITS.values():
        return None
    begin = shifted(base, 1 - tree[1], tree[2])
    return stretch(begin, base, tree[2])._replace(kind="interval", anchor="publication")


def past(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    if anchors.published is None:
        return None
    vague = _FUZZY.get(tree[1])
    far = moved(anchors.published, vague or tree[1], -1 if tree[0] == "past" else 1)
    if far is None:
        return None
    first, last = (far, anchors.published) if tree[0] == "past" else (anchors.published + 1, far)
    if vague is not None:
        return stretch(first, last, "day", "about", "publication")._replace(kind="reference")
    return stretch(first, last, anchor="publication")._replace(kind="interval")


def between(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Two ends that are read together: the first is the last such day before the second, or the other way."""
    first, last = lies(tree[1], anchors), lies(tree[2], anchors)
    if first is None or last is None or first.begin is None or last.end is None:
        return None
    if first.begin > last.end and _head(tree[1]) == "weekday":
        behind = -(-(first.begin - last.end) // 7) * 7
        first = stretch(first.begin - behind, first.begin - behind)
    if first.begin is not None and tree[1][0] == "date" and tree[1][1] is None:
        first = _year_beside(first, last.end)
    if first.begin is None or first.begin > last.end:
        return None
    grain = last.grain if last.grain == first.grain else "day"
    loose = first.grain not in ("day", "minute") or last.grain not in ("day", "minute")
    begin_latest, end_earliest = (first.end, last.begin) if loose else (first.begin, last.end)
    return Extent(
        first.begin, begin_latest, end_earliest, last.end, grain,
        first.from_minute, last.to_minute, last.zone,
        anchor=first.anchor or last.anchor, kind="interval",
    )  # fmt: skip


def _year_beside(first: Extent, end: int) -> Extent:
    """A month or day without its year, in the last year that puts it before the end of the range."""
    begin, last = first.begin or 0, first.end or 0
    years = -1 if begin > end else (end - begin) // 366
    return (
        first
        if years == 0
        else stretch(shifted(begin, years, "year"), shifted(last, years, "year"), first.grain)
    )


def _head(tree: Tree) -> str:
    return _head(tree[1]) if tree[0] in ("last", "this", "next") else str(tree[0])


def since(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    inner = lies(tree[1], anchors)
    if inner is None:
        return None
    latest = inner.begin if inner.grain in ("day", "week", "minute") else inner.end
    end = anchors.published if not anchors.from_then else None
    if end is not None and inner.begin is not None and end < inner.begin:
        end = None
    return Extent(
        inner.begin, latest, end, end, inner.grain, inner.from_minute, anchor=inner.anchor, kind="interval"
    )


def until(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    inner = lies(tree[1], anchors)
    if inner is None:
        return None
    earliest = inner.begin if tree[0] == "until" and inner.grain not in ("day", "minute") else inner.end
    last = inner.begin - 1 if tree[0] == "before" and inner.begin is not None else inner.end
    if tree[0] == "before":
        earliest = last
    qualifier = {"by": "before", "before": "before"}.get(tree[0], "")
    return Extent(
        None,
        None,
        earliest,
        last,
        inner.grain,
        None,
        inner.to_minute,
        inner.zone,
        qualifier,
        inner.anchor,
        "interval",
    )


def after(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    inner = lies(tree[1], anchors)
    if inner is None or inner.end is None:
        return None
    return Extent(
        inner.end, inner.end, None, None, inner.grain, qualifier="after", anchor=inner.anchor, kind="interval"
    )


def last_day(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    inner = lies(tree[1], anchors)
    return None if inner is None or inner.end is None else stretch(inner.end, inner.end, anchor=inner.anchor)


def later(tree: Tree, anchors: Anchors, lies: Resolve) -> Extent | None:
    """Later in the same month: after the last date told, or after publication, to the month's end."""
    inner = lies(tree[1], anchors)
    if inner is None or inner.begin is None or inner.end is None:
        return None
    since = anchors.published
    if inner.anchor == "last date told" and anchors.then is not None:
        if anchors.then.grain != "day":
            return inner
        since = anchors.then.end
    if since is None or not inner.begin <= since <= inner.end:
        return inner
    if tree[0] == "later":
        return inner._replace(begin=since, begin_latest=since, qualifier="late")
    return inner._replace(end=since, end_earliest=since, qualifier="early")
