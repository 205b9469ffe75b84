"""Planted copies among real reports -> how many are found, which way round, and how exact the passages are.

Reports of Timeline17 collections; from every fourth a copy is made as newsrooms make them: cut from the end,
a lead put before, words changed, sentences dropped. Every report has its day; a copy is of the day after.
"""

import random
import time
from pathlib import Path
from typing import NamedTuple

from secondsource.knowledge.words import words_of
from secondsource.lineage import trace_lineage
from secondsource.model import Published, Reading, Report

MOST = 400
# Words changed in a lightly edited copy, and the least share of an origin that a copy keeps.
CHANGED, KEPT = 0.04, 0.4


class Planted(NamedTuple):
    """A copy: its reading, its origin, and which of its words (by place) were taken over."""

    reading: Reading
    origin: str
    taken: tuple[bool, ...]


def run(data: Path) -> dict[str, float]:
    """Recall of planted pairs, direction, precision and recall of the words in passages, reports a second."""
    origins = _origins(data / "stories" / "t17")
    if not origins:
        print("stories/t17 is not there: nothing measured")
        return {}
    generator = random.Random(11)
    planted = [_copy(one, generator) for one in origins[::4]]
    readings = [*origins, *(one.reading for one in planted)]
    generator.shuffle(readings)
    began = time.perf_counter()
    derivations, _ = trace_lineage(readings)
    speed = len(readings) / (time.perf_counter() - began)
    by_pair = {frozenset((one.report, one.origin)): one for one in derivations}
    found = [by_pair.get(frozenset((one.reading.report.id, one.origin))) for one in planted]
    right = [
        pair is not None and pair.report == one.reading.report.id and pair.how in ("copy", "edited copy")
        for pair, one in zip(found, planted, strict=True)
    ]
    hit = claimed = wanted = 0
    for pair, one in zip(found, planted, strict=True):
        words = words_of(one.reading.report.text)
        spans = [passage.here for passage in pair.passages] if pair else []
        marked = [any(span.start <= word.start < span.end for span in spans) for word in words]
        hit += sum(ours and theirs for ours, theirs in zip(marked, one.taken, strict=True))
        claimed, wanted = claimed + sum(marked), wanted + sum(one.taken)
    scores = {
        "pairs_found": sum(pair is not None for pair in found) / len(planted),
        "right_way_round": sum(right) / len(planted),
        "words_precision": hit / max(1, claimed),
        "words_recall": hit / max(1, wanted),
    }
    print(f"{len(readings)} reports, {len(planted)} planted copies, {speed:.0f} reports a second\n")
    for name, score in scores.items():
        print(f"{name.replace('_', ' '):<20}{100 * score:7.1f} %")
    return {
        **{name: round(score, 4) for name, score in scores.items()},
        "reports_per_second": round(speed, 1),
    }


def _origins(folder: Path) -> list[Reading]:
    found = []
    for path in sorted(folder.glob("*/InputDocs/*/*.txt"))[:: max(1, 1600 // MOST)][:MOST]:
        text = path.read_text(encoding="utf-8", errors="replace")
        if len(text.split()) >= 80:
            found.append(_reading(f"{path.parts[-4]}-{path.stem}", text, path.parent.name))
    return found


def _reading(id: str, text: str, day: str) -> Reading:
    return Reading(Report(id, text, "", name=id, published=Published(day, "given", day, day)))


def _copy(origin: Reading, generator: random.Random) -> Planted:
    sentences = origin.report.text.split("\n")
    kept = sentences[: max(2, int(len(sentences) * generator.uniform(KEPT, 1.0)))]
    kept = [one for number, one in enumerate(kept) if number < 2 or generator.random() > 0.1]
    text, taken = "Our correspondent sums up what is known so far about a busy day in the region .\n", []
    taken += [False] * len(words_of(text))
    for sentence in kept:
        for piece in sentence.split(" "):
            changed = piece.isalpha() and generator.random() < CHANGED
            taken += [not changed] * len(words_of(piece))
            text += ("indeed" if changed else piece) + " "
        text += "\n"
    day = origin.report.published.value or ""
    later = f"{day[:-2]}{min(28, int(day[-2:]) + 1):02d}" if day else ""
    if later <= day:
        later = day[:-2] + "31"
    whole = tuple(taken) + (False,) * (len(words_of(text)) - len(taken))
    return Planted(
        _reading(f"copy-{origin.report.id}", text, later), origin.report.id, whole[: len(words_of(text))]
    )
