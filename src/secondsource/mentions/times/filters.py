"""Which matches are no time after all: `may` the verb, `2000` soldiers, `second` the ordinal."""

from secondsource.mentions.times.words import LETTER

_L = LETTER
_BEFORE_MONTH = frozenset(
    _L[name] for name in (
        "in", "on", "since", "until", "by", "of", "from", "to", "between", "and", "edge", "last",
        "next", "this",
        "before", "after", "compared", "every", "dash", "past", "paren",
    )
)  # fmt: skip
_BEFORE_SHORT = frozenset(_L[name] for name in ("in", "since", "until", "by", "edge", "last", "next", "this"))
_BEFORE_YEAR = frozenset(
    _L[name] for name in (
        "in", "since", "until", "by", "from", "to", "between", "edge", "of", "before", "after", "paren",
        "month",
        "season", "fall", "edgenoun", "during", "ago", "and", "dash", "comma", "or", "hedge", "at", "the",
    ) if name in _L
)  # fmt: skip
_CERTAIN_YEAR = frozenset(
    _L[name] for name in ("in", "since", "until", "from", "before", "after", "edge", "by")
)


def is_no_time(rule: str, classes: str, words: list[str], first: int, last: int) -> bool:
    """True when the words around show that the match means something else."""
    check = _CHECKS.get(rule)
    return check is not None and check(classes, words, first, last)


def _weak_month(classes: str, words: list[str], first: int, last: int) -> bool:
    """May I ask; the March on Rome."""
    if classes[first] == _L["may"] and last - first == 1:
        before = classes[first - 1] if first else ""
        return before not in _BEFORE_MONTH and not (
            before in _DETERMINERS and _heads_a_noun(words, first, last)
        )
    if len(words[first].strip()) != 3 or last - first != 1:
        return False
    named = classes[last : last + 1] == _L["other"] and words[last][:1].isupper()  # Jan Kavan
    return named or classes[first - 1 : first] not in _BEFORE_MONTH


_DETERMINERS = frozenset(_L[name] for name in ("its", "a", "the"))


def _heads_a_noun(words: list[str], first: int, last: int) -> bool:
    """Its March report, but not the March on Rome."""
    following = words[last].strip() if last < len(words) else ""
    return words[first][0].isupper() and following.islower() and following.lower() not in _FUNCTION


def _weak_year(classes: str, words: list[str], first: int, last: int) -> bool:
    """2000 soldiers; $1998; 1500 metres."""
    before, after = classes[first - 1 : first], classes[last : last + 1]
    if classes[max(0, first - 2) : first] == _L["meridiem"] + _L["paren"]:
        return True  # 1:39 p.m. (2039 in Egypt)
    if before in (_L["dollar"], _L["digits"], _L["decimal"]) or after in (
        _L["percent"],
        _L["power"],
        _L["decimal"],
    ):
        return True
    if _L["teen"] in classes[first:last] or classes[first:last].startswith(_THE_YEAR):
        return False
    if classes[first] == _L["apostrophe"]:
        return bool(before) and not words[first - 1][-1:].isspace()
    following = words[last].strip() if last < len(words) else ""
    year = int(words[last - 1].strip()) if words[last - 1].strip().isdecimal() else 0
    if not 1000 <= year <= 2100:
        return True
    if after == _L["dash"] and not words[last - 1][-1:].isspace() and last + 1 < len(words):
        return False
    if before in _CERTAIN_YEAR:
        return following.lower() in _COUNTED
    if 1900 <= year <= 2050:
        return following.lower() in _COUNTED
    if before == _L["of"]:
        return following.lower() in _COUNTED
    return before not in _BEFORE_YEAR or following[:1].islower() and following.lower() not in _FUNCTION


_COUNTED = frozenset(
    "people soldiers troops men women children points dollars euros yen won miles meters metres feet km "
    "tons tonnes pounds shares jobs workers employees houses homes square acres barrels votes seats "
    "members students deaths killed dead injured wounded civilians rounds shells tanks aircraft ships "
    "missiles kilometers kilometres".split()
)
_AMOUNT = (_L["power"], _L["digits"], _L["two"], _L["percent"])
_WILL = frozenset("will may to expects expected can could".split())
_THE_YEAR = _L["the"] + _L["unit"]
_FUNCTION = frozenset(
    "and or to when was were the a by with as at which that he she it they had has in on of for".split()
)


def _weak_weekday(classes: str, words: list[str], first: int, last: int) -> bool:
    """Sun, Sat, Wed alone are words; Black Monday and Bloody Sunday are names of other days."""
    if first and words[first - 1].strip() in ("Good", "Black", "Bloody") and last - first == 1:
        return True
    if all(letter != _L["shortday"] for letter in classes[first:last]):
        return False
    return classes[first:last] != _L["shortday"] + _L["dot"] and classes[first - 1 : first] not in (
        _L["on"],
        _L["paren"],
    )


def _weak_unit(classes: str, words: list[str], first: int, last: int) -> bool:
    """the day, the second: a time only where nothing says what of it."""
    following = words[last].strip().lower() if last < len(words) else ""
    if classes[first - 1 : first] == _L["by"] and words[last - 1].strip() in (
        "day",
        "hour",
        "minute",
        "week",
    ):
        return True  # weaker by the day
    if words[last - 1].strip() in ("millennium", "century", "hour", "minute"):
        return True
    return following in ("of", "-", "when", "that", "he", "she") or words[last - 1].strip()[0].isupper()


def _age(classes: str, words: list[str], first: int, last: int) -> bool:
    """The six-year-old boy; 52 years old; a quarter of the food."""
    after = classes[last : last + 2]
    if after[:1] == _L["old"] or after == _L["dash"] + _L["old"]:
        return True
    if classes[first] == _L["a"] and last - first == 2 and classes[first - 1 : first] in _AMOUNT:
        return True  # two million dollars a year
    return after[:1] == _L["of"] and words[last - 1].strip().lower() in (
        "quarter",
        "quarters",
        "half",
        "second",
    )


def _soon(classes: str, words: list[str], first: int, last: int) -> bool:
    """soon after; as soon as trading opened; the troops soon fled: an order, not a time ahead."""
    return last - first == 1 and "will" not in {
        word.strip().lower() for word in words[max(0, first - 3) : first]
    }


def _weak_season(classes: str, words: list[str], first: int, last: int) -> bool:
    """The fall of the city; to spring a trap."""
    if classes[last - 1] == _L["fall"]:
        return classes[last : last + 1] == _L["of"]
    return classes[last - 1] == _L["spring"] and last - first == 1 and classes[first - 1 : first] == _L["to"]


def _weak_daypart(classes: str, words: list[str], first: int, last: int) -> bool:
    """Good evening; as dawn broke; the dark nights."""
    word = words[first].strip().lower()
    before = words[first - 1].strip().lower() if first else ""
    if _name_of_part(classes, words, first, last):
        return True
    if word in ("dawn", "dusk", "sunset", "sunrise", "nightfall", "daybreak"):
        return before not in ("at", "before", "after", "by", "until", "from", "since")
    return before == "good" or classes[first] == _L["dayparts"]


def _weak_past(classes: str, words: list[str], first: int, last: int) -> bool:
    """The past, and not: in the past."""
    return first > 0 and classes[first - 1] != _L["in"]


def _name_of_part(classes: str, words: list[str], first: int, last: int) -> bool:
    """Operation Red Dawn: a part of the day inside a name."""
    return (
        first > 0
        and words[first][0].isupper()
        and words[first - 1][0].isupper()
        and classes[first] == _L["daypart"]
    )


def _age_in_tens(classes: str, words: list[str], first: int, last: int) -> bool:
    """In her late twenties; his mid-80s."""
    tens = classes[last - 1] in (_L["decade"], _L["decadeword"])
    return tens and classes[first - 1 : first] == _L["its"]


def _plain_ordinal(classes: str, words: list[str], first: int, last: int) -> bool:
    """The 15th man: a day of the month only after `on`, `by`, `since` or `until`."""
    return first > 0 and classes[first - 1] not in _BEFORE_DAY


_BEFORE_DAY = frozenset(_L[name] for name in ("on", "by", "since", "until"))


def _title(classes: str, words: list[str], first: int, last: int) -> bool:
    """ABC's “This Week”: the name of a programme."""
    before = words[first - 1].strip() if first else ""
    after = words[last].strip() if last < len(words) else ""
    then = words[last + 1].strip() if last + 1 < len(words) else ""
    quoted = before in _QUOTES and (after in _QUOTES or (after in (",", ".") and then in _QUOTES))
    return quoted and words[last - 1][0].isupper()


_QUOTES = frozenset(("“", "”", '"', "‘", "’", "`", "'"))
_CHECKS = {
    "directed_unit": _title, "today": _title, "tonight": _title,
    "decade": _age_in_tens, "edge_month": _age_in_tens, "the_day": _plain_ordinal,
    "part_of_day_of": _name_of_part,
    "daypart": _weak_daypart, "the_past": _weak_past,
    "season": _weak_season, "duration": _age, "vague_units": _age, "soon": _soon,
    "month": _weak_month, "year": _weak_year, "weekday": _weak_weekday, "the_unit": _weak_unit,
}  # fmt: skip
