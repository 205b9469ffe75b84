"""Texts of known stories, mixed at several densities -> B-cubed and pair scores, beside two baselines.

NeuS: three outlets to a story, headline and lead, undated (its train part; the last 900 stories are measured,
the rest was for tuning). ECB+: two happenings of one kind to a topic, whole texts. B-cubed after Bagga and
Baldwin (1998). "Fixed" is one pass of TF-IDF cosine over the collection at the threshold that was best for
100 stories.
"""

import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from secondsource.knowledge.words import stem, stopwords, words_of
from secondsource.model import Part, Reading, Report, Span
from secondsource.stories import group_stories

HELD_OUT = 1552
SIZES = (5, 20, 100, 600)
FIXED = 0.14


class Told(NamedTuple):
    """A text and the story it is known to be of."""

    reading: Reading
    story: str


class Scores(NamedTuple):
    """B-cubed precision, recall and F1, and F1 over pairs of texts; all in per cent."""

    precision: float
    recall: float
    f1: float
    pairs: float


def run(data: Path) -> dict[str, float]:
    """B-cubed F1 of grouping, of singletons and of TF-IDF, by collection and density."""
    found: dict[str, float] = {}
    print(f"{'texts':<28}{'method':<12}{'P':>7}{'R':>7}{'B3 F1':>7}{'pairs':>7}{'a second':>10}")
    collections = {**_neus(data / "stories" / "neus" / "train.jsonl"), **_ecb(data / "events" / "ecbplus")}
    for name, samples in collections.items():
        for method, group in (("ours", _ours), ("TF-IDF", _fixed), ("singletons", _singletons)):
            began = time.perf_counter()
            scores = [score(group(sample), sample) for sample in samples]
            texts = sum(len(sample) for sample in samples)
            speed = texts / (time.perf_counter() - began)
            mean = Scores(*(sum(column) / len(scores) for column in zip(*scores, strict=True)))
            print(f"{name:<28}{method:<12}" + "".join(f"{one:7.1f}" for one in mean) + f"{speed:10.0f}")
            found[f"{name} {method}".replace(" ", "_")] = round(mean.f1, 2)
            if method == "ours":
                found[f"{name}_pairs".replace(" ", "_")] = round(mean.pairs, 2)
    return found


def score(groups: Sequence[Sequence[str]], told: Sequence[Told]) -> Scores:
    """Scores of groups of report ids against the stories the texts are known to be of."""
    story = {one.reading.report.id: one.story for one in told}
    size = Counter(story.values())
    precision = recall = 0.0
    together = right = 0
    for group in groups:
        counted = Counter(story[id] for id in group)
        together += len(group) * (len(group) - 1) // 2
        for name, count in counted.items():
            precision += count * count / len(group)
            recall += count * count / size[name]
            right += count * (count - 1) // 2
    wanted = sum(count * (count - 1) // 2 for count in size.values())
    precision, recall = 100 * precision / len(told), 100 * recall / len(told)
    pairs = 200 * right / (together + wanted) if together + wanted else 0.0
    return Scores(precision, recall, 2 * precision * recall / (precision + recall), pairs)


def _ours(sample: Sequence[Told]) -> list[tuple[str, ...]]:
    stories, _ = group_stories([one.reading for one in sample], ())
    return [story.reports for story in stories]


def _singletons(sample: Sequence[Told]) -> list[tuple[str, ...]]:
    return [(one.reading.report.id,) for one in sample]


def _fixed(sample: Sequence[Told]) -> list[list[str]]:
    """One pass of TF-IDF cosine: each text joins the story whose nearest member is near enough."""
    counted = [
        Counter(
            stem(word.folded) for word in words_of(one.reading.report.text) if word.folded not in stopwords()
        )
        for one in sample
    ]
    held = Counter(key for one in counted for key in one)
    story_of: list[int] = []
    holders: Mapping[str, list[int]] = defaultdict(list)
    vectors = []
    for number, one in enumerate(counted):
        vector = {key: (1 + log(count)) * log((1 + len(sample)) / held[key]) for key, count in one.items()}
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vector = {key: weight / length for key, weight in vector.items()}
        likeness: Counter[int] = Counter()
        for key, weight in vector.items():
            for other in holders[key]:
                likeness[other] += weight * vectors[other][key]  # type: ignore[assignment]
            holders[key].append(number)
        vectors.append(vector)
        best = max(likeness, key=lambda other: (likeness[other], -other), default=None)
        story_of.append(story_of[best] if best is not None and likeness[best] >= FIXED else number)
    groups: Mapping[int, list[str]] = defaultdict(list)
    for one, story in zip(sample, story_of, strict=True):
        groups[story].append(one.reading.report.id)
    return list(groups.values())


def text_reading(id: str, title: str, body: str) -> Reading:
    """A reading of nothing but the text and its headline."""
    text = f"{title}\n\n{body}" if title else body
    parts = (Part(Span(0, len(title)), "title", "given", "bench"),) if title else ()
    return Reading(Report(id, text, "", title=title or None, parts=parts))


def _neus(path: Path) -> dict[str, list[list[Told]]]:
    if not path.exists():
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][HELD_OUT:]
    found = {}
    for size in SIZES:
        samples = []
        for start in range(0, min(len(rows), max(size, 10 * min(size, 60))) - size + 1, size):
            told = [
                Told(text_reading(f"{row['story']}-{number}", one["title"], one["text"]), row["story"])
                for row in rows[start : start + size]
                for number, one in enumerate(row["articles"])
            ]
            random.Random(7).shuffle(told)
            samples.append(told)
        found[f"neus {size} stories"] = samples
    return found


def _ecb(folder: Path) -> dict[str, list[list[Told]]]:
    if not folder.exists():
        return {}
    told = []
    for path in sorted(folder.glob("*/*.xml")):
        lines: dict[str, list[str]] = defaultdict(list)
        for token in ElementTree.parse(path).getroot().iter("token"):
            lines[token.get("sentence", "")].append(token.text or "")
        kind = "plus" if path.stem.endswith("ecbplus") else ""
        # The first line of an ECB+ text is its address, which would give the story away.
        text = "\n".join(" ".join(words) for words in lines.values() if not re.match("http", words[0]))
        told.append(Told(text_reading(path.stem, "", text), f"{path.parent.name}{kind}"))
    random.Random(7).shuffle(told)
    by_topic: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_topic[one.story.removesuffix("plus")].append(one)
    return {"ecbplus all topics": [told], "ecbplus one topic": list(by_topic.values())}
