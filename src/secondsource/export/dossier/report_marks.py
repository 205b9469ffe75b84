"""A reading, seen through what is made of it -> the marks in its text."""

from secondsource.export.dossier.catalogue import Catalogue, event_anchor
from secondsource.export.dossier.element import Markup, element, join, jump
from secondsource.export.dossier.lineage_section import passage_anchor
from secondsource.export.dossier.marked_text import Mark
from secondsource.model import Attribution, Ledger, Mention, Reading, Span

# Which of five looks a mention has; what is not here has the last.
_LOOKS = {
    "time": "when", "occasion": "when", "place": "where", "facility": "where", "person": "who",
    "organization": "who", "state": "who", "group": "who", "office": "who", "action": "did",
    "quantity": "many",
}  # fmt: skip


def note_anchor(place: int, number: int) -> str:
    """Where the words of a report's note stand."""
    return f"r{place}n{number}"


def marks_of(catalogue: Catalogue, reading: Reading) -> list[Mark]:
    """Parts, sentences, passages, notes, attributions and used mentions: the outer before the inner."""
    place = catalogue.place(reading.report.id)
    marks = [Mark(part.span, f"part {part.kind}") for part in reading.report.parts if part.kind != "body"]
    marks += [_sentence(catalogue, one) for one in reading.sentences]
    marks += _passages(catalogue, reading)
    marks += [
        Mark(one.span, "noted", note_anchor(place, n))
        for n, one in enumerate(reading.notes, 1)
        if one.span is not None
    ]
    for attribution in reading.attributions:
        marks += _attribution(catalogue, attribution)
    used = _used(catalogue, reading)
    return marks + [_mention(catalogue, one, used[one.id]) for one in reading.mentions if one.id in used]


def _sentence(catalogue: Catalogue, ledger: Ledger) -> Mark:
    events = sorted(
        {catalogue.number[catalogue.event_of[one]] for one in ledger.claims if one in catalogue.event_of}
    )
    refs = [
        join(
            " " if place else None,
            jump(event_anchor(number), element("span", "event ", class_="hidden"), number),
        )
        for place, number in enumerate(events)
    ]
    look = "sentence " + ledger.fate.replace(" ", "-")
    after = element("sup", refs, class_="refs") if refs else Markup("")
    return Mark(ledger.span, look, catalogue.anchor(ledger.sentence), after=after)


def _passages(catalogue: Catalogue, reading: Reading) -> list[Mark]:
    marks = []
    for number, derivation in enumerate(catalogue.collation.derivations, 1):
        for place, passage in enumerate(derivation.passages, 1):
            if derivation.report == reading.report.id:
                marks.append(Mark(passage.here, "passage", passage_anchor(number, place, False)))
            elif derivation.origin == reading.report.id:
                marks.append(Mark(passage.there, "passage", passage_anchor(number, place, True)))
    return marks


def _attribution(catalogue: Catalogue, attribution: Attribution) -> list[Mark]:
    spans = [(span, "cue source") for span in attribution.source] + [
        (span, "cue") for span in attribution.cue
    ]
    anchor = catalogue.anchor(attribution.id)
    contents = [(span, "said") for span in attribution.content]
    return _anchored(contents, catalogue.content_anchor(attribution.id)) + _anchored(
        spans or contents, anchor
    )


def _anchored(spans: list[tuple[Span, str]], anchor: str) -> list[Mark]:
    return [Mark(span, look, None if place else anchor) for place, (span, look) in enumerate(spans)]


def _used(catalogue: Catalogue, reading: Reading) -> dict[str, str | None]:
    """Mentions that something is made of, each with the place that a click leads to."""
    used: dict[str, str | None] = {}
    for claim in reading.claims:
        event = catalogue.event_of.get(claim.id)
        to = event_anchor(catalogue.number[event]) if event else None
        for mention in (claim.action, *(one.mention for one in claim.roles)):
            used[mention] = used.get(mention) or to
    for finding in catalogue.collation.findings:
        number = catalogue.number.get(finding.event) if finding.event else None
        for mention in finding.mentions:
            used[mention] = used.get(mention) or (event_anchor(number) if number else None)
    return used | catalogue.cells.get(reading.report.id, {})


def _mention(catalogue: Catalogue, mention: Mention, to: str | None) -> Mark:
    return Mark(mention.span, f"m {_LOOKS.get(mention.kind, 'what')}", catalogue.anchor(mention.id), to)
