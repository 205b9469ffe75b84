"""One report -> who published it and when, how much was used, its notes, its whole text with every span."""

from pathlib import PurePath

from secondsource.export.dossier.catalogue import Catalogue, report_anchor
from secondsource.export.dossier.dates import spoken_notation
from secondsource.export.dossier.element import (
    Markup,
    address,
    element,
    folded,
    join,
    jump,
    listed,
    shortened,
)
from secondsource.export.dossier.marked_text import mark_text
from secondsource.export.dossier.report_marks import marks_of, note_anchor
from secondsource.model import Note, Published, Reading

FATES = ("used", "background", "not understood", "furniture")
# A text longer than this, in characters, is folded: nothing of it is cut.
_LONG = 12_000


def show_report_text(catalogue: Catalogue, reading: Reading) -> Markup:
    """The section of one report."""
    report = reading.report
    place = catalogue.place(report.id)
    headed = any(one.kind == "title" for one in report.parts)
    text = element(
        "div",
        mark_text(report.text, marks_of(catalogue, reading)),
        class_="text",
        lang=report.language or None,
        dir="auto",
    )
    if len(report.text) > _LONG:
        text = folded(f"The whole text, {len(report.text)} characters", text)
    elif not report.text.strip():
        text = element("p", "This report has no text.", class_="none")
    return element(
        "article",
        element(
            "header",
            element(
                "h3",
                element("span", catalogue.letter(report.id), class_="letter"),
                " ",
                element("bdi", catalogue.label(report.id)),
            ),
            element("p", element("bdi", report.title), class_="named")
            if report.title and not headed
            else None,
        ),
        element(
            "div",
            element("div", text, class_="main"),
            element(
                "aside",
                element("dl", _facts(reading), class_="facts"),
                _share(reading),
                _notes(reading, place),
                class_="margin",
            ),
            class_="columns",
        ),
        id=report_anchor(place),
        class_="report-text",
    )


def _facts(reading: Reading) -> list[Markup]:
    report = reading.report
    # The folders that a file lay in are its owner's affair: the page goes to other people.
    file = PurePath(report.file).name if report.file else ""
    rows: list[tuple[str, Markup | str | None]] = [
        ("published", _when(report.published)),
        ("address", address(report.url) if report.url else None),
        ("file", element("bdi", file) if file else None),
        ("name", element("bdi", report.name) if report.name and not file.startswith(report.name) else None),
        ("language", report.language),
        (
            "SHA-256",
            element("code", report.sha256[:16], "…") if len(report.sha256) > 16 else report.sha256 or None,
        ),
    ]
    return [join(element("dt", label), element("dd", value)) for label, value in rows if value]


def _when(published: Published) -> Markup:
    reasons = (
        element("span", shortened("; ".join(published.because)), class_="aside")
        if published.because
        else None
    )
    if published.value:
        told = join(
            spoken_notation(published.value) or published.value,
            element("span", f" ({published.status})", class_="aside"),
        )
    elif published.earliest or published.latest:
        bounds = f"{published.earliest or '..'}/{published.latest or '..'}"
        told = join(
            "not told; ",
            spoken_notation(bounds) or bounds,
            element("span", f" ({published.status})", class_="aside"),
        )
    else:
        told = join("not told")
    return join(told, " " if reasons else None, reasons)


def _share(reading: Reading) -> Markup | None:
    """A bar of what became of the report's characters, and the same in words."""
    total = {fate: sum(len(one.span) for one in reading.sentences if one.fate == fate) for fate in FATES}
    read = sum(total[fate] for fate in FATES[:3])
    if not sum(total.values()):
        return None
    at, bars, words = 0.0, [], []
    for fate in FATES[:3]:
        width = total[fate] * 100 / read if read else 0.0
        if width:
            look = fate.replace(" ", "-")
            bars.append(element("rect", x=f"{at:.2f}%", width=f"{width:.2f}%", height="100%", class_=look))
            words.append(join(element("span", class_=f"key {look}"), f"{fate} {width:.0f} %"))
        at += width
    if total["furniture"]:
        words.append(
            join(
                element("span", class_="key furniture"),
                f"{total['furniture']} characters of furniture set aside",
            )
        )
    return element(
        "p",
        element("svg", bars, class_="share", aria_hidden="true") if bars else None,
        element("span", [element("span", one) for one in words], class_="keys"),
        class_="used-share",
    )


def _notes(reading: Reading, place: int) -> Markup | None:
    if not reading.notes:
        return None
    rows = [_note(one, place, number) for number, one in enumerate(reading.notes, 1)]
    title = f"{len(rows)} note{'' if len(rows) == 1 else 's'} on this report"
    return folded(title, listed(rows, most=30, class_="notes", name="notes"), class_="fold notes-fold")


def _note(note: Note, place: int, number: int) -> Markup:
    return join(
        jump(note_anchor(place, number), shortened(note.message), class_="value")
        if note.span
        else shortened(note.message),
        element("span", " ", shortened(note.advice), class_="aside") if note.advice else None,
    )
