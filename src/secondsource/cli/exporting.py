"""`export FORM`: everything stored -> tables, the record, or the dossier page."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource.cli.options import existing_store, into

if TYPE_CHECKING:
    from secondsource.model import Collation

FORMS = ("csv", "jsonl", "parquet", "dossier")


@click.command("export", short_help="Write tables, the record, or the dossier page.")
@click.argument("form", type=click.Choice(FORMS), metavar="csv|jsonl|parquet|dossier")
@click.option(
    "--output", "-o", "output", type=click.Path(path_type=Path), help="File (jsonl, dossier) or folder."
)
@into
def command(form: str, output: Path | None, into: Path) -> int:
    """Write what is stored: `csv` and `parquet` tables into a folder, `jsonl` and `dossier` into a file.

    `jsonl` and `dossier` go to standard output when no file is named.
    """
    from secondsource.cli.collating import current_collation
    from secondsource.store import open_store

    if output is None and form in ("csv", "parquet"):
        raise click.UsageError(f"name the folder for the {form} tables with -o FOLDER")
    if output is None and form == "dossier" and sys.stdout.isatty():
        raise click.UsageError("name the file for the page with -o FILE.html")
    with open_store(existing_store(into)) as store:
        collation = current_collation(store)
    try:
        _write(form, collation, output)
    except OSError as fault:
        raise click.UsageError(
            f"{output}: cannot be written: {(fault.strerror or str(fault)).lower()}"
        ) from None
    return 0


def _write(form: str, collation: "Collation", output: Path | None) -> None:
    if form == "csv":
        from secondsource.export.tables import write_csv

        assert output is not None
        write_csv(collation, output)
    elif form == "parquet":
        _write_parquet(collation, output)
    elif form == "jsonl":
        from secondsource.export import write_jsonl

        _write_text("".join(write_jsonl(collation)), output)
    else:
        from secondsource.export.dossier import write_dossier

        _write_text(write_dossier(collation), output)


def _write_parquet(collation: "Collation", output: Path | None) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise click.UsageError("parquet needs pyarrow: pip install 'secondsource[analytics]'") from None
    from secondsource.export.parquet import write_parquet

    assert output is not None
    write_parquet(collation, output)


def _write_text(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    else:
        output.write_text(text, encoding="utf-8", newline="\n")
