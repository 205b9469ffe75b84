"""Shipped files and the part that chooses -> the curve from raw score to the share of spans that is right.

`python -m training.reader.calibrate FOLDER --data DIR` writes `curves` into labels.json and prints the
reliability table. Pool-adjacent-violators (Ayer et al. 1955) over bins of equal count. Needs no torch.
"""

import argparse
import json
from pathlib import Path

from secondsource.language.encoder.attributions import join_attributions
from secondsource.language.encoder.files import LABELS, Weights
from secondsource.language.encoder.proposals import calibrate, entities_of, events_of, named_antecedent
from secondsource.language.encoder.reading import WordReader, WordReading
from training.reader.corpora import Document, read_corpus
from training.reader.corpora.document import sentence_ends

BINS = 12
Judged = tuple[float, bool]


def main() -> None:
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("folder", type=Path)
    ways.add_argument("--data", type=Path, required=True)
    told = ways.parse_args()
    reader = WordReader(Weights(told.folder))
    judged: dict[str, list[Judged]] = {}
    for corpus in ("ewt", "gum", "re3d", "polnear", "meantime", "ecbplus"):
        for document in read_corpus(corpus, told.data)["choose"]:
            reading = reader.read(
                document.words, document.gaps, [0.0] * len(document.words), set(sentence_ends(document))
            )
            for layer, found in _judge(document, reading).items():
                judged.setdefault(layer, []).extend(found)
    labels = json.loads((told.folder / LABELS).read_text())
    labels["curves"] = {layer: rising_curve(found) for layer, found in judged.items() if found}
    (told.folder / LABELS).write_text(json.dumps(labels, sort_keys=True) + "\n")
    for layer, found in judged.items():
        _print_table(layer, found, labels["curves"].get(layer, []))


def _judge(document: Document, reading: WordReading) -> dict[str, list[Judged]]:
    layers, found = document.layers, {}
    if "attribution" in layers and document.corpus != "gum":
        told = [one[:4] for one in join_attributions(reading, document.words)]
        for label in ("source", "cue", "content"):
            own = [one for one in told if one[2] == label]
            found[f"attribution {label}"] = _against(layers["attribution"], own)
    if "meantime" in layers or "ecbplus" in layers:
        tags = layers.get("meantime", layers.get("ecbplus"))
        bare = [None if tag is None else tag[:2] + "event" if tag != "O" else "O" for tag in tags or ()]
        told = [(first, last, "event", score) for first, last, _, score in events_of(reading)]
        found["event"] = _against(bare, told)
    if document.mentions:
        things = document.layers["thing"]
        named = {
            word: named_antecedent(reading, word) for word in reading.antecedents if word in document.mentions
        }
        found["coreference"] = [(share, things[word] == things[one]) for word, (one, share) in named.items()]
    if document.corpus in {"ewt", "re3d"}:
        tags = [None if tag == "?" and document.corpus != "ewt" else tag for tag in layers["entity"]]
        told = [one for one in entities_of(reading) if document.corpus != "ewt" or one[2] in _EWT]
        found["entity"] = _against(tags, told)
    return found


_EWT = frozenset({"person", "organization", "place"})


def _against(tags: list[str | None], told: list[tuple[int, int, str, float]]) -> list[Judged]:
    """Whether each span is gold: begins, goes on and ends where gold does, with a kind that gold allows."""
    found = []
    for first, last, label, score in told:
        inside = tags[first:last]
        if any(tag is None for tag in inside):
            continue
        right = all(
            (tag or "")[:2] == ("B-" if place == 0 else "I-") and label in (tag or "")[2:].split("|")
            for place, tag in enumerate(inside)
        )
        right = right and (last == len(tags) or not (tags[last] or "").startswith("I-"))
        found.append((score, right))
    return found


def rising_curve(judged: list[Judged]) -> list[tuple[float, float]]:
    """Points (raw score, share right) that never fall."""
    judged = sorted(judged)
    size = max(1, len(judged) // BINS)
    blocks: list[list[float]] = []  # sum of scores, right, count
    for begin in range(0, len(judged), size):
        part = judged[begin : begin + size]
        blocks.append([sum(score for score, _ in part), float(sum(right for _, right in part)), len(part)])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [(round(score / count, 4), round(right / count, 4)) for score, right, count in blocks]


def _print_table(layer: str, judged: list[Judged], curve: list[tuple[float, float]]) -> None:
    print(f"\n{layer}: {len(judged)} spans\nconfidence   spans   right")
    told = [(calibrate(curve, score), right) for score, right in judged]
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        part = [right for value, right in told if low <= value < low + 0.2 or value == low + 0.2 == 1.0]
        if part:
            print(f"{low:.1f} to {low + 0.2:.1f}{len(part):9d}{sum(part) / len(part):8.2f}")


if __name__ == "__main__":
    main()
