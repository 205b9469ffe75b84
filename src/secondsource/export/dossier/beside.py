"""What is said that makes no event: beliefs, judgements, quotations, report by report, with who says so."""

from collections.abc import Iterable

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.element import Markup, element, listed
from secondsource.export.dossier.told import show_claim, show_said
from secondsource.model import Attribution

# So many of each report are shown at once; the rest stands behind a fold.
_MOST = 5


def show_beside(catalogue: Catalogue) -> Markup | None:
    """Claims that make no event, and what is said that no claim holds; None when there is none."""
    rows: dict[str, list[Markup]] = {}
    for claim in catalogue.index.claims.values():
        if claim.id not in catalogue.event_of:
            shown = show_claim(catalogue, claim, content=True)
            rows.setdefault(catalogue.index.report_of(claim.id), []).append(shown)
    for attribution in _loose(catalogue):
        report = catalogue.index.report_of(attribution.id)
        rows.setdefault(report, []).append(show_said(catalogue, attribution))
    if not rows:
        return None
    said = "Beliefs, judgements, promises, quotations: what is said that is no happening."
    return element(
        "section",
        element("h2", "Said, but no event"),
        element("p", said, class_="lead"),
        [_of_report(catalogue, report, rows[report]) for report in catalogue.index.order if report in rows],
        id="beside",
    )


def count_beside(catalogue: Catalogue) -> int:
    """How many claims make no event."""
    return sum(one not in catalogue.event_of for one in catalogue.index.claims)


def _of_report(catalogue: Catalogue, report: str, rows: list[Markup]) -> Markup:
    return element(
        "div",
        element("h4", show_report(catalogue, report, named=True)),
        element("div", listed(rows, most=_MOST, class_="claims", name="from this report")),
        class_="beside",
    )


def _loose(catalogue: Catalogue) -> Iterable[Attribution]:
    """Attributions that no claim rests on, that enclose no other, and that answer none of these."""
    held = {id for claim in catalogue.index.claims.values() for id in claim.attribution}
    held |= {one.within for one in catalogue.index.attributions.values() if one.within}
    held |= {answer.id for id in frozenset(held) for answer in catalogue.answers.get(id, ())}
    return (one for one in catalogue.index.attributions.values() if one.id not in held and one.content)
