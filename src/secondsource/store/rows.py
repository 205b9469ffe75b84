"""Readings and collations <-> rows: the record's lines, cut into tables, with their order."""

import hashlib
from typing import Any

import msgspec

from secondsource.export.record import Line, reading_line, write_record
from secondsource.model import Collation, Reading
from secondsource.store.errors import SpanMismatch

_CHILDREN = {"sentence": "sentences", "mention": "mentions", "attribution": "attributions", "claim": "claims"}
_OPTIONAL = ("timex", "time", "quantity")


def rows_of_reading(reading: Reading, made_with: str) -> dict[str, list[Line]]:
    """Rows by table: report, sentence, mention, attribution, claim, note. Raises SpanMismatch."""
    check_spans(reading)
    line = reading_line(reading)
    # A file's name may hold bytes that are no text; everything else was cleaned when the report was opened.
    line["report"].update({one: writable(line["report"][one]) for one in ("name", "file")})
    id = reading.report.id
    rows = {
        name: [
            {**_filled(name, one), "report": id, "number": number} for number, one in enumerate(line[plural])
        ]
        for name, plural in _CHILDREN.items()
    }
    rows["note"] = [
        {**one, "place": "reading", "report": id, "number": number}
        for number, one in enumerate(line["notes"])
    ]
    rows["report"] = [{**line["report"], "made_with": made_with, "digest": digest_of(line)}]
    return rows


def line_of_reading(report: Line, children: dict[str, list[Line]]) -> Line:
    """The record's line that `rows_of_reading` cut up."""
    plain = {name: value for name, value in report.items() if name not in ("number", "made_with", "digest")}
    line: Line = {"kind": "reading", "report": plain}
    for name, plural in _CHILDREN.items():
        line[plural] = [_trimmed(name, one) for one in children[name]]
    line["notes"] = [_without(one, "place", "report", "number") for one in children["note"]]
    return line


def rows_of_collation(collation: Collation) -> dict[str, list[Line]]:
    """Rows by table: story, derivation, event, comparison, finding, note."""
    rows: dict[str, list[Line]] = {}
    for line in write_record(Collation((), *_parts_of(collation))):
        kind = line.pop("kind")
        kept = rows.setdefault(kind, [])
        kept.append({**line, "number": len(kept)})
    for row in rows.get("note", ()):
        row["place"] = "collation"
    return rows


def line_of_row(kind: str, row: Line) -> Line:
    """The record's line that `rows_of_collation` numbered."""
    ours = ("number", "place") if kind == "note" else ("number",)
    return {"kind": kind, **_without(row, *ours)}


def writable(text: str | None) -> str | None:
    """The text with everything that UTF-8 cannot hold replaced."""
    return None if text is None else text.encode("utf-8", "replace").decode()


def digest_of(line: Line) -> str:
    """SHA-256 of a reading's line, the file's place aside: a moved file is not another report."""
    report = {name: value for name, value in line["report"].items() if name != "file"}
    return hashlib.sha256(msgspec.json.encode({**line, "report": report})).hexdigest()


def check_spans(reading: Reading) -> None:
    """Raises SpanMismatch unless every mention's words stand at its span and every span lies in the text."""
    text, id = reading.report.text, reading.report.id
    for mention in reading.mentions:
        if mention.span.of(text) != mention.text or not 0 <= mention.span.start <= mention.span.end:
            there = mention.span.of(text)
            raise SpanMismatch(
                f"{id}: mention {mention.id} ({mention.made_by}) says {mention.text[:60]!r}, "
                f"at {mention.span.start}-{mention.span.end} stands {there[:60]!r}"
            )
    for attribution in reading.attributions:
        for span in (
            *attribution.source,
            *attribution.antecedent,
            *attribution.cue,
            *attribution.content,
        ):
            if not 0 <= span.start <= span.end <= len(text):
                raise SpanMismatch(
                    f"{id}: attribution {attribution.id} points at {span.start}-{span.end}, past the text"
                )
    for ledger in reading.sentences:
        if not 0 <= ledger.span.start <= ledger.span.end <= len(text):
            raise SpanMismatch(f"{id}: sentence {ledger.sentence} points past the text")


def _filled(name: str, line: Line) -> Line:
    return {**dict.fromkeys(_OPTIONAL), **line} if name == "mention" else line


def _trimmed(name: str, row: Line) -> Line:
    line = _without(row, "report", "number")
    if name == "mention":
        return {key: value for key, value in line.items() if value is not None or key not in _OPTIONAL}
    return line


def _without(row: Line, *names: str) -> Line:
    return {key: value for key, value in row.items() if key not in names}


def _parts_of(collation: Collation) -> tuple[Any, ...]:
    return (
        collation.stories,
        collation.derivations,
        collation.events,
        collation.comparisons,
        collation.findings,
        collation.notes,
    )
