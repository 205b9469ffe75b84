"""`the Day of the Sun`, `Victory Day` -> a day of a year, by the table and the countries told of."""

import re
from collections import Counter
from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.words import LETTER, OPENING
from secondsource.model.calendar import day_number, month_length, weekday

_WORD = re.compile(r"[^\W_]+")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTRY_WORDS = {
    "korean": "KP", "pyongyang": "KP", "dprk": "KP", "kcna": "KP", "seoul": "KR", "russia": "RU",
    "russian": "RU", "moscow": "RU", "kremlin": "RU", "soviet": "RU", "ukraine": "UA",
    "ukrainian": "UA", "kyiv": "UA", "china": "CN", "chinese": "CN", "beijing": "CN", "taiwan": "TW",
    "japan": "JP", "japanese": "JP", "tokyo": "JP", "india": "IN", "indian": "IN", "delhi": "IN",
    "pakistan": "PK", "islamabad": "PK", "israel": "IL", "israeli": "IL", "france": "FR",
    "french": "FR", "paris": "FR", "germany": "DE", "german": "DE", "berlin": "DE", "us": "US",
    "washington": "US", "american": "US", "americans": "US", "congress": "US", "pentagon": "US",
    "america": "US",
}  # fmt: skip


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word of each name -> the names that begin so, as words, longest first."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted({row["name"] for row in load("named_days")}, key=lambda one: (-len(one), one)):
        words = tuple(_WORD.findall(name.lower()))
        names.setdefault(words[0], []).append((words, name))
    return names


@cache
def _rules(name: str) -> dict[str, str]:
    return {row["country"]: row["when"] for row in load("named_days") if row["name"] == name}


_BEFORE = frozenset(LETTER[name] for name in ("the", "last", "next", "this"))


def find_named_days(text: Text) -> list[Match]:
    """Every named day, capitalised."""
    found, last = list[Match](), -1
    told: Counter[str] | None = None
    if OPENING.isdisjoint(text.words):
        return found
    for at in [at for at, word in enumerate(text.words) if word in OPENING]:
        if at < last:
            continue
        for words, name in _names()[text.words[at].strip().lower()]:
            end = _end_of(words, text.words, at)
            if end is None:
                continue
            first = at - 1 if at and text.classes[at - 1] in _BEFORE else at
            year = None
            if text.classes[end : end + 1] == LETTER["year"]:
                year, end = int(text.words[end]), end + 1
            told = told if told is not None else _told_of(text)
            rule = _rule_of(name, told)
            if name.startswith("New Year") and at and text.words[at - 1].strip().lower() == "lunar":
                first, rule = at - 1, "lunar 1-1"
            found.append(Match(first, end, "named_day", ("named", name, rule, year)))
            last = end
            break
    return found


def _end_of(wanted: tuple[str, ...], words: list[str], at: int) -> int | None:
    """The place after the name, when its words stand here, apostrophes and dots aside."""
    for word in wanted:
        while at < len(words) and words[at].strip() in ("'", "’", "."):
            at += 1
        if at >= len(words) or words[at].strip().lower() != word:
            return None
        at += 1
    return at


def _told_of(text: Text) -> Counter[str]:
    """How often the text names each country."""
    lower = (word.strip().lower() for word in text.words)
    told = Counter(_COUNTRY_WORDS[word] for word in lower if word in _COUNTRY_WORDS)
    told["US"] += "".join(text.words).count("U.S.")
    return told


def _rule_of(name: str, told: Counter[str]) -> str:
    """The rule of the country that the text names most; where it names none, the American day."""
    rules = _rules(name)
    return rules[min(rules, key=lambda country: (-told[country], country != "US", country))]


@cache
def day_named(when: str, year: int) -> int | None:
    """The day number of a table's rule in a year; None when the rule has none (a lunar day far away)."""
    if re.match(r"\d\d-\d\d$", when):
        month, day = int(when[:2]), int(when[3:])
        return day_number(year, month, day)
    if when.startswith("easter"):
        return _easter(year) + int(when[6:])
    if when == "election":
        first = day_number(year, 11, 2)
        return first + (2 - weekday(first)) % 7
    if when.startswith("lunar"):
        return _lunar(when.split()[1], year)
    month = int(when.split()[1])
    number = _DAYS.index(when[:3]) + 1
    if when[3:7] == "last":
        last = day_number(year, month, month_length(year, month))
        return last - (weekday(last) - number) % 7
    first = day_number(year, month)
    return first + (number - weekday(first)) % 7 + 7 * (int(when[3]) - 1)


def _easter(year: int) -> int:
    """Gregorian Easter (Meeus, Astronomical Algorithms, 1991; the anonymous computus of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return day_number(year, month, day + 1)


def _lunar(rule: str, year: int) -> int | None:
    """New Year or mid-autumn of the lunar calendar, as South Korea's calendar of public holidays has it."""
    if not 1950 <= year <= 2050:
        return None
    import holidays

    wanted = "Korean New Year" if rule == "1-1" else "Chuseok"
    for day, name in sorted(holidays.country_holidays("KR", years=year, language="en_US").items()):
        if name == wanted:
            return day_number(day.year, day.month, day.day)
    return None
