"""Table of word classes -> the words of one class: prepositions of place, verbs of saying, military words."""

from functools import cache

from secondsource.knowledge.tables import load


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of a class, as written in the table. Raises KeyError when the table has no such class."""
    words = frozenset(row["word"] for row in load("word_classes") if row["class"] == name)
    if not words:
        raise KeyError(name)
    return words
