"""Words -> tags: an averaged perceptron over hashed features, left to right (Collins 2002)."""

import numpy as np

from secondsource.language.hashing import Codes, Rows, Templates, code_of, codes_of_word
from secondsource.language.weights import Weights

GAP = 2
WORD = Templates(
    "form shape one two three start "
    "form-1 shape-1 one-1 two-1 three-1 start-1 form+1 shape+1 one+1 two+1 three+1 start+1 "
    "form-2 shape-2 one-2 two-2 three-2 start-2 form+2 shape+2 one+2 two+2 three+2 start+2",
    "form / form shape / shape three / shape shape-1 / three / two / one / start / form-1 / form+1 / form-2 "
    "/ form+2 / three+1 / three-1 / form-1 form / form form+1 / three-1 three / three three+1 "
    "/ form-1 form+1 / two+1 two+2 / shape+1 shape",
)
HISTORY = Templates("tag-1 tag-2 form three", "tag-1 / tag-1 tag-2 / tag-1 form / tag-1 three")


def word_codes(sentences: list[list[str]]) -> Codes:
    """Codes of all words (lines) by kind (columns), with `GAP` empty lines before, between and after."""
    blank = [(0, 0, 0, 0, 0, 0)] * GAP
    lines = list(blank)
    for words in sentences:
        lines += [codes_of_word(word) for word in words]
        lines += blank
    return np.array(lines, dtype=np.uint64)


def word_rows(codes: Codes, bits: int) -> Rows:
    """Rows of the features that do not look at earlier tags, for each line of `word_codes`."""
    around = [np.roll(codes, -offset, axis=0) for offset in (0, -1, 1, -2, 2)]
    return WORD.rows(np.concatenate(around, axis=1), bits)


def history_rows(before: Codes, before_that: Codes, codes: Codes, bits: int) -> Rows:
    """Rows of the features that look at the two tags before."""
    return HISTORY.rows(np.stack([before, before_that, codes[:, 0], codes[:, 4]], axis=1), bits)


def tag_codes(labels: list[str]) -> Codes:
    """A code for every tag; the last one stands for no tag."""
    return np.array([code_of("tag " + label) for label in labels] + [0], dtype=np.uint64)


def tag_words(sentences: list[list[str]], weights: Weights) -> list[list[str]]:
    """`XPOS|UPOS` for every word. All sentences are read in step, so that the work is done in few calls."""
    if not sentences:
        return []
    codes = word_codes(sentences)
    static = weights.scores(word_rows(codes, weights.bits))
    tags = tag_codes(weights.labels)
    none = len(weights.labels)
    starts, position = [], GAP
    for words in sentences:
        starts.append(position)
        position += len(words) + GAP
    lengths = np.array([len(words) for words in sentences])
    order = np.argsort(-lengths, kind="stable")
    first = np.array(starts)[order]
    chosen = np.full(len(codes), none, dtype=np.int64)
    for step in range(int(lengths.max())):
        at = first[: int((lengths > step).sum())] + step
        rows = history_rows(tags[chosen[at - 1]], tags[chosen[at - 2]], codes[at], weights.bits)
        chosen[at] = (static[at] + weights.scores(rows)).argmax(axis=1)
    labels = weights.labels
    return [
        [labels[tag] for tag in chosen[start : start + len(words)]]
        for start, words in zip(starts, sentences, strict=True)
    ]
