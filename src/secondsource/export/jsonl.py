"""The record <-> JSON Lines: one compact object a line, letters as they are, one line end after each."""

import json
from collections.abc import Iterable, Iterator

from secondsource.export.read_back import read_record
from secondsource.export.record import write_record
from secondsource.model import Collation


def write_jsonl(collation: Collation) -> Iterator[str]:
    """Lines with their line ends. U+2028 and lone surrogates are escaped, so that a line stays one line."""
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
    line = line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
    if line.isascii():
        return line
    return "".join(f"\\u{ord(one):04x}" if 0xD800 <= ord(one) <= 0xDFFF else one for one in line)
