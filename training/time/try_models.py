"""Direction and anchor of bare dates: a linear model against the rules, by folds of documents.

    python training/time/try_models.py DATA

Fitted on WikiWars, MEANTIME and the state agency's archive; TimeBank and AQUAINT only measure. The models
win by a few choices on the kinds of text they are fitted on, and lose by more on news that they never saw.
So the rules stand, and this script writes nothing: it prints the figures.
"""

import random
import sys
from collections.abc import Iterator
from math import exp
from pathlib import Path
from typing import NamedTuple

from bench.time_sets import Document, Gold, meantime_documents, timeml_documents, undated_reports
from secondsource.mentions.times import walk
from secondsource.mentions.times.anchors import Anchors
from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.matches import Text, cut
from secondsource.mentions.times.phrases import single_matches
from secondsource.mentions.times.resolver import resolve
from secondsource.mentions.times.tense import tense_at
from secondsource.mentions.times.timeml import apart
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.values import time_of
from secondsource.mentions.times.words import LETTER
from secondsource.model.calendar import civil, day_number, read_day, weekday

FOLDS, EPOCHS, RATE, DECAY = 5, 20, 0.2, 1e-3
ENDS = (LETTER["dot"], LETTER["break"])
LEFT, RIGHT = 9, 6
NEAR = 120


class Case(NamedTuple):
    """A choice of two: its document, what is seen of it, what is right, and what the rules say."""

    document: str
    seen: tuple[str, ...]
    right: bool
    rule: bool


def around(text: Text, first: int, last: int) -> list[str]:
    """The words of the clause, by side and distance; endings in -ed."""
    seen = []
    for step, at in enumerate(range(first - 1, max(-1, first - 1 - LEFT), -1)):
        if text.classes[at] in ENDS:
            break
        word = text.words[at].strip().lower()
        seen.append(f"{'l' if step < 4 else 'L'}:{word}")
        seen += ["l:-ed"] if word.endswith("ed") and len(word) > 4 else []
    for at in range(last, min(len(text.words), last + RIGHT)):
        if text.classes[at] in ENDS:
            break
        seen.append(f"r:{text.words[at].strip().lower()}")
    return seen


def bare(tree: Tree) -> Tree | None:
    """The month, day or weekday without a year inside a tree."""
    if tree[0] == "weekday" or (tree[0] == "date" and tree[1] is None and tree[2] is not None):
        return tree
    return bare(tree[-1]) if tree[0] in ("daypart", "clock", "part") and isinstance(tree[-1], tuple) else None


def directions(documents: list[Document]) -> Iterator[Case]:
    """Bare dates near publication: does the annotated value lie ahead of it?"""
    for one in documents:
        published, text = read_day(one.published), cut(one.text)
        for match in single_matches(text):
            gold, tree = _gold_at(one, text.place(match)), bare(match.tree)
            if gold is None or tree is None or len(gold.value) < 7 or not gold.value[:4].isdecimal():
                continue
            try:
                day = read_day(gold.value[:10] if len(gold.value) >= 10 else f"{gold.value[:7]}-15")
            except ValueError:
                continue
            if abs(day - published) <= NEAR:
                yield _direction(one.name, text, match.first, match.last, tree, day > published, published)


def archive_directions(path: Path) -> Iterator[Case]:
    """Bare days of a dated archive: the year that is nearest to publication is taken as right."""
    for report, published_day in undated_reports(path):
        published, text = read_day(published_day), cut(report.text)
        year = civil(published)[0]
        for match in single_matches(text):
            tree = bare(match.tree)
            if tree is None or tree[0] != "date" or tree[3] is None:
                continue
            gaps = [day_number(each, tree[2], tree[3]) - published for each in (year - 1, year, year + 1)]
            gap = min(gaps, key=abs)
            if abs(gap) <= NEAR:
                yield _direction(report.id, text, match.first, match.last, tree, gap > 0, published)


def _direction(name: str, text: Text, first: int, last: int, tree: Tree, ahead: bool, published: int) -> Case:
    kind = "weekday" if tree[0] == "weekday" else "day" if tree[3] else "month"
    gap = (tree[1] - weekday(published)) % 7 if kind == "weekday" else (tree[2] - civil(published)[1]) % 12
    seen = (*around(text, first, last), f"kind:{kind}", f"gap:{kind}:{gap}")
    tense = tense_at(text, first, last)
    return Case(name, seen, ahead, tense > 1 if kind == "weekday" else tense > 0)


def anchors(documents: list[Document]) -> Iterator[Case]:
    """Times that publication or the last date told, but not both, place rightly: is it the latter?"""
    for one in documents:
        published, text = read_day(one.published), cut(one.text)
        matches = [part for match in single_matches(text) for part in apart(text, match)]
        story = walk.tells_a_story(matches, published)
        then: Extent | None = None
        since = 0
        for found in walk.resolve_matches(text, matches, published):
            match, gold = found.match, _gold_at(one, text.place(found.match))
            from_now = _value(match.tree, resolve(match.tree, Anchors(published)))
            from_then = _value(match.tree, resolve(match.tree, Anchors(published, then, 0, True)))
            if gold and then is not None and from_now != from_then and gold.value in (from_now, from_then):
                far = min(abs(published - (then.middle or published)) // 200, 5)
                near = f"words:{min((match.first - since) // 10, 5)}"
                rule = f"rule:{match.rule}"
                words = around(text, match.first, match.last)
                seen = (f"story:{story}", f"far:{far}:{story}", near, rule, f"{rule}:{story}", *words)
                right = gold.value == from_then
                ours = _value(found.tree, found.extent)
                yield Case(one.name, seen, right, right == (ours == gold.value))
            if found.extent is not None and found.extent.begin is not None:
                then, since = found.extent, match.last


def _value(tree: Tree, extent: Extent | None) -> str:
    return time_of(tree, extent, "", "").timex[1]


def _gold_at(document: Document, place: tuple[int, int]) -> Gold | None:
    return next((one for one in document.times if one.start < place[1] and place[0] < one.end), None)


def fit(cases: list[Case]) -> dict[str, float]:
    """Logistic regression by stochastic descent, with decay."""
    weights: dict[str, float] = {}
    chance = random.Random(1)
    order = list(cases)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        rate = RATE / (1 + epoch)
        for one in order:
            error = one.right - 1 / (1 + exp(-max(-30.0, min(30.0, score(weights, one)))))
            for name in ("bias", *one.seen):
                held = weights.get(name, 0.0)
                weights[name] = held + rate * (error - DECAY * held)
    return weights


def score(weights: dict[str, float], case: Case) -> float:
    """The sum of what is seen."""
    return sum(weights.get(name, 0.0) for name in ("bias", *case.seen))


def told(name: str, cases: list[Case], apart_from: list[Case]) -> None:
    """Prints how many cases the majority, the rules and the model (by folds of documents) get right."""
    documents = sorted({one.document for one in cases})
    random.Random(1).shuffle(documents)
    right = 0
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        weights = fit([one for one in cases if one.document not in held])
        right += sum((score(weights, one) > 0) == one.right for one in cases if one.document in held)
    rules = sum(one.rule == one.right for one in cases)
    ahead = sum(one.right for one in cases)
    most = max(ahead, len(cases) - ahead)
    print(f"{name}: {len(cases)} choices; majority {most}, rules {rules}, model {right}")
    weights = fit(cases)
    model = sum((score(weights, one) > 0) == one.right for one in apart_from)
    rules = sum(one.rule == one.right for one in apart_from)
    print(f"  TimeBank and AQUAINT, only measured: {len(apart_from)}; rules {rules}, model {model}")


def main(data: Path) -> None:
    """Both choices, fitted and measured."""
    wars = list(timeml_documents(data / "time" / "wikiwars"))
    meantime = list(meantime_documents(data / "events" / "meantime" / "intra-doc_annotation"))
    news = list(timeml_documents(data / "time" / "tempeval3"))
    archive = data / "reports" / "kcna_archive" / "kcna_articles.jsonl"
    told("direction", [*directions(meantime), *archive_directions(archive)], list(directions(news)))
    told("anchor", [*anchors(wars), *anchors(meantime)], list(anchors(news)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
