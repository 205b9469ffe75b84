"""Drafts whose source is a pronoun -> what it stands for: two officials `who` said, `they` added."""

from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import base
from secondsource.attribution.speakers import media, pronoun_of
from secondsource.attribution.tree import Tree
from secondsource.model import Span

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_ONE, _MANY = frozenset({"he", "she", "his", "her"}), frozenset({"they", "their"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})
_FAR = 3


def find_antecedents(trees: list[Tree], drafts: list[Draft]) -> None:
    """Fill `antecedent` of the drafts whose source is a pronoun, in text order."""
    spoken: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: one.place):
        head = draft.source_head
        word = "" if head is None else pronoun_of(trees[draft.number].tokens[head].text)
        if word in _RELATIVE and head is not None:
            draft.antecedent = _before_relative(trees[draft.number], head)
        elif word in _ONE | _MANY and draft.source_entity is None:
            last = _last_speakers(trees, draft, spoken, many=word in _MANY)
            draft.antecedent = sorted({span for one in last for span in one.antecedent or one.source})
            if len(last) == 1 and last[0].source_entity is not None:
                draft.source_entity, draft.how = last[0].source_entity, "coreference"
        elif word in _SPEAKER and draft.outer is not None:
            draft.antecedent = draft.outer.antecedent or list(draft.outer.source)
        if draft.source and draft.outer is None and word not in _SPEAKER:
            spoken.append(draft)


def _before_relative(tree: Tree, relative: int) -> list[Span]:
    """[two officials] who said"""
    clause = tree.tokens[relative].head
    above = tree.tokens[clause].head
    if not tree.tokens[clause].deprel.startswith("acl") or above == clause or above > relative:
        return []
    below = set(tree.subtree(clause))
    words = [one for one in tree.subtree(above) if one not in below and one < relative]
    while words and tree.tokens[words[0]].deprel in ("case", "cc", "punct"):
        words = words[1:]
    return spans_of(tree, words)[-1:]


def _last_speakers(trees: list[Tree], draft: Draft, spoken: list[Draft], *, many: bool) -> list[Draft]:
    """Who spoke last, a few sentences before at most, and can be meant: one, or all who spoke together."""
    recent = [one for one in spoken[-6:] if draft.number - one.number <= _FAR]
    for one in reversed(recent):
        together = [other for other in recent if other.cue == one.cue] if many else [one]
        if len(together) > 1 or _can_be(trees[one.number], one, many=many):
            return together
    return []


def _can_be(tree: Tree, draft: Draft, *, many: bool) -> bool:
    head = draft.source_head
    if head is None:
        return False
    token = tree.tokens[head]
    word = token.text.lower()
    if word in _ONE | _MANY:
        return (word in _MANY) == many
    if word in _RELATIVE or token.upos not in ("NOUN", "PROPN"):
        return False
    joined = any(
        base(tree.tokens[one].deprel) == "conj"
        and any(span.start <= tree.tokens[one].start < span.end for span in draft.source)
        for one in tree.children(head)
    )
    plural = joined or token.xpos in ("NNS", "NNPS") or token.lemma != word and word.endswith("s")
    if many:
        return plural
    return not plural and (token.upos == "PROPN" or media().get(token.lemma) == "speech")
