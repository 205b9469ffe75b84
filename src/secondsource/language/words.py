"""Text -> words with their characters, cut as Universal Dependencies cuts English (do n't, Kim 's)."""

import re
from functools import cache

from secondsource.knowledge import load
from secondsource.model import Span

LETTER = r"[^\W\d_]"
_FORMS = (
    r"(?:https?://|www\.)[^\s<>\"”’)\]]{1,2000}[^\s<>\"”’)\].,;:!?]",
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}",
    r"[@#]\w{1,64}",
    r"(?:[^\W\d_]\.){2,8}",
    r"\d{1,2}:\d{2}(?::\d{2})?",
    r"\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s)\b)?",
    r"['’](?=\d\ds?\b)\d\ds?",
    r"(?:['’]|&#39;)(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)\b",
    r"[nN]['’][tT]\b",
    rf"{LETTER}+[mM]?['’](?!(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t|T)\b)(?={LETTER}){LETTER}+",
    rf"{LETTER}+?(?=[nN]['’][tT]\b)",
    rf"{LETTER}[^\W_]*(?:-\d[^\W_]*)?",
    r"\.{2,}",
    r"[!?]{2,}|-{2,}",
    r"_{2,}|\*{2,}|={2,}",
    r"\S",
)
_WORD = re.compile("|".join(_FORMS))
_WHOLE = re.compile(rf"{LETTER}+-(?=[^\W_])")
_TWO_WORDS = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3}


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the words of `text[start:end]`, in order; nothing but white space lies between them.

    Abbreviations keep their full stop; hyphens are words of their own unless they follow a prefix
    (anti-aircraft) or join a name and a number (Hwasong-18), as in the UD treebanks EWT and GUM.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    position = start
    while (match := _WORD.search(text, position, end)) is not None:
        first, last = match.span()
        last = _with_prefix(text, first, last, end)
        last = _with_full_stop(text, first, last, end)
        cut = _TWO_WORDS.get(text[first:last].lower())
        if cut is not None and last - first < 8:
            found.append(Span(first, first + cut))
            first += cut
        found.append(Span(first, last))
        position = last
    return found


def _with_prefix(text: str, first: int, last: int, end: int) -> int:
    """anti|-aircraft -> anti-aircraft"""
    if text[last : last + 1] == "-" and text[first:last].lower() in prefixes():
        match = re.compile(rf"-{LETTER}+").match(text, last, end)
        if match is not None:
            return match.end()
    return last


def _with_full_stop(text: str, first: int, last: int, end: int) -> int:
    """Gen|. -> Gen. ; J|. -> J."""
    if last >= end or text[last] != "." or text[last + 1 : last + 2] == ".":
        return last
    word = text[first:last]
    if word.lower() in abbreviations() or (
        len(word) == 1 and word.isupper() and word != "I" and last + 1 < end
    ):
        return last + 1
    return last


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation without its full stop, lower case -> kind (title, month, company, other)."""
    return {row["form"]: row["kind"] for row in load("abbreviations") if row["kind"] != "prefix"}


@cache
def prefixes() -> frozenset[str]:
    """Word parts whose hyphen does not end the word (anti-, vice-)."""
    return frozenset(row["form"] for row in load("abbreviations") if row["kind"] == "prefix")
