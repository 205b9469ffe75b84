"""A cue verb in its tree -> the words of what is said: clauses, objects, the clause it is set into."""

from itertools import pairwise
from typing import NamedTuple

from secondsource.attribution.cues import Cue, cue_of
from secondsource.attribution.frames import frames_of, own_clause
from secondsource.attribution.patients import antecedent_of, patient_of
from secondsource.attribution.phrases import base, child, group_of, is_passive, preposition
from secondsource.attribution.tree import Tree

_ASIDE = frozenset({"but", "while", "though", "although", "whereas", "even"})
_RESUMING = frozenset({",", "“", '"', "''", "``", ":", "—", "--", ";"})


class Content(NamedTuple):
    """Numbers of the words, and whether they are a clause or quotation (strong) or a mere phrase."""

    words: frozenset[int]
    strong: bool


def content_of(sentence: Tree, verb: int, cue: Cue, subject: int | None, passive: bool) -> Content | None:
    """What the verb says, by the ways the cue allows; None when there is nothing it could say."""
    words, strong = set[int](), False
    if reported_clause(sentence, verb) and not own_clause(sentence, verb):
        words, strong = _clause_around(sentence, verb), True
    else:
        for rule in frames_of(cue):
            found, is_clause = rule(sentence, verb, cue)
            if found:
                words |= found
                strong = strong or is_clause
        if not strong:
            words |= antecedent_of(sentence, verb, cue, subject, passive)
    if passive and (words or "object" in cue.frames) and not reported_clause(sentence, verb):
        words |= patient_of(sentence, verb, subject, bool(words))
    if not words:
        words, strong = _beside(sentence, verb, cue)
    words.discard(verb)
    if strong:
        words -= _other_sayings(sentence, verb, words)
    if not words:
        return None
    return Content(frozenset(words), strong)


def whatever(sentence: Tree, verb: int, subject: int | None) -> Content | None:
    """Of what is a cue for sure: all that it governs, what its clause is about, the clause it is in."""
    token = sentence.tokens[verb]
    away = set(group_of(sentence, verb))
    if subject is not None and not (base(token.deprel) == "acl" and subject == token.head):
        away |= set(sentence.subtree(subject))
    below = {one for one in sentence.subtree(verb) if one > verb and one not in away}
    if _says(sentence, below):
        return Content(frozenset(below), False)
    if base(token.deprel) == "acl":
        about = set(sentence.subtree(token.head)) - set(sentence.subtree(verb)) - away
        if _says(sentence, about):
            return Content(frozenset(about), False)
    around = (
        set(sentence.subtree(token.head)) - set(sentence.subtree(verb)) - away
        if token.head != verb
        else set()
    )
    if token.deprel in ("parataxis", "advcl") and _says(sentence, around):
        return Content(frozenset(around), False)
    first = min((subject if subject is not None else verb), verb)
    before = [
        one
        for one in sentence.subtree(verb)
        if one < min(sentence.subtree(first), default=first) and one < verb
    ]
    if len(before) > 2 and token.head == verb and sentence.tokens[before[-1]].text in (",", "”", "''"):
        return Content(frozenset(before), False)
    about = (
        set()
        if subject is None or subject > verb or not is_passive(sentence, verb)
        else set(sentence.subtree(subject))
    )
    about -= {verb, *group_of(sentence, verb)}
    return Content(frozenset(about), False) if about else None


def _says(sentence: Tree, words: set[int]) -> bool:
    return any(sentence.tokens[one].upos in ("NOUN", "PROPN", "VERB", "ADJ", "PRON", "NUM") for one in words)


def _other_sayings(sentence: Tree, verb: int, words: set[int]) -> set[int]:
    """it fell[, but she said it held]: a clause with its own speaker is not part of what was said"""
    away = set[int]()
    for one in words - {verb}:
        token = sentence.tokens[one]
        if token.deprel not in ("conj", "parataxis", "advcl") or token.upos != "VERB" or one in away:
            continue
        cue = cue_of(token.lemma, "verb")
        below = sentence.subtree(one)
        if (
            cue is None
            or "clause" not in cue.frames
            or verb in below
            or child(sentence, one, "nsubj") is None
        ):
            continue
        if token.deprel == "parataxis" and one == max(below) and "any" in cue.frames:
            away |= set(below)
        if child(sentence, one, "ccomp", "xcomp", "obj") is None:
            continue
        opening = [sentence.tokens[below[0]].text.lower(), sentence.tokens[below[0] - 1].text]
        if opening[0] in _ASIDE or opening[1] in (",", ";", "—", "--") or opening[0] in (",", ";"):
            away |= set(below)
    return away


def whole(content: Content, others: set[int]) -> set[int]:
    """The content with the words between its own that belong to nobody else: a tree may have holes."""
    words = set(content.words) - others
    filled = set(words)
    for left, right in pairwise(sorted(words)):
        between = range(left + 1, right)
        if 0 < len(between) <= 6 and others.isdisjoint(between):
            filled.update(between)
    return filled


def reported_clause(sentence: Tree, verb: int) -> bool:
    """`..., Kim said` and `as Kim said`: the verb is set beside or under the clause that it reports."""
    token = sentence.tokens[verb]
    if token.head == verb:
        return False
    if token.deprel == "parataxis":
        return True
    return token.deprel == "advcl" and preposition(sentence, verb) == "as" and not own_clause(sentence, verb)


def _clause_around(sentence: Tree, verb: int) -> set[int]:
    inside = set(sentence.subtree(verb))
    around = {one for one in sentence.subtree(sentence.tokens[verb].head) if one not in inside}
    after = max(inside) + 1
    if min(around) < verb and after < len(sentence.tokens) and sentence.tokens[after].text not in _RESUMING:
        around = {one for one in around if one < verb}
    return around


def _beside(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """Without the tree: what follows `that`, a colon or a quotation mark; what is before `, he said`."""
    if not cue.frames & {"clause", "any"} or not cue.lemma:
        return set(), False
    words = sentence.tokens
    last = len(words) - 1
    while last > 0 and words[last].upos == "PUNCT":
        last -= 1
    for one in range(verb + 1, min(verb + 10, last)):
        if words[one].text.lower() == "that" and words[one].upos in ("SCONJ", "PRON", "DET"):
            return set(range(one, len(words))), True
        if words[one].text in (":", "“", '"', "''", "``"):
            return set(range(one, len(words))), True
    if "any" not in cue.frames:
        return set(), False
    left = min([*sentence.subtree(verb), verb])
    comma = next(
        (one for one in range(verb - 1, max(0, verb - 14), -1) if words[one].text in (",", "”", '"')), None
    )
    if comma is not None and comma > 2 and last - verb <= 6:
        return set(range(comma + 1)), True
    begins = verb < last and words[verb + 1].upos in ("PRON", "DET", "PROPN", "NOUN", "SCONJ", "NUM")
    if last - verb >= 4 and begins and words[verb].xpos in ("VBD", "VBZ", "VBP") and left <= verb:
        return set(range(verb + 1, last + 1)), True
    return set(), False
