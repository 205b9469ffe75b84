"""The head of a source -> whether it can say such a thing, and through what medium it speaks."""

from functools import cache
from typing import cast

from secondsource.attribution.cues import OPEN_VERB, Cue
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model.attribution import Medium

_PERSONAL = frozenset(
    "he she they we i you who everyone everybody someone somebody anyone anybody nobody many some others "
    "most few both all another one those him her them us me his its their my our your".split()
)
_SHOWING = frozenset({"photo", "video", "document", "report", "statement", "post"})
# Verbs of seeing and feeling that things may govern in other senses: only people, papers and pictures show.
_CAREFUL = frozenset(
    {"perceives", "evaluates", "believes", "names", "promises", "threatens", "requests", "orders"}
)


@cache
def media() -> dict[str, Medium]:
    """Noun -> medium: pictures and papers that speak, and (`speech`) people and bodies that do."""
    people: dict[str, Medium] = {row["noun"]: "speech" for row in load("people_nouns")}
    return people | {row["lemma"]: cast(Medium, row["medium"]) for row in load("media")}


def medium_of(sentence: Tree, head: int) -> Medium | None:
    """The medium that the source itself is: `The photos show`, `Its report says`."""
    medium = media().get(sentence.tokens[head].lemma)
    return None if medium == "speech" else medium


_SEEING = frozenset(
    "notice see observe witness spot detect discover hear watch find uncover unearth sight glimpse overhear "
    "discern espy descry behold mistake miss recognise recognize".split()
) | frozenset(
    {
        "chance upon", "come across", "come upon", "dig up", "ferret out", "happen upon", "listen in",
        "make out",
        "pick up", "run across", "sniff out", "stumble across", "stumble on", "stumble upon", "turn up",
    }
)  # fmt: skip


def pronoun_of(text: str) -> str:
    """`He` -> `he`; the country that is written `US` is no pronoun."""
    return "" if text == "US" else text.lower()


def is_personal(sentence: Tree, head: int) -> bool:
    """A name, a pronoun for people, a noun for people or bodies."""
    token = sentence.tokens[head]
    if token.upos == "PROPN" or pronoun_of(token.text) in _PERSONAL:
        return True
    return media().get(token.lemma) == "speech" or (token.upos == "NUM" and head > 0)


def can_speak(sentence: Tree, head: int, cue: Cue, *, strong: bool = True) -> bool:
    """Whether the head of a source can do what the cue says: people can, papers and pictures show."""
    if is_personal(sentence, head):
        return not (cue.stance == "perceives" and not strong and not _sees(cue))
    token = sentence.tokens[head]
    if token.text.lower() in ("which", "that"):
        antecedent = sentence.tokens[sentence.tokens[head].head].head
        return antecedent != head and can_speak(sentence, antecedent, cue, strong=strong)
    if cue.stance == "perceives" and is_instrument(sentence, head):
        return True
    shows = media().get(token.lemma) in _SHOWING
    if cue is OPEN_VERB:
        return shows and strong
    if cue.stance in _CAREFUL or not strong:
        return shows
    return True


def _sees(cue: Cue) -> bool:
    """Verbs of perception whose subject is a person who perceives, not a thing that shows."""
    return cue.lemma in _SEEING


@cache
def instruments() -> frozenset[str]:
    """What measures, records or is examined: cameras, radars, swabs."""
    return frozenset(row["lemma"] for row in load("stance_words") if row["kind"] == "instrument")


def is_instrument(sentence: Tree, head: int) -> bool:
    """A thermal camera, the X-ray, the black box."""
    return sentence.tokens[head].lemma.rpartition("-")[2] in instruments()
