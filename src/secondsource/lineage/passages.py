"""Reports -> the words that two of them share, as passages with their places in both.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) over word 5-grams: any
shared run of eight words leaves at least one common fingerprint. Candidates are verified word by word.
"""

import zlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from secondsource.knowledge.words import Word, words_of
from secondsource.model import Report, SharedPassage, Span

GRAM = 5
WINDOW = 4
# Reports that one fingerprint links a new report to: the first ones (origins) and the latest ones (relays).
FIRST, LATEST = 6, 4
# Earlier reports that a new one is compared with word by word: those that share most of what few hold.
CANDIDATES = 16


class Shared(NamedTuple):
    """Passages that two reports share, and what part of the words of each they are."""

    left: str
    right: str
    passages: tuple[SharedPassage, ...]
    share_of_left: float
    share_of_right: float
    words: int


def running_words(report: Report, ignored: Sequence[Span] = ()) -> tuple[Word, ...]:
    """Words of a report outside furniture and outside the spans to ignore."""
    cut = sorted([part.span for part in report.parts if part.kind == "furniture"] + list(ignored))
    starts = [span.start for span in cut]
    kept = []
    for word in words_of(report.text):
        place = bisect_left(starts, word.start + 1) - 1
        if place < 0 or word.start >= cut[place].end:
            kept.append(word)
    return tuple(kept)


def fingerprints(words: Sequence[Word]) -> tuple[int, ...]:
    """Winnowed hashes of the word 5-grams, each once, in order of the text."""
    hashes = [
        zlib.crc32(" ".join(word.folded for word in words[place : place + GRAM]).encode())
        for place in range(len(words) - GRAM + 1)
    ]
    chosen: dict[int, None] = {}
    for place in range(max(1, len(hashes) - WINDOW + 1)):
        if hashes:
            chosen[min(hashes[place : place + WINDOW])] = None
    return tuple(chosen)


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


def find_shared(reports: Sequence[Report]) -> Iterator[Shared]:
    """Pairs of reports that share a run of eight words or more, earlier first, in order.

    Grows with the number of words: each report is compared with at most CANDIDATES others.
    """
    ignored = boilerplate(reports)
    words = {report.id: running_words(report, ignored[report.id]) for report in reports}
    holders: dict[int, list[int]] = defaultdict(list)

    @lru_cache(maxsize=512)
    def places(id: str) -> Mapping[tuple[str, ...], list[int]]:
        return _grams(words[id])

    for number, report in enumerate(reports):
        weight: dict[int, float] = defaultdict(float)
        for print_ in fingerprints(words[report.id]):
            held = holders[print_]
            for other in {*held[:FIRST], *held[-LATEST:]}:
                weight[other] += 1 / len(held)
            held.append(number)
        best = sorted(weight, key=lambda other: (-weight[other], other))[:CANDIDATES]
        for other in sorted(best):
            earlier = reports[other]
            if earlier.id != report.id:
                shared = share(earlier.id, words[earlier.id], report.id, words[report.id], places(earlier.id))
                if shared is not None:
                    yield shared


def _grams(words: Sequence[Word]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(words) - GRAM + 1):
        held = found[tuple(word.folded for word in words[place : place + GRAM])]
        # A refrain ("told reporters on Monday") is tried at a few places only, so that time stays linear.
        if len(held) < 4:
            held.append(place)
    return found


def share(
    left: str,
    words: Sequence[Word],
    right: str,
    others: Sequence[Word],
    places: Mapping[tuple[str, ...], list[int]] | None = None,
) -> Shared | None:
    """Runs of five words and more that two texts share, longest at each place of the second, or None."""
    places = _grams(words) if places is None else places
    runs: list[tuple[int, int, int]] = []
    place, free = 0, 0
    while place <= len(others) - GRAM:
        best = (0, 0, 0)
        for start in places.get(tuple(word.folded for word in others[place : place + GRAM]), ()):
            before = 0
            while (
                start - before > 0
                and place - before > free
                and words[start - before - 1].folded == others[place - before - 1].folded
            ):
                before += 1
            length = GRAM
            while (
                start + length < len(words)
                and place + length < len(others)
                and words[start + length].folded == others[place + length].folded
            ):
                length += 1
            best = max(best, (length + before, -(start - before), place - before))
        length, start, first = best[0], -best[1], best[2]
        if length:
            runs.append((start, first, length))
            place = free = first + length
        else:
            place += 1
    if not runs or max(length for _, _, length in runs) < GRAM + WINDOW - 1:
        return None
    covered = len({start + one for start, _, length in runs for one in range(length)})
    passages = tuple(
        SharedPassage(
            here=Span(others[first].start, others[first + length - 1].end),
            there=Span(words[start].start, words[start + length - 1].end),
        )
        for start, first, length in runs
    )
    total = sum(length for _, _, length in runs)
    return Shared(left, right, passages, covered / len(words), total / len(others), total)
