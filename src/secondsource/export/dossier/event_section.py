"""One event -> its section: title and status, sides, matrix, voices, findings, the claims behind it."""

from secondsource.export.dossier.catalogue import Catalogue, event_anchor
from secondsource.export.dossier.dates import spoken_notation
from secondsource.export.dossier.element import Markup, element, join
from secondsource.export.dossier.findings import show_findings
from secondsource.export.dossier.matrix import count_reports, reports_of, show_matrix
from secondsource.export.dossier.timeline import is_assumed
from secondsource.export.dossier.told import show_claims, show_links
from secondsource.export.dossier.voices import show_count, show_sides, show_voices
from secondsource.model import Event


def show_event(catalogue: Catalogue, event: Event) -> Markup:
    """The section of one event."""
    number = catalogue.number[event.id]
    reports = count_reports(catalogue, event)
    margin = element(
        "aside",
        show_findings(catalogue, catalogue.findings.get(event.id, ())),
        show_voices(catalogue, event, reports),
        class_="margin",
    )
    return element(
        "article",
        element(
            "header",
            element(
                "p",
                element("span", number, class_="number"),
                " ",
                event.type.replace("-", " "),
                class_="kind",
            ),
            element("h3", element("bdi", event.title)),
            element(
                "p",
                show_status(event),
                show_count(reports, event.voices),
                _circumstances(catalogue, event),
                class_="summary",
            ),
            show_sides(catalogue, event),
        ),
        element(
            "div",
            element(
                "div",
                show_matrix(catalogue, event),
                show_claims(catalogue, event),
                show_links(catalogue, event),
                class_="main",
            ),
            margin,
            class_="columns wide" if len(reports_of(catalogue, event)) > 3 else "columns",
        ),
        id=event_anchor(number),
        class_="event" if event.foreground else "event behind",
    )


def show_status(event: Event) -> Markup:
    """The status as a chip: its border differs, and its word says it."""
    look = event.status.partition(" ")[0]
    return element("span", event.status, class_=f"chip {look}")


def _circumstances(catalogue: Catalogue, event: Event) -> Markup:
    days = spoken_notation(event.time)
    when = join(days, " (assumed)" if is_assumed(catalogue, event) else None) if days else "not dated"
    where = join(" · ", element("bdi", event.place.partition(" (")[0])) if event.place else None
    return element("span", when, where, class_="circumstances")
