"""Ids -> what a person calls them: entities by name, voices, times and quantities in words."""

import re

from secondsource.cli.plain import one_line, shorten
from secondsource.knowledge.standing import name_of
from secondsource.model import Quantity, Time
from secondsource.model.index import Index

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNNAMED = re.compile(r"^unnamed in (?P<report>[^ ]+)(?: \((?P<words>.*)\))?$", re.DOTALL)
_ID = re.compile(r"\b(?:state|person|organization|group|outlet|office)/[\w/-]+")
_WORD = re.compile(r"\w+")


class Names:
    """What a person calls the reports, entities and voices of some readings."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._written: dict[str, str] = {}
        for one in index.mentions.values():
            if one.entity is not None and one.kind != "action":
                for words in (one.value, one.text):
                    if isinstance(words, str) and _slug(words) == one.entity.rpartition("/")[2]:
                        self._written.setdefault(one.entity, one_line(words))

    def entity(self, id: str) -> str:
        """`state/KP` is North Korea; a name that no table holds is written as the reports write it."""
        return self._written.get(id) or one_line(name_of(id))

    def voice(self, voice: str) -> str:
        """A voice by name; one without a name by its report and the words used of it."""
        unnamed = _UNNAMED.match(voice)
        if unnamed is None:
            return self.entity(voice) if "/" in voice else one_line(voice)
        report = self.report(unnamed["report"])
        return (
            f"“{shorten(unnamed['words'], 60)}” in {report}" if unnamed["words"] else f"{report} names none"
        )

    def speaker(self, voice: str) -> str:
        """A voice as the subject of a sentence: `somebody unnamed` when its report names nobody."""
        unnamed = _UNNAMED.match(voice)
        return self.voice(voice) if unnamed is None or unnamed["words"] else "somebody unnamed"

    def sentence(self, words: str) -> str:
        """Words of ours with the ids in them by name."""
        return _ID.sub(lambda found: self.entity(found[0]), words)

    def report(self, id: str) -> str:
        """A report by the name of its file, its outlet, or its id; an agency that it is made from by name."""
        if id in self.index.readings:
            return one_line(self.index.label(id))
        return self.entity(id) if "/" in id else one_line(id)

    def find_reports(self, words: str) -> tuple[str, ...]:
        """Ids of the reports that go by these words: an id, a file's name, or what the dossier calls them."""
        known = self.index.readings
        return tuple(one for one in known if words in (one, known[one].report.name, self.report(one)))

    def full_id(self, id: str) -> str:
        """`000:c3` with the report's id for its name; what names no single report stays as it is."""
        report, _, number = id.rpartition(":")
        found = self.find_reports(report)
        return f"{found[0]}:{number}" if len(found) == 1 else id

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


def _slug(words: str) -> str:
    return "-".join(_WORD.findall(words.casefold()))
