"""Class string -> the stretches that are times, each with the name of its rule: one pattern, run once."""

import re
from functools import cache
from typing import NamedTuple

from secondsource.knowledge import load
from secondsource.mentions.times.words import LETTER


class Rule(NamedTuple):
    """A pattern over class names; `example` is what it is there for (a test reads it)."""

    name: str
    pattern: str
    example: str


_ROWS = [Rule(row["name"], row["pattern"], row["example"]) for row in load("time_forms")]
PARTS = {row.name: row.pattern for row in _ROWS if row.name.isupper()}
RULES = tuple(row for row in _ROWS if not row.name.isupper())
_NAME = re.compile(r"\{[\d,]+\}|[A-Za-z]\w*")


def compiled(pattern: str) -> str:
    """A pattern over class names as one over class letters, without captures. Raises KeyError."""
    for name in reversed(PARTS):
        pattern = re.sub(rf"\b{name}\b", f"({PARTS[name]})", pattern)
    letters = _NAME.sub(lambda found: found[0] if found[0][0] == "{" else LETTER[found[0]], pattern)
    return letters.replace(" ", "").replace("(", "(?:").replace("(?:?", "(?")


GRAMMAR = re.compile("|".join(f"(?P<{rule.name}>{compiled(rule.pattern)})" for rule in RULES))


@cache
def pattern_of(rule: str) -> re.Pattern[str]:
    """The pattern of one rule, compiled when it is first needed."""
    return re.compile(compiled(next(one.pattern for one in RULES if one.name == rule)))


# A rule's match holds a trigger, and before its first trigger only words of these classes.
_TRIGGERS = (
    "month shortmonth may weekday weekdays shortday unit units second today tonight now recent recentish "
    "soon daypart dayparts noon overnight season spring fall ago frequency era juche meridiem zone "
    "decadeword period former year teen isodate clock yearrange erarange decade ordinalday dayrange past "
    "current these latest named possible times"
)
_LEADING = (
    "teen run local timeword day two digits decimal number power half some ordinal edge edgenoun compared "
    "last past next following this current same that before after from the a of in on at and or every per "
    "fiscal hedge more least than up just not dash dot comma apostrophe over under as near its these full "
    "latest long right right so times year dayrange ordinalday second to"
)
TRIGGER = re.compile("[" + "".join(LETTER[name] for name in _TRIGGERS.split()) + "]")
LEADING = frozenset(LETTER[name] for name in _LEADING.split())
