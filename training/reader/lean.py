"""Shipped files and the part that chooses -> how readily each span head says O.

`python -m training.reader.lean FOLDER --data DIR` tries a few values a head, keeps the one with the best
span F1 when it gains half a point, writes `lean` into labels.json. Needs no torch.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from bench.reader_scores import spans_of
from secondsource.language.encoder.chain import Chain
from secondsource.language.encoder.files import LABELS, Weights
from secondsource.language.encoder.reading import WordReader, WordReading
from secondsource.language.encoder.windows import Window
from training.reader.corpora import read_corpus
from training.reader.corpora.document import sentence_ends

TRIED = (0.6, 0.3, 0.0, -0.3, -0.6, -1.0, -1.4)
HEADS = {
    "uner": "ewt",
    "re3d": "re3d",
    "attribution": "polnear",
    "meantime": "meantime",
    "ecbplus": "ecbplus",
}
LEAST_GAIN = 0.005


class Keeper(WordReader):
    """A word reader that keeps the scores of one head instead of decoding them."""

    def __init__(self, weights: Weights, head: str) -> None:
        super().__init__(weights, (head,))
        self.head = head
        self.kept: list[tuple[Window, Any]] = []

    def _take_spans(self, reading: WordReading, batch: list[Window], told: dict[str, Any]) -> None:
        for row, window in enumerate(batch):
            self.kept.append((window, told[self.head][row : row + 1, : len(window.places)]))


def main() -> None:
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("folder", type=Path)
    ways.add_argument("--data", type=Path, required=True)
    told = ways.parse_args()
    weights, lean = Weights(told.folder), {}
    for head, corpus in HEADS.items():
        scores = _try(weights, head, corpus, told.data)
        best = max(scores, key=lambda value: (scores[value], -abs(value)))
        if scores[best] >= scores[0.0] + LEAST_GAIN:
            lean[head] = best
        print(head, {value: round(100 * score, 2) for value, score in scores.items()}, lean.get(head, 0.0))
    labels = json.loads((told.folder / LABELS).read_text())
    (told.folder / LABELS).write_text(json.dumps(labels | {"lean": lean}, sort_keys=True) + "\n")


def _try(weights: Weights, head: str, corpus: str, data: Path) -> dict[float, float]:
    counts = {value: [0, 0, 0] for value in TRIED}
    for document in read_corpus(corpus, data)["choose"]:
        keeper = Keeper(weights, head)
        size = len(document.words)
        keeper.read(document.words, document.gaps, [0.0] * size, set(sentence_ends(document)))
        tags = document.layers[head]
        gold = set(spans_of(tags))
        for value, row in counts.items():
            chain = Chain(weights.labels.words[head], weights.labels.steps[head], value)
            found = set()
            for window, scores in keeper.kept:
                path = chain.best(scores, [len(window.places)])[0]
                for first, last, label, _ in chain.spans(path, scores[0]):
                    here = (window.first + first, window.first + last, label)
                    if all(tag is not None for tag in tags[here[0] : here[1]]):
                        found.add(here)
            row[0], row[1], row[2] = row[0] + len(found & gold), row[1] + len(found), row[2] + len(gold)
    return {value: 2 * row[0] / max(1, row[1] + row[2]) for value, row in counts.items()}


if __name__ == "__main__":
    main()
