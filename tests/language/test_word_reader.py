"""The reader of words on a graph made here: what it is given, and that words keep their order."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import secondsource
from secondsource.language.encoder.files import LAYERS, Labels
from secondsource.language.encoder.reading import WordReader

KINDS = ["O", "B-weapon", "I-weapon"]
LABELS = Labels(
    "made here",
    {"upos": ["X", "NOUN"], "xpos": ["FW"], "lemma": ["-0+"], "entity": KINDS,
     "attribution": ["O", "B-cue", "I-cue"]},
    ["dep"],
    {"entity": [[0.0] * 3] * 3, "attribution": [[0.0] * 3] * 3},
    {LAYERS: "0" * 64},
)  # fmt: skip


class Graph:
    """Calls a word a weapon and a noun when its first piece's number is odd; all hang on the first."""

    def __init__(self, inputs: str) -> None:
        self.inputs = inputs.split()
        self.rows: list[int] = []

    def get_inputs(self) -> list[Any]:
        return [SimpleNamespace(name=name) for name in self.inputs]

    def run(self, outputs: list[str], given: dict[str, Any]) -> list[Any]:
        assert sorted(given) == sorted(self.inputs)
        rows, words = given["first"].shape
        self.rows.append(rows)
        first = np.take_along_axis(given["embedded"][:, :, 0], given["first"], 1)
        odd = first.astype(np.int64) % 2
        scores = np.zeros((rows, words, 3), np.float32)
        scores[:, :, 1] = np.where(odd, 5.0, -5.0)
        told = {
            "upos": odd, "xpos": odd * 0, "lemma": odd * 0,
            "found_ends": (given["ends"] > 0).astype(np.int64),
            "arcs": np.zeros((rows, words, words), np.float32), "heads": odd * 0, "relations": odd * 0,
            "factuality": first, "links": np.zeros((rows, words, words), np.float32),
            "entity": scores, "attribution": scores * 0,
        }  # fmt: skip
        return [told[name] for name in outputs]


@pytest.mark.parametrize(
    ("inputs", "alone"),
    [("embedded shapes mask first words ends", False), ("embedded shapes first ends", True)],
)
def test_a_graph_is_given_what_it_takes(inputs: str, alone: bool) -> None:
    graph = Graph(inputs)
    vocabulary = Path(secondsource.__file__).parent / "models" / "reader" / "vocab.txt"
    if not vocabulary.exists():
        pytest.skip("the shipped weights are not there")
    weights: Any = SimpleNamespace(
        labels=LABELS,
        vocabulary=vocabulary,
        session=graph,
        embed=lambda pieces: pieces[..., None].astype(np.float32),
    )
    reader = WordReader(weights)
    words = [f"{'rocket' if place % 3 else 'ministry'}" for place in range(2600)]
    safe = set(range(17, 2601, 17)) | {2600}
    reading = reader.read(words, [1] * 2600, [0.0] * 2600, safe)
    pieces = [cut[0] for cut in reader._cutter.cut(words)]
    assert [int(value) for value in reading.factuality] == pieces
    assert [upos == "NOUN" for upos in reading.upos] == [piece % 2 == 1 for piece in pieces]
    found = [(first, last) for first, last, _, _ in reading.spans["entity"]]
    assert found == [(place, place + 1) for place, piece in enumerate(pieces) if piece % 2]
    assert (max(graph.rows) == 1) is alone
