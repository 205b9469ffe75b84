"""Turns of phrase that say, deny or order -> drafts: held the group responsible for, gave his word that."""

from collections import Counter
from functools import cache
from typing import NamedTuple, cast

from secondsource.attribution.contents import Content, whatever
from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import agent_of, child, is_passive, subject_of
from secondsource.attribution.relayed import without_overlap
from secondsource.attribution.tree import Tree
from secondsource.attribution.verbs import source_words
from secondsource.knowledge import load
from secondsource.model.attribution import Commitment, Stance

MADE_BY = "attribution/expressions"
GAP = "…"
_FAR = 9
_SKIPPED = frozenset({"DET", "ADJ", "ADV", "AUX"})
_OWN = frozenset("his her its their my our your".split())
_STOPS = frozenset({".", ";", "”", '"', ":"})


class Expression(NamedTuple):
    """A row of `knowledge/cue_phrases.tsv`: lemmas in order, `…` where others may stand between them."""

    words: tuple[str, ...]
    needed: frozenset[str]
    stance: Stance
    commitment: Commitment


@cache
def _expressions() -> dict[str, tuple[Expression, ...]]:
    """The word of each expression that stands in fewest of them -> the expressions, the longest first."""
    rows = list[Expression]()
    for row in load("cue_phrases"):
        words = tuple(row["phrase"].replace("-", " - ").split())
        needed = frozenset(words) - {GAP}
        rows.append(
            Expression(words, needed, cast(Stance, row["stance"]), cast(Commitment, row["commitment"]))
        )
    often = Counter(word for one in rows for word in one.needed)
    found: dict[str, list[Expression]] = {}
    for one in rows:
        found.setdefault(min(one.needed, key=lambda word: (often[word], word)), []).append(one)
    return {word: tuple(some) for word, some in found.items()}


def find_expressions(sentence: Tree, number: int) -> list[Draft]:
    """[Delhi] [holds] the group [responsible] for the bombing"""
    here = sentence.words
    table = _expressions()
    possible: dict[str, list[Expression]] = {}
    for word in here:
        for one in table.get(word, ()):
            if one.needed <= here:
                possible.setdefault(one.words[0], []).append(one)
    if not possible:
        return []
    drafts: list[Draft] = []
    taken = set[int]()
    for place, token in enumerate(sentence.tokens):
        rows = [*possible.get(token.lemma, ()), *possible.get(sentence.lower[place], ())]
        if place in taken or not rows:
            continue
        for one in sorted(set(rows), key=lambda row: (-len(row.words), row.words)):
            words = _match(sentence, place, one.words)
            draft = None if words is None else _draft(sentence, number, words, one)
            if draft is not None and words is not None:
                taken |= set(words)
                drafts.append(draft)
                break
    return drafts


def with_turns(drafts: list[Draft], turns: list[Draft]) -> list[Draft]:
    """The drafts of words and of turns of phrase; where both say the same of one verb, the word's stays."""
    heads = {(one.head, one.stance): one for one in drafts if not one.doubtful}
    kept = list[Draft]()
    for turn in turns:
        same = heads.get((turn.head, turn.stance))
        if same is None or bool(same.source) != bool(turn.source):
            kept.append(turn)
        else:
            same.certain = same.certain or not turn.doubtful
    return without_overlap(drafts, kept)


def _match(sentence: Tree, first: int, words: tuple[str, ...]) -> list[int] | None:
    """Numbers of the words of the expression, or None when it is not here."""
    found, place, free = [first], first + 1, False
    for word in words[1:]:
        if word == GAP:
            free = True
            continue
        here = _next(sentence, place, word, free)
        if here is not None:
            place, free = here + 1, False
        else:
            here = _turned_round(sentence, first, word)
        if here is None:
            return None
        found.append(here)
    return sorted(found)


def _next(sentence: Tree, place: int, word: str, free: bool) -> int | None:
    """Where the word comes next: at once but for articles, adjectives and adverbs, or after a gap."""
    for here in range(place, min(place + (_FAR if free else 4), len(sentence.tokens))):
        token = sentence.tokens[here]
        if word in (token.lemma, sentence.lower[here]):
            return here
        owned = token.deprel == "nmod:poss" or token.text in ("'s", "’s")
        if not free and not owned and token.upos not in _SKIPPED and sentence.lower[here] not in _OWN:
            return None
        if token.text in _STOPS:
            return None
    return None


def _turned_round(sentence: Tree, verb: int, word: str) -> int | None:
    """[blame] was [laid] at his door: in a passive, the object stands before the verb"""
    subject = child(sentence, verb, "nsubj:pass")
    if subject is None or subject > verb:
        return None
    near = (subject, *sentence.children(subject))
    return next((one for one in near if word == sentence.tokens[one].lemma), None)


def _draft(sentence: Tree, number: int, words: list[int], one: Expression) -> Draft | None:
    verb = _verb(sentence, words)
    lead = verb if verb in words else None
    token = sentence.tokens[words[0]]
    if token.upos in ("NOUN", "PROPN", "ADJ") and lead is None:
        return None
    passive = lead is not None and is_passive(sentence, verb)
    source = _source(sentence, verb, words, one, passive)
    cue = sorted(
        {*words, *(_helpers(sentence, verb, words[0]) if lead is not None or token.upos == "AUX" else ())}
    )
    said = source_words(sentence, source, verb, Content(frozenset(), True)) if source is not None else []
    if lead is None and source is not None:
        said = [each for each in sentence.subtree(source) if each > words[-1]]
    content = _content(sentence, verb, words, {*cue, *said}, lead is not None or token.upos == "AUX")
    spans = spans_of(sentence, content)
    if not spans or not any(sentence.tokens[each].upos not in ("DET", "PUNCT", "ADP") for each in content):
        return None
    draft = Draft(number, verb, one.stance, MADE_BY, commitment=one.commitment, strong=True)
    draft.cue = spans_of(sentence, cue)
    draft.content = spans
    if source is None or not said:
        draft.how = "unnamed"
        draft.doubtful = not passive and not (lead is None and token.upos in ("ADP", "ADV", "DET"))
    else:
        draft.source_head, draft.source = source, spans_of(sentence, said)
    return draft if draft.cue else None


def _verb(sentence: Tree, words: list[int]) -> int:
    """The verb of the expression; what it is set into, where it has none."""
    for here in words:
        token = sentence.tokens[here]
        if token.upos == "VERB" or (token.upos == "AUX" and token.head == here):
            return here
        if token.upos == "AUX":
            return token.head
    here = words[0]
    for _ in range(6):
        token = sentence.tokens[here]
        if token.head == here or (token.upos in ("VERB", "AUX") and here not in words):
            break
        here = token.head
    return here


def _source(sentence: Tree, verb: int, words: list[int], one: Expression, passive: bool) -> int | None:
    """Who does it: the subject, after `by` in a passive; in the words of [a medic]"""
    if verb in words or sentence.tokens[words[0]].upos == "AUX":
        return agent_of(sentence, verb) if passive else subject_of(sentence, verb)[0]
    last = sentence.tokens[words[-1]]
    if one.stance != "threatens" and last.deprel == "case" and last.head > words[-1]:
        return last.head
    return None


def _content(sentence: Tree, verb: int, words: list[int], away: set[int], follows: bool) -> list[int]:
    """What the verb governs after it; the whole clause around a phrase without one; what else it is about."""
    content = [
        each
        for each in sentence.subtree(verb)
        if (not follows or each > words[0] and each != verb) and each not in away
    ]
    while content and sentence.tokens[content[-1]].upos == "PUNCT":
        content.pop()
    while content and sentence.tokens[content[0]].text == ",":
        content = content[1:]
    if follows and not any(
        sentence.tokens[each].upos not in ("DET", "PUNCT", "ADP", "ADV") for each in content
    ):
        subject, _ = subject_of(sentence, verb)
        rest = whatever(sentence, verb, subject)
        content = [] if rest is None else sorted(rest.words - away)
    return content


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
