"""Findings -> notes in the margin: what an analyst should look at, with the words it is about."""

from collections.abc import Sequence

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.cell import show_words
from secondsource.export.dossier.chain import show_report, show_reports
from secondsource.export.dossier.element import Markup, element, folded, join, shortened
from secondsource.model import Finding, Mention

_MOST_NOTES = 6
_MOST_PLACES = 3


def show_findings(catalogue: Catalogue, findings: Sequence[Finding]) -> Markup | None:
    """The findings as a column of notes, those of one kind together; None when there are none."""
    if not findings:
        return None
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.what, []).append(finding)
    notes = [_note(catalogue, what, alike) for what, alike in kinds.items()]
    shown, rest = notes[:_MOST_NOTES], notes[_MOST_NOTES:]
    more = folded(f"{len(rest)} more kinds of finding", rest) if rest else None
    return element("section", element("h4", "To look at"), shown, more, class_="findings")


def _note(catalogue: Catalogue, what: str, alike: Sequence[Finding]) -> Markup:
    messages = [_message(catalogue, one) for one in alike]
    rest = messages[_MOST_PLACES:]
    return element(
        "div",
        element("h5", element("span", "! ", class_="sign", aria_hidden="true"), what),
        messages[:_MOST_PLACES],
        folded(f"{len(rest)} more like these", rest) if rest else None,
        class_="finding",
    )


def _message(catalogue: Catalogue, finding: Finding) -> Markup:
    places: dict[tuple[str, str], Mention] = {}
    for mention in map(catalogue.mention, finding.mentions):
        if mention is not None:
            places.setdefault((catalogue.index.report_of(mention.id), mention.text.casefold()), mention)
    words = [
        element("li", show_report(catalogue, report), " ", show_words(catalogue, mention))
        for (report, _), mention in places.items()
    ]
    beside = join(" ", show_reports(catalogue, finding.reports)) if finding.reports and not words else None
    rest = words[_MOST_PLACES:]
    return join(
        element("p", shortened(finding.message, 400), beside),
        element("ul", words[:_MOST_PLACES], class_="quoted") if words else None,
        folded(f"{len(rest)} more places", element("ul", rest, class_="quoted")) if rest else None,
    )
