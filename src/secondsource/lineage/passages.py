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
from secondsource.lineage.boilerplate import boilerplate
from secondsource.model import Report, SharedPassage, Span

GRAM = 5
WINDOW = 4
# Places of one 5-gram in a text that are tried.
REFRAIN = 4
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


class Told(NamedTuple):
    """A report ready to be compared: its words, their folded forms, and the hash of each word 5-gram."""

    id: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    grams: tuple[int, ...]


def told_by(report: Report, ignored: Sequence[Span] = ()) -> Told:
    """The words of a report with the hashes of their 5-grams."""
    words = running_words(report, ignored)
    folded = tuple(word.folded for word in words)
    grams = tuple(
        zlib.crc32(" ".join(folded[place : place + GRAM]).encode()) for place in range(len(folded) - GRAM + 1)
    )
    return Told(report.id, words, folded, grams)


def fingerprints(grams: Sequence[int]) -> tuple[int, ...]:
    """The winnowed hashes of a text's 5-grams, each once, in order of the text."""
    windows = range(max(1, len(grams) - WINDOW + 1)) if grams else ()
    return tuple(dict.fromkeys(min(grams[place : place + WINDOW]) for place in windows))


def find_shared(reports: Sequence[Report]) -> Iterator[Shared]:
    """Pairs of reports that share a run of eight words or more, earlier first, in order.

    Grows with the number of words: each report is compared with at most CANDIDATES others.
    """
    ignored = boilerplate(reports)
    told = [told_by(report, ignored[report.id]) for report in reports]
    holders: dict[int, list[int]] = defaultdict(list)

    @lru_cache(maxsize=512)
    def places(number: int) -> Mapping[int, list[int]]:
        return _places(told[number].grams)

    for number, one in enumerate(told):
        weight: dict[int, float] = defaultdict(float)
        for print_ in fingerprints(one.grams):
            held = holders[print_]
            for other in {*held[:FIRST], *held[-LATEST:]}:
                weight[other] += 1 / len(held)
            held.append(number)
        best = sorted(weight, key=lambda other: (-weight[other], other))[:CANDIDATES]
        for other in sorted(best):
            if told[other].id != one.id:
                shared = share(told[other], one, places(other))
                if shared is not None:
                    yield shared


def _places(grams: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, gram in enumerate(grams):
        # A refrain ("told reporters on Monday") is tried at a few places only, so that time stays linear.
        if len(found[gram]) < REFRAIN:
            found[gram].append(place)
    return found


def share(left: Told, right: Told, places: Mapping[int, list[int]] | None = None) -> Shared | None:
    """Runs of five words and more that two texts share, longest at each place of the second, or None.

    `places` are those of the left text's 5-grams, when they are known already.
    """
    places = _places(left.grams) if places is None else places
    runs: list[tuple[int, int, int]] = []
    place = 0
    while place < len(right.grams):
        starts = places.get(right.grams[place])
        length, start = max(((_run(left, right, one, place), -one) for one in starts or ()), default=(0, 0))
        if length >= GRAM:
            runs.append((-start, place, length))
            place += length
        else:
            place += 1
    if not runs or max(length for _, _, length in runs) < GRAM + WINDOW - 1:
        return None
    covered = len({start + one for start, _, length in runs for one in range(length)})
    passages = tuple(
        SharedPassage(
            here=Span(right.words[first].start, right.words[first + length - 1].end),
            there=Span(left.words[start].start, left.words[start + length - 1].end),
        )
        for start, first, length in runs
    )
    total = sum(length for _, _, length in runs)
    return Shared(left.id, right.id, passages, covered / len(left.words), total / len(right.words), total)


def _run(left: Told, right: Told, start: int, first: int) -> int:
    """How many words run on alike from two places."""
    length = 0
    most = min(len(left.folded) - start, len(right.folded) - first)
    while length < most and left.folded[start + length] == right.folded[first + length]:
        length += 1
    return length
