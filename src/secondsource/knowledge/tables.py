"""TSV file -> rows, refusing what is out of order, twice, or short of a column."""

from collections.abc import Mapping
from functools import cache
from os.path import dirname, join
from types import MappingProxyType

Row = Mapping[str, str]
_FOLDER = dirname(__file__)


class MalformedTable(ValueError):
    """A table breaks its own form; the message gives file and line."""


@cache
def load(name: str) -> tuple[Row, ...]:
    """Rows of `knowledge/NAME.tsv`, each a mapping of column to text. Raises MalformedTable."""
    with open(join(_FOLDER, f"{name}.tsv"), encoding="utf-8") as file:
        return rows_of(f"{name}.tsv", file.read())


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
