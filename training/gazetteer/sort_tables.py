"""Table files with rows in any order -> the same files with rows in the order the strict reader wants.

Usage: python training/gazetteer/sort_tables.py src/secondsource/knowledge/*.tsv
"""

import sys
from pathlib import Path


def sort_table(text: str) -> str:
    """Remarks first, then the header, then rows by code point, each once."""
    lines = [line for line in text.splitlines() if line]
    remarks = [line for line in lines if line.startswith("# ")]
    header, *rows = [line for line in lines if not line.startswith("# ")]
    return "\n".join([*remarks, header, *sorted(set(rows))]) + "\n"


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(sort_table(path.read_text(encoding="utf-8")), encoding="utf-8")
