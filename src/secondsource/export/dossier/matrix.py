"""An event's comparisons -> its matrix: a row a role, a column a report, in each cell the words as said."""

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.cell import show_cell, shown_row
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.dates import spoken_notation
from secondsource.export.dossier.element import Markup, element, shortened
from secondsource.model import Comparison, Event

GLYPHS = {
    "agree": "=",
    "finer": "(=)",
    "differ": "≠",
    "incompatible": "×",
    "only one": "1",
    "silent": "·",
    "open": "?",
}


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


def _row(
    catalogue: Catalogue, event: Event, number: int, row: Comparison, reports: tuple[str, ...], again: bool
) -> Markup:
    shown = shown_row(catalogue, row)
    return element(
        "tr",
        element("th", row.role, scope="row", class_="role again" if again else "role"),
        element(
            "td",
            show_verdict(row.verdict),
            element("span", shortened(row.detail), class_="detail") if row.detail else None,
            class_="judged",
        ),
        [show_cell(catalogue, report, shown, catalogue.number[event.id], number) for report in reports],
        class_="silent-row" if row.verdict == "silent" else None,
    )


def _published(catalogue: Catalogue, report: str) -> Markup | None:
    published = catalogue.reading(report).report.published
    if published.value:
        return element("span", spoken_notation(published.value) or published.value, class_="published")
    bounds = spoken_notation(f"{published.earliest or '..'}/{published.latest or '..'}")
    return element("span", f"not dated, {bounds}" if bounds else "not dated", class_="published")
