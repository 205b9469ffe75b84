"""Examples -> averaged perceptron weights (Collins 2002), updated a batch at a time."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.language.hashing import Rows
from secondsource.language.weights import Weights


class Learner(Weights):
    """Weights that learn; `average` gives what ships."""

    def __init__(self, labels: list[str], bits: int) -> None:
        super().__init__(labels, np.zeros((1 << bits, len(labels)), dtype=np.int32))
        self.total = np.zeros(self.table.shape, dtype=np.float32)
        self.steps = 1

    def correct(self, rows: Rows, right: NDArray[Any], wrong: NDArray[Any]) -> None:
        """Move weight from the wrong label to the right one for each line of `rows`."""
        for labels, change in ((right, 1), (wrong, -1)):
            columns = np.repeat(labels, rows.shape[1])
            np.add.at(self.table, (rows.reshape(-1), columns), change)
            np.add.at(self.total, (rows.reshape(-1), columns), change * self.steps)

    def average(self, least: float, above: int = 0, top: float = 99.95) -> Weights:
        """The mean of the weights over all steps, one byte each.

        Means below `least`, and bytes not `above`, are dropped: half the size for a thousandth of score.
        """
        mean = self.table - self.total / self.steps
        scale = 127 / np.percentile(np.abs(mean[mean != 0]), top)
        mean[np.abs(mean) < least] = 0
        table = np.clip(np.rint(mean * scale), -127, 127).astype(np.int8)
        table[np.abs(table) <= above] = 0
        return Weights(self.labels, table)
