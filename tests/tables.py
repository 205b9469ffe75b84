"""Case tables that a person can read -> texts with the expected spans drawn in them; strict.

    # a remark
    published 2023-08-06
    [Between Thursday and Saturday](2023-08-03/2023-08-05) the leader toured two plants.
    ? The navy fired two rockets [later in the same month](2023-07).   <- fails the day it passes

`{...}` around words draws a span without a label of its own; it is given the label "content".
"""

import re
from pathlib import Path
from typing import NamedTuple

OPEN, CLOSE = re.compile(r"[\[{]"), re.compile(r"\]\(([^()]*(?:\((?:[^()]|\([^()]*\))*\)[^()]*)*)\)|\}")


class Case(NamedTuple):
    """One line: where it stands, its text without the drawing, its spans, and the settings above it."""

    where: str
    text: str
    marks: tuple[tuple[int, int, str], ...]
    settings: dict[str, str]
    known_failure: bool


class MalformedCase(AssertionError):
    """A table's line breaks the notation; the message gives file and line."""


def load_cases(path: Path, settings: tuple[str, ...] = ("published",)) -> tuple[Case, ...]:
    """Cases of a table. Raises MalformedCase on an unmatched bracket, a repeated case, an empty table."""
    cases: list[Case] = []
    current: dict[str, str] = {}
    seen = set[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if word in settings:
            current = {**current, word: rest.strip()}
            continue
        known = line.startswith("? ")
        text, marks = read_drawing(line.removeprefix("? "), where)
        if f"{current}{line}" in seen:
            raise MalformedCase(f"{where}: stands twice: {line!r}")
        seen.add(f"{current}{line}")
        cases.append(Case(where, text, marks, current, known))
    if not cases:
        raise MalformedCase(f"{path.name}: no case")
    return tuple(cases)


def read_drawing(line: str, where: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Text and spans of one drawn line; spans may lie inside each other."""
    text, marks, open_ = "", list[tuple[int, int, str]](), list[tuple[str, int]]()
    place = 0
    while place < len(line):
        close = CLOSE.match(line, place)
        if OPEN.match(line, place):
            open_.append((line[place], len(text)))
            place += 1
        elif close:
            if not open_ or (open_[-1][0] == "{") != (close[0] == "}"):
                raise MalformedCase(f"{where}: unmatched bracket in {line!r}")
            _, start = open_.pop()
            marks.append((start, len(text), close[1] if close[1] is not None else "content"))
            place = close.end()
        else:
            if line[place] == "]":
                raise MalformedCase(f"{where}: ']' without '(label)' in {line!r}")
            text += line[place]
            place += 1
    if open_:
        raise MalformedCase(f"{where}: unmatched bracket in {line!r}")
    return text, tuple(sorted(marks))
