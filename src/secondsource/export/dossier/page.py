"""A Collation -> the whole page: the sections in order, style and script inside, nothing outside."""

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files

from secondsource.export.dossier.beside import show_beside
from secondsource.export.dossier.catalogue import Catalogue, make_catalogue
from secondsource.export.dossier.element import Markup, element, join, jump, listed, shortened
from secondsource.export.dossier.event_section import show_event
from secondsource.export.dossier.findings import show_findings
from secondsource.export.dossier.lineage_section import show_lineage
from secondsource.export.dossier.masthead import show_glance, show_masthead, title_of
from secondsource.export.dossier.matrix import GLYPHS, show_verdict
from secondsource.export.dossier.report_section import show_report_text
from secondsource.export.dossier.timeline import show_timeline
from secondsource.model import Collation, Event

_STYLES = ("dossier.css", "events.css", "reports.css", "media.css")
_SCRIPT = "dossier.js"


def write_dossier(collation: Collation) -> str:
    """The dossier page of a collation: one HTML document that asks the network for nothing.

    Its policy (Content Security Policy, level 3) allows this style and this script by their hashes, and
    nothing else. Equal collations give equal bytes.
    """
    catalogue = make_catalogue(collation)
    style = Markup("".join(_read(one) for one in _STYLES))
    script = Markup(_read(_SCRIPT))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{title_of(catalogue)} · Second Source"),
        element("style", style),
    )
    body = element("body", _sections(catalogue), element("script", script))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _sections(catalogue: Catalogue) -> Markup:
    events = [join(_heading(catalogue, one), show_event(catalogue, one)) for one in catalogue.events]
    texts = [show_report_text(catalogue, one) for one in catalogue.index.readings.values()]
    main = element(
        "main",
        show_glance(catalogue),
        _whole_findings(catalogue),
        show_timeline(catalogue),
        element("section", element("h2", "Events"), _key(), events, id="events") if events else None,
        show_beside(catalogue),
        show_lineage(catalogue),
        element("section", element("h2", "The reports"), _looks(), texts, id="reports")
        if texts
        else _empty(),
        _notes(catalogue),
    )
    return join(
        jump("glance", "Skip to the events", class_="skip") if events else None,
        show_masthead(catalogue),
        _contents(catalogue),
        main,
        _foot(),
    )


def _heading(catalogue: Catalogue, event: Event) -> Markup | None:
    story = catalogue.headings.get(event.id)
    if story is None:
        return None
    return element(
        "h2", element("bdi", story.title or story.id), id=catalogue.story_anchor(story), class_="story"
    )


def _contents(catalogue: Catalogue) -> Markup | None:
    if not catalogue.index.readings:
        return None
    places = [("glance", "At a glance"), ("when", "When"), ("events", "Events")] if catalogue.events else []
    places += [("lineage", "Lineage")] if len(catalogue.index.readings) > 1 else []
    places += [("reports", "Reports")]
    return element(
        "nav",
        element("ul", [element("li", jump(*one)) for one in places]),
        class_="contents",
        aria_label="On this page",
    )


def _whole_findings(catalogue: Catalogue) -> Markup | None:
    shown = show_findings(catalogue, catalogue.findings.get(None, ()))
    return element("div", shown, class_="story-findings") if shown else None


def _key() -> Markup:
    return element("p", [element("span", show_verdict(one), " ") for one in GLYPHS], class_="key-line")


def _looks() -> Markup:
    looks: Iterable[tuple[str, str]] = (
        ("m who", "who"),
        ("m when", "when"),
        ("m where", "where"),
        ("m what", "what"),
        ("m many", "how many"),
        ("m did", "did"),
        ("cue", "who says so"),
        ("sentence background", "background"),
        ("sentence not-understood", "not understood"),
        ("part furniture", "furniture of the page"),
    )
    return element(
        "p",
        [join(element("span", words, class_=look), " ") for look, words in looks],
        class_="key-line looks",
    )


def _empty() -> Markup:
    return element("p", "No report was read, so there is nothing to show.", class_="none")


def _notes(catalogue: Catalogue) -> Markup | None:
    notes = catalogue.collation.notes
    if not notes:
        return None
    rows = [
        join(
            element("strong", element("bdi", catalogue.label(one.report))), " ", shortened(one.message),
            element("span", " ", shortened(one.advice), class_="aside") if one.advice else None,
        )
        for one in notes
    ]  # fmt: skip
    return element(
        "section", element("h2", "Notes"), listed(rows, most=12, class_="notes", name="notes"), id="notes"
    )


def _foot() -> Markup:
    return element(
        "footer",
        element(
            "p",
            "Made by Second Source. Nothing here is a verdict on what is true: it shows what is said, by ",
            "whom, and in which words. Voices are counted, not weighed; silence is not agreement.",
        ),
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _read(name: str) -> str:
    return files("secondsource.export.dossier").joinpath(name).read_text(encoding="utf-8")
