"""Collation -> tables of events, claims, comparisons, reports, voices, findings; as CSV that is safe to open.

A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a line end) gets a quote
mark before it, as OWASP's page on CSV injection advises.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from secondsource.model import Attribution, Collation, Reading
from secondsource.model.index import Index, index_of

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
Row = dict[str, str | int | float | None]
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(collation: Collation, folder: Path) -> None:
    """Writes NAME.csv for each table into the folder, which is made when it is not there. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in make_tables(collation).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            # Line ends of RFC 4180: with a bare line feed a carriage return in a cell would go unquoted.
            writer = csv.DictWriter(stream, COLUMNS[name], lineterminator="\r\n")
            writer.writeheader()
            writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)


def make_tables(collation: Collation) -> dict[str, list[Row]]:
    """Rows of each table by its name; keys are those of COLUMNS, in that order."""
    index = index_of(collation.readings)
    event_of = {claim: event.id for event in collation.events for claim in event.claims}
    made = {
        "events": _events(collation, index),
        "claims": _claims(collation, index, event_of),
        "comparisons": _comparisons(collation, index),
        "reports": _reports(collation),
        "voices": _voices(collation, index),
        "findings": _findings(collation, index),
    }
    return {name: [dict(zip(COLUMNS[name], row, strict=True)) for row in rows] for name, rows in made.items()}


COLUMNS = {
    name: tuple(columns.split())
    for name, columns in {
        "events": "event type title status time place story reports claims voices_least voices_most "
        "foreground",
        "claims": "claim event report type factuality certainty action time actor recipient object "
        "instrument place quantity occasion attendee target content source stance says_so start end "
        "foreground headline made_by",
        "comparisons": "event role verdict side value reports words silent",
        "reports": "report name file url outlet title published status earliest latest language sha256 "
        "characters sentences used background furniture not_understood",
        "voices": "event voice stance party reports",
        "findings": "finding event what message reports words",
    }.items()
}
_ROLES = COLUMNS["claims"][8:18]
Cells = Iterator[tuple[str | int | float | None, ...]]


def _events(collation: Collation, index: Index) -> Cells:
    for event in collation.events:
        reports = dict.fromkeys(index.report_of(claim) for claim in event.claims)
        yield (
            event.id,
            event.type,
            event.title,
            event.status,
            event.time,
            event.place,
            event.story,
            " ".join(reports),
            " ".join(event.claims),
            event.voices.least,
            event.voices.most,
            int(event.foreground),
        )


def _claims(collation: Collation, index: Index, event_of: dict[str, str]) -> Cells:
    for reading in collation.readings:
        for claim in reading.claims:
            action, chain = index.mentions.get(claim.action), index.chain(claim)
            roles = (_words(index, claim.mentions_in(role)) for role in _ROLES)  # type: ignore[arg-type]
            last = chain[-1] if chain else None
            yield (
                claim.id,
                event_of.get(claim.id),
                reading.report.id,
                claim.type,
                claim.factuality,
                claim.certainty,
                action.text if action else None,
                claim.time,
                *roles,
                _source(last, reading),
                last.stance if last else None,
                " > ".join(_source(link, reading) or "unnamed" for link in chain) or None,
                action.span.start if action else None,
                action.span.end if action else None,
                int(claim.foreground),
                int(claim.headline),
                claim.made_by,
            )


def _comparisons(collation: Collation, index: Index) -> Cells:
    for one in collation.comparisons:
        for number, side in enumerate(one.sides, start=1):
            yield (
                one.event,
                one.role,
                one.verdict,
                number,
                side.value,
                " ".join(side.reports),
                _words(index, side.mentions),
                " ".join(one.silent),
            )


def _reports(collation: Collation) -> Cells:
    for reading in collation.readings:
        report, published = reading.report, reading.report.published
        fates = [ledger.fate for ledger in reading.sentences]
        yield (
            report.id,
            report.name,
            report.file,
            report.url,
            report.outlet,
            report.title,
            published.value,
            published.status,
            published.earliest,
            published.latest,
            report.language,
            report.sha256,
            len(report.text),
            len(fates),
            fates.count("used"),
            fates.count("background"),
            fates.count("furniture"),
            fates.count("not understood"),
        )


def _voices(collation: Collation, index: Index) -> Cells:
    for event in collation.events:
        for one in event.voices.who:
            yield event.id, one.voice, one.stance, int(one.party), " ".join(one.reports)


def _findings(collation: Collation, index: Index) -> Cells:
    for number, one in enumerate(collation.findings, start=1):
        yield number, one.event, one.what, one.message, " ".join(one.reports), _words(index, one.mentions)


def _source(link: Attribution | None, reading: Reading) -> str | None:
    if link is None:
        return None
    return link.source_entity or " ".join(span.of(reading.report.text) for span in link.source) or None


def _words(index: Index, mentions: tuple[str, ...]) -> str | None:
    return " | ".join(index.mentions[one].text for one in mentions if one in index.mentions) or None


def _safe(value: str | int | float | None) -> str | int | float | None:
    if not isinstance(value, str):
        return value
    return ("'" if value.startswith(_RUN) else "") + _CONTROLS.sub("\ufffd", value)
