"""What a record, a page or a text says of its day of publication -> Published, with its method."""

import re
from copy import deepcopy
from datetime import date

from secondsource.intake.linked import Linked
from secondsource.intake.tree import Tree, meta
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
META_NAMES = (
    "article:published_time", "article:published", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
# htmldate bounds its answer by today unless told otherwise, and the answer must not depend on today.
EARLIEST, LATEST = "1990-01-01", "2099-12-31"


def day_in(words: str) -> str | None:
    """The first day of publication that the words spell out whole, as an ISO day; the day as written there.

    Days written in figures with the year last (08/06/2023) are not read: their order differs by country.
    """
    found: list[tuple[int, str]] = []
    for pattern in DAYS:
        for match in pattern.finditer(words):
            month = match["month"]
            number = int(month) if month.isdigit() else MONTHS[month.lower()]
            try:
                day = date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            found.append((match.start(), day.isoformat()))
            break
    return min(found)[1] if found else None


def without_day(words: str) -> str:
    """The words without every day that is spelled out whole in them."""
    for pattern in DAYS:
        words = pattern.sub(" ", words)
    return words


def published_as_given(words: str, reason: str) -> Published | None:
    """Published as a person or a record states it: an EDTF day, month or interval, or words with a day."""
    stated = words.strip()
    if _ISO.fullmatch(stated) and all(_exists(part) for part in stated.split("/")):
        return Published(stated, "given", because=(reason,))
    day = day_in(stated)
    return Published(day, "given", because=(reason,)) if day else None


def published_of_page(tree: Tree, linked: Linked) -> Published:
    """The day that a page's own data state, else what htmldate finds without searching all of its text.

    htmldate: Barbaresi, A. (2020), htmldate: A Python package to extract publication dates from web pages,
    JOSS 5(51), 2439.
    """
    for words, method in (
        (linked.published, "linked data (datePublished)"),
        *((meta(tree, name), f"meta element {name}") for name in META_NAMES),
    ):
        day = day_in(words or "")
        if day:
            return Published(day, "found", because=(method,))
    for element in tree.iter("time"):
        day = day_in(element.get("datetime") or "")
        if day:
            return Published(day, "found", because=("time element",))
    return Published()


def searched_in_page(tree: Tree, source: str) -> Published:
    """What htmldate finds in a page without scripts, when its data state no day.

    It counts as found only when the page's source spells that very day out; else it is told as a guess.
    """
    import htmldate

    try:
        day = htmldate.find_date(
            deepcopy(tree), original_date=True, extensive_search=False, min_date=EARLIEST, max_date=LATEST
        )
    except (ValueError, TypeError, RecursionError):
        day = None
    if not day:
        return Published()
    if spells_out(source, day):
        return Published(day, "found", because=("htmldate, in the page's text or address",))
    return Published(because=(f"htmldate guesses {day}, which the page nowhere spells out",))


def spells_out(source: str, day: str) -> bool:
    """True when the source has this ISO day in figures that cannot mean another, or with its month's name."""
    year, month, number = (int(part) for part in day.split("-"))
    names = "|".join(name for name, value in MONTHS.items() if value == month)
    forms = [
        rf"{year}([-/._]?)0?{month}\1?0?{number}(?!\d)",
        rf"\b(?:{names})\.?\s{{1,3}}0?{number}(?:st|nd|rd|th)?,?\s{{1,3}}{year}\b",
        rf"\b0?{number}(?:st|nd|rd|th)?[\s-](?:{names})\.?,?[\s-]{year}\b",
    ]
    if number > 12 or number == month:
        forms += [rf"\b0?{number}([-/.])0?{month}\1{year}\b", rf"\b0?{month}([-/.])0?{number}\1{year}\b"]
    return any(re.search(form, source, re.I) for form in forms)


def find_published(text: str, parts: tuple[Part, ...]) -> Published:
    """The day in a text's dateline, or in a line that says when it was published; else unknown."""
    for part in parts:
        words = part.span.of(text)
        if part.kind in ("dateline", "byline") and (day := day_in(words)):
            return Published(day, "found", because=(part.kind,))
        if part.kind == "furniture" and len(words) < 120 and (label := _LABEL.search(words)):
            day = day_in(words[label.end() :])
            if day:
                return Published(day, "found", because=(f"line {' '.join(words.split())[:60]!r}",))
    return Published()


def _exists(part: str) -> bool:
    numbers = [int(number) for number in part.split("-")] + [1, 1]
    try:
        date(*numbers[:3])
    except ValueError:
        return False
    return True
