"""The head of a source -> whether it can say such a thing, and through what medium it speaks."""

from functools import cache

from secondsource.attribution.cues import OPEN_VERB, Cue
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model.attribution import Medium

_PERSONAL = frozenset(
    {"he", "she", "they", "we", "i", "you", "who", "everyone", "someone", "many", "some", "others"}
)


@cache
def media() -> dict[str, Medium]:
    """Noun -> medium for documents and pictures that speak (`photo`, `statement`, `report`)."""
    return {row["lemma"]: row["medium"] for row in load("media")}  # type: ignore[misc]


def medium_of(sentence: Tree, head: int) -> Medium | None:
    """The medium that the source itself is: `The photos show`, `Its report says`."""
    return media().get(sentence.tokens[head].lemma)


def can_speak(sentence: Tree, head: int, cue: Cue, content: object) -> bool:
    """Whether the head of a source can do what the cue says: people and names can, things only show."""
    token = sentence.tokens[head]
    if token.upos == "PROPN" or token.text.lower() in _PERSONAL:
        return True
    if cue is OPEN_VERB:
        return token.lemma in people()
    return True


@cache
def people() -> frozenset[str]:
    """Nouns for people and bodies that speak."""
    return frozenset(row["lemma"] for row in load("media") if row["medium"] == "speech")
