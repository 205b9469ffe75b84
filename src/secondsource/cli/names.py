"""Ids -> what a person calls them: entities by name, voices, times and quantities in words."""

import re
from collections import Counter

from secondsource.cli.plain import one_line
from secondsource.model import Quantity, Time
from secondsource.model.index import Index

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNNAMED = re.compile(r"^unnamed in (?P<report>.+)$")


class Names:
    """What a person calls the reports, entities and voices of some readings."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._given: dict[str, Counter[str]] = {}
        for one in index.mentions.values():
            if one.entity is not None and one.kind != "action":
                words = one.value if isinstance(one.value, str) and one.value else one.text
                self._given.setdefault(one.entity, Counter())[one_line(words)] += 1

    def entity(self, id: str) -> str:
        """`state/KP` is North Korea; others go by the name that their mentions are given most often."""
        kind, _, rest = id.partition("/")
        if kind == "state" and (territory := _territory(rest)):
            return territory
        named = self._given.get(id)
        if named:
            return max(sorted(named), key=lambda name: (named[name], len(name)))
        return one_line(rest.rpartition("/")[2].replace("-", " ").title() or id)

    def voice(self, voice: str) -> str:
        """A voice by name; `unnamed in REPORT` by the report that names nobody."""
        unnamed = _UNNAMED.match(voice)
        if unnamed:
            return f"{self.report(unnamed['report'])} names none"
        return self.entity(voice) if "/" in voice else one_line(voice)

    def report(self, id: str) -> str:
        """A report by the name of its file, its outlet, or its id."""
        return one_line(self.index.label(id)) if id in self.index.readings else one_line(id)

    def reports(self, ids: tuple[str, ...]) -> str:
        """Reports by name, in order."""
        return ", ".join(self.report(one) for one in ids)


def value_in_words(value: str, role: str) -> str:
    """A notation as a person says it: `24..? soldier ~dozens of` is at least 24 soldier (dozens of)."""
    if role == "time":
        return time_in_words(value)
    if role == "quantity":
        try:
            return quantity_in_words(Quantity.parse(value))
        except ValueError:
            return value
    return value


def time_in_words(notation: str) -> str:
    """`open between(weekday(4),weekday(6))` is Thursday to Saturday, not dated; others stay."""
    try:
        time = Time.parse(notation)
    except ValueError:
        return notation
    if not time.open or time.kind in ("duration", "set"):
        return notation
    words = re.sub(r"weekday\(([1-7])\)", lambda found: _WEEKDAYS[int(found[1]) - 1], time.expression)
    words = re.sub(r"^between\(([A-Z]\w+),([A-Z]\w+)\)$", r"\1 to \2", words)
    words = re.sub(
        r"^(?:list|union|and)\(((?:[A-Z]\w+,?)+)\)$", lambda found: found[1].replace(",", ", "), words
    )
    words = re.sub(r"^(?:last|this|next|in)\(([A-Z]\w+)\)$", r"\1", words)
    return f"{words}, not dated" if words and "(" not in words else "not dated"


def quantity_in_words(quantity: Quantity) -> str:
    """The quantity with its bounds in words."""
    low, high = (Quantity(one, one) if one is not None else None for one in (quantity.low, quantity.high))
    if low is not None and high is not None:
        number = str(low) if low == high else f"{low} to {high}"
    elif low is not None:
        number = f"at least {low}"
    else:
        number = f"at most {high}" if high is not None else "an unknown number"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return number + unit + (f" ({quantity.hedge})" if quantity.hedge else "")


def _territory(code: str) -> str | None:
    from babel import Locale

    name = Locale("en").territories.get(code)
    return str(name) if name else None
