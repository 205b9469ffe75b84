"""A text -> the countries it tells of, and where; a country -> its clock, its seasons, its fiscal year."""

from bisect import bisect_left
from collections import Counter
from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.words import LETTER, split_words

Told = list[tuple[int, str]]
_ENDS = (LETTER["dot"], LETTER["break"])
_LONGEST_SENTENCE = 60


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word of each name of a state -> the names that begin so, longest first."""
    names: dict[tuple[str, ...], str] = {(row["word"],): row["code"] for row in load("country_words")}
    for row in load("states"):
        columns = (row[one] for one in ("name", "also", "adjective", "people", "capital"))
        for name in (one for column in columns for one in column.split("|") if one):
            names.setdefault(_words_of(name), row["code"])
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words in sorted(names, key=lambda one: (-len(one), one)):
        found.setdefault(words[0], []).append((words, names[words]))
    return found


def _words_of(name: str) -> tuple[str, ...]:
    words = name.split()
    return tuple(words) if "".join(words).isalpha() else tuple(word.strip() for word in split_words(name)[0])


def countries_told(text: Text) -> Told:
    """Where each country is named, by its state, people, capital or an institution, in order."""
    names, told, last = _names(), Told(), 0
    words = [word.strip() for word in text.words]
    for at, word in enumerate(words):
        if at < last or word not in names:
            continue
        for name, code in names[word]:
            if tuple(words[at : at + len(name)]) == name:
                told.append((at, code))
                last = at + len(name)
                break
    return told


def country_at(text: Text, told: Told, match: Match) -> str:
    """The country named nearest to the match in its sentence; empty where none is."""
    first, last = sentence_around(text, match)
    begin, end = bisect_left(told, (first, "")), bisect_left(told, (last, ""))
    near = [(abs(at - match.first), code) for at, code in told[begin:end]]
    return min(near)[1] if near else ""


def most_told(told: Told) -> str:
    """The country that the text names most, the first of equals."""
    counted = Counter(code for _, code in told)
    return max(counted, key=lambda code: counted[code]) if counted else ""


def sentence_around(text: Text, match: Match) -> tuple[int, int]:
    """First word of the match's sentence and the place after its last, as far as they are near."""
    first = match.first
    while first > 0 and text.classes[first - 1] not in _ENDS and match.first - first < _LONGEST_SENTENCE:
        first -= 1
    last = match.last
    while (
        last < len(text.words) and text.classes[last] not in _ENDS and last - match.last < _LONGEST_SENTENCE
    ):
        last += 1
    return first, last


def speaks_of_business(text: Text, match: Match) -> bool:
    """Whether the sentence is about a company, whose fiscal year is its own."""
    first, last = sentence_around(text, match)
    return not _BUSINESS.isdisjoint(word.strip().lower() for word in text.words[first:last])


_BUSINESS = frozenset(
    "inc corp co company companies shares share earnings profit profits revenue sales income loss net "
    "shareholders dividend subsidiary firm quarterly maker stock".split()
)


@cache
def _clocks() -> dict[str, tuple[str, str]]:
    return {row["code"]: (row["zone"], row["half"]) for row in load("country_clocks")}


def zone_in(country: str) -> str | None:
    """The one time zone of a country; None when it has several, or is not known."""
    return _clocks().get(country, ("", ""))[0] or None


def is_southern(country: str) -> bool:
    """Whether its summer is in December."""
    return _clocks().get(country, ("", ""))[1] == "south"


@cache
def fiscal_years() -> dict[str, tuple[int, bool]]:
    """Country -> the month its fiscal year begins in, and whether it is called after the year of its end."""
    return {row["code"]: (int(row["month"]), row["named"] == "end") for row in load("fiscal_years")}
