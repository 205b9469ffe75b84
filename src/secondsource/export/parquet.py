"""Collation -> one Parquet file for each table of tables.py; needs pyarrow (the extra `analytics`)."""

from pathlib import Path

import pyarrow
import pyarrow.parquet

from secondsource.export.tables import COLUMNS, make_tables
from secondsource.model import Collation

_WHOLE = {
    "voices_least", "voices_most", "foreground", "headline", "party", "start", "end", "side", "characters",
    "sentences", "used", "background", "furniture", "not_understood", "finding",
}  # fmt: skip


def write_parquet(collation: Collation, folder: Path) -> None:
    """Writes NAME.parquet for each table into the folder, which is made when need be. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in make_tables(collation).items():
        # Said outright, so that a table without rows has the same types as a full one.
        fields = [(one, _type_of(one)) for one in COLUMNS[name]]
        table = pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(fields))
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet")


def _type_of(column: str) -> pyarrow.DataType:
    if column == "certainty":
        return pyarrow.float64()
    return pyarrow.int64() if column in _WHOLE else pyarrow.string()
