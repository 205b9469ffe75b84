"""Documents -> windows of whole sentences -> padded tensors, one corpus a batch."""

import random
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch import Tensor

from secondsource.language.encoder.pieces import CLS, EDGE_SHAPE, SEP, PieceCutter, word_shape
from training.reader.corpora import Document
from training.reader.corpora.document import mend_tags, sentence_ends
from training.reader.labels import SPANS, TAGS, Labels

OPEN, MASKED = -100, 103
QUOTES = 4
THINGS = 100_000  # more than any document has


@dataclass
class Window:
    """Words `[first, last)` of a document as numbers."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    layers: dict[str, list[Any]] = field(default_factory=dict)


def cut_windows(
    documents: list[Document],
    labels: Labels,
    cutter: PieceCutter,
    most: tuple[int, int],
    random_: random.Random,
    caps: float = 0.0,
    hide: float = 0.0,
) -> list[Window]:
    """Windows of at most `most` pieces (drawn for each from this range), ending where sentences end.

    `caps` is the share of windows whose words are shown as all capitals, or all lower, or in title case;
    four times that share of documents gets the other kind of quotation marks. `hide` is the share of words
    that are masked.
    """
    found = []
    for number, original in enumerate(documents):
        document = change_quotes(original) if random_.random() < caps * QUOTES else original
        cut = cutter.cut(document.words)
        for first, last in _spans(document, [len(one) for one in cut], most, random_):
            window = _window(document, labels, cut, first, last, random_, caps, hide)
            if "thing" in window.layers:
                window.layers["thing"] = [
                    OPEN if one == OPEN else one + number * THINGS for one in window.layers["thing"]
                ]
            if any(value != OPEN for layer in window.layers.values() for value in layer):
                found.append(window)
    return found


def change_quotes(document: Document) -> Document:
    """The document with typewriter quotation marks for printer's, or the other way round."""
    straight, opened, words = any("”" in word or "’" in word for word in document.words), False, []
    for word in document.words:
        if straight:
            word = word.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
        elif word == '"':
            word, opened = "”" if opened else "“", not opened
        elif len(word) > 1:
            word = word.replace("'", "’")
        words.append(word)
    return replace(document, words=words)


def _spans(
    document: Document, lengths: list[int], most: tuple[int, int], random_: random.Random
) -> list[tuple[int, int]]:
    found, begin, size, limit, safe = [], 0, 0, random_.randint(*most), 0
    ends = set(sentence_ends(document))
    for index, length in enumerate(lengths):
        if size + length > limit and index > begin:
            end = safe if safe > begin else index
            found.append((begin, end))
            begin, size, limit = end, sum(lengths[end:index]), random_.randint(*most)
        size += length
        if index + 1 in ends:
            safe = index + 1
    if begin < len(lengths):
        found.append((begin, len(lengths)))
    return found


def _window(
    document: Document,
    labels: Labels,
    cut: list[list[int]],
    first: int,
    last: int,
    random_: random.Random,
    caps: float,
    hide: float,
) -> Window:
    change = random_.choice((str.upper, str.upper, str.lower, str.title)) if random_.random() < caps else None
    window = Window([CLS], [EDGE_SHAPE], [])
    for index in range(first, last):
        word = document.words[index]
        shape = word_shape(change(word) if change else word, document.gaps[index])
        window.first.append(len(window.pieces))
        hidden = random_.random() < hide
        window.pieces += [MASKED] * len(cut[index]) if hidden else cut[index]
        window.shapes += [shape] * len(cut[index])
    window.pieces.append(SEP)
    window.shapes.append(EDGE_SHAPE)
    for layer, values in document.layers.items():
        here = values[first:last]
        if layer in TAGS:
            own = {label: number for number, label in enumerate(labels.words[layer])}
            window.layers[layer] = [OPEN if v is None else own.get(str(v), OPEN) for v in here]
        elif layer in SPANS:
            window.layers[layer] = [OPEN if v is None else v for v in mend_tags(here)]
        elif layer in {"head", "link"}:
            window.layers[layer] = [OPEN if v is None or not first <= v < last else v - first for v in here]
        elif layer == "deprel":
            own = {label: number for number, label in enumerate(labels.relations)}
            window.layers[layer] = [own.get(v, OPEN) for v in here]
        elif layer in {"factuality", "thing"}:
            window.layers[layer] = [OPEN if v is None else v for v in here]
    return window


def make_batches(windows: list[Window], pieces: int, random_: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most so many padded pieces a batch, in random order.

    Windows that know which mentions are the same stay in their order, so that a batch holds the text of one
    document, or the end of one and the beginning of the next.
    """
    order = windows
    if not any("thing" in window.layers for window in windows):
        order = sorted(windows, key=lambda window: len(window.pieces) + random_.random() * 6)
    batches: list[list[Window]] = [[]]
    for window in order:
        longest = max([len(window.pieces), *(len(one.pieces) for one in batches[-1])])
        if batches[-1] and longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
        batches[-1].append(window)
    random_.shuffle(batches)
    return batches


def collate(batch: list[Window], labels: Labels) -> dict[str, Tensor]:
    """Padded tensors; a span layer becomes a mask of allowed labels (`allowed:entity`)."""
    found = {
        "pieces": _pad([w.pieces for w in batch], 0),
        "shapes": _pad([w.shapes for w in batch], EDGE_SHAPE),
        "mask": _pad([[1] * len(w.pieces) for w in batch], 0),
        "first": _pad([w.first for w in batch], 0),
        "words": _pad([[1] * len(w.first) for w in batch], 0).bool(),
    }
    for layer in batch[0].layers:
        if not all(layer in w.layers for w in batch):
            continue
        if layer in SPANS:
            known: dict[Any, list[bool]] = {}
            rows = []
            for window in batch:
                for value in window.layers[layer]:
                    if value not in known:
                        known[value] = labels.allowed(layer, None if value == OPEN else value)
                rows.append([known[value] for value in window.layers[layer]])
            width = max(len(row) for row in rows)
            fill = [True] * len(labels.words[layer])
            found["allowed:" + layer] = torch.tensor([row + [fill] * (width - len(row)) for row in rows])
        elif layer == "factuality":
            found[layer] = _pad([w.layers[layer] for w in batch], OPEN, torch.float32)
        else:
            found[layer] = _pad([w.layers[layer] for w in batch], OPEN)
    if "link" in found:
        found["cues"] = _pad([[v == "B-cue" for v in w.layers["attribution"]] for w in batch], 0).bool()
    if "head" in found:
        numbers = []
        for window in batch:
            number, row = 0, []
            for end in window.layers["ends"]:
                row.append(number)
                number += end
            numbers.append(row)
        sentence = _pad(numbers, -1)
        found["same"] = sentence[:, :, None] == sentence[:, None, :]
    return found


def _pad(rows: list[list[Any]], fill: int, kind: torch.dtype = torch.long) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows], dtype=kind)
