"""Reports of a story -> its title: the headline that shares most words with all of them."""

from collections import Counter
from collections.abc import Sequence

from secondsource.knowledge.words import senses_of
from secondsource.model import Reading, Report

LONGEST = 110


def title_of(readings: Sequence[Reading]) -> str:
    """The most central headline; the first words of the first report when none has a headline."""
    shared: Counter[str] = Counter()
    for reading in readings:
        shared.update(dict.fromkeys(senses_of(reading.report.text[:1500]), 1))
    headlines = [headline for reading in readings if (headline := headline_of(reading.report))]
    if not headlines:
        return _cut(" ".join(readings[0].report.text.split())) if readings else ""

    def centrality(headline: str) -> float:
        senses = senses_of(headline)
        return sum(shared[sense] for sense in senses) / (3 + len(senses))

    return _cut(max(headlines, key=lambda one: (centrality(one), -len(one), one)))


def headline_of(report: Report) -> str | None:
    """A report's title: as given, or the part of the text that is marked as such."""
    marked = (part.span.of(report.text) for part in report.parts if part.kind == "title")
    words = report.title or next(marked, "")
    return " ".join(words.split()) or None


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rpartition(" ")[0] + "…"
