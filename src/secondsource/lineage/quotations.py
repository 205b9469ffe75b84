"""Reports -> the verbatim quotations in them, and which reports carry the same one."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from secondsource.knowledge.words import words_of
from secondsource.model import Report, Span

SHORTEST = 6
_QUOTED = re.compile(r"[“«„]([^“”«»„\n]{10,1500})[”»“]|(?<!\w)\"([^\"\n]{10,1500})\"(?!\w)")


class Quotation(NamedTuple):
    """Words between quotation marks, without the marks, and their folded form."""

    report: str
    span: Span
    folded: tuple[str, ...]


def quotations_of(report: Report) -> tuple[Quotation, ...]:
    """Quotations of six words or more, in order; furniture is passed over."""
    found = []
    for match in _QUOTED.finditer(report.text):
        group = 1 if match[1] is not None else 2
        span = Span(match.start(group), match.end(group))
        folded = tuple(word.folded for word in words_of(match[group]))
        if len(folded) >= SHORTEST and report.part_at(span) != "furniture":
            found.append(Quotation(report.id, span, folded))
    return tuple(found)


def same_quotations(reports: Sequence[Report]) -> tuple[tuple[Quotation, Quotation], ...]:
    """Pairs (earlier holder, later holder) of six equal words in a row inside quotation marks in both.

    Each later report is paired with the first holder of each quotation only, so that the number of pairs
    grows with the number of quotations.
    """
    first: dict[tuple[str, ...], Quotation] = {}
    pairs: dict[tuple[str, str], tuple[Quotation, Quotation]] = {}
    for report in reports:
        own: dict[tuple[str, ...], Quotation] = {}
        met: dict[str, tuple[Quotation, Quotation]] = defaultdict()
        for quotation in quotations_of(report):
            for place in range(len(quotation.folded) - SHORTEST + 1):
                run = quotation.folded[place : place + SHORTEST]
                holder = first.get(run)
                if holder is None:
                    own.setdefault(run, quotation)
                elif holder.report != report.id:
                    met.setdefault(holder.report, (holder, quotation))
        for run, quotation in own.items():
            first.setdefault(run, quotation)
        for holder_report in sorted(met):
            pairs[holder_report, report.id] = met[holder_report]
    return tuple(pairs.values())
