"""A word beside a time -> what it does there: speaks, is spoken, may stand between the two."""

from functools import cache

from secondsource.knowledge import load
from secondsource.knowledge.event_tree import ancestry, rows

_SPEAKS = ("asserts", "denies", "evaluates", "requests", "promises", "confirms")
_BE = frozenset("am are be been being is was were".split())
_OWNERS = frozenset("a an her his its my our s their the this your".split())
_DOUBLED = ("t", "p", "g", "b")


def kind_of(word: str, before: str = "") -> str | None:
    """denied -> reaching; forecast after its -> None: what a word is to a time, by the word before it.

    What the table of times does not name is a verb of speech where the cues of attribution are sure of it,
    but not after a form of `be`: what was rejected on Monday was done then.
    """
    known = _told().get(word)
    if known == "bare":
        return None if before in _OWNERS else "verb"
    if known is not None or not word.endswith("ed") or before in _BE:
        return known
    return _cues().get(word)


@cache
def _told() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in load("time_speech")}


@cache
def _cues() -> dict[str, str]:
    """Past forms of the cues that are speech in every frame: praise or blame reaches over its object."""
    acts = _acts()
    return {
        form: "reaching" if row["stance"] == "evaluates" else "verb"
        for row in load("cues")
        if row["kind"] == "verb"
        and row["stance"] in _SPEAKS
        and "certain" in row["frames"].split()
        and " " not in row["lemma"]
        and row["lemma"] not in acts
        for form in _past_forms(row["lemma"])
    }


@cache
def _acts() -> frozenset[str]:
    """Verbs that name an event other than a statement: what is ratified on Friday is so by an act."""
    return frozenset(
        verb
        for id, row in rows().items()
        if "statement" not in ancestry(id)
        for verb in row["verbs"].split("|")
    )


def _past_forms(lemma: str) -> tuple[str, ...]:
    """deny -> denied; deplore -> deplored; rebut -> rebuted, rebutted."""
    if lemma.endswith("e"):
        return (f"{lemma}d",)
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (f"{lemma[:-1]}ied",)
    return (f"{lemma}ed", f"{lemma}{lemma[-1]}ed") if lemma.endswith(_DOUBLED) else (f"{lemma}ed",)
