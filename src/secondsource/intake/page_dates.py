"""What a page's data, its address and its words say of its day of publication -> Published."""

import re
import warnings
from copy import deepcopy
from datetime import date, timedelta

from secondsource.intake.linked import Linked
from secondsource.intake.publication import MONTHS, day_exists, day_in
from secondsource.intake.tree import Tree, meta
from secondsource.model import Published

META_NAMES = (
    "article:published_time", "article:published", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
# htmldate bounds its answer by today unless told otherwise, and the answer must not depend on today.
EARLIEST, LATEST = "1990-01-01", "2099-12-31"


def published_of_page(tree: Tree, linked: Linked, source: str, url: str | None) -> Published:
    """The day that a page's own data state, its address, or what htmldate finds in it.

    Data that contradict the address by more than a day are those of a site's pattern, not of the report:
    measured on real pages, the address is then right.
    """
    stated, address = _stated(tree, linked), dated_address(url)
    if stated.value and (not address or _near(stated.value, address)):
        return stated
    against = [f"its address has {address}, against {stated.value} in its {how}" for how in stated.because]
    if len(address) == 10:
        return Published(address, "found", because=("address", *against))
    searched = searched_in_page(tree, source)
    if not stated.value or searched.value and searched.value.startswith(address):
        return searched
    return Published(because=tuple(against))


def dated_address(url: str | None) -> str:
    """`https://news.example/2023/08/06/yard` -> `2023-08-06`; only a month -> `2023-08`; else nothing."""
    day = re.search(r"[/=_-]((?:19|20)\d{2})([-/_]?)(0\d|1[0-2])\2([0-2]\d|3[01])(?=[/_.?&-]|$)", url or "")
    if day and day_exists(f"{day[1]}-{day[3]}-{day[4]}"):
        return f"{day[1]}-{day[3]}-{day[4]}"
    month = re.search(r"/((?:19|20)\d{2})/(0\d|1[0-2])/", url or "")
    return f"{month[1]}-{month[2]}" if month else ""


def _stated(tree: Tree, linked: Linked) -> Published:
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


def _near(day: str, address: str) -> bool:
    if len(address) < 10:
        first, last = date.fromisoformat(f"{address}-01"), date.fromisoformat(f"{address}-28") + timedelta(4)
    else:
        first = last = date.fromisoformat(address)
    return first - timedelta(1) <= date.fromisoformat(day) <= last + timedelta(1)


def searched_in_page(tree: Tree, source: str) -> Published:
    """What htmldate finds in a page without scripts, when its data state no day.

    It counts as found only when the page's source spells that very day out; else it is told as a guess.
    """
    import htmldate

    try:
        # It hands odd time zones to a parser that warns of them on the reader's screen.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
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
