"""The opening of a text -> its dateline: "SEOUL, Aug. 6 (Reuters) -", as agencies and papers write it."""

import re
from functools import cache

from secondsource.knowledge import load

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# No mark that separates words of a name may also stand inside one, or matching would not be linear.
_WORD = r"[A-Z][\w.'’]{1,24}"
_SMALL = "al|am|an|and|da|das|de|del|der|des|di|do|du|el|en|es|la|le|of|on|the|upon"
_CITY = rf"{_WORD}(?:[ /-](?:[A-Z][\w.'’]{{0,24}}|{_SMALL})){{0,4}}"
_PLACE = rf"{_CITY}(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}"
_CAPITAL = r"[A-Z][A-Z.'’]{1,24}"
_CAPITALS = (
    rf"[A-Z]{_CAPITAL}(?:[ /-]{_CAPITAL}){{0,3}}(?:, [A-Z][\w.]{{1,24}}(?: [A-Z][\w.]{{1,24}}){{0,2}}){{0,2}}"
)
# These sign in small letters.
_SMALL_AGENCY = "ansa|dpa|epa"
_SOURCE = rf"(?:\((?:[A-Z][\w.&'’/ -]{{1,40}}|{_SMALL_AGENCY})\)|/[A-Z][\w.&'’ -]{{1,24}}/)"
_DASH = r"(?:\s{0,3}(?:--|[—–])\s{0,3}|\s{0,2}-\s{1,3})"
_TOLD = (
    re.compile(rf"{_PLACE},? {{1,2}}{_DATE}\.?,? {{0,2}}{_SOURCE}(?:{_DASH}|[.:]?\s{{1,2}})"),
    re.compile(rf"{_PLACE},? {{1,2}}{_SOURCE}{_DASH}"),
    re.compile(rf"{_PLACE},? {{1,2}}{_DATE}\.?(?:{_DASH}|:\s)"),
    re.compile(rf"{_PLACE},? {{1,2}}{_DATE}\.?, ?[A-Z][A-Za-z]{{1,11}}{_DASH}"),
    re.compile(rf"(?:{_DATE},? )?{_SOURCE}{_DASH}"),
    re.compile(rf"(?:{_PLACE},? {{1,2}})?(?:CNN|AP|AFP|BBC) ?{_DASH}"),
    re.compile(r"\((?:CNN|AP|AFP|UPI|Reuters|REUTERS|KCNA|Xinhua)\)\s{0,2}(?=[A-Z\"“‘'])"),
)
_CAPITAL_PLACE = re.compile(rf"(?P<place>{_CAPITALS})(?P<mark>{_DASH}|: )")
_PLACE_ALONE = re.compile(rf"(?P<place>{_PLACE})(?:{_DASH}|: )(?=[A-Z\"“‘'0-9])")
_NOT_PLACES = frozenset(
    "ANALYSIS BREAKING COMMENTARY CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE INTERVIEW LIVE"
    " NEWS NOTE OPINION REPORT REVIEW SPECIAL TIMELINE UPDATE UPDATED URGENT VIDEO WATCH".split()
)
# A speaker's name before a colon is often also a small town's.
LARGE = 100_000


def dateline_before(text: str, opens: bool = True) -> int:
    """'SEOUL (Reuters) - The army said' -> 18: how many characters of a paragraph are its dateline.

    A place alone before a dash counts only when `opens` says that the paragraph opens the text, and only
    in capitals or when the tables know it as a state, a capital or a large town.
    """
    head = text[:160]
    for pattern in _TOLD:
        found = pattern.match(head)
        if found and found.end() < len(text):
            return found.end()
    if not opens:
        return 0
    found = _CAPITAL_PLACE.match(head)
    if found and found["place"].split()[0] not in _NOT_PLACES:
        if found["mark"] != ": " or is_place(found["place"]):
            return found.end()
        return 0
    found = _PLACE_ALONE.match(head)
    return found.end() if found and is_place(found["place"]) else 0


def agency_in(dateline: str) -> str | None:
    """'SEOUL, Aug. 6 (Reuters) -' -> 'Reuters'."""
    found = re.search(rf"[(/]([A-Z][\w.&'’ -]{{1,40}}|{_SMALL_AGENCY})[)/]|\b(CNN|AP|AFP|BBC)\b", dateline)
    return (found.group(1) or found.group(2)).strip() if found else None


def is_place(words: str) -> bool:
    """True when what stands before the first comma or slash is a state, a capital or a large town."""
    first = re.split(r"[,/]", words, maxsplit=1)[0].strip().casefold()
    return first in _capitals() or first in _towns()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(
        name.casefold()
        for row in load("states")
        for cell in (row["name"], row["also"], row["capital"])
        for name in cell.split("|")
        if len(name) > 3
    )


@cache
def _towns() -> frozenset[str]:
    return frozenset(
        name.casefold()
        for row in load("places")
        if int(row["population"] or 0) >= LARGE
        for name in (row["name"], *row["also"].split("|"))
        if len(name) > 3
    )
