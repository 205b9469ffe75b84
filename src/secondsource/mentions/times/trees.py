"""Words of one match -> its operator tree: nested tuples, an operator first, nothing anchored yet."""

from functools import lru_cache
from typing import Any

from secondsource.mentions.times.amounts import amount_of, duration_of
from secondsource.mentions.times.words import LETTER, Word, word_of

Tree = tuple[Any, ...]
_NAME_OF = {letter: name for name, letter in LETTER.items()}
_DIRECTION = {
    "last": "last", "past": "last", "previous": "previous", "latest": "last", "next": "next",
    "following": "following",
    "this": "this", "current": "this", "same": "same", "that": "same",
}  # fmt: skip
_DIRECTORS = ("last", "past", "next", "following", "latest", "same", "that", "current", "this")
_CLOCK_UNITS = ("hour", "minute", "second")


class Slots:
    """What the words of a match are, by class name."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.names = [_NAME_OF[word.letter] for word in words]

    def first(self, *names: str) -> str | None:
        """Value of the first word of one of these classes."""
        for name, word in zip(self.names, self.words, strict=True):
            if name in names or (name == "second" and "ordinal" in names):
                return word.value
        return None

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes is there."""
        return any(name in names or (name == "second" and "ordinal" in names) for name in self.names)

    def split(self, *names: str) -> tuple["Slots", "Slots"]:
        """The words before and after the first word of these classes."""
        at = next(i for i, name in enumerate(self.names) if name in names)
        return Slots(self.words[:at]), Slots(self.words[at + 1 :])

    @property
    def direction(self) -> str | None:
        """last, previous, next, following, this, same; None when no word says so."""
        if self.has("same", "that"):
            return "same"
        found = self.first(*_DIRECTORS)
        return _DIRECTION.get(found) if found else None

    @property
    def unit(self) -> str | None:
        """The last unit named."""
        found = [w.value for n, w in zip(self.names, self.words, strict=True) if n in ("unit", "units")]
        return found[-1] if found else "second" if self.names[-1:] == ["second"] else None


@lru_cache(maxsize=16384)
def slots_of(texts: tuple[str, ...]) -> Slots:
    """The slots of these words."""
    return Slots(tuple(word_of(text) for text in texts))


def year_of(slots: Slots) -> int | None:
    """The year that the words name; before the common era it is 1 - year."""
    era = slots.first("era")
    for index, name in enumerate(slots.names):
        text = slots.words[index].text
        before = slots.names[index - 1] if index else ""
        if name == "teen" and slots.names[index + 1 : index + 2] == ["number"]:
            return spoken_year(slots, index)
        if name == "juche":
            number = int(slots.words[index + 1].text) if index + 1 < len(slots.words) else 0
            return number if number > 1000 else number + 1911
        if name in ("two", "day") and before == "apostrophe":
            return 1900 + int(text) if int(text) > 30 else 2000 + int(text)
        if name == "year" or (
            name in ("digits", "two", "day") and slots.names[index + 1 : index + 2] == ["era"]
        ):
            return 1 - int(text) if era == "bc" else int(text)
    return None


def spoken_year(slots: Slots, at: int) -> int | None:
    """`nineteen ninety-six` -> 1996."""
    numbers = [
        int(w.value)
        for n, w in zip(slots.names[at:], slots.words[at:], strict=True)
        if n in ("teen", "number")
    ]
    if (
        numbers[1] < 10
        or (len(numbers) == 3 and not (numbers[1] >= 20 and numbers[2] < 10))
        or len(numbers) > 3
    ):
        return None
    return numbers[0] * 100 + sum(numbers[1:])


def day_of(slots: Slots) -> int | None:
    """Day of the month that the words name."""
    month_at = next((i for i, name in enumerate(slots.names) if name in ("month", "shortmonth", "may")), None)
    for index, name in enumerate(slots.names):
        follows = slots.names[index + 1 : index + 2] == ["era"]
        quoted = index and slots.names[index - 1] == "apostrophe"
        if follows or quoted or (index and slots.names[index - 1] == "juche"):
            continue
        if name in ("day", "ordinalday") or (name == "two" and month_at is not None and month_at < index):
            return int(slots.words[index].text.rstrip("stndrh"))
        if name in ("ordinal", "second") and slots.words[index].value.isdecimal():
            return int(slots.words[index].value)
    return None


def date_tree(slots: Slots) -> Tree | None:
    """`Thursday, July 27, 2023` -> date(2023-07-27); `last July` -> last(date(XXXX-07))."""
    written = slots.first("isodate")
    if written is not None:
        return _written_date(written)
    month = slots.first("month", "shortmonth", "may")
    weekday = slots.first("weekday", "shortday")
    if month is None:
        if slots.has("today", "tonight"):
            base: Tree = ("day", int(slots.first("today", "tonight") or 0))
            if slots.has("before", "after"):
                return ("shift", -1 if slots.has("before") else 1, "day", base)
            return base
        if weekday is not None:
            return directed(("weekday", int(weekday)), slots)
        year = year_of(slots)
        return None if year is None else ("date", year, None, None)
    year, day = year_of(slots), day_of(slots)
    tree: Tree = ("date", year, int(month), day)
    if year is None and (day is None or slots.unit == "year"):
        if slots.unit:
            return ("within", tree, ("unit", slots.direction or "this", slots.unit))
        return directed(tree, slots)
    return (*tree, int(weekday)) if weekday is not None else tree


def directed(tree: Tree, slots: Slots) -> Tree:
    """The tree under last, next, this..., when a word says so."""
    direction = slots.direction
    if slots.has("before", "after") and slots.names[0] == "the" and "unit" in slots.names:
        return (
            "shift",
            -1 if slots.has("before") else 1,
            "day",
            tree if direction is None else (direction, tree),
        )
    return tree if direction is None else (direction, tree)


def _written_date(text: str) -> Tree | None:
    parts = [int(part) for part in text.replace("/", "-").replace(".", "-").replace("–", "-").split("-")]
    if parts[0] > 999:
        return ("date", parts[0], parts[1], parts[2])
    year = parts[2] if parts[2] > 99 else (1900 if parts[2] > 50 else 2000) + parts[2]
    if parts[0] > 12 or "." in text:
        return ("date", year, parts[1], parts[0])
    if parts[1] > 12 or parts[0] == parts[1]:
        return ("date", year, parts[0], parts[1])
    return ("either", ("date", year, parts[0], parts[1]), ("date", year, parts[1], parts[0]))


def clock_of(slots: Slots) -> tuple[int | None, str | None]:
    """Minute of the day and zone that the words name."""
    zone = slots.first("zone", "local")
    noon = slots.first("noon")
    if noon is not None:
        return int(noon), zone
    half = (slots.first("meridiem") or "").replace(".", "")
    text = slots.first("clock")
    if text is not None:
        half = half or text[-2:].lower() if text[-1:].isalpha() else half
        digits = text.rstrip("AaPpMm").replace(".", ":").split(":")
        hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    elif slots.has("year", "digits") and zone is not None:
        hour, minute = divmod(int((slots.first("year", "digits") or "0").replace(",", "")), 100)
    else:
        hour, minute = int(float(slots.first("day", "number") or 0)), 0
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if not half and slots.first("daypart") in ("afternoon", "evening") and hour < 12:
        hour += 12
    return (hour * 60 + minute, zone) if hour <= 24 and minute < 60 else (None, zone)


def length_of(slots: Slots) -> str | None:
    """The ISO duration of the words' count and unit."""
    unit = slots.unit
    if unit is None:
        return None
    numbered = tuple(w for w, n in zip(slots.words, slots.names, strict=True) if n not in ("unit", "units"))
    return duration_of(amount_of(numbered), unit)


def rendered(tree: Tree) -> str:
    """The tree in one line: `between(weekday(4),weekday(6))`, `part(late,date(XXXX-07))`."""
    if tree[0] == "date":
        year, month, day = tree[1:4]
        parts = ["XXXX" if year is None else f"{year:04d}" if year >= 0 else f"-{-year:04d}"]
        if month is not None or day is not None:
            parts.append("XX" if month is None else f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
        return f"date({'-'.join(parts)})"
    inner = (
        rendered(part) if isinstance(part, tuple) else str(part) for part in tree[1:] if part is not None
    )
    text = ",".join(inner)
    return f"{tree[0]}({text})" if text else str(tree[0])


_EDGES = ("edge", "compared", "edgenoun")


def edged(tree: Tree | None, slots: Slots) -> Tree | None:
    edge = slots.first(*_EDGES)
    return tree if tree is None or edge is None else ("part", edge, tree)
