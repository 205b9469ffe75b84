"""An event's comparisons -> its matrix: a row a role, a column a report, in each cell the words as said."""

import re

from secondsource.export.dossier.catalogue import Catalogue, cell_anchor, written_value
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.dates import spoken_notation
from secondsource.export.dossier.element import Markup, element, folded, join, jump, quoted, shortened
from secondsource.export.dossier.quantity_scale import QuantityScale, quantity_scale
from secondsource.model import Comparison, Event, Mention

GLYPHS = {
    "agree": "=",
    "finer": "(=)",
    "differ": "≠",
    "incompatible": "×",
    "only one": "1",
    "silent": "·",
    "open": "?",
}
_MOST_WORDS = 4
_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their) ")


def show_verdict(verdict: str) -> Markup:
    """A verdict by its sign and its word."""
    sign = element("span", GLYPHS.get(verdict, "?"), class_="sign", aria_hidden="true")
    return element("span", sign, " ", verdict, class_=f"verdict {verdict.replace(' ', '-')}")


def show_matrix(catalogue: Catalogue, event: Event) -> Markup:
    """The event's matrix in a frame that scrolls sideways when there are many reports."""
    rows = catalogue.comparisons.get(event.id, ())
    reports = reports_of(catalogue, event)
    if not rows or not reports:
        return element("p", "Nothing to compare: no report gives a role of this event.", class_="none")
    head = element(
        "thead",
        element(
            "tr",
            element("th", "role", scope="col", class_="role"),
            element("th", "verdict", scope="col"),
            [
                element(
                    "th", show_report(catalogue, one, named=True), _published(catalogue, one), scope="col"
                )
                for one in reports
            ],
        ),
    )
    before = [None, *(row.role for row in rows)]
    body = [
        _row(catalogue, event, number, row, reports, row.role == before[number - 1])
        for number, row in enumerate(rows, 1)
    ]
    table = element(
        "table",
        element("caption", "What each report says, role by role"),
        head,
        element("tbody", body),
        class_=f"matrix {'wide' if len(reports) > 4 else 'narrow'}",
    )
    return element(
        "div", table, class_="frame", role="region", aria_label=f"Matrix: {event.title}", tabindex="0"
    )


def reports_of(catalogue: Catalogue, event: Event) -> tuple[str, ...]:
    """Reports that tell of the event, or are compared in it, in the order of the page."""
    told = {catalogue.index.report_of(one) for one in event.claims}
    for row in catalogue.comparisons.get(event.id, ()):
        told.update(row.silent)
        for side in row.sides:
            told.update(side.reports)
    return tuple(one for one in catalogue.index.order if one in told)


def count_reports(catalogue: Catalogue, event: Event) -> int:
    """How many reports tell of the event."""
    return len({catalogue.index.report_of(one) for one in event.claims})


def show_words(catalogue: Catalogue, mention: Mention) -> Markup:
    """The words of a mention, quoted, leading to where they stand."""
    return quoted(mention.text, jump(catalogue.anchor(mention.id), shortened(mention.text), class_="value"))


def _row(
    catalogue: Catalogue, event: Event, number: int, row: Comparison, reports: tuple[str, ...], again: bool
) -> Markup:
    return element(
        "tr",
        element("th", row.role, scope="row", class_="role again" if again else "role"),
        element(
            "td",
            show_verdict(row.verdict),
            element("span", shortened(row.detail), class_="detail") if row.detail else None,
            class_="judged",
        ),
        [_cell(catalogue, event, number, row, report) for report in reports],
        class_="silent-row" if row.verdict == "silent" else None,
    )


def _cell(catalogue: Catalogue, event: Event, number: int, row: Comparison, report: str) -> Markup:
    place = catalogue.place(report)
    anchor = cell_anchor(catalogue.number[event.id], number, place)
    who = element("span", show_report(catalogue, report, named=True), class_="whose")
    values = []
    scale = quantity_scale([side.value for side in row.sides])
    for order, side in enumerate(row.sides):
        mentions = [one for one in map(catalogue.mention, side.mentions) if one is not None]
        here = [one for one in mentions if catalogue.index.report_of(one.id) == report]
        if here:
            values.append(_value(catalogue, side.value, here, _rank(row, order), order, scale))
        elif report in side.reports:
            values.append(
                element(
                    "div",
                    element("span", _shown(side.value), class_="normal"),
                    class_=f"side side{order % 4}",
                )
            )
    if values:
        return element("td", who, values, id=anchor, tabindex="-1", class_="cell")
    silent = element(
        "span", element("span", "·", class_="sign", aria_hidden="true"), " silent", class_="verdict silent"
    )
    return element("td", who, silent, id=anchor, class_="cell nothing")


def _value(
    catalogue: Catalogue,
    value: str,
    mentions: list[Mention],
    rank: str,
    order: int,
    scale: QuantityScale | None,
) -> Markup:
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.text.casefold(), mention)
    words = [show_words(catalogue, one) for one in first.values()]
    more = (
        folded(f"{len(words) - _MOST_WORDS} more", words[_MOST_WORDS:]) if len(words) > _MOST_WORDS else None
    )
    normal = value or written_value(mentions[0].value)
    plain = {_plain(one.text) for one in mentions}
    return element(
        "div",
        words[:_MOST_WORDS],
        more,
        element("span", _shown(normal), class_="normal") if plain != {_plain(normal)} else None,
        scale.draw(value) if scale else None,
        element("span", rank, class_="rank") if rank else None,
        class_=f"side side{order % 4}",
    )


def _plain(words: str) -> str:
    """Words without case and article, to see whether a value says more than they do."""
    return _ARTICLE.sub("", words.strip().casefold(), count=1)


def _shown(value: str) -> Markup:
    days = spoken_notation(value)
    return join(days, " ", element("span", value, class_="notation")) if days else shortened(value)


def _rank(row: Comparison, order: int) -> str:
    if row.verdict != "finer" or len(row.sides) < 2:
        return ""
    return "(=) finer" if order == len(row.sides) - 1 else "coarser" if order == 0 else "between"


def _published(catalogue: Catalogue, report: str) -> Markup | None:
    published = catalogue.reading(report).report.published
    if published.value:
        return element("span", spoken_notation(published.value) or published.value, class_="published")
    bounds = spoken_notation(f"{published.earliest or '..'}/{published.latest or '..'}")
    return element("span", f"not dated, {bounds}" if bounds else "not dated", class_="published")
