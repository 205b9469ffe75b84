"""What a person types -> checked values; what is wrong is told in one line with what would be right."""

import datetime
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import click

DEFAULT_STORE = "secondsource.db"
_PIPED = 100  # columns when nobody looks: the same bytes everywhere
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


class Day(click.ParamType[str]):
    """A day as YYYY-MM-DD, or an EDTF interval of two such days."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        sides = str(value).strip().split("/")
        if len(sides) > 2 or not all(_is_day(one) for one in sides) or sides != sorted(sides):
            self.fail(f"{value!r} is not a day: write it as YYYY-MM-DD, such as 2023-08-06", param, ctx)
        return "/".join(sides)


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.match(text)) and datetime.date.fromisoformat(text) is not None
    except ValueError:
        return False


into = click.option(
    "--into",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_STORE,
    show_default=True,
    help="The file that keeps everything.",
)


def existing_store(path: Path) -> Path:
    """The path, when there is a store to ask; asking never makes one."""
    if not path.exists():
        raise click.UsageError(f"{path} is not there: read something first, or name the file with --into")
    return path


def width_of_output() -> int:
    """Columns of the terminal, at most 160; 100 in a pipe, so that the same input gives the same bytes."""
    if not sys.stdout.isatty():
        return _PIPED
    return max(60, min(160, shutil.get_terminal_size((_PIPED, 24)).columns))


def print_record(collation: Any) -> None:
    """The record to standard output, in UTF-8 whatever the terminal can write: it is for programs."""
    from secondsource.export import write_jsonl

    sys.stdout.flush()
    sys.stdout.buffer.writelines(line.encode() for line in write_jsonl(collation))
    sys.stdout.buffer.flush()


def print_lines(lines: Any) -> None:
    """Lines to standard output; in ASCII when that is all the terminal can write."""
    from secondsource.cli.plain import ascii_only, safe

    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    plain = encoding not in ("utf8", "utf16", "utf32")
    for line in lines:
        text = safe(line)
        sys.stdout.write((ascii_only(text) if plain else text) + "\n")
