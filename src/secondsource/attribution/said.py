"""A draft with the words of its cue and its content, and the table of words that decide a stance."""

from dataclasses import dataclass
from functools import cache

from secondsource.attribution.draft import Draft
from secondsource.attribution.tree import Tree, lazily
from secondsource.knowledge import load


@dataclass
class Said:
    """A draft with the words of its cue, their lemmas but for names, and the text of its content."""

    tree: Tree
    draft: Draft
    cue: list[int]
    lemmas: set[str]
    text: str

    @lazily
    def content(self) -> list[int]:
        """Numbers of the content's words in the cue's sentence."""
        return self.tree.inside(self.draft.content)

    def content_lemmas(self) -> set[str]:
        """Lemmas of the content's words that are no names."""
        return lemmas_of(self.tree, self.content)


def lemmas_of(tree: Tree, numbers: list[int]) -> set[str]:
    """Lemmas of those of these words that are no names."""
    return {tree.tokens[one].lemma for one in numbers if tree.tokens[one].upos != "PROPN"}


@cache
def words(kind: str) -> frozenset[str]:
    """Lemmas of a kind in `knowledge/stance_words.tsv`."""
    return frozenset(row["lemma"] for row in load("stance_words") if row["kind"] == kind)
