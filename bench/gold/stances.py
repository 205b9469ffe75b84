"""stances.tsv -> cues in their sentences with stance and commitment; anything malformed is refused.

The cue is drawn in the sentence as the tests draw it, with the final stance: `Oslo [denied](cue: denies) it.`
`id` comes from the sentence and the place of the cue, `half` (dev or test) from the words of the sentence.
`first_stance` and `first_commitment` are what the author of the sentence gave before anybody else labelled.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, get_args

from secondsource.model import Span
from secondsource.model.attribution import Commitment, Stance
from tests.tables import MalformedCase, read_drawing

PATH = Path(__file__).with_name("stances.tsv")
COLUMNS = ("id", "half", "stance", "commitment", "first_stance", "first_commitment", "sentence")
STANCES: tuple[str, ...] = get_args(Stance)
COMMITMENTS: tuple[str, ...] = get_args(Commitment)


class Cue(NamedTuple):
    """One row: a sentence, where its cue stands, the final labels and the first ones."""

    id: str
    half: str
    text: str
    cue: tuple[Span, ...]
    stance: str
    commitment: str
    first: tuple[str, str]


def read_stances(path: Path = PATH) -> tuple[Cue, ...]:
    """Rows of the table. Raises MalformedCase with file and line."""
    return read_cues(path, COLUMNS, _read_row)


def read_cues(path: Path, columns: tuple[str, ...], read_row: Callable[[str, str], Cue]) -> tuple[Cue, ...]:
    """Rows of a table of cues with these columns, no cue of them twice."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(header.split("\t")) != columns:
        raise MalformedCase(f"{path.name}:1: columns are not {' '.join(columns)}")
    cues = [read_row(line, f"{path.name}:{number}") for number, line in enumerate(lines, start=2)]
    if len({one.id for one in cues}) != len(cues):
        raise MalformedCase(f"{path.name}: a sentence stands twice with the same cue")
    return tuple(cues)


def _read_row(line: str, where: str) -> Cue:
    fields = line.split("\t")
    if len(fields) != len(COLUMNS) or not all(fields):
        raise MalformedCase(f"{where}: {len(fields)} fields, some perhaps empty; {len(COLUMNS)} are needed")
    row = dict(zip(COLUMNS, fields, strict=True))
    text, cue, stance = read_cue(row["sentence"], where)
    for name, allowed in (("stance", STANCES), ("commitment", COMMITMENTS)):
        for column in (name, f"first_{name}"):
            if row[column] not in allowed:
                raise MalformedCase(f"{where}: {row[column]!r} is no {name}")
    if stance != row["stance"]:
        raise MalformedCase(f"{where}: drawn as {stance!r}, but the column says {row['stance']!r}")
    if (row["id"], row["half"]) != (id_of(text, cue), half_of(text)):
        raise MalformedCase(f"{where}: id and half must be {id_of(text, cue)} and {half_of(text)}")
    first = (row["first_stance"], row["first_commitment"])
    return Cue(row["id"], row["half"], text, cue, stance, row["commitment"], first)


def read_cue(sentence: str, where: str) -> tuple[str, tuple[Span, ...], str]:
    """Text, cue and stance of a drawn sentence; the parts of a broken cue bear the same stance."""
    text, marks = read_drawing(sentence, where)
    labels = {label for _, _, label in marks}
    if len(labels) != 1 or not next(iter(labels)).startswith("cue: "):
        raise MalformedCase(f"{where}: exactly one cue must be drawn as [words](cue: stance)")
    return text, tuple(Span(start, end) for start, end, _ in marks), labels.pop().removeprefix("cue: ")


def id_of(text: str, cue: tuple[Span, ...]) -> str:
    """A name of the row that stays when its labels change."""
    places = " ".join(f"{span.start}-{span.end}" for span in cue)
    return "s" + hashlib.sha256(f"{places} {text}".encode()).hexdigest()[:7]


def half_of(text: str) -> str:
    """dev or test, by the words alone."""
    return ("dev", "test")[hashlib.sha256(text.encode()).digest()[0] % 2]


def undrawn(one: Cue, stance: str = "") -> str:
    """The sentence with its cue drawn again, without the label unless one is given."""
    text, label = one.text, f"](cue: {stance})" if stance else "]"
    for span in reversed(one.cue):
        text = text[: span.start] + "[" + text[span.start : span.end] + label + text[span.end :]
    return text
