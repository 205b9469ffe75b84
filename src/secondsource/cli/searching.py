"""`search`: words -> the reports that hold them all, with the place."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.cli.options import existing_store, into, print_lines, width_of_output

if TYPE_CHECKING:
    from secondsource.store import Hit


@click.command("search", short_help="Find reports by words.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--most", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many at most."
)
@into
def command(words: tuple[str, ...], most: int, into: Path) -> int:
    """Find the reports that hold all the words, best first."""
    from secondsource.store import open_store

    with open_store(existing_store(into)) as store:
        hits = store.search(" ".join(words), most)
    print_lines(_lines(hits, width_of_output()))
    return 0


def _lines(hits: "tuple[Hit, ...]", width: int) -> Iterator[str]:
    from secondsource.cli.plain import hang, shorten

    if not hits:
        yield "no report holds these words"
    for hit in hits:
        title = f" · {shorten(hit.title, 80)}" if hit.title else ""
        yield from hang(f"{hit.name or hit.report}{title}", width, "", "  ")
        yield from hang(hit.words.replace("\x02", "[").replace("\x03", "]"), width, "    ")
