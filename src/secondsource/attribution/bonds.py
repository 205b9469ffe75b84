"""An answer and what it may speak of -> whether they can be bound, and what speaks for it and against it.

What a noun can name are rows of `knowledge/answer_kinds.tsv`.
"""

from collections.abc import Callable
from functools import cache

from secondsource.attribution.pointing import Pointer
from secondsource.attribution.sides import Side
from secondsource.knowledge import load

_TOLD = frozenset({"accuses", "asserts", "estimates", "perceives", "believes", "names", "evaluates"})
_WISHED = frozenset({"requests", "orders", "promises", "threatens"})
_LESS = frozenset({"names", "evaluates", "believes"})
_PAPERS = frozenset({"report", "document", "post"})
_SELF = frozenset({"i", "we", "he", "she", "it", "they", "his", "her", "its", "their", "my", "our", "who"})


Rule = Callable[[Side, Pointer, Side], str | None]


def can_be_meant(answer: Side, pointer: Pointer, other: Side) -> bool:
    """Whether an answer can speak of the other at all: by its stance, by where it stands, by who says it."""
    draft, meant = answer.draft, other.draft
    if draft is meant or draft.outer is meant or meant.stance == "declines" or not meant.content:
        return False
    if draft.number == meant.number and any(a.overlaps(b) for a in draft.cue for b in meant.cue):
        return False
    if meant.outer is draft:
        # What the same source goes on to say, or nobody does, is no claim of another's.
        return meant.stance not in _LESS and bool(meant.source) and not _same_speaker(answer, other)
    if pointer.takes_back and (meant.stance in _LESS or other.place > answer.place and draft.number > 1):
        return False
    if meant.answers is draft or (draft.stance == "declines" and pointer.takes_back):
        return False
    if not other.names and other.place > answer.place:
        return False  # `..., it said`: who answers goes on
    return pointer.takes_back or not same_source(answer, other)


def _same_speaker(answer: Side, other: Side) -> bool:
    """“I see no need,” she said; his refusal to say: who speaks within is who speaks"""
    return other.said_by in _SELF or (bool(other.names) and other.draft.source == answer.draft.source)


def same_source(answer: Side, other: Side) -> bool:
    """Whether both are said by one: the same entity, or a source that is all in the other."""
    left, right = answer.draft, other.draft
    if left.source_entity is not None and right.source_entity is not None:
        return left.source_entity == right.source_entity
    if not answer.names and not other.names:
        return answer.said_by == other.said_by
    return bool(answer.names and other.names) and (answer.names <= other.names or other.names <= answer.names)


def is_backed(answer: Side, pointer: Pointer, other: Side) -> bool:
    """declined to say whether: a word not given is an answer when asked for, or in like words"""
    if answer.draft.stance != "declines" or pointer.how != "words" or pointer.turns_down or other.question:
        return True
    return wording(answer, pointer, other) in ("one word", "two words", "many words")


@cache
def _fit(kind: str, stance: str) -> str:
    return next(
        (row["fit"] for row in load("answer_kinds") if (row["kind"], row["stance"]) == (kind, stance)), ""
    )


def kind(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """rejected the demand: a demand; disputed the figure: something with a number"""
    stance = other.draft.stance
    fits = {_fit(one, stance) for one in pointer.kinds}
    if "paper" in pointer.kinds and other.draft.medium in _PAPERS and "may" in fits:
        return "same kind"
    if "figure" in pointer.kinds and stance not in _WISHED:
        return "same kind" if other.figure or stance == "estimates" else "other kind"
    if "charge" in pointer.kinds and "may" in fits and other.wrong:
        return "same kind"
    return "same kind" if "same" in fits else "like kind" if "may" in fits else "other kind"


def wish(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """denied it: no demand, unless in its words; declined to leave: a demand"""
    if pointer.how == "noun":
        return None
    wished = other.draft.stance in _WISHED and not other.question
    if answer.draft.stance == "declines" and pointer.turns_down:
        return None if wished else "no wish"
    return "no wish" if wished and not pointer.words else None


def turned_down(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """declined to leave: a demand"""
    if pointer.how == "noun" or answer.draft.stance != "declines":
        return None
    return "turned down" if other.draft.stance in _WISHED and not other.question else None


def wanted(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """denied it: sooner a charge than a remark"""
    charges = other.draft.stance == "accuses" or (other.wrong and other.draft.stance == "asserts")
    return "accuses" if charges and answer.draft.stance != "confirms" else None


def unlikely(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """A judgement, a name, a belief or a wish is seldom answered, unless a noun says so."""
    stance, declined = other.draft.stance, answer.draft.stance == "declines"
    if stance in _WISHED and not declined and other.draft.outer is not None:
        return "no claim"  # denied having ordered it: who says that it was ordered
    if pointer.how == "noun" or pointer.turns_down:
        return None
    name = "no claim" if stance in _WISHED else "less likely" if stance in _LESS else None
    if declined and stance in ("denies", "confirms"):
        name = "answered itself"
    return None if name is None or other.question else name


def nobodys(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """Mistakes were made: who answers mostly answers somebody"""
    return None if other.draft.source or other.draft.outer is answer.draft else "nobody's"


def sides(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """Russia denies it, so does the North: who denies is not answered by another who does"""
    if answer.draft.stance != "denies" or (pointer.how in ("noun", "person") and not pointer.takes_back):
        return None
    if other.draft.stance == "denies" or (other.negated and pointer.how == "words"):
        return "same side"
    return None


def wording(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """denied it had fired the rocket: who said that a rocket was fired"""
    mine = pointer.words - other.names
    shared = len((mine & other.words) - pointer.common)
    if not mine or not shared and pointer.takes_back:
        return None
    few = 5 * shared >= 2 * min(len(mine), len(other.words))
    if shared == 0:
        return "nothing in common"
    if shared == 1:
        telling = answer.draft.stance == "denies" or pointer.comments
        return "one word" if few and telling else "one word of many"
    if shared == 2:
        return "two words" if few else "two words of many"
    return "many words"


def naming(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """rejected Bern's claim: what Bern claims, and nobody else"""
    if pointer.whose and other.names:
        return "names it" if pointer.whose & other.names else "another's"
    if not pointer.named & other.names:
        return None
    return "names it" if pointer.how == "noun" else "speaks of it"


def ownership(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """withdrew his remark, stood by its story: what the same one said before"""
    if not pointer.takes_back:
        return None
    own = same_source(answer, other) or pointer.named & other.names
    return "its own" if own else "of another"


def number(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """contradicted her: not what several say"""
    return "other number" if pointer.single and other.many and not pointer.takes_back else None


def is_contrary(answer: Side, pointer: Pointer, other: Side) -> bool:
    """Whether a negative remark speaks of what the other says: in its words, of a charge against it."""
    if other.question:
        return pointer.how != "words" and other.place == answer.place - 1
    if other.draft.stance not in ("asserts", "accuses", "estimates", "perceives"):
        return False
    if answer.of_itself and wanted(answer, pointer, other) and spoken_of(answer, pointer, other):
        return True
    if answer.such and wording(answer, pointer, other) == "one word":
        return True  # “We have no such machine”
    return wording(answer, pointer, other) in ("two words", "many words")


def can_be_contrary(answer: Side, other: Side) -> bool:
    """What a negative remark must have for `is_contrary`, whatever it points at."""
    if other.place == answer.place - 1 and other.question:
        return True
    shared = len(answer.words & other.words)
    about = answer.of_itself and not answer.self.isdisjoint(other.words)
    return about or shared > 1 or (shared == 1 and answer.such)


def spoken_of(answer: Side, pointer: Pointer, other: Side) -> str | None:
    """accused Oslo of spying; Oslo denied: the charge speaks of who answers"""
    return "of the answerer" if answer.self & other.words else None


# With each what a pointer must have for it to say anything; those first that say most, and cost least.
RULES: tuple[tuple[Rule, str], ...] = (
    (kind, "kinds"), (ownership, "takes_back"), (turned_down, "turns_down"), (wording, "words"),
    (naming, "names"), (wanted, ""), (wish, ""), (unlikely, ""), (sides, ""), (nobodys, ""),
    (spoken_of, ""), (number, "single"),
)  # fmt: skip
