"""stances_more.tsv -> more cues in their sentences, for development: a part to learn from, one to check with.

One pass of labels, by whoever wrote the sentence from the codebook. `part` (learn or check) comes from the
words of the sentence, `id` from them and the place of the cue, as in stances.tsv.
"""

import hashlib
from pathlib import Path

from bench.gold.stances import COMMITMENTS, STANCES, Cue, id_of, read_cue, read_cues
from tests.tables import MalformedCase

PATH = Path(__file__).with_name("stances_more.tsv")
COLUMNS = ("id", "part", "stance", "commitment", "sentence")


def read_more(path: Path = PATH) -> tuple[Cue, ...]:
    """Rows of the table, the part as `half`. Raises MalformedCase with file and line."""
    return read_cues(path, COLUMNS, _read_row)


def _read_row(line: str, where: str) -> Cue:
    fields = line.split("\t")
    if len(fields) != len(COLUMNS):
        raise MalformedCase(f"{where}: {len(fields)} fields, {len(COLUMNS)} are needed")
    row = dict(zip(COLUMNS, fields, strict=True))
    text, cue, stance = read_cue(row["sentence"], where)
    if row["stance"] not in STANCES or row["commitment"] not in COMMITMENTS or stance != row["stance"]:
        raise MalformedCase(f"{where}: {stance!r} {row['stance']!r} {row['commitment']!r} are no labels")
    if (row["id"], row["part"]) != (id_of(text, cue), part_of(text)):
        raise MalformedCase(f"{where}: id and part must be {id_of(text, cue)} and {part_of(text)}")
    return Cue(row["id"], row["part"], text, cue, stance, row["commitment"], (stance, row["commitment"]))


def part_of(text: str) -> str:
    """learn (two thirds) or check, by the words alone."""
    return ("learn", "learn", "check")[int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % 3]
