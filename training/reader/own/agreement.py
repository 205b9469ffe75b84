"""Two passes over the own sentences -> span F1 of each kind and role between them, and where they differ.

`python -m training.reader.own.agreement [--differences]`: sentences.txt beside second_pass.txt, which
holds the same texts in the same order and notation, labelled by somebody who did not see the first pass.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from training.reader.own import HERE, SPEECH, Marked, read_marks

Pass = list[tuple[str, list[Marked]]]
ROLES = ("source", "cue", "content")
_NUMBER = re.compile(r"\d+\t")


def read_pass(path: Path) -> Pass:
    """Text and marks of every line but comments; a number and a tab before the text are passed over."""
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = [_NUMBER.sub("", line, count=1) for line in lines if line.strip() and not line.startswith("#")]
    return [read_marks(line) for line in wanted]


def check_texts(first: Pass, second: Pass) -> None:
    """Raises ValueError at the first sentence that is not the same text in both."""
    if len(first) != len(second):
        raise ValueError(f"{len(first)} sentences in the first pass, {len(second)} in the second")
    for number, ((one, _), (other, _)) in enumerate(zip(first, second, strict=True), 1):
        if one != other:
            raise ValueError(f"sentence {number} is not the same text:\n  {one}\n  {other}")


def agreement(first: Pass, second: Pass) -> dict[str, tuple[float, int, int, int]]:
    """Kind or role -> (F1 in per cent, spans of both, of the first, of the second), exact spans.

    `names` counts all kinds, `attributions` all roles, `bound to the same cue` sources and contents of both
    with their cue's words the same.
    """
    counts: dict[str, list[int]] = {}
    for (text, marks), (_, others) in zip(first, second, strict=True):
        left, right = _spans(text, marks), _spans(text, others)
        for kind in sorted({one[2] for one in left | right}):
            whole = "attributions" if kind in SPEECH else "names"
            for key in (kind, whole):
                _count(counts, key, _of(left, kind), _of(right, kind))
        _count(counts, "bound to the same cue", _bound(text, marks), _bound(text, others))
    return {
        key: (round(200 * both / ((one + other) or 1), 1), both, one, other)
        for key, (both, one, other) in counts.items()
    }


def _spans(text: str, marks: Iterable[Marked]) -> set[tuple[int, int, str]]:
    return {(*_bare(text, start, end), kind) for start, end, kind, _ in marks}


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Edges without the commas, stops, quotation marks and blanks that one hand leaves in, another out."""
    while end > start and text[end - 1] in ' ,.;:"”“':
        end -= 1
    while start < end and text[start] in ' ,.;:"”“':
        start += 1
    return start, end


def _of(spans: set[tuple[int, int, str]], kind: str) -> set[tuple[int, int, str]]:
    return {one for one in spans if one[2] == kind}


def _bound(text: str, marks: list[Marked]) -> set[tuple[tuple[int, int], str, tuple[int, int]]]:
    cues = {key: _bare(text, start, end) for start, end, kind, key in marks if kind == "cue"}
    return {
        (_bare(text, start, end), kind, cues[key])
        for start, end, kind, key in marks
        if kind in ("source", "content") and key in cues
    }


def _count(counts: dict[str, list[int]], key: str, left: set[Any], right: set[Any]) -> None:
    row = counts.setdefault(key, [0, 0, 0])
    row[0], row[1], row[2] = row[0] + len(left & right), row[1] + len(left), row[2] + len(right)


def differences(first: Pass, second: Pass) -> Iterable[str]:
    """A line for every span of one pass only: sentence, pass, kind, words."""
    for number, ((text, marks), (_, others)) in enumerate(zip(first, second, strict=True), 1):
        left, right = _spans(text, marks), _spans(text, others)
        for start, end, kind in sorted(left ^ right):
            side = "first" if (start, end, kind) in left else "second"
            yield f"{number:>4} only {side:<7}{kind:<13}{text[start:end]}"


def main() -> int:
    """Prints the table, and with --differences every span that only one pass has."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--first", type=Path, default=HERE / "sentences.txt")
    asked.add_argument("--second", type=Path, default=HERE / "second_pass.txt")
    asked.add_argument("--differences", action="store_true")
    told = asked.parse_args()
    if not told.second.exists():
        print(f"{told.second} is not there: the second pass was not made yet", file=sys.stderr)
        return 2
    first, second = read_pass(told.first), read_pass(told.second)
    check_texts(first, second)
    print(f"{len(first)} sentences\n\n{'':<24}{'F1':>7}{'both':>7}{'first':>7}{'second':>8}")
    found = agreement(first, second)
    tail = [*ROLES, "names", "attributions", "bound to the same cue"]
    for key in [*sorted(found.keys() - set(tail)), *tail]:
        value, both, one, other = found.get(key, (0.0, 0, 0, 0))
        print(f"{key:<24}{value:>7.1f}{both:>7}{one:>7}{other:>8}")
    if told.differences:
        print("\n" + "\n".join(differences(first, second)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
