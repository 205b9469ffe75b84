"""CoNLL-U files -> sentences of words with their tags, governors and relations."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Tree(NamedTuple):
    """A sentence of a treebank; `heads` holds a word's own number for the root."""

    words: list[str]
    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]


def read_trees(paths: list[Path]) -> list[Tree]:
    """All sentences of these files, in order of path."""
    return [tree for path in sorted(paths) for tree in _trees_of(path)]


def _trees_of(path: Path) -> Iterator[Tree]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows or any(row[1] == "_" and row[3] == "_" for row in rows):
            continue
        yield Tree(
            [row[1] for row in rows],
            [f"{row[4]}|{row[3]}" for row in rows],
            [row[2] for row in rows],
            [int(row[6]) - 1 if row[6] != "0" else number for number, row in enumerate(rows)],
            [row[7] for row in rows],
        )
