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
        self._outside = labels.index("O")
        # the number of the label that goes on with a span of each label
        self._more = [labels.index("I-" + label[2:]) if label != "O" else -1 for label in labels]
        self.inside = np.array([label.startswith("I-") for label in labels], np.float32)

    def inside_but(self, kind: str) -> Array:
        """1 for the labels that go on with a span, but for this kind."""
        return self.inside * np.array([label[2:] != kind for label in self.labels], np.float32)

    def best(self, scores: Array, lengths: list[int]) -> list[list[int]]:
        """Label numbers of each row; `scores` is rows x words x labels, `lengths` the words of each row.

        Only the best scores are kept on the way there; the labels before are found again on the way back.
        """
        ahead = np.ascontiguousarray((scores + self._lean).transpose(1, 2, 0))
        words, count, rows = ahead.shape
        states = np.empty_like(ahead)
        states[0] = ahead[0] + self._start[:, None]
        # labels before x labels x rows: numpy is quickest along the first axis
        steps = np.repeat(self._steps[:, :, None], rows, axis=2)
        through = np.empty_like(steps)
        for place in range(1, words):
            np.add(states[place - 1][:, None, :], steps, out=through)
            np.maximum.reduce(through, axis=0, out=states[place])
            states[place] += ahead[place]
        finish: dict[int, list[int]] = {length: [] for length in lengths}
        for row, length in enumerate(lengths):
            finish[length].append(row)
        states = np.ascontiguousarray(states.transpose(0, 2, 1))
        paths = np.zeros((words, rows), np.intp)
        label = np.zeros(rows, np.intp)
        into, behind = np.ascontiguousarray(self._steps.T), np.empty((rows, count), np.float32)
        for place in range(words - 1, -1, -1):
            if place + 1 < words:
                np.take(into, label, 0, behind)
                np.add(behind, states[place], behind)
                label = behind.argmax(1)
            if place + 1 in finish:
                label[finish[place + 1]] = states[place][finish[place + 1]].argmax(1)
            paths[place] = label
        return [row[:length].tolist() for row, length in zip(paths.T, lengths, strict=True)]

    def spans(self, path: list[int], scores: Array) -> list[tuple[int, int, str, float]]:
        """(first word, last word + 1, label, raw score) of each span.

        `scores` is words x labels. The raw score is the least share that any word of the span gives its
        label with its neighbours' labels fixed (pseudo-likelihood, Besag 1975), the end counted too.
        """
        found: list[tuple[int, int, str, float]] = []
        inside = [place for place, number in enumerate(path) if number != self._outside]
        if not inside:
            return found
        shares = self._shares(path, scores[: len(path)])
        own = shares[np.arange(len(path)), path].tolist()
        last = 0
        for place in inside:
            if place < last:
                continue
            label = self.labels[path[place]]
            more = self._more[path[place]]
            last = place + 1
            while last < len(path) and path[last] == more:
                last += 1
            score = min(own[place:last])
            if last < len(path):
                score = min(score, float(1 - shares[last, more]))
            found.append((place, last, label[2:], max(0.0, score)))
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


def _illegal(before: str, after: str) -> bool:
    return after.startswith("I-") and (before == "O" or before[2:] != after[2:])
