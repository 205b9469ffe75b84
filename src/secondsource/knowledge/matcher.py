"""Names and a text -> where each name stands, longest first, whatever its accents and hyphens."""

import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

# Marks that stand on or between letters without being letters: taken out before matching.
_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_JOINED = re.compile("[-\u2010\u2011'\u2019\u2018\u02bb\u02bc`]")
_HYPHENS = str.maketrans(dict.fromkeys("-\u2010\u2011", ""))
_APOSTROPHES = str.maketrans(dict.fromkeys("'\u2019\u2018\u02bb\u02bc`", ""))

# What Unicode does not decompose into a letter and a mark.
_LETTERS = {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ø": "o", "ŧ": "t", "ə": "a"}


class Folded(NamedTuple):
    """A text made comparable, character for character; `offsets` says where each stood (None: same place)."""

    text: str
    original: str
    offsets: tuple[int, ...] | None

    def place(self, index: int) -> int:
        """Offset in the original of a character of the folded text."""
        return index if self.offsets is None else self.offsets[index]


class Found(NamedTuple):
    """A name at `[start, end)` of the text, as the table writes it."""

    start: int
    end: int
    name: str


class Matcher:
    """Finds every name in one pass.

    Letters match whatever their accents; apostrophes, hyphens, points and spaces match each other, and a name
    with a joiner inside also matches without it (Tongch'ang-ri, Tongchang-ri, Tongchangri). Where the name
    has a capital, the text must have one, so that "US" is not "us", or a hyphen before it (Kim Jong-un).
    Words are matched whole.
    """

    def __init__(self, names: Iterable[str]) -> None:
        forms: dict[str, list[tuple[str, str]]] = {}
        folding = _folding()
        for name in names:
            for form in _spellings(name):
                key = f" {form.translate(folding)} "
                if key in forms:
                    forms[key].append((form, name))
                else:
                    forms[key] = [(form, name)]
        self._forms = list(forms.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(forms), store_patterns=False)

    def find(self, text: str | Folded) -> tuple[Found, ...]:
        """Names from left to right, the longest where several begin or overlap, without overlap."""
        last, chosen = -1, []
        for found in sorted(self.find_all(text), key=lambda one: (one.start, -one.end, one.name)):
            if found.start >= last:
                chosen.append(found)
                last = found.end
        return tuple(chosen)

    def find_all(self, text: str | Folded) -> tuple[Found, ...]:
        """Every name, overlapping or not, in the order of their ends."""
        folded = fold(text) if isinstance(text, str) else text
        padded, seen = f" {folded.text} ", []
        for index, start, end in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            inside = range(start, end - 2)  # the padding shifts by one, the pattern's own blanks by another
            for form, name in self._forms[index]:
                if all(
                    not mark.isupper() or _capital(folded, at) for mark, at in zip(form, inside, strict=True)
                ):
                    seen.append(Found(folded.place(start), folded.place(end - 3) + 1, name))
                    break
        return tuple(seen)


def fold(text: str) -> Folded:
    """A text with accents, case and joiners folded away, one character for one character."""
    if _UNSEEN.search(text) is None:
        return Folded(text.translate(_folding()), text, None)
    kept = [index for index, character in enumerate(text) if not _UNSEEN.match(character)]
    return Folded("".join(text[index] for index in kept).translate(_folding()), text, tuple(kept))


def _spellings(name: str) -> tuple[str, ...]:
    if _JOINED.search(name) is None:
        return (name,)
    bare = name.translate(_APOSTROPHES)
    return tuple(dict.fromkeys((name, bare, name.translate(_HYPHENS), bare.translate(_HYPHENS))))


def _capital(folded: Folded, index: int) -> bool:
    offset = folded.place(index)
    return folded.original[offset].isupper() or (
        offset > 0 and folded.original[offset - 1] in "-\u2010\u2011"
    )


@cache
def _folding() -> dict[int, str]:
    table = {}
    for code in (*range(0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070), 0x2BB, 0x2BC, 0x3000):
        character = chr(code)
        if not character.isalnum():
            table[code] = " "
            continue
        lowered = character.lower()[0]
        letter = _LETTERS.get(lowered) or unicodedata.normalize("NFKD", lowered)[0]
        table[code] = letter if letter.isalnum() else " "
    return {code: sys.intern(letter) for code, letter in table.items() if letter != chr(code)}
