"""`read`: files, folders and standard input -> the store, and the dossier of what they tell."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.cli.options import Day, into, print_lines, print_record, width_of_output
from secondsource.cli.progress import progress_on_terminal

if TYPE_CHECKING:
    from secondsource.model import Note
    from secondsource.store import Store


@click.command("read", short_help="Read reports and print the dossier.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--published", type=Day(), metavar="D", help="Day of publication of all of them: YYYY-MM-DD.")
@click.option("--outlet", metavar="O", help="Who published them, when they do not say.")
@into
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="What to print.",
)
@click.option(
    "--reader",
    default="default",
    show_default=True,
    metavar="NAME",
    help="Who tags the words: default, rules, spacy:PIPELINE, gliner:FOLDER, openai:BASE_URL#MODEL.",
)
@click.option(
    "--reference",
    "lists",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A table of known events (date, kind, description), trusted when comparing; may be repeated.",
)
@click.option("--processes", type=click.IntRange(1, 256), metavar="N", help="How many to read at a time.")
@click.option(
    "--threads",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    metavar="N",
    help="How many threads the trained reader may use in each.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="SECONDSOURCE_NO_CACHE",
    help="Read every text anew, and keep nothing for the next time.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but what is wrong.")
def command(
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    into: Path,
    form: str,
    reader: str,
    lists: tuple[Path, ...],
    processes: int | None,
    threads: int,
    no_cache: bool,
    quiet: bool,
) -> int:
    """Read reports (.txt, .html, .jsonl, folders of them, - for standard input) and print the dossier.

    Everything is kept in one file: reading something again adds nothing, and what was said of it
    (--published, --outlet) stays until something else is said. Reports kept there that tell of the same
    happenings stand beside the new ones.
    """
    _check_paths(paths)
    _check_reader(reader)
    from secondsource.cli.collating import collate_again, part_about
    from secondsource.references import load_reference
    from secondsource.store import open_store

    known = [load_reference(one) for one in lists]
    with open_store(into) as store:
        if store.read_only:
            raise click.UsageError(f"{into} is read-only; make it writable, or name another file with --into")
        for one in known:
            store.keep_reference(one.name, one.events)
            store.keep_notes(one.notes)
        reports, notes = _read_into(
            store, paths, published, outlet, reader, processes, threads, not no_cache, quiet
        )
        if not reports:
            _complain(notes, "nothing could be read")
            return 1
        whole = collate_again(store)
        collation = part_about(whole, reports)
        if quiet:
            return 0
        if form == "jsonl":
            print_record(collation)
        else:
            from secondsource.cli.dossier import write_dossier
            from secondsource.cli.names import Names
            from secondsource.model.index import index_of

            names = Names(index_of(whole.readings))
            lists_known = {one.source for one in store.references()}
            places = lists_known | {one.report for one in notes}
            shown = tuple(one for one in store.file_notes() if one.report in places)
            print_lines(write_dossier(collation, width_of_output(), str(into), shown, names))
    return 0


def _check_paths(paths: tuple[str, ...]) -> None:
    if not paths:
        raise click.UsageError("name at least one file or folder to read, or - for standard input")
    for path in paths:
        if "://" in path:
            raise click.UsageError(f"{path} is an address: save the page and name the file")
        if path != "-" and not os.path.lexists(path):
            raise click.UsageError(f"{path} is not there")


def _check_reader(reader: str) -> None:
    """A reader that is not there is told before anything is read with it."""
    if reader == "default":
        return
    from secondsource.reading import check_reader

    try:
        check_reader(reader)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None


def _read_into(
    store: "Store",
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    reader: str,
    processes: int | None,
    threads: int,
    cached: bool,
    quiet: bool,
) -> tuple[set[str], list["Note"]]:
    """Ids of the reports read, each kept in a transaction of its own, and notes on what could not be read."""
    from secondsource.cli.given import reading_by_word
    from secondsource.cli.resuming import known_to
    from secondsource.reading import UNANSWERED
    from secondsource.run import read_all
    from secondsource.run.documents import MADE_BY
    from secondsource.store import Given, SpanMismatch

    reports: set[str] = set()
    notes: list[Note] = []
    known = set(store.digests())
    before = known_to(store, Given(published, outlet), reader)
    with progress_on_terminal(quiet) as on_progress:
        outcomes = read_all(
            paths, published, outlet, reader, processes, on_progress, known=before, threads=threads,
            cached=cached,
        )  # fmt: skip
        for outcome in outcomes:
            reports.update(outcome.known)
            if outcome.original is None or outcome.reading is None:
                notes.extend(outcome.notes)
                continue
            id = outcome.reading.report.id
            reports.add(id)
            faults = [one for one in outcome.reading.notes if one.made_by == MADE_BY]
            if id in known and faults:
                _complain(faults, "what was read of it before is kept")
                continue
            given = store.give(id, published, outlet)
            try:
                unread = any(one.made_by == UNANSWERED for one in outcome.reading.notes)
                by = "nobody" if faults or unread else reader  # what failed is tried again by the next run
                reading = reading_by_word(outcome.reading, given, reader, threads, cached)
                store.add(outcome.original, reading, by)
            except SpanMismatch as fault:
                print(f"secondsource: our fault, please report it: {fault}", file=sys.stderr)
                reports.discard(id)
    store.keep_notes(notes)
    return reports, notes


def _complain(notes: "list[Note]", otherwise: str) -> None:
    from secondsource.cli.plain import one_line

    for note in notes:
        print(f"secondsource: {one_line(f'{note.report}: {note.message}; {note.advice}')}", file=sys.stderr)
    print(f"secondsource: {otherwise}", file=sys.stderr)
