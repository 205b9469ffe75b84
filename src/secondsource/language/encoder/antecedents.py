"""Words that head mentions, with their vectors -> the earlier mention that each one is the same as.

Mention ranking after Lee et al. (2017), over heads instead of spans: a mention is scored against the `REACH`
mentions before it and against being the first of its thing; the phrase of a head is read from the tree.
"""

from typing import Any

import numpy as np

from secondsource.language.encoder.files import Same

REACH, ROWS = 200, 256
Array = np.ndarray[Any, Any]
# what hangs on the head of a phrase without being part of what it names
_OUTSIDE = frozenset(
    "acl:relcl advcl advmod appos aux aux:pass case cc ccomp conj cop csubj discourse dislocated expl list "
    "mark nsubj nsubj:pass orphan parataxis punct reparandum vocative xcomp".split()
)


def find_antecedents(
    places: list[int], later: Array, earlier: Array, none: Array, written: Array, same: Same
) -> dict[int, tuple[int, float]]:
    """Of each place that is the same as an earlier one: the nearest likely place, and its share (0 to 1).

    `later` and `earlier` are mentions x width, `none` and `written` (a number for the written form) one a
    mention. In time linear in the number of mentions.
    """
    found: dict[int, tuple[int, float]] = {}
    distance = np.array(same.distance, np.float32)
    for begin in range(0, len(places), ROWS):
        end, left = min(begin + ROWS, len(places)), max(0, begin - REACH)
        apart = np.arange(begin, end)[:, None] - np.arange(left, end)[None, :]
        scores = later[begin:end] @ earlier[left:end].T + distance[_steps(apart, len(distance))]
        scores = scores + same.word * (written[begin:end, None] == written[None, left:end])
        scores[(apart <= 0) | (apart > REACH)] = -np.inf
        best = scores.argmax(1)
        top = scores[np.arange(end - begin), best]
        own = none[begin:end]
        highest = np.maximum(top, own)
        total = np.exp(scores - highest[:, None]).sum(1) + np.exp(own - highest)
        shares = np.exp(top - highest) / total
        for row in np.flatnonzero(top > own):
            found[places[begin + row]] = (places[left + best[row]], float(shares[row]))
    return found


def _steps(apart: Array, count: int) -> Array:
    """The step of each distance: 1, 2, 3, 4, 5 to 7, 8 to 15, 16 to 31 ..., as it was trained."""
    far = np.floor(np.log2(np.maximum(apart, 5))).astype(np.int64) + 2
    return np.clip(np.where(apart < 5, apart - 1, far), 0, count - 1)


def phrases_of(words: list[int], heads: list[int], relations: list[str]) -> dict[int, tuple[int, int]]:
    """The phrase `[first, last)` that each of these words heads: what hangs below it, without clauses,
    coordinated phrases, prepositions and marks."""
    below: dict[int, list[int]] = {}
    for word, head in enumerate(heads):
        if head != word:
            below.setdefault(head, []).append(word)
    found = {}
    for word in words:
        # what hangs deeper is part of it whatever it is: "the ministry of trade and industry"
        open_ = [child for child in below.get(word, ()) if relations[child] not in _OUTSIDE]
        inside = {word, *open_}
        while open_:
            new = [child for child in below.get(open_.pop(), ()) if child not in inside]
            inside.update(new)
            open_ += new
        first = last = word
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        found[word] = (first, last + 1)
    return found
