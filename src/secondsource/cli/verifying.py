"""`verify`: the store -> what does not hold in it, one line each; exit 1 when anything does not."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.cli.options import existing_store, into, print_lines

if TYPE_CHECKING:
    from secondsource.store import Store


@click.command("verify", short_help="Check every hash, span and value against the stored originals.")
@into
def command(into: Path) -> int:
    """Re-open the stored originals and check every hash, every span and every value's notation."""
    from secondsource.cli.plain import one_line
    from secondsource.store import open_store, verify

    with open_store(existing_store(into)) as store:
        checked = verify(store)
        passages, moved = _check_passages(store)
    faults = (*checked.faults, *moved)
    for fault in faults:
        print(one_line(fault), file=sys.stderr)
    counted = f"{checked.reports} reports, {checked.originals} originals, {checked.spans} spans"
    held = "all hold" if not faults else f"{len(faults)} faults"
    print_lines([f"{counted}, {checked.values} values, {passages} passages of pages: {held}"])
    return 1 if faults else 0


def _check_passages(store: "Store") -> tuple[int, list[str]]:
    """How many passages of pages were looked up in their bytes, and those that are not there."""
    from secondsource.intake import passage_holds

    originals = {one.sha256: one for one in store.originals()}
    passages, moved = 0, []
    for reading in store.readings():
        report = reading.report
        original = originals.get(report.sha256)
        if original is None:
            continue
        for passage in report.passages:
            passages += 1
            if not passage_holds(original, report.text, passage):
                place = f"{passage.first_byte}-{passage.last_byte}"
                moved.append(f"{report.id} passage: bytes {place} do not give its words")
    return passages, moved
