"""`the Day of the Sun`, `Victory Day` -> a day of a year, by the table and the countries told of."""

import re
from collections import Counter
from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.times.countries import countries_told
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER, OPENING
from secondsource.model.calendar import day_number, month_length, read_day, weekday

_WORD = re.compile(r"[^\W_]+")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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
            if told is None:
                told = Counter(code for _, code in countries_told(text))
            last = end
            if _is_part_of_a_name(text, end):
                break
            tree: Tree = ("named", name, *_rules_of(name, told), year)
            first, step = _neighbour(text, first)
            tree = ("shift", step, "day", tree) if step else tree
            found.append(Match(first, end, "named_day", tree))
            break
    return found


_NEIGHBOURS = {("eve", "of"): -1, ("day", "before"): -1, ("day", "after"): 1}


def _neighbour(text: Text, first: int) -> tuple[int, int]:
    """The eve of Victory Day, the day after Christmas: where it begins, and how many days off it is."""
    step = _NEIGHBOURS.get(tuple(word.strip().lower() for word in text.words[max(0, first - 2) : first]), 0)  # type: ignore[arg-type]
    if not step:
        return first, 0
    return first - 2 - (text.classes[first - 3 : first - 2] == LETTER["the"]), step


def _is_part_of_a_name(text: Text, at: int) -> bool:
    """The Yom Kippur War, the Easter Rising: the day has given an event its name."""
    return at < len(text.words) and text.words[at].strip() in _EVENTS


_EVENTS = frozenset(
    "War Wars Agreement Accord Accords Treaty Offensive Rising Uprising Revolution Rebellion Massacre Island "
    "Islands".split()
)


def _end_of(wanted: tuple[str, ...], words: list[str], at: int) -> int | None:
    """The place after the name, when its words stand here, apostrophes and dots aside."""
    for word in wanted:
        while at < len(words) and words[at].strip() in ("'", "’", "."):
            at += 1
        if at >= len(words) or words[at].strip().lower() != word:
            return None
        at += 1
    return at


def _rules_of(name: str, told: Counter[str]) -> tuple[str, ...]:
    """The rule of the country that the text names most; where it names none, the American rule and the
    others, or "?" and all of them: then the nearest is taken, and said to be one of several."""
    rules = _rules(name)
    named = [country for country in rules if told[country]]
    if named or len(set(rules.values())) == 1:
        return (rules[min(named or rules, key=lambda country: (-told[country], country))],)
    others = [rules[country] for country in sorted(rules) if country != "US"]
    return tuple(dict.fromkeys((rules.get("US", "?"), *others)))


@cache
def days_named(when: str, year: int) -> tuple[int, int] | None:
    """First and last day of a table's rule in a year; None when it has none (a feast of a year far away)."""
    if when.startswith("feast "):
        return _feasts().get((when[6:], year))
    day = _day_named(when, year)
    return day, day


def _day_named(when: str, year: int) -> int:
    if re.match(r"\d\d-\d\d$", when):
        month, day = int(when[:2]), int(when[3:])
        return day_number(year, month, day)
    if when.startswith("easter"):
        return _easter(year) + int(when[6:])
    if when == "election":
        first = day_number(year, 11, 2)
        return first + (2 - weekday(first)) % 7
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


@cache
def _feasts() -> dict[tuple[str, int], tuple[int, int]]:
    """First and last day of each movable feast by the year it begins in, the later where a year has two."""
    return {
        (row["feast"], int(row["first"][:4])): (read_day(row["first"]), read_day(row["last"]))
        for row in load("feasts")
    }
