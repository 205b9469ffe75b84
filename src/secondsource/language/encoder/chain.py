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

        `scores` is words x labels. The raw score is the least share that any word of the span gives its
        label with its neighbours' labels fixed (pseudo-likelihood, Besag 1975), the end counted too.
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
                shares = self._shares(path, scores[: len(path)])
            told = [float(shares[i, path[i]]) for i in range(place, end)]
            if end < len(path):
                told.append(float(1 - shares[end, self._inside(label)]))
            found.append((place, end, label[2:], max(0.0, min(told))))
            place = end
        return found

    def _shares(self, path: list[int], scores: Array) -> Array:
        """For each word, the share of each label when its neighbours keep theirs; words x labels."""
        context = scores + self._lean
        context[0] += self._start
        context[1:] += self._steps[path[:-1]]
        context[:-1] += self._steps[:, path[1:]].T
        context = np.exp(context - context.max(1, keepdims=True))
        shares: Array = context / context.sum(1, keepdims=True)
        return shares

    def _inside(self, label: str) -> int:
        return self.labels.index("I-" + label[2:])


def _illegal(before: str, after: str) -> bool:
    return after.startswith("I-") and (before == "O" or before[2:] != after[2:])
