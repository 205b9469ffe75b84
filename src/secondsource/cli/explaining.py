"""`explain ID`: which rule gave a value, on which words; for anything that has an id."""

from collections.abc import Iterator
from pathlib import Path

import click

from secondsource.cli.options import existing_store, into, print_lines, width_of_output


@click.command("explain", short_help="Say which rule gave a value, and on which words.")
@click.argument("id", metavar="ID")
@into
def command(id: str, into: Path) -> int:
    """Say which rule gave a value, and on which words.

    ID is a mention, claim, attribution or sentence (REPORT:m3, REPORT:c1, REPORT:a2, REPORT:s5, where REPORT
    is its id or its name), an event, one of its roles (EVENT:time), or finding:N.
    """
    from secondsource.cli.collating import current_collation
    from secondsource.cli.proof import prove
    from secondsource.store import open_store

    with open_store(existing_store(into)) as store:
        collation = current_collation(store)
    lines: Iterator[str] | None = prove(id, collation, width_of_output())
    if lines is None:
        raise click.UsageError(
            f"{id!r} is no id of a mention, claim, attribution, sentence, event or finding"
        )
    print_lines(lines)
    return 0
