"""The record <-> JSON Lines: one compact object a line, letters as they are, one line end after each."""

import json
import re
from collections.abc import Iterable, Iterator

from secondsource.export.read_back import read_record
from secondsource.export.record import write_record
from secondsource.model import Collation

# What ends a line, moves a cursor, turns the direction of writing, or is no character (surrogates).
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write_jsonl(collation: Collation) -> Iterator[str]:
    """Lines with their line ends. Other line ends, controls and marks of direction are escaped, not lost."""
    for line in write_record(collation):
        yield _safe(json.dumps(line, ensure_ascii=False, separators=(",", ":"))) + "\n"


def read_jsonl(lines: Iterable[str]) -> Collation:
    """The collation that `write_jsonl` wrote. Raises ValueError with the line's number."""
    return read_record(_objects(lines))


def _objects(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as fault:
                raise ValueError(f"line {number}: not JSON: {fault.msg}") from fault


def _safe(line: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
