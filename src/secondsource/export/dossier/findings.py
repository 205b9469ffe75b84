"""Findings -> notes in the margin: what an analyst should look at, with the words it is about."""

from collections.abc import Sequence

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.chain import show_report, show_reports
from secondsource.export.dossier.element import Markup, element, folded, join, shortened
from secondsource.export.dossier.matrix import show_words
from secondsource.model import Finding

_MOST = 6


def show_findings(catalogue: Catalogue, findings: Sequence[Finding]) -> Markup | None:
    """The findings as a column of notes; None when there are none."""
    if not findings:
        return None
    notes = [_note(catalogue, one) for one in findings]
    more = folded(f"{len(notes) - _MOST} more findings", notes[_MOST:]) if len(notes) > _MOST else None
    return element("section", element("h4", "To look at"), notes[:_MOST], more, class_="findings")


def _note(catalogue: Catalogue, finding: Finding) -> Markup:
    mentions = [one for one in map(catalogue.mention, finding.mentions) if one is not None]
    quoted = [
        element(
            "li", show_report(catalogue, catalogue.index.report_of(one.id)), " ", show_words(catalogue, one)
        )
        for one in mentions
    ]
    beside = finding.reports if not mentions else ()
    return element(
        "div",
        element("h5", element("span", "! ", class_="sign", aria_hidden="true"), finding.what),
        element(
            "p",
            shortened(finding.message, 400),
            join(" ", show_reports(catalogue, beside)) if beside else None,
        ),
        element("ul", quoted[:3], class_="quoted") if quoted else None,
        folded(f"{len(quoted) - 3} more places", element("ul", quoted[3:], class_="quoted"))
        if len(quoted) > 3
        else None,
        class_="finding",
    )
