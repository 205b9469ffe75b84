"""A file's text -> rows of header to words, from CSV, TSV, JSON (records at any depth) or JSON Lines."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

Row = dict[str, str]
_DEPTH = 12  # of lists and mappings around the records: real files have three or four


def read_rows(name: str, text: str) -> list[Row]:
    """Rows of the table. Raises ValueError when it is neither JSON nor a table with a header."""
    start = text.lstrip()[:1]
    if name.lower().endswith((".jsonl", ".ndjson")):
        return [
            _flat(one)
            for line in text.splitlines()
            if line.strip()
            for one in [_json(line)]
            if isinstance(one, dict)
        ]
    if start in ("{", "["):
        return [_flat(one) for one in _records(_json(text), 0)]
    return _table(text)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("is nested too deep") from None
    except json.JSONDecodeError as fault:
        raise ValueError(f"is not JSON: {fault}") from None


def _records(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The members of the outermost list of mappings on each branch that holds plain words."""
    if depth > _DEPTH:
        return
    inside = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    for one in inside:
        if isinstance(value, list) and isinstance(one, dict) and len(_flat(one)) >= 2:
            yield one
        elif isinstance(one, (list, dict)):
            yield from _records(one, depth + 1)


def _flat(record: dict[str, Any]) -> Row:
    return {
        str(name): str(value)
        for name, value in record.items()
        if isinstance(value, (str, int, float)) and not isinstance(value, bool)
    }


def _table(text: str) -> list[Row]:
    header = text.split("\n", 1)[0]
    delimiter = max("\t,;|", key=lambda one: (header.count(one), one == ","))
    if not header.count(delimiter):
        raise ValueError("is not a table: no tab, comma or semicolon in its first line")
    csv.field_size_limit(1 << 20)
    try:
        read = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [{name: value or "" for name, value in row.items() if isinstance(name, str)} for row in read]
    except csv.Error as fault:
        raise ValueError(f"is not a table: {fault}") from None
