"""The shipped files of a reader -> checked weights and labels."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

TABLE, LAYERS, VOCABULARY, LABELS = "embeddings.npy", "layers.onnx", "vocab.txt", "labels.json"
WIDTH = 384
# onnxruntime's fused kernel goes value by value; the parts that it fuses are vectorised
SLOWER = ["SkipLayerNormFusion"]


class EncoderUnavailable(Exception):
    """The reader's files are absent or are not the ones that its labels were made for."""


class Same(msgspec.Struct, frozen=True):
    """How two mentions are scored beside their vectors: a number for each step of their distance, and what
    it counts that both are written alike."""

    distance: list[float]
    word: float


class Labels(msgspec.Struct, frozen=True):
    """What the numbers of the heads mean, and how the files were made.

    `words` maps a head to its labels in order; `steps` a span head to its learned score of label j after
    label i; `curves` a layer, or a layer and label, to rising pairs (raw score,
    share that was right); `lean` a span head to what is added to its score of O (below 0: more spans);
    `sha256` a file to its hash. Without `same` the reader does not say which mentions are the same.
    """

    name: str
    words: dict[str, list[str]]
    relations: list[str]
    steps: dict[str, list[list[float]]]
    sha256: dict[str, str]
    curves: dict[str, list[tuple[float, float]]] = {}
    lean: dict[str, float] = {}
    same: Same | None = None

    @property
    def made_by(self) -> str:
        """Name of the reader with the start of the hash of its layers."""
        return f"{self.name}@{self.sha256[LAYERS][:12]}"


class Weights:
    """Labels, the table of piece embeddings and the session that runs the layers.

    The table is int8, one row a piece: 384 values and, in the last four bytes, the row's scale (float32).
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.labels = read_labels(folder)
        self.vocabulary = folder / VOCABULARY
        table = np.load(folder / TABLE, mmap_mode="r")
        self._values = table[:, :WIDTH]
        self._scales = np.ascontiguousarray(table[:, WIDTH:]).view("<f4").astype(np.float32)
        self.session = _open_session(folder / LAYERS, threads)

    def embed(self, pieces: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """Vectors of the pieces, float32, shape (..., 384)."""
        vectors: np.ndarray[Any, Any] = self._values[pieces].astype(np.float32) * self._scales[pieces]
        return vectors


@cache
def read_labels(folder: Path) -> Labels:
    """The labels, after the hash of every file that they name was checked. Raises EncoderUnavailable."""
    try:
        labels = msgspec.json.decode((folder / LABELS).read_bytes(), type=Labels)
        for name, sha256 in labels.sha256.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sha256:
                raise EncoderUnavailable(f"{name} is not the file that {LABELS} was made for")
    except (OSError, msgspec.MsgspecError) as error:
        raise EncoderUnavailable(f"the reader's files cannot be read: {type(error).__name__}") from error
    return labels


def _open_session(path: Path, threads: int) -> Any:
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
    except Exception as error:
        raise EncoderUnavailable(f"{path.name} cannot be run: {type(error).__name__}") from error
