"""Adjectives of those who think or feel something -> drafts: is sure that, seems wary of, silent on."""

from secondsource.attribution.cues import Cue, word_cue
from secondsource.attribution.draft import Draft
from secondsource.attribution.nouns import owned_draft
from secondsource.attribution.phrases import agent_of, base, child, preposition, subject_of
from secondsource.attribution.tree import Tree

_LINKING = frozenset("appear become feel get grow keep look remain seem sound stay".split())
_RAISING = frozenset({"bound", "certain", "due", "likely", "set", "sure", "unlikely"})


def find_attitudes(sentence: Tree, number: int) -> list[Draft]:
    """[Kim] [is confident] [that it holds]"""
    drafts = []
    for place, token in enumerate(sentence.tokens):
        if token.upos != "ADJ" and token.xpos != "VBN":
            continue
        cue = word_cue(sentence.tokens, place, "adjective", token.text.lower())
        if cue is None or "attributive" in cue.frames:
            continue
        joint, source = _joined(sentence, place, cue)
        if joint is None or source is None or agent_of(sentence, place) is not None:
            continue
        if token.upos != "ADJ" and cue.stance not in ("believes", "evaluates"):
            continue
        content = set[int]()
        for one in sentence.children(place):
            relation = base(sentence.tokens[one].deprel)
            if one > place and (
                relation in ("ccomp", "xcomp")
                or (
                    relation in ("obl", "advcl")
                    and preposition(sentence, one) in cue.frames | {"of", "about", "that", "to"}
                )
            ):
                content |= set(sentence.subtree(one))
        if not content or sentence.tokens[source].text.lower() in ("it", "that", "this"):
            continue
        if token.lemma in _RAISING and sentence.tokens[min(content)].text.lower() == "to":
            continue  # whoever is likely to come need not think so
        first = min(
            [joint, *(
                one
                for one in sentence.children(place)
                if sentence.tokens[one].deprel in ("cop", "aux", "aux:pass", "advmod")
            )]
        )  # fmt: skip
        draft = owned_draft(
            sentence, number, place, cue, source, list(sentence.subtree(source)),
            set(range(max(first, source + 1), place + 1)), content,
        )  # fmt: skip
        if draft is not None:
            drafts.append(draft)
    return drafts


def _joined(sentence: Tree, place: int, cue: Cue) -> tuple[int | None, int | None]:
    """The word that joins an adjective to whom it is said of: is sure, seems sure; Palace silent on split."""
    joint = child(sentence, place, "cop", "aux:pass", "aux")
    source = child(sentence, place, "nsubj", "nsubj:pass")
    if joint is not None:
        return (joint if sentence.tokens[joint].lemma == "be" else None), source
    head = sentence.tokens[place].head
    if sentence.tokens[place].deprel in ("xcomp", "acomp") and sentence.tokens[head].lemma in _LINKING:
        return head, subject_of(sentence, head)[0]
    if "certain" in cue.frames:
        return (None if source is None else place), source
    return None, None
