"""Words of a report -> windows of whole sentences -> arrays of numbers, those of like length together."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from secondsource.language.encoder.pieces import CLS, EDGE_SHAPE, PAD, SEP, word_shape

MOST_PIECES_A_WINDOW = 158
# so few that what the layers hand on stays in a processor's cache
MOST_PIECES_A_BATCH = 480
YES, NO = 1000.0, -1000.0


@dataclass
class Window:
    """Words `[first, last)` as piece numbers and shapes; `places` is where each word's first piece stands."""

    first: int
    last: int
    pieces: list[int]
    shapes: list[int]
    places: list[int]


def cut_windows(words: list[str], gaps: list[int], pieces: list[list[int]], safe: set[int]) -> list[Window]:
    """Windows that hold every word once, ending at `safe` words' ends wherever one is near enough.

    `safe` holds the number of words before each place where a sentence may end.
    """
    found: list[Window] = []
    begin = size = last_safe = 0
    for index, cut in enumerate(pieces):
        if size + len(cut) > MOST_PIECES_A_WINDOW and index > begin:
            end = last_safe if last_safe > begin else index
            found.append(_window(words, gaps, pieces, begin, end))
            begin, size = end, sum(len(one) for one in pieces[end:index])
        size += len(cut)
        if index + 1 in safe:
            last_safe = index + 1
    if begin < len(words):
        found.append(_window(words, gaps, pieces, begin, len(words)))
    return found


def _window(words: list[str], gaps: list[int], pieces: list[list[int]], first: int, last: int) -> Window:
    window = Window(first, last, [CLS], [EDGE_SHAPE], [])
    for index in range(first, last):
        window.places.append(len(window.pieces))
        window.pieces += pieces[index]
        window.shapes += [word_shape(words[index], gaps[index])] * len(pieces[index])
    window.pieces.append(SEP)
    window.shapes.append(EDGE_SHAPE)
    return window


def make_batches(windows: list[Window], most: int = MOST_PIECES_A_BATCH) -> list[list[Window]]:
    """Windows of like length together, so that little is padded; at most so many pieces, but one window."""
    batches: list[list[Window]] = []
    for window in sorted(windows, key=lambda one: (len(one.pieces), one.first)):
        if not batches or len(window.pieces) * (len(batches[-1]) + 1) > most:
            batches.append([])
        batches[-1].append(window)
    return batches


def fill_arrays(batch: list[Window], ends: list[float]) -> dict[str, "np.ndarray[Any, Any]"]:
    """The graph's inputs but for the embeddings: `pieces` and `shapes` (batch x pieces), the rest by word.

    `ends` is added to each word's own score of ending a sentence: YES decides it, NO forbids it, a small
    number is a hint, 0 leaves it to the reader.
    """
    rows = len(batch)
    length = max(len(window.pieces) for window in batch)
    words = max(len(window.places) for window in batch)
    found: dict[str, np.ndarray[Any, Any]] = {
        "pieces": np.full((rows, length), PAD, np.int64),
        "shapes": np.full((rows, length), EDGE_SHAPE, np.int64),
        "mask": np.zeros((rows, length), np.int64),
        "first": np.zeros((rows, words), np.int64),
        "words": np.zeros((rows, words), np.int64),
        "ends": np.zeros((rows, words), np.float32),
    }
    for row, window in enumerate(batch):
        found["pieces"][row, : len(window.pieces)] = window.pieces
        found["shapes"][row, : len(window.pieces)] = window.shapes
        found["mask"][row, : len(window.pieces)] = 1
        count = len(window.places)
        found["first"][row, :count] = window.places
        found["words"][row, :count] = 1
        found["ends"][row, :count] = ends[window.first : window.last]
        found["ends"][row, count - 1] = YES
    return found
