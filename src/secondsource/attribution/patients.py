"""A passive or relative clause -> the words before it that its cue speaks of."""

from secondsource.attribution.cues import Cue
from secondsource.attribution.phrases import child, group_of, preposition
from secondsource.attribution.tree import Tree
from secondsource.model import Span


def patient_of(sentence: Tree, verb: int, subject: int | None, more: bool) -> set[int]:
    """[the plant] was reported [to be closed]: what a passive is about belongs to the content."""
    if subject is None or sentence.tokens[subject].text.lower() in ("it", "there"):
        return set()
    token = sentence.tokens[verb]
    words = set(sentence.subtree(subject)) - set(group_of(sentence, verb))
    if token.deprel.startswith("acl"):
        return _appositive(sentence, subject, verb)
    return {one for one in words if one < verb or subject > verb}


def antecedent_of(sentence: Tree, verb: int, cue: Cue, subject: int | None, passive: bool) -> set[int]:
    """[the truce], which the North refers to [as a victory]: what a clause is about is content too"""
    token = sentence.tokens[verb]
    if token.deprel != "acl:relcl" or passive or subject is None or cue.stance == "believes":
        return set()
    if sentence.tokens[subject].text.lower() in ("who", "which", "that") or subject == token.head:
        return set()
    clause_below = child(sentence, verb, "ccomp", "xcomp")
    if clause_below is not None and sentence.tokens[clause_below].upos in ("VERB", "AUX"):
        return set()
    if not (cue.frames & {"object", "to", "of", "about", "for"}):
        return set()
    gap = child(sentence, verb, "obj")
    if gap is not None and sentence.tokens[gap].text.lower() not in ("which", "that", "whom"):
        return set()
    clause = set(sentence.subtree(verb))
    phrase = [one for one in _phrase_before(sentence, verb) if one not in clause and one < verb]
    if len(phrase) > 15:
        return set()
    while phrase and (
        sentence.tokens[phrase[0]].deprel == "case" or sentence.tokens[phrase[0]].upos == "PUNCT"
    ):
        phrase = phrase[1:]
    return set(phrase)


def _phrase_before(sentence: Tree, verb: int) -> tuple[int, ...]:
    """The phrase before the relative pronoun: the one that the tree gives, unless another stands between."""
    first = min(sentence.subtree(verb))
    last = first - 1
    while last > 0 and sentence.tokens[last].upos == "PUNCT":
        last -= 1
    given = sentence.subtree(sentence.tokens[verb].head)
    if last in given or last < 0:
        return given
    above = sentence.tokens[last].head
    near = sentence.tokens[last].deprel == "nmod" and preposition(sentence, last) == "of"
    return sentence.subtree(above if near else last)


def _appositive(sentence: Tree, head: int, verb: int) -> set[int]:
    """The last part of an apposed name before the participle: `missiles, [the Hwasong-18], believed ...`."""
    words = [one for one in sentence.subtree(head) if one < verb]
    while words and sentence.tokens[words[-1]].upos == "PUNCT":
        words.pop()
    for place in range(len(words) - 1, -1, -1):
        if sentence.tokens[words[place]].text in (",", "—", "–", "--"):
            return set(words[place + 1 :])
    return set(words)


def apposed(sentence: Tree, verb: int) -> Span | None:
    """The name set beside another that ends right before a participle; None where there is no such name."""
    token = sentence.tokens[verb]
    if token.xpos != "VBN" or token.head >= verb:
        return None
    whole = [one for one in sentence.subtree(token.head) if one < verb]
    last = _appositive(sentence, token.head, verb)
    if not last or not any(sentence.tokens[one].upos in ("NOUN", "PROPN") for one in last):
        return None
    return (
        Span(sentence.tokens[min(last)].start, sentence.tokens[max(last)].end)
        if len(last) < len(whole)
        else None
    )
