"""`show`: the whole dossier, one list out of it, or one event with all that stands behind it."""

from pathlib import Path

import click

from secondsource.cli.options import existing_store, into, print_lines, width_of_output


@click.command("show", short_help="Show what is stored.")
@click.argument("what", required=False, metavar="[WHAT]")
@into
def command(what: str | None, into: Path) -> int:
    """Show the dossier of everything stored, or WHAT of it.

    WHAT is a list (events, reports, claims, timeline, voices, notes, findings) or one event: its id, the
    beginning of its id, or its number in the list of events.
    """
    from secondsource.cli.collating import current_collation
    from secondsource.cli.dossier import write_dossier
    from secondsource.cli.lists import LISTS, write_list
    from secondsource.cli.single import find_event, write_single
    from secondsource.store import open_store

    with open_store(existing_store(into)) as store:
        collation = current_collation(store)
        notes, stale = store.file_notes(), len(store.stale())
    if stale:
        click.echo(
            f"secondsource: {stale} of the reports were read by another version: read them again", err=True
        )
    width = width_of_output()
    if what is None:
        print_lines(write_dossier(collation, width, str(into), notes))
    elif what in LISTS:
        print_lines(write_list(what, collation, width, notes))
    else:
        print_lines(write_single(find_event(what, collation), collation, width))
    return 0
