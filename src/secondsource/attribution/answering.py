"""What is said of a claim by other words than denying -> a denial or a confirmation: the report is a fairy tale."""

from secondsource.attribution.draft import Draft
from secondsource.attribution.pointing import Pointer, Words, is_false, point, words_of
from secondsource.attribution.sides import places_of
from secondsource.attribution.tree import Tree
from secondsource.model import Sentence
from secondsource.model.attribution import Stance

_OPEN = frozenset({"asserts", "evaluates", "names"})
# So many words besides the judgement: a sentence that calls something false and does little else.
_SHORT = 12


def see_denials(sentences: tuple[Sentence, ...], trees: list[Tree], drafts: list[Draft]) -> None:
    """The ministry said the accusations are baseless: who calls a charge false denies it."""
    for draft in drafts:
        if draft.stance not in _OPEN or not draft.content:
            continue
        words = places_of(sentences, trees, draft, draft.content)
        stance = stands_by_it(trees, draft, words)
        if stance is None and any(is_false(trees[number], inside) for number, inside in words):
            pointer = point(trees, draft, words)
            stance = called_false(trees, draft, words, pointer) or said_false(trees, draft, words, pointer)
        draft.stance = stance or draft.stance


def called_false(trees: list[Tree], draft: Draft, words: Words, pointer: Pointer) -> Stance | None:
    """called the charge a fairy tale, branded this an invention, said none of it was true"""
    named = pointer.how == "noun" or pointer.points
    return "denies" if named and sum(len(inside) for _, inside in words) <= _SHORT else None


def said_false(trees: list[Tree], draft: Draft, words: Words, pointer: Pointer) -> Stance | None:
    """said the hospital was mistaken; “The story is a lie,” she said; “I heard it. Rubbish.”"""
    certain = any(is_false(trees[number], inside, "certainly false") for number, inside in words)
    return "denies" if draft.stance == "asserts" and certain and pointer.how != "words" else None


def stands_by_it(trees: list[Tree], draft: Draft, words: Words) -> Stance | None:
    """said the magazine stood by its story: what was said before is said again"""
    if draft.stance != "asserts" or not words:
        return None
    number, inside = words[0]
    lemmas = [trees[number].tokens[one].lemma for one in inside[:8]]
    pairs = {f"{left}_{right}" for left, right in zip(lemmas, lemmas[1:], strict=False)}
    return "confirms" if pairs & words_of("stands by") else None
