"""Tokens -> numbers: digits, number words, ranges and vague amounts, with what softens them."""

import re
from typing import NamedTuple

from secondsource.model import Sentence

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mn": 1e6,
    "m": 1e6,
    "k": 1e3,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
# The least that a vague plural says: "dozens" is at least two dozen. A convention, named in the hedge.
VAGUE = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2000.0,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
    "several": 3.0,
    "few": 2.0,
    "couple": 2.0,
    "many": 2.0,
    "numerous": 2.0,
    "multiple": 2.0,
    "pair": 2.0,
    "some": 1.0,
    "various": 2.0,
    "countless": 2.0,
}
_OPENERS = frozenset((*_UNITS, *_TENS, *VAGUE, "a", "half"))
_DIGITS = re.compile(r"(?P<number>\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?P<part>\.\d{1,6})?(?P<scale>bn|mn|m|k)?$")


class Number(NamedTuple):
    """A number written with tokens `[first, last]`."""

    first: int
    last: int
    low: float
    high: float | None
    vague: str = ""


def read_number(sentence: Sentence, index: int) -> Number | None:
    """The number that begins with a token: `12,000`, `3.2 bn`, `twenty-one thousand`, `half a million`."""
    tokens = sentence.tokens
    first = tokens[index].text
    if not first[0].isdigit() and first.lower() not in _OPENERS:
        return None
    words = [token.text.lower() for token in tokens[index : index + 8]]
    if words[0] in VAGUE and (words[0] not in ("few", "couple", "pair") or _indefinite(sentence, index)):
        last = index
        low = VAGUE[words[0]]
        if len(words) > 2 and words[1] == "of" and words[2] in VAGUE:
            low, last = low * VAGUE[words[2]] / 2, index + 2
        return Number(index, last, low, None, " ".join(words[: last - index + 1]))
    value, used = _plain(words)
    if value is None:
        return None
    return Number(index, index + used - 1, value, value)


def _plain(words: list[str]) -> tuple[float | None, int]:
    digits = _DIGITS.match(words[0])
    if digits is not None:
        value = float(digits["number"].replace(",", "") + (digits["part"] or ""))
        value *= _SCALES.get(digits["scale"] or "", 1.0)
        used = 1
    elif words[0] in _UNITS or words[0] in _TENS:
        value, used = _spelled(words)
    elif words[0] in ("a", "half") and len(words) > 1:
        factor, at = (0.5, 1) if words[0] == "half" else (1.0, 0)
        if at < len(words) and words[at] in ("a", "an") and at + 1 < len(words) and words[at + 1] in _SCALES:
            return factor * _SCALES[words[at + 1]], at + 2
        return None, 0
    else:
        return None, 0
    while used < len(words) and words[used] in _SCALES and not (words[used] in ("m", "k") and used > 1):
        value *= _SCALES[words[used]]
        used += 1
    return value, used


def _spelled(words: list[str]) -> tuple[float, int]:
    value, used = 0.0, 0
    while used < len(words):
        word = words[used]
        if word in _TENS and value % 100 == 0:
            value += _TENS[word]
        elif word in _UNITS and value % 10 == 0 and (value % 100 != 0 or _UNITS[word] or not value):
            value += _UNITS[word]
        elif word == "hundred" and value:
            value *= 100
        elif (
            word in ("-", "and") and used and used + 1 < len(words) and words[used + 1] in {**_UNITS, **_TENS}
        ):
            if word == "and" and value < 100:
                break
        else:
            break
        used += 1
    return value, used


def _indefinite(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.tokens[index - 1].text.lower() == "a"
