"""Verbs that say, deny, order or show something -> drafts with source, cue and content from the tree."""

from collections.abc import Iterable

from secondsource.attribution.contents import Content, content_of, reported_clause, whatever, whole
from secondsource.attribution.cues import OPEN_VERB, Cue, phrasal_verbs, word_cue
from secondsource.attribution.draft import Draft, all_marks, spans_of
from secondsource.attribution.phrases import (
    RELATIVES,
    agent_of,
    base,
    child,
    group_of,
    is_negated,
    is_passive,
    names_time,
    particle,
    preposition,
    subject_of,
)
from secondsource.attribution.speakers import can_speak, medium_of
from secondsource.attribution.tree import Tree

_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_WORDS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_CLAUSES = frozenset({"ccomp", "csubj", "parataxis"})


def find_verbs(sentence: Tree, number: int) -> list[Draft]:
    """Drafts for every verb of the sentence that says what somebody holds."""
    drafts = []
    for verb, token in enumerate(sentence.tokens):
        if token.xpos not in _VERBS or token.upos not in _WORDS:
            continue
        cue = _cue(sentence, verb)
        if cue is OPEN_VERB and not _by_a_clause(sentence, verb):
            continue
        draft = _draft(sentence, number, verb, cue)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _cue(sentence: Tree, verb: int) -> Cue:
    """The row of the verb with its preposition or particle (call for, rule out), else of the verb alone."""
    phrasal = phrasal_cue(sentence, verb)
    if phrasal is not None and "proposed" not in phrasal.frames:
        return phrasal
    own = word_cue(sentence.tokens, verb, "verb") or OPEN_VERB
    return OPEN_VERB if own.stance == "names" and _parts(sentence, verb) else own


def _parts(sentence: Tree, verb: int) -> bool:
    """called off, called up: the particle makes another word of the verb"""
    after = child(sentence, verb, "compound:prt")
    return after is not None and after > verb


def phrasal_cue(sentence: Tree, verb: int) -> Cue | None:
    """The row of the verb with what follows it."""
    known = phrasal_verbs().get(sentence.tokens[verb].lemma)
    if known is None:
        return None
    for one in sentence.children(verb):
        if one > verb:
            added = particle(sentence, one) or preposition(sentence, one)
            if added in known and not names_time(sentence, one):
                return known[added]
    return None


def _by_a_clause(sentence: Tree, verb: int) -> bool:
    """A clause hangs from it or holds it: a verb that the table lacks says nothing else."""
    return reported_clause(sentence, verb) or any(
        sentence.tokens[one].deprel in _CLAUSES
        or (sentence.tokens[one].deprel == "obj" and child(sentence, one, "acl:relcl", "acl") is not None)
        for one in sentence.children(verb)
    )


def _draft(sentence: Tree, number: int, verb: int, cue: Cue) -> Draft | None:
    passive = is_passive(sentence, verb)
    subject, borrowed = subject_of(sentence, verb)
    agent = agent_of(sentence, verb) if passive else None
    source = agent if passive else subject
    if cue is OPEN_VERB and (source is None or passive or borrowed or not can_speak(sentence, source, cue)):
        return None
    certain = "certain" in cue.frames
    content = content_of(sentence, verb, cue, subject, passive)
    if content is None and certain:
        content = whatever(sentence, verb, subject)
    if content is None:
        return None
    if cue is OPEN_VERB and (passive or not content.strong or source is None or borrowed):
        return None
    if source is None:
        sound = _may_stand_alone(sentence, verb, cue, content, passive)
    else:
        sound = can_speak(sentence, source, cue, strong=content.strong)
    if not sound and cue is OPEN_VERB:
        return None
    draft = Draft(number, verb, cue.stance, "attribution/verbs", commitment=cue.commitment, medium=cue.medium)
    draft.certain = certain
    told = certain and (passive or (source is not None and sentence.tokens[verb].xpos != "VB"))
    if passive and source is None and cue.stance == "names":
        told = told and child(sentence, verb, "xcomp", "obj", "appos") is not None
    draft.doubtful = not told and (not sound or ("doubtful" in cue.frames and not content.strong))
    if is_negated(sentence, verb):
        if cue.stance == "asserts" and sentence.tokens[sentence.tokens[verb].head].lemma in (
            "decline",
            "refuse",
        ):
            return None
        draft.commitment = "Uu"
        draft.stance = "declines" if cue.stance in ("denies", "confirms") else cue.stance
    group = [one for one in group_of(sentence, verb) if one not in content.words]
    draft.cue = spans_of(sentence, group)
    source_side = source_words(sentence, source, verb, content) if source is not None else []
    draft.content = spans_of(
        sentence, whole(content, {*group, *source_side}) if content.strong else content.words
    )
    draft.strong = content.strong
    if not draft.content or not draft.cue:
        return None
    if source is None:
        draft.how = "unnamed"
        draft.made_by = "attribution/verbs: no source"
    else:
        draft.source_head = source
        draft.source = spans_of(sentence, source_side)
        if not draft.source:
            return None
        draft.medium = medium_of(sentence, source) or draft.medium
    return draft


def source_words(sentence: Tree, source: int, verb: int, content: Content) -> list[int]:
    """The words of the source: its phrase on its side of the verb; a relative pronoun alone."""
    if sentence.lower[source] in RELATIVES and sentence.tokens[source].upos != "NOUN":
        return [source]
    name = _whole_name(sentence, source)
    words: Iterable[int] = sentence.subtree(source)
    if name:
        words = sorted({*(one for one in words if one not in content.words), *name})
    least, most = (-1, verb) if source < verb else (verb, _break_after(sentence, source))
    group, told = group_of(sentence, verb), content.words
    kept = [
        one for one in words if least < one < most and one not in group and (one not in told or one in name)
    ]
    before, run = [source], [source]
    for one in reversed(kept):
        if one < source and (one == before[-1] - 1 or all_marks(sentence, range(one + 1, before[-1]))):
            before.append(one)
    for one in kept:
        if one > source and (one == run[-1] + 1 or all_marks(sentence, range(run[-1] + 1, one))):
            run.append(one)
    run = before[:0:-1] + run
    first = sentence.tokens[run[0]]
    if first.deprel == "case" and base(sentence.tokens[source].deprel) in ("obl", "nmod"):
        run = run[1:]
    return run


def _whole_name(sentence: Tree, source: int) -> range:
    """Names in a row are one name: Jeffrey | N. | Trimble"""
    first = last = source
    if sentence.tokens[source].upos != "PROPN":
        return range(0)
    while first > 0 and sentence.tokens[first - 1].upos == "PROPN":
        first -= 1
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].upos == "PROPN":
        last += 1
    return range(first, last + 1)


def _break_after(sentence: Tree, source: int) -> int:
    """The quotation mark that follows the source: what comes after belongs to the next quotation."""
    words = range(source + 1, len(sentence.tokens))
    return next((one for one in words if sentence.tokens[one].text in "\"“''"), len(sentence.tokens))


def _may_stand_alone(sentence: Tree, verb: int, cue: Cue, content: Content, passive: bool) -> bool:
    """Without a source only a passive of saying, or a verb beside the clause it reports, says anything."""
    if cue is OPEN_VERB:
        return False
    if passive and cue.stance == "perceives":
        below = child(sentence, verb, "xcomp", "advcl", "ccomp")
        return below is not None and sentence.tokens[below].xpos == "VBG"
    if passive:
        return content.strong or cue.stance in ("accuses", "denies", "names")
    if cue.stance in ("believes", "perceives", "names", "evaluates"):
        return False
    return reported_clause(sentence, verb) or (
        content.strong and sentence.tokens[verb].xpos in ("VBG", "VBN")
    )


__all__ = ["find_verbs", "phrasal_cue", "source_words"]
