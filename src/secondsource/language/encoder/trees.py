"""Greedy governors of a sentence -> one tree: one root, no circles."""

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def make_tree(heads: list[int], relations: list[str], scores: Array) -> tuple[list[int], list[str]]:
    """Heads and relations as they are when they form a tree, else the nearest tree by greedy exchange.

    `scores[i, j]` is how much word i wants word j as its governor (i itself: to be the root). The exchange is
    the contraction-free one: the best root is kept, then each circle is cut at the word that loses least.
    """
    heads, relations = list(heads), list(relations)
    roots = [word for word, head in enumerate(heads) if head == word]
    root = max(roots or range(len(heads)), key=lambda word: (float(scores[word, word]), -word))
    for word in roots:
        if word != root:
            heads[word] = _best(scores[word], {word})
            relations[word] = "parataxis" if heads[word] == root else "dep"
    if heads[root] != root:
        heads[root], relations[root] = root, "root"
    while (circle := _circle(heads)) is not None:
        word, head = _cheapest_cut(circle, heads, scores)
        heads[word] = head
        relations[word] = "dep" if relations[word] == "root" else relations[word]
    return heads, [name if heads[word] != word else "root" for word, name in enumerate(relations)]


def _best(row: Array, but: set[int]) -> int:
    return max(
        (word for word in range(len(row)) if word not in but), key=lambda word: (float(row[word]), -word)
    )


def _circle(heads: list[int]) -> list[int] | None:
    safe: set[int] = set()
    for start in range(len(heads)):
        path: list[int] = []
        word = start
        while word not in safe and word not in path:
            path.append(word)
            if heads[word] == word:
                break
            word = heads[word]
        if word in path and heads[word] != word:
            return path[path.index(word) :]
        safe.update(path)
    return None


def _cheapest_cut(circle: list[int], heads: list[int], scores: Array) -> tuple[int, int]:
    """The word of the circle and its new governor outside it for which the least score is lost."""
    below = _below(set(circle), heads)
    choices = []
    for word in circle:
        head = _best(scores[word], below | {word}) if len(below) < len(heads) else word
        choices.append((float(scores[word, head] - scores[word, heads[word]]), -word, head))
    _, negative, head = max(choices)
    return -negative, head


def _below(circle: set[int], heads: list[int]) -> set[int]:
    """The circle and every word whose way up leads into it."""
    found = set(circle)
    grew = True
    while grew:
        grew = False
        for word, head in enumerate(heads):
            if head in found and word not in found:
                found.add(word)
                grew = True
    return found
