"""Collation -> the record: one plain mapping a line, keys in a fixed order, every value by its notation."""

from collections.abc import Iterator
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
    Quantity,
    Reading,
    Report,
    Story,
    Time,
    Voices,
)

Line = dict[str, Any]


def write_record(collation: Collation) -> Iterator[Line]:
    """Every line of the record: readings, stories, derivations, events, comparisons, findings, notes."""
    for reading in collation.readings:
        yield reading_line(reading)
    for story in collation.stories:
        yield story_line(story)
    for derivation in collation.derivations:
        yield derivation_line(derivation)
    for event in collation.events:
        yield event_line(event)
    for comparison in collation.comparisons:
        yield comparison_line(comparison)
    for finding in collation.findings:
        yield finding_line(finding)
    for note in collation.notes:
        yield {"kind": "note", "report": note.report, **_note(note)}


def reading_line(reading: Reading) -> Line:
    """All that one report gives."""
    return {
        "kind": "reading",
        "report": _report(reading.report),
        "sentences": [_sentence(one) for one in reading.sentences],
        "mentions": [_mention(one) for one in reading.mentions],
        "attributions": [_attribution(one) for one in reading.attributions],
        "claims": [_claim(one) for one in reading.claims],
        "notes": [_note(one) for one in reading.notes],
    }


def story_line(story: Story) -> Line:
    """Reports that tell of the same happenings."""
    return {"kind": "story", "id": story.id, "title": story.title, "reports": list(story.reports)}


def derivation_line(derivation: Derivation) -> Line:
    """A report made from another, with the passages that show it."""
    return {
        "kind": "derivation",
        "report": derivation.report,
        "from": derivation.origin,
        "how": derivation.how,
        "passages": [
            {"here": list(_pair(one.here)), "there": list(_pair(one.there))} for one in derivation.passages
        ],
        "share": derivation.share,
        "because": list(derivation.because),
    }


def event_line(event: Event) -> Line:
    """What several claims are about."""
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "title": event.title,
        "claims": list(event.claims),
        "status": event.status,
        "voices": _voices(event.voices),
        "time": event.time,
        "place": event.place,
        "links": msgspec.to_builtins(event.links),
        "story": event.story,
        "foreground": event.foreground,
    }


def comparison_line(comparison: Comparison) -> Line:
    """One role of one event across reports."""
    return {
        "kind": "comparison",
        "event": comparison.event,
        "role": comparison.role,
        "verdict": comparison.verdict,
        "sides": msgspec.to_builtins(comparison.sides),
        "silent": list(comparison.silent),
        "detail": comparison.detail,
    }


def finding_line(finding: Finding) -> Line:
    """What an analyst should look at."""
    return {
        "kind": "finding",
        "what": finding.what,
        "event": finding.event,
        "mentions": list(finding.mentions),
        "message": finding.message,
        "reports": list(finding.reports),
    }


def _report(report: Report) -> Line:
    return {
        "id": report.id,
        "name": report.name,
        "file": report.file,
        "url": report.url,
        "title": report.title,
        "outlet": report.outlet,
        "published": msgspec.to_builtins(report.published),
        "language": report.language,
        "sha256": report.sha256,
        "text": report.text,
        "parts": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "kind": one.kind,
                "because": one.because,
                "made_by": one.made_by,
            }
            for one in report.parts
        ],
        "passages": [[*_pair(one.span), one.first_byte, one.last_byte] for one in report.passages],
    }


def _sentence(ledger: Ledger) -> Line:
    return {
        "id": ledger.sentence,
        "start": ledger.span.start,
        "end": ledger.span.end,
        "fate": ledger.fate,
        "because": ledger.because,
        "claims": list(ledger.claims),
    }


def _mention(mention: Mention) -> Line:
    line: Line = {
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind,
        "value": None if mention.value is None else str(mention.value),
        "entity": mention.entity,
        "made_by": mention.made_by,
        "confidence": mention.confidence,
    }
    if isinstance(mention.value, Time):
        line["timex"] = dict(zip(("type", "value"), mention.value.timex, strict=True))
        line["time"] = msgspec.to_builtins(mention.value)
    elif isinstance(mention.value, Quantity):
        line["quantity"] = msgspec.to_builtins(mention.value)
    return line


def _attribution(attribution: Attribution) -> Line:
    return {
        "id": attribution.id,
        "source": msgspec.to_builtins(attribution.source),
        "source_entity": attribution.source_entity,
        "how": attribution.how,
        "antecedent": msgspec.to_builtins(attribution.antecedent),
        "cue": msgspec.to_builtins(attribution.cue),
        "content": msgspec.to_builtins(attribution.content),
        "stance": attribution.stance,
        "medium": attribution.medium,
        "commitment": attribution.commitment,
        "said": attribution.said,
        "within": attribution.within,
        "answers": attribution.answers,
        "made_by": attribution.made_by,
    }


def _claim(claim: Claim) -> Line:
    return {
        "id": claim.id,
        "type": claim.type,
        "action": claim.action,
        "roles": [{"role": one.name, "mention": one.mention, "made_by": one.made_by} for one in claim.roles],
        "time": claim.time,
        "attribution": list(claim.attribution),
        "factuality": claim.factuality,
        "factuality_cue": claim.factuality_cue,
        "certainty": claim.certainty,
        "foreground": claim.foreground,
        "headline": claim.headline,
        "sentence": claim.sentence,
        "part_of": claim.part_of,
        "same_as": claim.same_as,
        "made_by": claim.made_by,
    }


def _note(note: Note) -> Line:
    return {
        "start": None if note.span is None else note.span.start,
        "end": None if note.span is None else note.span.end,
        "message": note.message,
        "advice": note.advice,
        "made_by": note.made_by,
    }


def _voices(voices: Voices) -> Line:
    return {
        "least": voices.least,
        "most": voices.most,
        "who": msgspec.to_builtins(voices.who),
        "because": list(voices.because),
    }


def _pair(span: Any) -> tuple[int, int]:
    return span.start, span.end
