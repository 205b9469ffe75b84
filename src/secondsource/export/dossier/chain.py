"""A claim's attributions -> who says so, from the outlet inward, each link leading to its words."""

from collections.abc import Sequence

from secondsource.export.dossier.catalogue import Catalogue, report_anchor
from secondsource.export.dossier.element import Markup, element, join, jump, shortened
from secondsource.model import Attribution

_RESOLVED = {"coreference": "meant by these words", "inferred": "inferred", "unnamed": "not named"}


def show_report(catalogue: Catalogue, report: str, *, named: bool = False) -> Markup:
    """The letter of a report, leading to its text; with the outlet's name when asked for."""
    letter = element("span", catalogue.letter(report), class_="letter")
    inside = join(letter, " ", element("bdi", catalogue.label(report))) if named else letter
    if report not in catalogue.index.order:
        return element("span", inside, class_="report")
    return jump(report_anchor(catalogue.place(report)), inside, class_="report")


def show_reports(catalogue: Catalogue, reports: Sequence[str]) -> Markup:
    """The letters of several reports."""
    return join(
        *(join(" " if place else None, show_report(catalogue, one)) for place, one in enumerate(reports))
    )


def show_chain(catalogue: Catalogue, report: str, chain: Sequence[Attribution], named: bool = True) -> Markup:
    """Who says so: the outlet, then each source with its stance; the outlet alone when nobody is named."""
    links = [show_report(catalogue, report, named=named)]
    links += [_link(catalogue, report, one) for one in chain]
    if not chain:
        links.append(element("span", "says so itself, naming nobody", class_="stance"))
    return element("span", *_between(links), class_="chain")


def _link(catalogue: Catalogue, report: str, link: Attribution) -> Markup:
    text = catalogue.reading(report).report.text
    words = " … ".join(span.of(text) for span in link.source)
    name = catalogue.name(link.source_entity) if link.source_entity else ""
    shown = jump(catalogue.anchor(link.id), shortened(words or name or "somebody", 90))
    meant = name if words and name and name.casefold() not in words.casefold() else ""
    aside = ", ".join(part for part in (meant, _RESOLVED.get(link.how, "") if not meant else "") if part)
    return join(
        shown,
        " ",
        element("span", link.stance, class_="stance"),
        element("span", f" ({aside})", class_="aside") if aside else None,
    )


def _between(links: list[Markup]) -> list[Markup]:
    arrow = element("span", " › ", class_="arrow")
    spaced = [link for one in links[1:] for link in (arrow, one)]
    return [links[0], *spaced]
