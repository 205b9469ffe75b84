"""Other libraries that find times, where they are installed -> their times as TIMEX3 spans and values."""

import importlib
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bench.time_heideltime import folder_of_jar, read_all
from bench.time_scores import Spanned
from bench.time_sets import Document, Gold

Peer = Callable[[str, str], list[Gold]]
# The name of a set and its documents -> what is found in each.
Reader = Callable[[str, Sequence[Document]], Sequence[Sequence[Spanned]]]
_HISTORIES = ("wikiwars",)
_BREAKS = (ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError)
_LEADING = re.compile(r"^(?:on|in|at|by|from|to|since|until|for|of|and|the)\s+", re.I)


def peers() -> dict[str, Reader]:
    """Name and reader of each peer that is here; a line says which are not."""
    known: dict[str, tuple[str, Peer]] = {
        "dateparser": ("dateparser", _dateparser),
        "recognizers-text": ("recognizers_date_time", _recognizers),
        "parsedatetime": ("parsedatetime", _parsedatetime),
    }
    here: dict[str, Reader] = {}
    for name, (module, peer) in known.items():
        if _imports(module):
            here[name] = _over_documents(peer)
        else:
            print(f"{name}: not installed, left out")
    folder = folder_of_jar()
    if folder is None:
        print("HeidelTime: HEIDELTIME names no folder with its jar, left out")
        return here
    jar = folder

    def heideltime(name: str, documents: Sequence[Document]) -> list[list[Gold]]:
        return read_all(jar, documents, name in _HISTORIES)

    return {"HeidelTime": heideltime, **here}


def _over_documents(peer: Peer) -> Reader:
    """A reader of single texts as one of many; a document that breaks it counts as nothing found."""

    def read(_: str, documents: Sequence[Document]) -> list[list[Gold]]:
        found: list[list[Gold]] = []
        for one in documents:
            try:
                found.append(peer(one.text, one.published))
            except _BREAKS:
                found.append([])
        return found

    return read


def _imports(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


def _trimmed(text: str, start: int, words: str) -> tuple[int, int]:
    """Place of the words without the prepositions that TIMEX3 leaves out: a kindness to the peers."""
    while (leading := _LEADING.match(words)) is not None:
        start, words = start + leading.end(), words[leading.end() :]
    return start, start + len(words.rstrip(" ,.;"))


def _dateparser(text: str, published: str) -> list[Gold]:
    search_dates = importlib.import_module("dateparser.search").search_dates

    base = datetime.fromisoformat(published)
    options = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": False}
    found: list[Gold] = []
    at = 0
    for words, moment in search_dates(text, languages=["en"], settings=options) or ():
        place = text.find(words, at)
        if place < 0 or words.strip().isdigit() and len(words.strip()) < 4:
            continue
        at = place + len(words)
        start, end = _trimmed(text, place, words)
        found.append(Gold(start, end, "DATE", _value(words, moment)))
    return found


def _value(words: str, moment: datetime) -> str:
    """The value at the granularity that the words show."""
    if re.fullmatch(r"\W*\d{4}\W*", words):
        return f"{moment:%Y}"
    if re.search(r"\d:\d|[ap]\.?m\b", words):
        return f"{moment:%Y-%m-%dT%H:%M}"
    if re.search(r"\byears?\b", words):
        return f"{moment:%Y}"
    day = re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b|ago|yesterday|today|tomorrow", words, re.I)
    return f"{moment:%Y-%m-%d}" if day else f"{moment:%Y-%m}"


def _parsedatetime(text: str, published: str) -> list[Gold]:
    parsedatetime = importlib.import_module("parsedatetime")

    base = datetime.fromisoformat(published)
    found = []
    for moment, _, start, end, words in parsedatetime.Calendar().nlp(text, base) or ():
        if not words.strip().isdigit():
            first, last = _trimmed(text, start, words)
            found.append(Gold(first, min(last, end), "DATE", _value(words, moment)))
    return found


def _recognizers(text: str, published: str) -> list[Gold]:
    recognizers = importlib.import_module("recognizers_date_time")

    found = []
    for one in recognizers.recognize_datetime(
        text, recognizers.Culture.English, reference=datetime.fromisoformat(published)
    ):
        values: list[dict[str, Any]] = (one.resolution or {}).get("values", [])
        past = values[0] if values else {}
        value = past.get("timex", "")
        if value.startswith("XXXX"):
            value = past.get("value") or past.get("start", value)[:7]
        start, end = _trimmed(text, one.start, text[one.start : one.end + 1])
        found.append(Gold(start, end, "DATE", value))
    return found
