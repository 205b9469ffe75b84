"""Derivations -> which report is made from which, how much of it, and the passages that show it."""

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.element import Markup, element, folded, join, jump, listed, shortened
from secondsource.model import Derivation

_VERBS = {
    "copy": "is a copy of",
    "edited copy": "is an edited copy of",
    "quotes": "quotes",
    "shares an origin": "shares an origin with",
}


def show_lineage(catalogue: Catalogue) -> Markup | None:
    """The section on lineage; None with fewer than two reports and no derivation."""
    derivations = catalogue.collation.derivations
    if not derivations and len(catalogue.index.readings) < 2:
        return None
    rows = [_derivation(catalogue, one, number) for number, one in enumerate(derivations, 1)]
    nothing = element(
        "p",
        "No report shows that it was made from another: no shared run of words, no credit.",
        class_="none",
    )
    return element(
        "section",
        element("h2", "Which report is made from which"),
        listed(rows, most=12, class_="lineage", name="derivations") if rows else nothing,
        id="lineage",
    )


def passage_anchor(number: int, place: int, there: bool) -> str:
    """Where a shared passage stands in the report (or in its origin)."""
    return f"d{number}p{place}{'t' if there else 'h'}"


def _derivation(catalogue: Catalogue, derivation: Derivation, number: int) -> Markup:
    origin = derivation.origin
    known = origin in catalogue.index.readings
    made_from = (
        show_report(catalogue, origin, named=True)
        if known
        else element("strong", element("bdi", catalogue.name(origin)))
    )
    percent = round(derivation.share * 100)
    bar = element(
        "svg",
        element("rect", width="100%", height="100%", rx="2", class_="rest"),
        element("rect", width=f"{min(max(percent, 0), 100)}%", height="100%", rx="2", class_="shared"),
        class_="share",
        aria_hidden="true",
    )
    passages = _passages(catalogue, derivation, number)
    return join(
        element(
            "p",
            show_report(catalogue, derivation.report, named=True),
            f" {_VERBS[derivation.how]} ",
            made_from,
        ),
        element("p", bar, f" {percent} % of its words are shared", class_="aside")
        if derivation.share
        else None,
        listed(
            [element("span", shortened(one)) for one in derivation.because], class_="because", name="reasons"
        ),
        folded(
            f"{len(passages)} shared passage{'' if len(passages) == 1 else 's'}", listed(passages, most=40)
        )
        if passages
        else None,
    )


def _passages(catalogue: Catalogue, derivation: Derivation, number: int) -> list[Markup]:
    reading = catalogue.index.readings.get(derivation.report)
    if reading is None:
        return []
    there, letter = derivation.origin in catalogue.index.readings, catalogue.letter(derivation.origin)
    text = reading.report.text
    return [
        join(
            element(
                "q", jump(passage_anchor(number, place, False), shortened(one.here.of(text)), class_="value")
            ),
            jump(passage_anchor(number, place, True), f" in {letter}", class_="aside") if there else None,
        )
        for place, one in enumerate(derivation.passages, 1)
    ]
