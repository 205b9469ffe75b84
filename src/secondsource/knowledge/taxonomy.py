"""Words for weapons -> their path in the taxonomy, and which path lies within which."""

import re
from functools import cache
from typing import NamedTuple

from secondsource.knowledge.matcher import Matcher
from secondsource.knowledge.names import split
from secondsource.knowledge.tables import load

# Spellings that mean one thing; the text and the table are both brought to the right-hand form.
_SPELLINGS = (
    (re.compile(r"\bcaliber"), "calibre"),
    (re.compile(r"\b(?:fuelled|fueled|propelled|propellant)\b"), "fuel"),
    (re.compile(r"\barmored\b"), "armoured"),
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\bmaneuver"), "manoeuvr"),
)


class Modifier(NamedTuple):
    """Words that make a weapon a finer one: `solid fuel` before an ICBM."""

    words: str
    path: str


@cache
def weapon_matcher() -> Matcher:
    """Finds every name of a weapon, with its plural where it is a common noun."""
    return Matcher(_paths())


def weapon_path(name: str) -> str | None:
    """The path of a name found by the matcher: `missile/ballistic/icbm`."""
    return _paths().get(name)


def refine(path: str, words: str) -> str:
    """The finest path below one that the words before the noun allow; the path itself when none does.

    >>> refine("missile/ballistic", "two short-range")
    'missile/ballistic/srbm'
    """
    plain = f" {normalise(words)} "
    changed = True
    while changed:
        changed = False
        for modifier in _modifiers().get(path, ()):
            if f" {modifier.words} " in plain:
                path, changed = modifier.path, True
                break
    return path


def normalise(words: str) -> str:
    """Small letters, no hyphens, one spelling: `Solid-fueled` -> `solid fuel`."""
    plain = " ".join(re.sub(r"[-\u2010\u2011]", " ", words.lower()).split())
    for pattern, replacement in _SPELLINGS:
        plain = pattern.sub(replacement, plain)
    return plain


@cache
def _paths() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in load("weapons"):
        for name in split(row["names"]):
            for form in _forms(name):
                found.setdefault(form, row["path"])
    return found


@cache
def _modifiers() -> dict[str, tuple[Modifier, ...]]:
    found: dict[str, list[Modifier]] = {}
    for row in load("weapons"):
        above = row["path"].rpartition("/")[0]
        for words in split(row["modifiers"]):
            found.setdefault(above, []).append(Modifier(normalise(words), row["path"]))
    return {above: tuple(sorted(below, key=lambda one: -len(one.words))) for above, below in found.items()}


def _forms(name: str) -> tuple[str, ...]:
    spellings = dict.fromkeys((name,))
    for british, american in (("calibre", "caliber"), ("armoured", "armored"), ("defence", "defense")):
        for form in tuple(spellings):
            if british in form:
                spellings[form.replace(british, american)] = None
    for form in tuple(spellings):
        last = form.rpartition(" ")[2]
        if last.isupper() and len(last) < 7 and last.isalpha() or re.search(r"[A-Z]-?\d+[A-Z]?$", last):
            spellings[f"{form}s"] = None
        elif last.islower() and not last.endswith("s"):
            plural = f"{form[:-1]}ies" if re.search(r"[^aeiou]y$", form) else f"{form}s"
            spellings[f"{form}es" if form.endswith(("ch", "sh", "x")) else plural] = None
            if last.endswith("craft"):
                spellings.pop(f"{form}s", None)
    return tuple(spellings)
