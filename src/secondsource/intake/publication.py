"""What a record or a text says of its day of publication -> Published, with its method."""

import re
from datetime import date

from secondsource.model import Part, Published

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
DAYS = (
    re.compile(rf"\b{_YEAR}[-/.](?P<month>[01]?[0-9])[-/.](?P<day>[0-3]?[0-9])(?![0-9])"),
    re.compile(rf"\b{_MONTH}\s{{1,3}}{_DAY}\s{{0,3}},?\s{{0,3}}{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}[\s-]{{1,3}}{_MONTH}[\s,-]{{1,3}}{_YEAR}\b", re.I),
)
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?)?")
_LABEL = re.compile(
    r"\b(?:published|posted|updated|first published|last updated|date|created|issued)\b"
    r"[ \t]{0,3}(?:on|at|date)?[ \t]{0,3}:?",
    re.I,
)


_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.I)
_CORRECTED = re.compile(r"\bcorrect(?:ed|ion)\b", re.I)
# How far from either end of a text (characters) a date alone still speaks of the report, not of its matter.
ABOVE, BELOW = 1500, 600
# Years of the calendar of North Korea count from 1912 as the first.
_JUCHE = re.compile(r"\bJuche\s?(?P<year>\d{2,3})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\b")


def day_in(words: str) -> str | None:
    """The first day of publication that the words spell out whole, as an ISO day; the day as written there.

    Days written in figures with the year last (08/06/2023) are not read: their order differs by country.
    """
    found: list[tuple[int, str]] = []
    for pattern in (*DAYS, _JUCHE):
        for match in pattern.finditer(words):
            month = match["month"]
            number = int(month) if month.isdigit() else MONTHS[month.lower()]
            year = int(match["year"]) + (1911 if pattern is _JUCHE else 0)
            try:
                day = date(year, number, int(match["day"]))
            except ValueError:
                continue
            found.append((match.start(), day.isoformat()))
            break
    return min(found)[1] if found else None


def without_day(words: str) -> str:
    """The words without every day that is spelled out whole in them."""
    for pattern in (*DAYS, _JUCHE):
        words = pattern.sub(" ", words)
    return words


def published_as_given(words: str, reason: str) -> Published | None:
    """Published as a person or a record states it: an EDTF day, month or interval, or words with a day."""
    stated = words.strip()
    if _ISO.fullmatch(stated) and all(day_exists(part) for part in stated.split("/")):
        return Published(stated, "given", because=(reason,))
    day = day_in(stated)
    return Published(day, "given", because=(reason,)) if day else None


def find_published(text: str, parts: tuple[Part, ...]) -> Published:
    """The day in a text's dateline, or in a line above or below it that says when it was published.

    A day of correction is not one of publication; a day of update counts only where no other stands.
    """
    updated = Published()
    for part in parts:
        words = " ".join(part.span.of(text).split())
        beside = part.span.start < ABOVE or len(text) - part.span.end < BELOW
        if part.kind not in ("dateline", "byline", "furniture") or len(words) > 160 or not beside:
            continue
        label = _LABEL.search(words)
        if part.kind == "furniture" and label is None or _CORRECTED.search(words):
            continue
        day = day_in(words[label.end() :] if label else words)
        if day is None:
            continue
        found = Published(day, "found", because=(f"{part.kind} {words[:60]!r}",))
        if not _UPDATED.search(words):
            return found
        updated = updated if updated.value else found
    return updated


def day_exists(part: str) -> bool:
    """True when an ISO year, month or day is one of the calendar."""
    numbers = [int(number) for number in part.split("-")] + [1, 1]
    try:
        date(*numbers[:3])
    except ValueError:
        return False
    return True
