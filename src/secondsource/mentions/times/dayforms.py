"""Words of a form that names a day, a part of it or a time of the clock -> its operator tree."""

from secondsource.mentions.times.trees import Slots, Tree, clock_of, date_tree, day_of, edged

_DEICTIC = ("last", "past", "latest", "next", "following", "this", "that", "same", "current")


def clock_day(slots: Slots) -> Tree | None:
    """3:00 a.m. EST on Friday"""
    minute, zone = clock_of(slots)
    return (
        None if minute is None else ("clock", f"{minute // 60:02d}:{minute % 60:02d}", zone, _dayish(slots))
    )


def _dayish(slots: Slots) -> Tree | None:
    """The day among the words of a time of day, if any."""
    if not slots.has("month", "shortmonth", "may", "weekday", "shortday", "today", "isodate"):
        return None
    start = next(
        i
        for i, name in enumerate(slots.names)
        if name in ("month", "shortmonth", "may", "weekday", "shortday", "today", "isodate")
        or name in _DEICTIC
    )
    if (
        start
        and slots.names[start] in ("month", "shortmonth", "may")
        and slots.names[start - 1] in ("day", "ordinalday", "of")
    ):
        start -= 2 if slots.names[start - 1] == "of" else 1
    return date_tree(Slots(slots.words[max(start, 0) :]))


def day_clock(slots: Slots) -> Tree | None:
    """Friday at 3 p.m."""
    at = next(
        i for i, n in enumerate(slots.names) if n in ("at", "comma") or n in ("clock", "noon", "meridiem")
    )
    while at > 0 and slots.names[at] == "meridiem":
        at -= 1
    minute, zone = clock_of(Slots(slots.words[at:]))
    day = date_tree(Slots(slots.words[:at]))
    return (
        None
        if minute is None or day is None
        else ("clock", f"{minute // 60:02d}:{minute % 60:02d}", zone, day)
    )


def part_of_day(slots: Slots) -> Tree | None:
    """early Friday morning; Saturday morning Korean time"""
    tree, zone = _part_of_day(slots), slots.first("zone", "local")
    return tree if tree is None or zone is None else ("zoned", zone, tree)


def _part_of_day(slots: Slots) -> Tree | None:
    part = slots.first("daypart", "dayparts", "overnight") or "morning"
    if slots.has("units") and not slots.has("daypart", "dayparts", "overnight"):
        edge = slots.first("edge", "compared") or "early"
        return ("daypart", "night" if edge == "late" else "early", _dayish(slots))
    day = _dayish(slots)
    if day is None and slots.has(*_DEICTIC):
        direction = slots.direction or "this"
        base = {"this": ("day", 0), "last": ("day", -1), "next": ("shift", 1, "day", "then")}
        day = base.get(direction, ("shift", 0 if direction == "same" else 1, "day", "then"))
        if direction == "last" and part not in ("night", "evening"):
            return None
    return edged(("daypart", part, day), slots)


def overnight(slots: Slots) -> Tree | None:
    """overnight from Friday to Saturday"""
    if slots.has("from"):
        return ("overnight", date_tree(slots.split("from")[1].split("to")[0]))
    day = slots.first("weekday", "shortday")
    if day is not None and slots.has("to"):
        return ("overnight", ("shift", -1, "day", ("weekday", int(day))))  # overnight into Sunday
    return ("overnight", ("weekday", int(day))) if day else ("overnight", ("day", 0))


def tonight(slots: Slots) -> Tree | None:
    """tonight"""
    return ("daypart", "night", ("day", 0))


def edge_day(slots: Slots) -> Tree | None:
    """late July 27"""
    return edged(date_tree(slots), slots)


def before_day(slots: Slots) -> Tree | None:
    """the day before yesterday"""
    head, rest = slots.split("before", "after")
    inner = date_tree(rest)
    sign = -1 if slots.has("before") else 1
    return None if inner is None else ("shift", sign, head.unit or "day", inner)


def neighbour(slots: Slots) -> Tree | None:
    """the following day"""
    weekday = slots.first("weekday")
    part = slots.first("daypart")
    if part is not None:
        return part_of_day(slots)
    if slots.has("before", "after") or slots.names[-1] == "following":
        sign = -1 if slots.has("before") else 1
        return ("shift", sign, slots.unit or "day", "then")
    direction = slots.direction or "following"
    if weekday is not None:
        return (direction, ("weekday", int(weekday)))
    unit = slots.unit or "day"
    if direction == "same":
        return ("unit", "same", unit)
    return ("unit", direction, unit)


def the_day(slots: Slots) -> Tree | None:
    """on the 15th"""
    return ("date", None, None, day_of(slots))
