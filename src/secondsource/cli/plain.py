"""Words from a report -> words that are safe to print: no terminal escapes, no hidden directions."""

import re
import textwrap
import unicodedata

# C0 and C1 controls, and the marks that turn the direction of writing (a spoofed file name, a hidden word).
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_OPENS, _CLOSES = ("“", '"', "«"), ("”", '"', "»")
_SPACE = re.compile(r"\s+")
_ASCII = str.maketrans(
    {
        "·": "|",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "–": "-",
        "—": "-",
        "→": "->",
        "█": "#",
        "×": "x",
    }
)


def safe(text: str) -> str:
    """The text without anything that a terminal would obey; lines stay lines."""
    return _HOSTILE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text on one line, safe."""
    return _SPACE.sub(" ", safe(text)).strip()


def ascii_only(text: str) -> str:
    """The text in ASCII, for terminals that can no more: our signs by their likes, other letters escaped."""
    return text.translate(_ASCII).encode("ascii", "backslashreplace").decode()


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word and closed with an ellipsis when it is longer than `most`."""
    line = one_line(text)
    if columns(line) <= most:
        return line
    line = line[:most]
    while columns(line) > most - 2:
        line = line[:-1]
    # A value without a space in its second half (a date, an address) is cut where the room ends.
    at = line.rfind(" ", len(line) // 2)
    return f"{line[:at]} …" if at > 0 else f"{line}…"


def quote(text: str, most: int = 90) -> str:
    """The words in double quotes, shortened in the middle when long: both ends tell where they stand."""
    line = one_line(text)
    if len(line) > most:
        half = (most - 3) // 2
        line = f"{line[:half].rsplit(' ', 1)[0]} … {line[-half:].split(' ', 1)[-1]}"
    return line if line[:1] in _OPENS and line[-1:] in _CLOSES else f'"{line}"'


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def pad(text: str, width: int) -> str:
    """The text, filled with spaces to `width` columns."""
    return text + " " * max(0, width - columns(text))


def hang(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    """The text wrapped to `width`, the first line after `first`, the others after `rest` (spaces as wide)."""
    indent = " " * columns(first) if rest is None else rest
    return textwrap.wrap(
        one_line(text), max(width, columns(first) + 20), initial_indent=first, subsequent_indent=indent,
        break_long_words=True, break_on_hyphens=False,
    ) or [first.rstrip()]  # fmt: skip
