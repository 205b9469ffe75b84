"""Words of a form that names a month, season, quarter, year or a part of one -> its operator tree."""

from secondsource.mentions.times.amounts import amount_of
from secondsource.mentions.times.trees import (
    Slots,
    Tree,
    date_tree,
    day_of,
    edged,
    length_of,
    slots_of,
    year_of,
)


def edge_of(slots: Slots) -> Tree | None:
    """the end of last year"""
    head, rest = slots.split("of")
    return edged(named_unit(rest), head)


def named_unit(slots: Slots) -> Tree | None:
    """A day, month, quarter, season, year or unit, directed or not."""
    if slots.unit in ("century", "millennium"):
        return _plain_decade(slots) or ("unit", slots.direction or "the", slots.unit)
    if slots.has("ordinal", "quarterly", "half") and not slots.has("month", "shortmonth", "may"):
        return quarter(slots)
    if slots.has("season", "fall", "spring"):
        return season(slots)
    if slots.has("decade", "decadeword"):
        return _plain_decade(slots)
    if slots.has("fiscal"):
        return fiscal(slots)
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
    return edged(tree, slots)


def nth_of(slots: Slots) -> Tree | None:
    """the first week of May"""
    head, rest = slots.split("of")
    outer = named_unit(rest)
    unit = None if head.has("weekday") else head.unit or ("half" if head.has("half") else None)
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


def weekday_of_week(slots: Slots) -> Tree | None:
    """Friday of last week"""
    day = slots.first("weekday", "shortday")
    return (
        None
        if slots.unit != "week"
        else ("nth", "1", f"weekday{day}", ("unit", slots.direction or "this", "week"))
    )


def day_of_unit(slots: Slots) -> Tree | None:
    """the 5th of next month"""
    day = day_of(slots)
    if day is None or slots.unit != "month":
        return None
    return ("nth", str(day), "day", ("unit", slots.direction or "this", "month"))


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
    return edged(tree, slots)


def decade(slots: Slots) -> Tree | None:
    """the late 1950s"""
    return edged(_plain_decade(slots), slots)


def _plain_decade(slots: Slots) -> Tree | None:
    """the 1950s"""
    written = slots.first("decade")
    if written is not None:
        digits = written.rstrip("s")
        year = int(digits) if len(digits) > 2 else 1900 + int(digits)
        if slots.first("era") == "bc":
            return ("decade", -int(digits) - 8)  # 470s BC: 479 to 470 BC, the years -478 to -469
        if len(digits) == 4 and digits.endswith("00") and digits != "2000":
            return ("century", year // 100)
        return ("decade", year)
    word = slots.first("decadeword")
    if word is not None:
        return ("decade", int(word))
    number = slots.first("ordinal", "ordinalday") or ""
    if slots.unit not in ("century", "millennium"):
        return None
    digits = "".join(ch for ch in number if ch.isdecimal())
    if not digits:
        return None
    return (slots.unit, (-int(digits) if slots.first("era") == "bc" else int(digits) - 1))


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
    if number is None and slots.has("power"):
        told = amount_of(slots.words)
        number = int(told) if told is not None and 1000 <= told <= 2100 else None
    return None if number is None else ("date", number, None, None)


def year_range(slots: Slots) -> Tree | None:
    """2009-10"""
    first, last = slots.words[0].text.replace("–", "-").replace("/", "-").split("-")
    begin = int(first)
    end = int(last) if len(last) == 4 else begin // 100 * 100 + int(last)
    if len(last) == 2 and end < begin and 1 <= int(last) <= 12:
        return ("date", begin, int(last), None)
    return ("between", ("date", begin, None, None), ("date", end, None, None)) if end > begin else None


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
    if not 0 < first < last < 32 or (slots.has("and") and last != first + 1):
        return None  # August 23 and 25 are two days
    return ("between", ("date", year, month, first), ("date", year, month, last))


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


def the_unit(slots: Slots) -> Tree | None:
    """the week"""
    if slots.has("edgenoun"):
        return ("last day", ("unit", "the", slots.unit)) if slots.first("edgenoun") == "end" else None
    if slots.has("daypart"):
        return ("daypart", slots.first("daypart"), None)
    return ("unit", "the", slots.unit) if slots.unit not in ("hour", "minute", "second") else None
