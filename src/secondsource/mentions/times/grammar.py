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
RULES = tuple(row for row in _ROWS if not row.name.isupper())
_NAME = re.compile(r"\{[\d,]+\}|[A-Za-z]\w*")
_ONE = r"(?:\[[\x80-\xff]+\]|[\x80-\xff])"
_ALONE = re.compile(rf"\(({_ONE})\)")
_EITHER = re.compile(rf"\(({_ONE}(?:\|{_ONE})+)\)")


def _letters(pattern: str) -> str:
    """A pattern over class names as one over class letters; choices between single classes as sets."""
    letters = _NAME.sub(_letter, pattern).replace(" ", "")
    before = ""
    while before != letters:
        before = letters
        letters = _ALONE.sub(r"\1", letters)
        letters = _EITHER.sub(lambda found: "[" + re.sub(r"[\[\]|]", "", found[1]) + "]", letters)
    return letters


def _letter(name: re.Match[str]) -> str:
    word = name[0]
    return word if word[0] == "{" else _PARTS[word] if word in _PARTS else LETTER[word]


_PARTS: dict[str, str] = {}
for _part in _ROWS:
    if _part.name.isupper():
        _PARTS[_part.name] = _letters(f"({_part.pattern})")


def compiled(pattern: str) -> str:
    """A pattern over class names as one over class letters, without captures. Raises KeyError."""
    return _letters(pattern).replace("(", "(?:").replace("(?:?", "(?")


_COMPILED = {rule.name: compiled(rule.pattern) for rule in RULES}
# The empty group after a pattern names it; before it, it would be set and unset at every try.
GRAMMAR = re.compile("|".join(f"(?:{pattern})(?P<{name}>)" for name, pattern in _COMPILED.items()))


@cache
def pattern_of(rule: str) -> re.Pattern[str]:
    """The pattern of one rule, compiled when it is first needed."""
    return re.compile(_COMPILED[rule])


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
# Words that stand inside times but begin none: the grammar is not tried from them.
_INNER = "run local or in long on power of after dot near to than and timeword so comma least before"
TRIGGER = re.compile("[" + "".join(LETTER[name] for name in _TRIGGERS.split()) + "]")
LEADING = frozenset(LETTER[name] for name in _LEADING.split())
INNER = frozenset(LETTER[name] for name in _INNER.split())
