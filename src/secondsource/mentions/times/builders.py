"""Rule name and words -> the operator tree that the rule means."""

from collections.abc import Callable
from functools import lru_cache

from secondsource.mentions.times.amounts import amount_of
from secondsource.mentions.times.trees import (
    Slots,
    Tree,
    clock_of,
    date_tree,
    day_of,
    directed,
    length_of,
    slots_of,
    year_of,
)

_EDGES = ("edge", "compared", "edgenoun")
_DEICTIC = ("last", "past", "latest", "next", "following", "this", "that", "same", "current")


def _edged(tree: Tree | None, slots: Slots) -> Tree | None:
    edge = slots.first(*_EDGES)
    return tree if tree is None or edge is None else ("part", edge, tree)


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
    """early Friday morning"""
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
    return _edged(("daypart", part, day), slots)


def overnight(slots: Slots) -> Tree | None:
    """overnight from Friday to Saturday"""
    if slots.has("from"):
        return ("overnight", date_tree(slots.split("from")[1].split("to")[0]))
    day = slots.first("weekday", "shortday")
    return ("overnight", ("weekday", int(day))) if day else ("overnight", ("day", 0))


def tonight(slots: Slots) -> Tree | None:
    """tonight"""
    return ("daypart", "night", ("day", 0))


def edge_day(slots: Slots) -> Tree | None:
    """late July 27"""
    return _edged(date_tree(slots), slots)


def edge_of(slots: Slots) -> Tree | None:
    """the end of last year"""
    head, rest = slots.split("of")
    edge = slots.first(*_EDGES)
    return _edged_by(edge, named_unit(rest))


def _edged_by(edge: str | None, tree: Tree | None) -> Tree | None:
    return tree if tree is None or edge is None else ("part", edge, tree)


def named_unit(slots: Slots) -> Tree | None:
    """A day, month, quarter, season, year or unit, directed or not."""
    if slots.has("ordinal", "quarterly", "half") and not slots.has("month", "shortmonth", "may"):
        return quarter(slots)
    if slots.has("season", "fall", "spring"):
        return season(slots)
    if slots.has("decade", "decadeword"):
        return decade(slots)
    tree = date_tree(slots)
    if tree is not None:
        return tree
    unit = slots.unit
    if unit is None:
        return None
    return ("unit", slots.direction or "the", unit)


def edge_month(slots: Slots) -> Tree | None:
    """late July"""
    tree = named_unit(slots)
    word = slots.first("compared")
    if word is not None and tree is not None:
        return ("later" if word == "late" else "earlier", tree)
    return _edged(tree, slots)


def nth_of(slots: Slots) -> Tree | None:
    """the first week of May"""
    head, rest = slots.split("of")
    outer = named_unit(rest)
    unit = head.unit or ("half" if head.has("half") else None)
    nth = head.first("ordinal", "last")
    if outer is None:
        return None
    if unit is None:
        day = head.first("weekday")
        return None if day is None or nth is None else ("nth", nth, f"weekday{day}", outer)
    if head.has("number", "day", "two"):
        length = length_of(head)
        return ("first", nth or "1", length, outer)
    if unit in ("quarter", "half"):
        return ("nth", nth or "last", unit, outer)
    return ("nth", nth or "1", unit, outer) if nth else ("unit of", unit, outer)


def quarter(slots: Slots) -> Tree | None:
    """the third quarter of 1998"""
    unit = "half" if slots.has("half") else "quarter"
    units = [w.value for n, w in zip(slots.names, slots.words, strict=True) if n in ("unit", "units")]
    if unit == "quarter" and "quarter" not in units and not slots.has("quarterly"):
        if "year" in units and slots.has("fiscal", "this", "current"):
            return fiscal(slots)
        return None
    nth = slots.first("ordinal")
    year = year_of(slots)
    outer: Tree | None = ("date", year, None, None) if year is not None else None
    compared = slots.has("ago", "compared")
    if outer is None and ("year" in units or compared):
        outer = ("unit", "last" if compared else slots.direction or "the", "year")
    if nth is None or not nth.isdecimal():
        if outer is not None and (compared or slots.has("apostrophe")):
            return ("year ago", unit)
        return ("unit", slots.direction or "the", unit) if outer is None else ("unit of", unit, outer)
    if int(nth) > (4 if unit == "quarter" else 2):
        return None
    tree: Tree = ("nth", nth, unit, outer or ("unit", slots.direction or "the", "year"))
    return ("fiscal", tree) if slots.has("fiscal") else tree


def year_ago_period(slots: Slots) -> Tree | None:
    """the year-earlier period"""
    if slots.has("latest"):
        return ("unit", "the", "quarter")
    return ("year ago", "quarter") if slots.has("ago", "compared") else None


def day_range(slots: Slots) -> Tree | None:
    """July 24-26"""
    month = int(slots.first("month", "shortmonth", "may") or 0)
    year = year_of(slots)
    written = slots.first("dayrange")
    if written is not None:
        first, last = (int(part) for part in written.replace("–", "-").replace("/", "-").split("-"))
    else:
        days = [
            w for n, w in zip(slots.names, slots.words, strict=True) if n in ("day", "ordinalday", "ordinal")
        ]
        first, last = (int("".join(c for c in (w.value or w.text) if c.isdecimal()) or 0) for w in days[:2])
    if not 0 < first < last < 32:
        return None
    return ("between", ("date", year, month, first), ("date", year, month, last))


def directed_month(slots: Slots) -> Tree | None:
    """next July"""
    return date_tree(slots)


def season(slots: Slots) -> Tree | None:
    """the winter of 1998"""
    name = slots.first("season", "fall", "spring")
    tree: Tree = ("season", name)
    year = year_of(slots)
    written = slots.first("yearrange")
    if written is not None:
        year = int(written[:4])
    if year is not None:
        tree = ("within", tree, ("date", year, None, None))
    elif slots.unit:
        tree = ("within", tree, ("unit", slots.direction or "this", slots.unit))
    elif slots.direction:
        tree = (slots.direction, tree)
    elif slots.names == ["fall"]:
        return None
    return _edged(tree, slots)


def ago(slots: Slots) -> Tree | None:
    """three days ago"""
    length = length_of(slots)
    if length is None:
        return None
    if slots.has("ago"):
        sign, anchor = "-", "now"
    elif slots.has("hence", "from", "now"):
        sign, anchor = "+", "now"
    elif slots.has("before"):
        sign, anchor = "-", "then"
    elif slots.has("after"):
        sign, anchor = "+", "then"
    else:
        sign, anchor = ("-", "then") if slots.first("compared") == "early" else ("+", "then")
    return ("move", sign, length, slots.unit, anchor, _hedge(slots))


def _hedge(slots: Slots) -> str | None:
    if slots.has("than"):
        more = slots.first("more") == "more"
        return ("less" if more else "more") if slots.has("not") else ("more" if more else "less")
    if slots.has("at"):
        return slots.first("least")
    if slots.has("up"):
        return "less"
    return slots.first("hedge")


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


def past_span(slots: Slots) -> Tree | None:
    """the past three days"""
    length = length_of(slots)
    if length is None:
        return None
    ahead = slots.has("next", "following")
    if slots.has("ordinal", "full") and not slots.has("last", "past", "next"):
        return ("duration", length, None)
    return ("coming" if ahead else "past", length, _hedge(slots))


def directed_unit(slots: Slots) -> Tree | None:
    """last week"""
    unit = slots.unit
    if unit is None:
        return None
    if slots.has("past") and not slots.has("this", "last") and unit not in ("weekend", "quarter"):
        return ("past", length_of(Slots((*slots_of(("one",)).words, slots.words[-1]))), None)
    if slots.has("fiscal"):
        return ("fiscal", ("unit", slots.direction or "this", "year"))
    return ("unit", slots.direction or "this", unit)


def recent_units(slots: Slots) -> Tree | None:
    """recent weeks"""
    length = length_of(slots)
    if slots.has("next", "following", "ahead") or slots.first("recentish") == "future":
        return ("coming", length, None)
    return ("reference", "recent") if slots.has("recentish", "recent") and slots.unit == "year" else (
        "past", length, None)  # fmt: skip


def every(slots: Slots) -> Tree | None:
    """every two years"""
    frequency = slots.first("frequency")
    if frequency is not None:
        return ("every", frequency)
    weekday = slots.first("weekday", "weekdays")
    if weekday is not None:
        return ("every", ("weekday", int(weekday)))
    month = slots.first("month", "shortmonth", "may")
    if month is not None:
        return ("every", ("date", None, int(month), None))
    name = slots.first("season", "fall", "spring")
    if name is not None:
        return ("every", ("season", name))
    if slots.has("daypart", "dayparts"):
        return ("every", ("daypart", slots.first("daypart", "dayparts")))
    counted = tuple(
        w for w, n in zip(slots.words, slots.names, strict=True) if n not in ("every", "times", "per")
    )
    if slots.has("times", "per"):
        counted = slots.words[-1:]
    length = (
        length_of(Slots(counted))
        if len(counted) > 1
        else length_of(Slots((*slots_of(("one",)).words, *counted)))
    )
    if slots.has("ordinal") and counted:
        length = length_of(Slots((slots_of((str(slots.first("ordinal")),)).words[0], slots.words[-1])))
    return None if length is None else ("every", length)


def duration(slots: Slots) -> Tree | None:
    """six months"""
    length = length_of(slots)
    if slots.unit == "quarter" and (slots.has("dash") or not slots.has("day", "number")):
        return None
    if length is None or (slots.names == ["a", "unit"] and slots.unit in ("second", "quarter", "minute")):
        return None
    return ("duration", length, _hedge(slots))


def unit_long(slots: Slots) -> Tree | None:
    """year-long"""
    one = slots_of(("one" if slots.has("unit") else "several",)).words
    return ("duration", length_of(Slots((*one, *slots.words[:1]))), None)


def vague_units(slots: Slots) -> Tree | None:
    """for weeks"""
    return ("duration", length_of(slots), None) if slots.unit not in ("quarter", "second", "minute") else None


def year_range(slots: Slots) -> Tree | None:
    """2009-10"""
    first, last = slots.words[0].text.replace("–", "-").replace("/", "-").split("-")
    begin = int(first)
    end = int(last) if len(last) == 4 else begin // 100 * 100 + int(last)
    if len(last) == 2 and end < begin and 1 <= int(last) <= 12:
        return ("date", begin, int(last), None)
    return ("between", ("date", begin, None, None), ("date", end, None, None)) if end > begin else None


def decade(slots: Slots) -> Tree | None:
    """the 1950s"""
    written = slots.first("decade")
    if written is not None:
        digits = written.rstrip("s")
        year = int(digits) if len(digits) == 4 else 1900 + int(digits)
        if slots.first("era") == "bc":
            return _edged(("decade", -int(digits) - 9), slots)
        if len(digits) == 4 and digits.endswith("00"):
            return _edged(("century", year // 100), slots)
        return _edged(("decade", year), slots)
    word = slots.first("decadeword")
    if word is not None:
        return _edged(("decade", int(word)), slots)
    number = slots.first("ordinal", "ordinalday") or ""
    if slots.unit not in ("century", "millennium"):
        return None
    digits = "".join(ch for ch in number if ch.isdecimal())
    if not digits:
        return None
    return _edged((slots.unit, (-int(digits) if slots.first("era") == "bc" else int(digits) - 1)), slots)


def fiscal(slots: Slots) -> Tree | None:
    """fiscal 1989"""
    year = year_of(slots)
    if slots.unit not in (None, "year"):
        return None
    if year is not None:
        return ("fiscal", ("date", year, None, None))
    return ("fiscal", ("unit", slots.direction or "this", "year"))


def year(slots: Slots) -> Tree | None:
    """1998"""
    number = year_of(slots)
    return None if number is None else ("date", number, None, None)


def the_day(slots: Slots) -> Tree | None:
    """on the 15th"""
    return ("date", None, None, day_of(slots))


def the_unit(slots: Slots) -> Tree | None:
    """the week"""
    if slots.has("edgenoun"):
        return ("last day", ("unit", "the", slots.unit)) if slots.first("edgenoun") == "end" else None
    if slots.has("daypart"):
        return ("daypart", slots.first("daypart"), None)
    return ("unit", "the", slots.unit) if slots.unit not in ("hour", "minute", "second") else None


def run_of_days(slots: Slots) -> Tree | None:
    """for a third straight day"""
    nth = slots.first("ordinal")
    return ("run", int(nth), slots.unit) if nth is not None and nth.isdecimal() else None


def era_year(slots: Slots) -> Tree | None:
    """490 BC"""
    written = slots.first("erarange")
    if written is not None:
        first, last = written.replace("–", "-").split("-")
    else:
        numbers = [
            w.text
            for n, w in zip(slots.names, slots.words, strict=True)
            if n not in ("era", "and", "to", "dash")
        ]
        if len(numbers) == 1:
            return year(slots)
        first, last = numbers
    sign = (lambda number: 1 - int(number)) if slots.first("era") == "bc" else int
    return ("between", ("date", sign(first), None, None), ("date", sign(last), None, None))


def reference(slots: Slots) -> Tree | None:
    """recently"""
    word = slots.first("recent", "recentish", "soon", "now")
    if slots.has("past"):
        return ("reference", "past")
    if word is None:
        word = "soon" if slots.first("near") else "now"
    return ("reference", word)


BUILDERS: dict[str, Callable[[Slots], Tree | None]] = {
    "clock_day": clock_day, "day_clock": day_clock, "military_clock": clock_day, "part_of_day_of": part_of_day,
    "hours_of": part_of_day, "day_part": part_of_day, "overnight": overnight, "tonight": tonight,
    "edge_day": edge_day, "full_date": edge_day, "nth_of": nth_of, "edge_of": edge_of, "edge_month": edge_month,
    "edge_in": edge_month, "month_day": date_tree, "month_year": date_tree, "quarter": quarter,
    "year_ago_period": year_ago_period, "day_range": day_range, "weekday": date_tree, "directed_month": directed_month, "season": season,
    "ago": ago, "before_day": before_day, "neighbour": neighbour, "past_span": past_span,
    "directed_unit": directed_unit, "recent_units": recent_units, "set": every, "duration": duration,
    "unit_long": unit_long, "vague_units": vague_units, "today": date_tree, "year_range": year_range,
    "decade": decade, "fiscal": fiscal, "era_year": era_year, "run": run_of_days, "the_past": reference, "juche": year, "year": year, "month": date_tree,
    "now": reference, "recent": reference, "soon": reference, "reference": reference, "the_day": the_day,
    "the_unit": the_unit, "daypart": the_unit,
}  # fmt: skip
__all__ = ["BUILDERS", "amount_of", "directed", "tree_of"]


@lru_cache(maxsize=32768)
def tree_of(rule: str, texts: tuple[str, ...]) -> Tree | None:
    """The tree of a match's words; None when the words make no time after all."""
    return BUILDERS[rule](slots_of(texts))
