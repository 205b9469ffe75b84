"""A weight file -> a table that scores labels; plain numpy arrays, never a pickle."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.language.hashing import Rows


class Weights:
    """Labels and a table of 2**bits lines of small whole numbers; a feature's line adds to every label."""

    def __init__(self, labels: list[str], table: NDArray[Any]) -> None:
        self.labels = labels
        self.table = table
        self.bits = int(len(table)).bit_length() - 1

    def scores(self, rows: Rows) -> NDArray[np.int32]:
        """The sum of the features' lines: one score a label for each place."""
        total = np.zeros((*rows.shape[:-1], len(self.labels)), dtype=np.int32)
        for column in range(rows.shape[-1]):
            total += self.table[rows[..., column]]
        return total

    def to_bytes(self) -> bytes:
        """The table as an .npz file: only what is not zero, by place and value."""
        flat = self.table.reshape(-1)
        places = np.flatnonzero(flat)
        steps = np.diff(places, prepend=0)
        out = BytesIO()
        np.savez_compressed(
            out,
            labels=np.frombuffer("\n".join(self.labels).encode(), dtype=np.uint8),
            shape=np.array(self.table.shape, dtype=np.int64),
            steps_low=(steps & 0xFF).astype(np.uint8),
            steps_high=(steps >> 8).astype(np.uint32),
            values=flat[places].astype(np.int8),
        )
        return out.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Weights":
        """The table that `to_bytes` wrote. Raises ValueError on anything else."""
        with np.load(BytesIO(content), allow_pickle=False) as stored:
            labels = stored["labels"].tobytes().decode().split("\n")
            table = np.zeros(tuple(int(side) for side in stored["shape"]), dtype=np.int8)
            steps = (stored["steps_high"].astype(np.int64) << 8) | stored["steps_low"]
            table.reshape(-1)[np.cumsum(steps)] = stored["values"]
        return cls(labels, table)


@cache
def load_weights(name: str) -> Weights:
    """Weights that ship in `models/tagger`. Raises FileNotFoundError when they do not."""
    return Weights.from_bytes(files("secondsource.models.tagger").joinpath(f"{name}.npz").read_bytes())
