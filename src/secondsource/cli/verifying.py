"""`verify`: the store -> what does not hold in it, one line each; exit 1 when anything does not."""

import sys
from pathlib import Path

import click

from secondsource.cli.options import existing_store, into, print_lines


@click.command("verify", short_help="Check every hash, span and value against the stored originals.")
@into
def command(into: Path) -> int:
    """Re-open the stored originals and check every hash, every span and every value's notation."""
    from secondsource.cli.plain import one_line
    from secondsource.store import open_store, verify

    with open_store(existing_store(into)) as store:
        checked = verify(store)
    for fault in checked.faults:
        print(one_line(fault), file=sys.stderr)
    counted = f"{checked.reports} reports, {checked.originals} originals, {checked.spans} spans"
    held = "all hold" if not checked.faults else f"{len(checked.faults)} faults"
    print_lines([f"{counted}, {checked.values} values: {held}"])
    return 1 if checked.faults else 0
