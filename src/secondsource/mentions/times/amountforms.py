"""Words of a form that counts: ago, for so long, every so often, recently -> its operator tree."""

from secondsource.mentions.times.trees import Slots, Tree, length_of, slots_of


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


def past_span(slots: Slots) -> Tree | None:
    """the past three days"""
    length = length_of(slots)
    if length is None:
        return None
    ahead = slots.has("next", "following")
    if slots.has("ordinal", "full") and not slots.has("last", "past", "next"):
        return ("duration", length, None)
    return ("coming" if ahead else "past", length, _hedge(slots))


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
    if slots.names[-1] == "second" and slots.has("number", "day") and not slots.has("dash"):
        return None  # the twenty second
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


def run_of_days(slots: Slots) -> Tree | None:
    """for a third straight day"""
    nth = slots.first("ordinal")
    return ("run", int(nth), slots.unit) if nth is not None and nth.isdecimal() else None


def reference(slots: Slots) -> Tree | None:
    """recently"""
    word = slots.first("recent", "recentish", "soon", "now")
    if slots.has("past"):
        return ("reference", "past")
    if word is None:
        word = "soon" if slots.first("near") else "now"
    return ("reference", word)
