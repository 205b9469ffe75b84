"""Whose time it is: roles that one person labelled, in texts of the data folder and in own sentences."""

import re
from pathlib import Path

from bench.time_intervals import report_of
from secondsource.mentions.times import find_times
from secondsource.model import Time

Labels = list[tuple[int, int, str]]
_HERE = Path(__file__).parent
_DRAWN = re.compile(r"\[([^\]]+)\]\((event|speech|publication)\)")


def score_roles(data: Path) -> tuple[int, int]:
    """Labelled times whose files are there, and how many get their role."""
    labels: dict[str, Labels] = {}
    for line in (_HERE / "time_roles.tsv").read_text(encoding="utf-8").splitlines()[2:]:
        name, first, last, kind = line.split("\t")
        labels.setdefault(name, []).append((int(first), int(last), kind))
    asked = agreed = 0
    for file, wanted in labels.items():
        path = data / file
        if path.exists():
            asked += len(wanted)
            agreed += _agreed(path.read_text(encoding="utf-8", errors="replace"), None, wanted)
    return asked, agreed


def score_sentences() -> tuple[int, int]:
    """Times drawn in sentences that were written for this measure, and how many get their role."""
    asked = agreed = 0
    for line in (_HERE / "time_role_sentences.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, wanted = _read(line)
            asked += len(wanted)
            agreed += _agreed(text, "2024-05-04", wanted)
    return asked, agreed


def _read(drawn: str) -> tuple[str, Labels]:
    text, at, labels = "", 0, []
    for mark in _DRAWN.finditer(drawn):
        text += drawn[at : mark.start()]
        labels.append((len(text), len(text) + len(mark[1]), mark[2]))
        text, at = text + mark[1], mark.end()
    return text + drawn[at:], labels


def _agreed(text: str, published: str | None, wanted: Labels) -> int:
    found = find_times(report_of(text, published))[0]
    return sum(
        any(
            isinstance(one.value, Time) and one.value.role == role
            for one in found
            if one.span.start < end and start < one.span.end
        )
        for start, end, role in wanted
    )
