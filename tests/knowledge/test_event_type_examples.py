"""Every example of the table of event types is read as its type, or as a kind of it."""

from collections.abc import Iterator

from secondsource.knowledge import load
from secondsource.model import Report
from secondsource.reading import read_report

ROWS = {row["id"]: row for row in load("event_types")}


def upwards(type_id: str) -> Iterator[str]:
    """A type, its parent, and so on to the root."""
    while type_id:
        yield type_id
        type_id = ROWS[type_id]["parent"]


def types_of(text: str, reader: str) -> set[str]:
    """Every type, with its parents, that a text is read as: by its claims or by its words for actions."""
    reading = read_report(Report("r", text, ""), reader)
    actions = (one.entity or "" for one in reading.mentions if one.kind == "action")
    found = {claim.type for claim in reading.claims} | {entity.removeprefix("event/") for entity in actions}
    return {above for one in found if one in ROWS for above in upwards(one)}


def test_every_example_is_read_as_its_type() -> None:
    examples = {name: row["example"] for name, row in ROWS.items() if row["example"]}
    missed = {name for name, text in examples.items() if name not in types_of(text, "default")}
    assert {name for name in missed if name not in types_of(examples[name], "rules")} == set()
