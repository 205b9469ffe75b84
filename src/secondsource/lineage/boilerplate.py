"""Reports -> the paragraphs that an outlet prints under all of them: no evidence of where one comes from."""

from collections import defaultdict
from collections.abc import Sequence

from secondsource.knowledge.words import words_of
from secondsource.model import Report, Span


def boilerplate(reports: Sequence[Report]) -> dict[str, tuple[Span, ...]]:
    """Report id -> paragraphs that three or more reports of its outlet carry under different texts."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    paragraphs = [_paragraphs(report) for report in reports]
    for number, report in enumerate(reports):
        for words in dict.fromkeys(words for _, words in paragraphs[number]):
            holders[report.outlet or "", words].append(number)
    recurring = [
        sum(len(holders[report.outlet or "", words]) > 2 for _, words in paragraphs[number])
        for number, report in enumerate(reports)
    ]
    found: dict[str, tuple[Span, ...]] = {}
    for number, report in enumerate(reports):
        spans = []
        for span, words in paragraphs[number]:
            held = holders[report.outlet or "", words]
            # Versions of one report recur as a whole; a footer recurs under reports that else differ.
            others = [recurring[one] / max(1, len(paragraphs[one])) for one in held[:50]]
            if report.outlet and len(held) > 2 and sum(others) / len(others) < 0.75:
                spans.append(span)
        found[report.id] = tuple(spans)
    return found


def _paragraphs(report: Report) -> list[tuple[Span, str]]:
    found, start = [], 0
    for line in report.text.split("\n"):
        if line.strip():
            found.append(
                (Span(start, start + len(line)), " ".join(word.folded for word in words_of(line[:2000])))
            )
        start += len(line) + 1
    return found
