"""Scores of begin/inside/outside labels -> the best legal sequence (Viterbi 1967) and its spans."""

from typing import Any

import numpy as np

FAR = -1e4
Array = np.ndarray[Any, Any]


class Chain:
    """Decodes one span head: its labels, the learned score of each label after each, what O is given."""

    def __init__(self, labels: list[str], steps: list[list[float]], lean: float = 0.0) -> None:
        self.labels = labels
        self._lean = np.array([lean if label == "O" else 0.0 for label in labels], np.float32)
        illegal = np.array([[_illegal(before, after) for after in labels] for before in labels])
        self._steps = np.where(illegal, FAR, np.array(steps, np.float32)).astype(np.float32)
        self._start = np.array([FAR if label.startswith("I-") else 0.0 for label in labels], np.float32)

        self.inside = np.array([label.startswith("I-") for label in labels], np.float32)

    def inside_but(self, kind: str) -> Array:
        """1 for the labels that go on with a span, but for this kind."""
        return self.inside * np.array([label[2:] != kind for label in self.labels], np.float32)

    def best(self, scores: Array, lengths: list[int]) -> list[list[int]]:
        """Label numbers of each row; `scores` is rows x words x labels, `lengths` the words of each row."""
        scores = scores + self._lean
        rows, words, count = scores.shape
        state = scores[:, 0] + self._start
        back = np.empty((words, rows, count), np.int16)
        states = [state]
        for place in range(1, words):
            through = state[:, :, None] + self._steps
            back[place] = through.argmax(1)
            state = through.max(1) + scores[:, place]
            states.append(state)
        found = []
        for row, length in enumerate(lengths):
            label = int(states[length - 1][row].argmax())
            path = [label]
            for place in range(length - 1, 0, -1):
                label = int(back[place, row, label])
                path.append(label)
            found.append(path[::-1])
        return found

    def spans(self, path: list[int], scores: Array) -> list[tuple[int, int, str, float]]:
        """(first word, last word + 1, label, raw score) of each span.

        `scores` is words x labels; the raw score is the least share that any of its words gives its label.
        """
        found: list[tuple[int, int, str, float]] = []
        shares: Array | None = None
        place = 0
        while place < len(path):
            label = self.labels[path[place]]
            if label == "O":
                place += 1
                continue
            end = place + 1
            while end < len(path) and self.labels[path[end]] == "I-" + label[2:]:
                end += 1
            if shares is None:
                shares = scores - scores.max(1, keepdims=True)
                shares = shares - np.log(np.exp(shares).sum(1, keepdims=True))
            told = [float(shares[i, path[i]]) for i in range(place, end)]
            if end < len(path):
                told.append(float(np.log1p(-min(0.9999, np.exp(shares[end, self._inside(label)])))))
            found.append((place, end, label[2:], float(np.exp(min(told)))))
            place = end
        return found

    def _inside(self, label: str) -> int:
        return self.labels.index("I-" + label[2:])


def _illegal(before: str, after: str) -> bool:
    return after.startswith("I-") and (before == "O" or before[2:] != after[2:])
