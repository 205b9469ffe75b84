"""The record of a story (JSON Lines on standard input) against FOLDER/expected.json: what of it was found.

Quotes are looked up in each report's own text as the record gives it. Prints a line per expected value and a
last line of totals; exits with 1 when an event is missing or fewer than 90 of 100 values are found.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def find_reading(readings: list[Any], key: str, expected: Any) -> Any:
    """The reading whose report came from the expected file (and line of it, if one is named)."""
    for reading in readings:
        report = reading["report"]
        if Path(report.get("file") or report.get("name") or "").name != expected["file"]:
            continue
        if expected.get("name") in (None, report.get("name")):
            return reading
    raise SystemExit(f"no reading of {expected['file']} ({key}) in the record")


def overlaps(spans: list[list[int]], text: str, quote: str) -> bool:
    """True when a span shares a character with some occurrence of the quote."""
    start = text.find(quote)
    while start >= 0:
        if any(one < start + len(quote) and start < other for one, other in spans):
            return True
        start = text.find(quote, start + 1)
    return False


def check_event(
    event: Any, readings: dict[str, Any], record: dict[str, list[Any]]
) -> Iterator[tuple[str, bool, bool]]:
    """(what, found, verdict right) of each expected value, against the event of the record that fits best."""
    mentions = {one["id"]: (key, one) for key, reading in readings.items() for one in reading["mentions"]}
    claims = {one["id"]: one for reading in readings.values() for one in reading["claims"]}

    def covered(ids: list[Any], key: str, quote: str) -> bool:
        found = [mentions[id][1] for id in ids if id in mentions and mentions[id][0] == key]
        return overlaps([[one["start"], one["end"]] for one in found], readings[key]["report"]["text"], quote)

    def ids_of(candidate: Any) -> list[Any]:
        told = [claims[id] for id in candidate["claims"] if id in claims]
        return [
            id
            for claim in told
            for id in (_id(claim["action"]), *(_id(role["mention"]) for role in claim["roles"]))
        ]

    quotes = [pair for values in event["fields"].values() for value in values for pair in value["in"].items()]
    scored = [(sum(covered(ids_of(one), *pair) for pair in quotes), one) for one in record.get("event", [])]
    best: Any
    points, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    yield (
        f"event {event['id']}: {points}/{len(quotes)} quotes as {best['type'] if best else 'nothing'}",
        points > 0,
        points > 0,
    )
    for role, values in event["fields"].items():
        for value in values:
            found = bool(points) and all(covered(ids_of(best), *pair) for pair in value["in"].items())
            verdicts = {
                one["verdict"].split()[0]
                for one in record.get("comparison", [])
                if points
                and one["event"] == best["id"]
                and any(
                    covered(side["mentions"], *pair) for side in one["sides"] for pair in value["in"].items()
                )
            }
            wanted = {"agree", "finer"} if value["verdict"] == "agree" else {value["verdict"].split()[0]}
            yield (
                f"  {role} | {value['value']} | {value['verdict']} | {sorted(verdicts)}",
                found,
                bool(wanted & verdicts),
            )


def _id(mention: Any) -> Any:
    return mention["id"] if isinstance(mention, dict) else mention


def main(folder: Path) -> int:
    """Print what was found; the exit status."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    record: dict[str, list[Any]] = {}
    for line in sys.stdin:
        row = json.loads(line)
        record.setdefault(row["kind"], []).append(row)
    readings = {
        key: find_reading(record.get("reading", []), key, one) for key, one in expected["reports"].items()
    }
    events = [list(check_event(event, readings, record)) for event in expected["events"]]
    for rows in events:
        for what, found, right in rows:
            print("found  " if found else "MISSING", "right" if right else "WRONG", what)
    claims = 0
    for claim in expected["claims_not_events"]:
        key, quote = next(iter(claim["in"].items()))
        attributions = readings[key]["attributions"]
        spans = [span for one in attributions for part in ("content", "cue", "source") for span in one[part]]
        found = overlaps(spans, readings[key]["report"]["text"], quote)
        claims += found
        print("found  " if found else "MISSING", "claim", claim["what"])
    fields = [row for rows in events for row in rows[1:]]
    whole = sum(rows[0][1] for rows in events)
    apart = len(expected["claims_not_events"])
    print(
        f"events {whole}/{len(events)} · values {sum(row[1] for row in fields)}/{len(fields)}"
        f" · verdicts {sum(row[2] for row in fields)}/{len(fields)} · claims {claims}/{apart}"
    )
    return 0 if whole == len(events) and sum(row[1] for row in fields) >= 0.9 * len(fields) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
