"""TSV file -> rows, refusing what is out of order, twice, or short of a column."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = Mapping[str, str]


class MalformedTable(ValueError):
    """A table breaks its own form; the message gives file and line."""


@cache
def load(name: str) -> tuple[Row, ...]:
    """Rows of `knowledge/NAME.tsv`, each a mapping of column to text. Raises MalformedTable."""
    path = files("secondsource.knowledge").joinpath(f"{name}.tsv")
    return rows_of(f"{name}.tsv", path.read_text(encoding="utf-8"))


def rows_of(name: str, text: str) -> tuple[Row, ...]:
    """Rows of a table's text: a header, then rows sorted by code point, none twice."""
    numbered = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line and not line.startswith("# ")
    ]
    if not numbered:
        raise MalformedTable(f"{name}: no header")
    header = numbered[0][1].split("\t")
    rows, before = [], ""
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise MalformedTable(
                f"{name}:{number}: {len(cells)} cells, the header has {len(header)}: {line!r}"
            )
        if line <= before:
            raise MalformedTable(f"{name}:{number}: out of order, or twice: {line!r}")
        before = line
        rows.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(rows)
