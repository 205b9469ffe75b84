"""A sentence -> its words with what each governs, worked out once."""

from secondsource.model import Sentence, Token


class Tree:
    """The words of a sentence and the stretches of words below each of them."""

    __slots__ = ("tokens", "_children", "_below")

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        children: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head != number:
                children[token.head].append(number)
        self._children = [tuple(one) for one in children]
        self._below: dict[int, tuple[int, ...]] = {}

    def children(self, number: int) -> tuple[int, ...]:
        """Numbers of the words that hang from this one, in order."""
        return self._children[number]

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
