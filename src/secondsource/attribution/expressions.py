"""Turns of phrase that say, deny or order -> drafts: held the group responsible for, gave his word that."""

from functools import cache
from typing import NamedTuple, cast

from secondsource.attribution.contents import Content
from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import agent_of, is_passive, subject_of
from secondsource.attribution.tree import Tree
from secondsource.attribution.verbs import source_words
from secondsource.knowledge import load
from secondsource.model.attribution import Commitment, Stance

MADE_BY = "attribution/expressions"
GAP = "…"
_FAR = 9
_SKIPPED = frozenset({"DET", "ADJ", "ADV", "AUX"})
_OWN = frozenset("his her its their my our your".split())


class Expression(NamedTuple):
    """A row of `knowledge/cue_phrases.tsv`: lemmas in order, `…` where others may stand between them."""

    words: tuple[str, ...]
    needed: frozenset[str]
    stance: Stance
    commitment: Commitment


@cache
def _expressions() -> dict[str, tuple[Expression, ...]]:
    """First lemma -> the expressions that begin with it, the longest first."""
    found: dict[str, list[Expression]] = {}
    for row in load("cue_phrases"):
        words = tuple(row["phrase"].split())
        needed = frozenset(words[1:]) - {GAP}
        one = Expression(words, needed, cast(Stance, row["stance"]), cast(Commitment, row["commitment"]))
        found.setdefault(words[0], []).append(one)
    return {first: tuple(sorted(rows, key=lambda one: -len(one.words))) for first, rows in found.items()}


def find_expressions(sentence: Tree, number: int) -> list[Draft]:
    """[Delhi] [holds] the group [responsible] for the bombing"""
    drafts: list[Draft] = []
    taken = set[int]()
    known = _expressions()
    for place, token in enumerate(sentence.tokens):
        for one in known.get(token.lemma, ()) if place not in taken else ():
            words = _match(sentence, place, one.words) if one.needed <= sentence.words else None
            draft = None if words is None else _draft(sentence, number, words, one)
            if draft is not None and words is not None:
                taken |= set(words)
                drafts.append(draft)
                break
    return drafts


def _match(sentence: Tree, first: int, words: tuple[str, ...]) -> list[int] | None:
    """Numbers of the words of the expression, or None when it is not here."""
    found, place, free = [first], first + 1, False
    for word in words[1:]:
        if word == GAP:
            free = True
            continue
        last = min(place + (_FAR if free else 3), len(sentence.tokens))
        while place < last:
            token = sentence.tokens[place]
            if word in (token.lemma, sentence.lower[place]):
                break
            if not free and token.upos not in _SKIPPED and sentence.lower[place] not in _OWN:
                return None
            if token.text in (".", ";", "”", '"'):
                return None
            place += 1
        else:
            return None
        found.append(place)
        place, free = place + 1, False
    return found


def _draft(sentence: Tree, number: int, words: list[int], one: Expression) -> Draft | None:
    verb = words[0]
    token = sentence.tokens[verb]
    if token.upos == "AUX" and token.head != verb:
        verb = token.head
    elif token.upos not in ("VERB", "AUX"):
        return None
    passive = is_passive(sentence, verb)
    source = agent_of(sentence, verb) if passive else subject_of(sentence, verb)[0]
    cue = sorted({*words, *_helpers(sentence, verb, words[0])})
    said = source_words(sentence, source, verb, Content(frozenset(), True)) if source is not None else []
    content = [
        each
        for each in sentence.subtree(verb)
        if each > words[0] and each not in cue and each not in said and each != verb
    ]
    while content and sentence.tokens[content[-1]].upos == "PUNCT":
        content.pop()
    while content and sentence.tokens[content[0]].upos == "PUNCT" and sentence.tokens[content[0]].text == ",":
        content = content[1:]
    spans = spans_of(sentence, content)
    if not spans or not any(sentence.tokens[each].upos not in ("DET", "PUNCT", "ADP") for each in content):
        return None
    draft = Draft(number, verb, one.stance, MADE_BY, commitment=one.commitment, strong=True)
    draft.cue = spans_of(sentence, cue)
    draft.content = spans
    if source is None or not said:
        draft.how = "unnamed"
        draft.doubtful = not passive
    else:
        draft.source_head, draft.source = source, spans_of(sentence, said)
    return draft if draft.cue else None


def _helpers(sentence: Tree, verb: int, first: int) -> list[int]:
    """`did not`, `has`: what stands right before the verb of the expression."""
    found: list[int] = []
    while first - len(found) > 0:
        before = first - len(found) - 1
        token = sentence.tokens[before]
        if token.head != verb or token.deprel not in ("aux", "aux:pass", "advmod"):
            break
        found.append(before)
    return found
