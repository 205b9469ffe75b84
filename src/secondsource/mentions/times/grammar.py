"""Class string -> the stretches that are times, each with the name of its rule: one pattern, run once."""

import re
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


PATTERNS = tuple((rule.name, re.compile(compiled(rule.pattern))) for rule in RULES)
GRAMMAR = re.compile("|".join(f"(?P<{rule.name}>{compiled(rule.pattern)})" for rule in RULES))
