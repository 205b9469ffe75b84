"""A sentence -> its words with what each governs and what opens it, worked out once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
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
        "tokens", "lower", "words", "openings", "children", "known",
        "_children", "_below", "_starts", "_ends",
    )  # fmt: skip

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        tokens = sentence.tokens
        self.lower = lower = [one.text.lower() for one in tokens]
        self.words = {one.lemma for one in tokens}.union(lower)
        self.openings = openings = [""] * len(tokens)
        children: list[list[int]] = [_NONE] * len(tokens)
        for number, token in enumerate(tokens):
            head = token.head
            if head == number:
                continue
            if children[head]:
                children[head].append(number)
            else:
                children[head] = [number]
            if number < head and token.deprel in _OPENING and not openings[head]:
                openings[head] = lower[number]
        self._children = children
        self.children: Callable[[int], Sequence[int]] = children.__getitem__
        self.known: dict[Callable[..., Any], dict[int, Any]] = defaultdict(dict)
        self._below: dict[int, tuple[int, ...]] = {}
        self._starts = [one.start for one in tokens]
        self._ends = [one.end for one in tokens]

    def inside(self, spans: Sequence[Span]) -> list[int]:
        """Numbers of the words that share a character with one of the spans, in order."""
        ends, starts = self._ends, self._starts
        if len(spans) == 1:
            span = spans[0]
            return list(range(bisect_right(ends, span.start), bisect_left(starts, span.end)))
        found: list[int] = []
        for span in spans:
            run = range(bisect_right(ends, span.start), bisect_left(starts, span.end))
            if found and run and run[0] <= found[-1]:
                return sorted({*found, *(each for one in spans for each in self.at(one))})
            found += run
        return found

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
        known = self._below.get(number)
        if known is None:
            below, most = self._children, len(self.tokens)
            found = [number]
            for one in found:
                if below[one]:
                    found += below[one]
                    if len(found) > most:  # Governors in a circle are no tree: the walk ends.
                        found = list(set(found))
                        break
            found.sort()
            known = self._below[number] = tuple(found)
        return known


def once(rule: Callable[[Tree, int], Answer]) -> Callable[[Tree, int], Answer]:
    """The rule, which each word of a tree is put to once; the tree keeps what it answered."""

    @wraps(rule)
    def answer(sentence: Tree, number: int) -> Answer:
        known = sentence.known[rule]
        if number not in known:
            known[number] = rule(sentence, number)
        answered: Answer = known[number]
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
