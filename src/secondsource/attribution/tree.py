"""A sentence -> its words with what each governs and what opens it, worked out once."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, Generic, TypeVar

from secondsource.model import Sentence, Span, Token

Answer = TypeVar("Answer")
_OPENING = frozenset({"case", "mark"})
_NONE: list[int] = []  # what hangs from most words


class Tree:
    """The words of a sentence and the stretches of words below each of them.

    `lower` holds the words in lower case, `words` these and the lemmas. `openings` are the words that open
    the phrases and clauses that words head, and `children` gives the words that hang from one, in order.
    """

    __slots__ = (
        "tokens", "lower", "words", "openings", "children", "known", "_below", "_starts", "_ends",
    )  # fmt: skip

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.lower = [one.text.lower() for one in self.tokens]
        self.words = {one.lemma for one in self.tokens}.union(self.lower)
        self.openings = [""] * len(self.tokens)
        children: list[list[int]] = [_NONE] * len(self.tokens)
        for number, token in enumerate(self.tokens):
            head = token.head
            if head != number:
                if children[head] is _NONE:
                    children[head] = []
                children[head].append(number)
                if number < head and token.deprel in _OPENING and not self.openings[head]:
                    self.openings[head] = self.lower[number]
        self.children: Callable[[int], Sequence[int]] = children.__getitem__
        self.known: dict[tuple[Callable[..., Any], int], Any] = {}
        self._below: dict[int, tuple[int, ...]] = {}
        self._starts = [one.start for one in self.tokens]
        self._ends = [one.end for one in self.tokens]

    def inside(self, spans: Iterable[Span]) -> list[int]:
        """Numbers of the words that share a character with one of the spans, in order."""
        starts, ends = self._starts, self._ends
        runs = [range(bisect_right(ends, one.start), bisect_left(starts, one.end)) for one in spans]
        return list(runs[0]) if len(runs) == 1 else sorted(set().union(*runs))

    def at(self, span: Span) -> range:
        """Numbers of the words that share a character with the span."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def within(self, span: Span) -> range:
        """Numbers of the words that stand wholly in the span."""
        return range(bisect_left(self._starts, span.start), bisect_right(self._ends, span.end))

    def after(self, offset: int) -> tuple[Token, ...]:
        """The words that begin here or later."""
        return self.tokens[bisect_left(self._starts, offset) :]

    def subtree(self, number: int) -> tuple[int, ...]:
        """Numbers of this word and of all below it, in order."""
        if number not in self._below:
            found, most = [number], len(self.tokens)
            for one in found:
                found += self.children(one)
                if len(found) > most:  # Governors in a circle are no tree: the walk ends.
                    break
            self._below[number] = tuple(sorted(set(found)))
        return self._below[number]


def once(rule: Callable[[Tree, int], Answer]) -> Callable[[Tree, int], Answer]:
    """The rule, which each word of a tree is put to once; the tree keeps what it answered."""

    @wraps(rule)
    def answer(sentence: Tree, number: int) -> Answer:
        known, asked = sentence.known, (rule, number)
        if asked not in known:
            known[asked] = rule(sentence, number)
        answered: Answer = known[asked]
        return answered

    return answer


class lazily(Generic[Answer]):
    """`cached_property` without its lock, which costs more than what is asked."""

    def __init__(self, rule: Callable[[Any], Answer]) -> None:
        self.rule, self.name = rule, rule.__name__

    def __get__(self, owner: Any, _: object) -> Answer:
        answer: Answer = self.rule(owner)
        owner.__dict__[self.name] = answer
        return answer
