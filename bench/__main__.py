"""`python -m bench NAME --data DIR` -> that bench's table, and one JSON object of scores as the last line."""

import ast
import importlib
import json
import os
from pathlib import Path

import click

SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))}
NAMES = tuple(name for name, source in SOURCES.items() if "\ndef run(" in source)
ABOUT = {name: (ast.get_docstring(ast.parse(SOURCES[name])) or "").split("\n")[0] for name in NAMES}


@click.command(epilog="\b\n" + "\n".join(f"{name}: {about}" for name, about in ABOUT.items()))
@click.argument("name", type=click.Choice((*NAMES, "all")))
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=lambda: os.environ.get("SECONDSOURCE_DATA"),
    required=True,
    help="Folder of annotated data (or set SECONDSOURCE_DATA).",
)
def main(name: str, data: Path) -> None:
    """Measure one promise, or all of them, on the data that is there."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does
    scores = {}
    for one in NAMES if name == "all" else (name,):
        click.echo(f"\n{one}\n")
        scores[one] = importlib.import_module(f"bench.{one}").run(data)
    click.echo(json.dumps(scores if name == "all" else scores[name], sort_keys=True))


if __name__ == "__main__":
    main()
