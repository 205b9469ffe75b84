"""Lines of the record -> the values they were written from; nothing is lost on the way."""

from collections.abc import Iterable
from typing import Any

import msgspec

from secondsource.model import (
    Attribution,
    Claim,
    Collation,
    Comparison,
    Derivation,
    Event,
    Finding,
    Ledger,
    Mention,
    Note,
    Part,
    Passage,
    Quantity,
    Reading,
    Report,
    Role,
    SharedPassage,
    Span,
    Story,
    Time,
)

Line = dict[str, Any]


def read_record(lines: Iterable[Line]) -> Collation:
    """The collation that the lines were written from. Raises ValueError (msgspec's is one) or KeyError."""
    found: dict[str, list[Any]] = {kind: [] for kind in _READERS}
    for line in lines:
        kind = line.get("kind")
        if kind not in _READERS:
            raise ValueError(f"a line of kind {kind!r} is not part of the record")
        found[kind].append(_READERS[kind](line))
    return Collation(
        readings=tuple(found["reading"]),
        stories=tuple(found["story"]),
        derivations=tuple(found["derivation"]),
        events=tuple(found["event"]),
        comparisons=tuple(found["comparison"]),
        findings=tuple(found["finding"]),
        notes=tuple(found["note"]),
    )


def read_reading(line: Line) -> Reading:
    """The reading that a `reading` line was written from."""
    report = read_report_line(line["report"])
    return Reading(
        report=report,
        sentences=tuple(_ledger(one) for one in line["sentences"]),
        mentions=tuple(_mention(one) for one in line["mentions"]),
        attributions=tuple(msgspec.convert(one, Attribution) for one in line["attributions"]),
        claims=tuple(_claim(one) for one in line["claims"]),
        notes=tuple(_note({"report": report.id, **one}) for one in line["notes"]),
    )


def read_report_line(line: Line) -> Report:
    """The report inside a `reading` line."""
    parts = tuple(
        Part(_span(one), one["kind"], one["because"], one["made_by"]) for one in line.get("parts", ())
    )
    passages = tuple(Passage(Span(one[0], one[1]), one[2], one[3]) for one in line.get("passages", ()))
    plain = {name: value for name, value in line.items() if name not in ("parts", "passages")}
    return msgspec.structs.replace(msgspec.convert(plain, Report), parts=parts, passages=passages)


def _ledger(line: Line) -> Ledger:
    return Ledger(
        line["id"], _span(line), line["fate"], line.get("because", ""), tuple(line.get("claims", ()))
    )


def _mention(line: Line) -> Mention:
    value: Time | Quantity | str | None = line["value"]
    if "time" in line:
        value = msgspec.convert(line["time"], Time)
    elif "quantity" in line:
        value = msgspec.convert(line["quantity"], Quantity)
    return Mention(
        line["id"],
        _span(line),
        line["text"],
        line["kind"],
        value,
        line["entity"],
        line["made_by"],
        line["confidence"],
    )


def _claim(line: Line) -> Claim:
    roles = tuple(Role(one["role"], one["mention"], one.get("made_by", "by hand")) for one in line["roles"])
    return msgspec.structs.replace(msgspec.convert({**line, "roles": ()}, Claim), roles=roles)


def _note(line: Line) -> Note:
    span = None if line["start"] is None else _span(line)
    return Note(line["report"], span, line["message"], line["advice"], line["made_by"])


def _story(line: Line) -> Story:
    return Story(line["id"], line.get("title", ""), tuple(line["reports"]))


def _derivation(line: Line) -> Derivation:
    passages = tuple(SharedPassage(Span(*one["here"]), Span(*one["there"])) for one in line["passages"])
    return Derivation(
        line["report"],
        line["from"],
        line["how"],
        passages,
        line.get("share", 0.0),
        tuple(line.get("because", ())),
    )


def _span(line: Line) -> Span:
    return Span(line["start"], line["end"])


_READERS: dict[str, Any] = {
    "reading": read_reading,
    "story": _story,
    "derivation": _derivation,
    "event": lambda line: msgspec.convert(line, Event),
    "comparison": lambda line: msgspec.convert(line, Comparison),
    "finding": lambda line: msgspec.convert(line, Finding),
    "note": _note,
}
