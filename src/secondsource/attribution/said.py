"""A draft with the words of its cue and its content, and the table of words that decide a stance."""

from functools import cache
from typing import NamedTuple

from secondsource.attribution.draft import Draft
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load


class Said(NamedTuple):
    """A draft with the words of its cue and of its content, in lower case."""

    tree: Tree
    draft: Draft
    cue: tuple[int, ...]
    text: str

    def lemmas(self, numbers: tuple[int, ...] | None = None) -> set[str]:
        """Lemmas of the cue, or of those of these words that are no names."""
        tokens = (self.tree.tokens[one] for one in (self.cue if numbers is None else numbers))
        return {token.lemma for token in tokens if token.upos != "PROPN"}

    @property
    def content(self) -> tuple[int, ...]:
        """Numbers of the content's words in the cue's sentence."""
        return tuple(self.tree.inside(self.draft.content))


@cache
def words(kind: str) -> frozenset[str]:
    """Lemmas of a kind in `knowledge/stance_words.tsv`."""
    return frozenset(row["lemma"] for row in load("stance_words") if row["kind"] == kind)
