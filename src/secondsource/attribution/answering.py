"""What is said of a claim by other words than denying -> a denial or a confirmation: it is a fairy tale."""

from collections.abc import Sequence
from functools import cache
from itertools import islice

from secondsource.attribution.draft import QUOTES, Draft
from secondsource.attribution.meanings import NO, firsts_of, is_false, is_negated, pairs_of, words_of
from secondsource.attribution.pointing import Pointer, Words, point
from secondsource.attribution.said import words as stance_words
from secondsource.attribution.sides import Side
from secondsource.attribution.tree import Tree
from secondsource.model import Token
from secondsource.model.attribution import Stance

_OPEN = frozenset({"asserts", "evaluates", "names"})
_NOT = {"n't": "not", "n’t": "not", "ca": "can", "’s": "is", "'s": "is"}
_REPLIES: tuple[Stance, ...] = ("declines", "denies", "confirms")
# So many words besides the judgement: a sentence that calls something false and does little else.
_SHORT = 12


def see_denials(trees: list[Tree], sides: list[Side]) -> None:
    """The ministry said the accusations are baseless: who calls a charge false denies it."""
    for side in sides:
        draft = side.draft
        if draft.stance not in _OPEN or not draft.content:
            continue
        words = side.content
        stance = stands_by_it(trees, draft, words) or replies(trees, draft, words)
        stance = stance or denies_of_itself(trees, draft, words)
        if stance is None and draft.stance in ("evaluates", "names"):
            stance = called_names(trees, draft, words)
        if stance is None and any(is_false(trees[number], inside) for number, inside in words):
            pointer = point(trees, draft, words)
            stance = called_false(trees, draft, words, pointer) or said_false(trees, draft, words, pointer)
        draft.stance = stance or draft.stance


def called_names(trees: list[Tree], draft: Draft, words: Words) -> Stance | None:
    """called the charge “shabby”: whatever a charge is called, it is not granted"""
    if all(words_of("charge").isdisjoint(trees[number].words) for number, _ in words):
        return None
    pointer = point(trees, draft, words)
    return "denies" if "charge" in pointer.kinds and not pointer.whole else None


def called_false(trees: list[Tree], draft: Draft, words: Words, pointer: Pointer) -> Stance | None:
    """called the charge a fairy tale, branded this an invention, said none of it was true"""
    named = pointer.how == "noun" or pointer.points
    length = sum(len(inside) for _, inside in words)
    most = _SHORT if draft.stance == "asserts" or not pointer.whole else _SHORT // 2
    return "denies" if named and length <= most else None


def said_false(trees: list[Tree], draft: Draft, words: Words, pointer: Pointer) -> Stance | None:
    """said the hospital was mistaken; “The story is a lie,” she said; “I heard it. Rubbish.”"""
    certain = any(
        is_false(trees[number], [one for one in inside if _is_said(trees[number], one)], "certainly false")
        for number, inside in words
    )
    return "denies" if draft.stance == "asserts" and certain and pointer.how != "words" else None


def _is_said(tree: Tree, one: int) -> bool:
    """The judgement itself, not a word beside a noun: `the wrong people`"""
    return tree.tokens[one].deprel not in ("amod", "compound", "nmod", "obl")


def replies(trees: list[Tree], draft: Draft, words: Words) -> Stance | None:
    """“No, we were at sea,” he said; “Yes.”; “No comment.”: the first words of a reply say what it is"""
    if draft.stance != "asserts" or not words:
        return None
    number, inside = words[0]
    first = next((word for one in inside if (word := trees[number].lower[one]) not in QUOTES), "")
    replying = _openings().get(_NOT.get(first, first.rstrip(".!")))
    if replying is None:
        return None
    tokens = _first(trees[number], inside, 5)
    opening = [_NOT.get(token.text.lower(), token.text.lower().rstrip(".!")) for token in tokens]
    for stance, told in replying:
        for length in range(len(opening), 0, -1):
            alone = (
                length > 1 or len(opening) == 1 or tokens[1].upos == "PUNCT" or tokens[0].text[-1:] in ".!"
            )
            turned = stance == "confirms" and is_negated(trees[number], inside[:5])
            if alone and not turned and "_".join(opening[:length]) in told:
                return stance
    return None


@cache
def _openings() -> dict[str, list[tuple[Stance, frozenset[str]]]]:
    """The first words of replies, with the stances that they may open and what opens these."""
    found: dict[str, list[tuple[Stance, frozenset[str]]]] = {}
    for stance in _REPLIES:
        for first in firsts_of(f"opens: {stance}"):
            found.setdefault(first, []).append((stance, words_of(f"opens: {stance}")))
    return found


def _first(tree: Tree, words: Sequence[int], count: int) -> list[Token]:
    """The first words but for marks of quotation."""
    tokens = (tree.tokens[one] for one in words)
    return list(islice((token for token in tokens if token.text not in QUOTES), count))


def denies_of_itself(trees: list[Tree], draft: Draft, words: Words) -> Stance | None:
    """“I did not order it”; said it had nothing to do with the raid; was not involved: a deed is disowned"""
    if draft.stance != "asserts" or not words or NO.isdisjoint(trees[words[0][0]].words):
        return None
    number, inside = words[0]
    tokens = _first(trees[number], inside, 9)
    lemmas = [_NOT.get(token.text.lower(), token.lemma) for token in tokens]
    if is_negated(trees[number], inside[:9]) and words_of("uninvolved").intersection(lemmas):
        return "denies"
    done = any(token.xpos in ("VBD", "VBN") or token.lemma == "never" for token in tokens[1:5])
    if lemmas[:1] not in (["i"], ["we"]) or not {"not", "never"} & set(lemmas[1:4]) or not done:
        return None
    # “We have not decided”: nobody could be charged with it.
    deedless = "never" not in lemmas[1:4] and not stance_words("no deed").isdisjoint(lemmas[2:5])
    return None if deedless else "denies"


def stands_by_it(trees: list[Tree], draft: Draft, words: Words) -> Stance | None:
    """said the magazine stood by its story: what was said before is said again"""
    if draft.stance != "asserts" or not words:
        return None
    number, inside = words[0]
    if firsts_of("stands by").isdisjoint(trees[number].words):
        return None
    return "confirms" if pairs_of(trees[number], inside[:8]) & words_of("stands by") else None
