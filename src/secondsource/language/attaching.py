"""Tagged words -> which word governs which: arc-hybrid transitions, greedy (Kuhlmann et al. 2011).

All sentences move in step. The weights were trained with the dynamic oracle of Goldberg and Nivre (2013).
"""

import numpy as np
from numpy.typing import NDArray

from secondsource.language.hashing import Codes, Rows, Templates
from secondsource.language.weights import Weights

SHIFT, LEFT, RIGHT = range(3)
NOBODY = -1


STEP = Templates(
    "s0 t0 s1 t1 t2 n0 m0 n1 m1 m2 tl tr sr nl v0 v1 vn d0 d1 fl fr fn fs sl",
    "s0 t0 / n0 m0 / n1 m1 / s1 t1 / t0 / m0 / t1 / m1 m2 / s0 n0 / s0 t0 m0 / t0 n0 m0 / t0 m0 / s1 "
    "t0 / t1 s0 / s1 s0 / t1 t0 / s1 n0 / t1 m0 / s1 t1 t0 / t0 m0 m1 / t1 t0 m0 / m0 m1 m2 / t2 t1 "
    "t0 / t1 t0 m0 m1 / t0 m0 m1 m2 / s0 m0 m1 / s1 m0 t0 / t1 s0 m0 / t1 t0 n0 / t0 tl m0 / t0 tr m0 "
    "/ t0 m0 nl / t1 sr t0 / t1 t0 tr / t1 sl t0 / t0 tl t1 / t0 v0 / s0 v0 / t1 v1 / m0 vn / s1 v1 / "
    "t0 m0 d0 / s0 n0 d0 / t1 t0 d1 / s0 fr m0 / s1 fs t0 / s0 tl tr / t0 fl m0 / n0 fn / t0 fr n0 / "
    "s1 t1 m0 v0 / t0 m0 v0 vn / n1 t0 m0 / s1 n0 t0 / t1 fl n0 / t1 fl s0 / s1 fl t0 / fl t0 n0 d1",
)


class State:
    """A sentence half attached: the stack, the next word, what each word governs so far.

    Words are numbered from 0; the number after the last stands for the root.
    """

    __slots__ = (
        "forms",
        "tags",
        "size",
        "stack",
        "next",
        "heads",
        "lefts",
        "rights",
        "left_count",
        "right_count",
    )

    def __init__(self, forms: list[int], tags: list[int]) -> None:
        self.forms, self.tags = [*forms, 7, 0, 0, 0], [*tags, 7, 0, 0, 0]
        size = len(forms)
        self.size, self.next = size, 0
        self.stack: list[int] = []
        self.heads = [NOBODY] * size
        self.lefts, self.rights = [NOBODY] * (size + 1), [NOBODY] * (size + 1)
        self.left_count, self.right_count = [0] * (size + 1), [0] * (size + 1)

    @property
    def done(self) -> bool:
        """True when only the root is left."""
        return self.next == self.size and not self.stack

    def allowed(self) -> tuple[bool, bool, bool]:
        """Which of shift, left and right can be done; exactly one word hangs from the root."""
        waiting = len(self.stack)
        more = self.next < self.size
        return more, waiting >= 1 if more else waiting == 1, waiting > 1

    def do(self, move: int) -> None:
        """Take one step."""
        if move == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        child = self.stack.pop()
        if move == LEFT:
            head = self.next
            self.lefts[head] = child
            self.left_count[head] += 1
        else:
            head = self.stack[-1]
            self.rights[head] = child
            self.right_count[head] += 1
        self.heads[child] = head

    def view(self) -> tuple[int, ...]:
        """What the next step is decided by: forms and tags around the top of the stack and the next word."""
        forms, tags, stack, ahead = self.forms, self.tags, self.stack, self.next
        top = second = third = NOBODY
        if stack:
            top = stack[-1]
            if len(stack) > 1:
                second = stack[-2]
                if len(stack) > 2:
                    third = stack[-3]
        top_left = self.lefts[top] if top >= 0 else NOBODY
        top_right = self.rights[top] if top >= 0 else NOBODY
        second_left = self.lefts[second] if second >= 0 else NOBODY
        second_right = self.rights[second] if second >= 0 else NOBODY
        next_left = self.lefts[ahead]
        return (
            forms[top], tags[top], forms[second], tags[second], tags[third],
            forms[ahead], tags[ahead], forms[ahead + 1], tags[ahead + 1], tags[ahead + 2],
            tags[top_left], tags[top_right], tags[second_right], tags[next_left],
            min(self.left_count[top], 3) * 4 + min(self.right_count[top], 3) if top >= 0 else 31,
            min(self.right_count[second], 3) * 4 + min(self.left_count[second], 3) if second >= 0 else 31,
            min(self.left_count[ahead], 3),
            min(ahead - top, 6) if top >= 0 else 7,
            min(top - second, 6) if second >= 0 else 7,
            forms[top_left], forms[top_right], forms[next_left], forms[second_right], tags[second_left],
        )  # fmt: skip


def step_rows(views: Codes, bits: int) -> Rows:
    """Rows of the features of each view (templates after Zhang and Nivre 2011)."""
    return STEP.rows(views, bits)


def attach_words(forms: list[list[int]], tags: list[list[int]], weights: Weights) -> list[list[int]]:
    """The governor of every word (its own number for the root), sentence by sentence, from codes of words."""
    states = [State(form, tag) for form, tag in zip(forms, tags, strict=True)]
    active = [state for state in states if not state.done]
    while active:
        views = np.array([state.view() for state in active], dtype=np.uint64)
        scores = weights.scores(step_rows(views, weights.bits))
        allowed: NDArray[np.bool_] = np.array([state.allowed() for state in active])
        moves = np.where(allowed, scores, np.iinfo(np.int32).min).argmax(axis=1).tolist()
        for state, move in zip(active, moves, strict=True):
            state.do(move)
        active = [state for state in active if not state.done]
    return [
        [number if head == state.size else head for number, head in enumerate(state.heads)]
        for state in states
    ]
