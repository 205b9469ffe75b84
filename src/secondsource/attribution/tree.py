"""A sentence -> its words with what each governs and what opens it, worked out once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from secondsource.model import Sentence, Span, Token


class Tree:
    """The words of a sentence and the stretches of words below each of them."""

    __slots__ = ("tokens", "lower", "lemmas", "openings", "_children", "_below", "_starts", "_ends")

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.lower = [one.text.lower() for one in self.tokens]
        self.lemmas = {one.lemma for one in self.tokens}
        self.openings = [""] * len(self.tokens)
        children: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            head = token.head
            if head != number:
                children[head].append(number)
                if number < head and not self.openings[head] and token.deprel in ("case", "mark"):
                    self.openings[head] = self.lower[number]
        self._children = [tuple(one) for one in children]
        self._below: dict[int, tuple[int, ...]] = {}
        self._starts = [one.start for one in self.tokens]
        self._ends = [one.end for one in self.tokens]

    def children(self, number: int) -> tuple[int, ...]:
        """Numbers of the words that hang from this one, in order."""
        return self._children[number]

    def inside(self, spans: Iterable[Span]) -> list[int]:
        """Numbers of the words that share a character with one of the spans, in order."""
        runs = [
            range(bisect_right(self._ends, one.start), bisect_left(self._starts, one.end)) for one in spans
        ]
        return list(runs[0]) if len(runs) == 1 else sorted(set().union(*runs))

    def subtree(self, number: int) -> tuple[int, ...]:
        """Numbers of this word and of all below it, in order."""
        if number not in self._below:
            found, waiting = {number}, [number]
            while waiting:
                for one in self._children[waiting.pop()]:
                    if one not in found:
                        found.add(one)
                        waiting.append(one)
            self._below[number] = tuple(sorted(found))
        return self._below[number]
