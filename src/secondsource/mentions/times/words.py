"""Text -> words, each with a one-character class, so that a grammar can run over the string of classes."""

import re
from itertools import accumulate
from typing import NamedTuple

from secondsource.knowledge import load

# A word keeps the white space after it, so that lengths add up to offsets; a blank line is a word of its own.
# The plain word with one space comes first only because it is the commonest.
WORD = re.compile(
    r"[A-Za-z]{2,} (?=\S)|(?:[AaPp]\.[Mm]\b\.?|[Bb]\.[Cc]\b\.?|[Aa]\.[Dd]\b\.?"
    r"|\d{1,18}(?:[:/.,–-]\d{1,18}){0,5}(?:[A-Za-z]{1,2}(?![A-Za-z]))?|[^\W\d_]+|[^\w\s]|[\d_])"
    r"[^\S\n]*(?:\n(?![^\S\n]*\n)[^\S\n]*)?|\s+"
)
NAMES = (
    "other break dot comma dash apostrophe s colon paren close dollar percent month shortmonth may "
    "weekday weekdays shortday unit units number power half some ordinal today tonight now recent "
    "recentish soon daypart dayparts noon overnight season fall edge edgenoun compared last past next "
    "following this current same that ago after before hence from a the of in on at by since until to "
    "between and or every per frequency times fiscal hedge more least than up just old long ending era "
    "juche meridiem zone oclock run over spring former second right possible as near these so under yet "
    "thereafter its local timeword period anniversary not straight decadeword latest ahead full day two "
    "year digits decimal isodate clock dayrange yearrange decade ordinalday named erarange teen"
).split()
LETTER = {name: chr(0x80 + number) for number, name in enumerate(NAMES)}
OTHER = LETTER["other"]
_SIGNS = {
    ".": "dot", ",": "comma", "-": "dash", "–": "dash", "—": "dash", "‐": "dash", "‑": "dash",
    "'": "apostrophe",
    "’": "apostrophe", "‘": "apostrophe", ":": "colon", "(": "paren", ")": "close", "$": "dollar",
    "%": "percent",
    "£": "dollar", "€": "dollar",
}  # fmt: skip
_TABLE = {row["word"]: (LETTER[row["class"]], row["value"], row["when"]) for row in load("time_words")}
_FIRST_OF_NAME = frozenset(re.split(r"\W", row["name"], maxsplit=1)[0].lower() for row in load("named_days"))
_MOST_KNOWN = 200_000


class Word(NamedTuple):
    """One word with its class letter and the value that the tables give it."""

    letter: str
    value: str
    text: str


OPENING: set[str] = set()  # words as they stand in texts, capitalised, that the name of a day may begin with


class _Classes(dict[str, str]):
    """Class letter of each word as it stands in a text; filled as words are met, and bounded."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KNOWN:
            self.clear()
            OPENING.clear()
        plain = word.strip()
        lower = plain.lower()
        if lower in _FIRST_OF_NAME and word[0].isupper():
            OPENING.add(word)
        unknown = lower not in _TABLE and len(plain) > 1 and plain.isalpha()
        letter = self[word] = OTHER if unknown else classify(plain)[0]
        return letter


CLASSES = _Classes()


def split_words(text: str) -> tuple[list[str], str]:
    """The words of a text, white space included, and the string of their classes (equal lengths)."""
    words = WORD.findall(text)
    return words, "".join(map(CLASSES.__getitem__, words))


def offsets_of(words: list[str]) -> list[int]:
    """Where each word starts, and the text's end."""
    return list(accumulate(map(len, words), initial=0))


def word_of(text: str) -> Word:
    """The word with its class and value."""
    text = text.strip()
    letter, value = classify(text)
    return Word(letter, value, text)


def classify(word: str) -> tuple[str, str]:
    """Class letter and value of a word without white space around it."""
    if not word:
        return LETTER["break"], ""
    if word[0].isdecimal():
        name, value = _number_class(word)
        return LETTER[name], value
    sign = _SIGNS.get(word)
    if sign is not None:
        return LETTER[sign], word
    lower = word.lower()
    found = _TABLE.get(lower)
    if found is None:
        return (LETTER["s"], "s") if lower == "s" else (OTHER, word)
    letter, value, when = found
    if (when == "capital" and not word[0].isupper()) or (when == "upper" and not word.isupper()):
        return OTHER, word
    return letter, value


def _number_class(word: str) -> tuple[str, str]:
    for pattern, name in _NUMBERS:
        if pattern.match(word):
            return name, word
    return "other", word


_NUMBERS = tuple(
    (re.compile(f"(?:{pattern})$"), name)
    for pattern, name in (
        (r"(?:0?[1-9]|[12]\d|3[01])", "day"),
        (r"\d\d", "two"),
        (r"[12]\d{3}", "year"),
        (r"\d+|\d{1,3}(?:,\d{3})+", "digits"),
        (r"\d{1,9}\.\d{1,9}", "decimal"),
        (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", "ordinalday"),
        (r"\d+(?:st|nd|rd|th)", "ordinal"),
        (r"(?:[12]\d|[1-9])?\d0s", "decade"),
        (r"[12]\d{3}[-.]\d\d?[-.]\d\d?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?", "isodate"),
        (r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[AaPp][Mm])?|\d{1,2}[AaPp][Mm]|\d{1,2}:\d\d", "clock"),
        (r"[12]\d{3}[-–/](?:[12]\d{3}|\d\d)", "yearrange"),
        (r"(?:0?[1-9]|[12]\d|3[01])[-–/](?:0?[1-9]|[12]\d|3[01])", "dayrange"),
        (r"\d{2,3}[-–]\d{2,3}", "erarange"),
    )
)
