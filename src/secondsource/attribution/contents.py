"""A cue verb in its tree -> the words of what is said: clauses, objects, the clause it is set into."""

from typing import NamedTuple

from secondsource.attribution.cues import Cue
from secondsource.attribution.phrases import base, child, group_of, preposition, subject_of
from secondsource.attribution.speakers import medium_of
from secondsource.attribution.tree import Tree

_CLAUSES = ("ccomp", "csubj")
_WITH_OBJECT = frozenset({"as", "of", "for"})
_ADDED = frozenset({"obl", "advcl", "xcomp", "ccomp", "acl", "nmod"})
_ADDRESSED = frozenset({"tell", "inform", "remind", "assure", "notify", "brief", "warn", "ask", "advise"})


class Content(NamedTuple):
    """Numbers of the words, and whether they are a clause or quotation (strong) or a mere phrase."""

    words: frozenset[int]
    strong: bool


def content_of(sentence: Tree, verb: int, cue: Cue, subject: int | None, passive: bool) -> Content | None:
    """What the verb says, by the ways the cue allows; None when there is nothing it could say."""
    words, strong = set[int](), False
    if reported_clause(sentence, verb) and not _own_clause(sentence, verb):
        words, strong = _clause_around(sentence, verb), True
    else:
        for rule in (_shown, _clauses, _infinitives, _names, _objects, _obliques):
            found, is_clause = rule(sentence, verb, cue)
            words |= found
            strong = strong or (is_clause and bool(found))
        if not strong:
            words |= _relativised(sentence, verb, cue, subject, passive)
    if passive and (words or "object" in cue.frames) and not reported_clause(sentence, verb):
        words |= _patient(sentence, verb, subject, bool(words))
    if not words:
        words, strong = _beside(sentence, verb, cue)
    words -= set(group_of(sentence, verb)) & {verb}
    if not words:
        return None
    return Content(frozenset(words), strong)


def reported_clause(sentence: Tree, verb: int) -> bool:
    """`..., Kim said` and `as Kim said`: the verb is set beside or under the clause that it reports."""
    token = sentence.tokens[verb]
    if token.head == verb:
        return False
    if token.deprel == "parataxis":
        return True
    return token.deprel == "advcl" and preposition(sentence, verb) == "as" and not _own_clause(sentence, verb)


def _own_clause(sentence: Tree, verb: int) -> bool:
    return any(
        sentence.tokens[one].deprel in ("ccomp", "xcomp", "obj") and one > verb
        for one in sentence.children(verb)
    )


def _clause_around(sentence: Tree, verb: int) -> set[int]:
    inside = set(sentence.subtree(verb))
    return {one for one in sentence.subtree(sentence.tokens[verb].head) if one not in inside}


def _clauses(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """said [that it fell]; [it fell], he said"""
    if not cue.frames & {"clause", "quote"}:
        return set(), False
    found = set[int]()
    for one in sentence.children(verb):
        relation = sentence.tokens[one].deprel
        after_colon = relation == "parataxis" and one > verb and child(sentence, one, "nsubj") is not None
        if relation in _CLAUSES or after_colon:
            found |= set(sentence.subtree(one))
    return found, True


def _infinitives(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """ordered [them to leave]; vowed [to stay]"""
    if "infinitive" not in cue.frames:
        return set(), False
    head = _infinitive(sentence, verb)
    if head is None or head < verb:
        return set(), False
    found = set(sentence.subtree(head))
    raised = child(sentence, verb, "obj", "iobj")
    if raised is not None and verb < raised < head and cue.lemma not in ("tell", "remind"):
        found |= set(sentence.subtree(raised))
    return found, True


def _infinitive(sentence: Tree, verb: int) -> int | None:
    """The infinitive that the verb takes, where the tree calls it a purpose too."""
    head = child(sentence, verb, "xcomp")
    if head is not None:
        return head
    for one in sentence.children(verb):
        token = sentence.tokens[one]
        if one > verb and token.deprel in ("advcl", "acl", "ccomp") and preposition(sentence, one) == "to":
            first = min(sentence.subtree(one))
            if sentence.tokens[first].text.lower() == "to" and sentence.tokens[first - 1].text != ",":
                return one
    return None


def _shown(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """The photos show [him as he tours the plant and fires a gun]: all that follows"""
    subject, _ = subject_of(sentence, verb)
    if cue.stance != "perceives" or subject is None or medium_of(sentence, subject) not in ("photo", "video"):
        return set(), False
    return {one for one in sentence.subtree(verb) if one > verb}, True


def _names(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """called [it a crime]; refers to [it] [as a victory]"""
    if cue.stance != "names":
        return set(), False
    found = set[int]()
    for one in sentence.children(verb):
        relation = base(sentence.tokens[one].deprel)
        named = relation in ("obj", "xcomp") or (
            relation == "obl" and preposition(sentence, one) in ("as", "to")
        )
        if named and one > verb and (relation != "xcomp" or sentence.tokens[one].xpos != "VB"):
            found |= set(sentence.subtree(one))
    return found, False


def _objects(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """hailed [the parade as a success]"""
    if "object" not in cue.frames and not cue.frames & _WITH_OBJECT:
        return set(), False
    head = child(sentence, verb, "obj")
    head = child(sentence, verb, "iobj") if head is None else head
    if head is None or head < verb:
        return set(), False
    kept = {
        one
        for one in sentence.children(verb)
        if one > head
        and (
            base(sentence.tokens[one].deprel) == "xcomp"
            or (base(sentence.tokens[one].deprel) in _ADDED and preposition(sentence, one) in _WITH_OBJECT)
        )
    }
    if "object" not in cue.frames and not kept:
        return set(), False
    if cue.lemma in _ADDRESSED:
        return set(), False
    found = set(sentence.subtree(head))
    for one in kept:
        found |= set(sentence.subtree(one))
    return found, cue.stance in ("accuses", "names")


def _obliques(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """refers [to it as a victory]; called [for restraint]"""
    found = set[int]()
    allowed = cue.frames - {"clause", "quote", "infinitive", "object", "any"}
    for one in sentence.children(verb):
        relation = base(sentence.tokens[one].deprel)
        if one > verb and relation in _ADDED and preposition(sentence, one) in allowed:
            found |= set(sentence.subtree(one))
    return found, False


def _patient(sentence: Tree, verb: int, subject: int | None, more: bool) -> set[int]:
    """[the plant] was reported [to be closed]: what a passive is about belongs to the content."""
    if subject is None or sentence.tokens[subject].text.lower() in ("it", "there"):
        return set()
    token = sentence.tokens[verb]
    words = set(sentence.subtree(subject)) - set(sentence.subtree(verb)) - set(group_of(sentence, verb))
    if token.deprel.startswith("acl"):
        return _appositive(sentence, subject, verb)
    return {one for one in words if one < verb or subject > verb}


def _relativised(sentence: Tree, verb: int, cue: Cue, subject: int | None, passive: bool) -> set[int]:
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
    phrase = [one for one in _antecedent(sentence, verb) if one not in clause and one < verb]
    if len(phrase) > 15:
        return set()
    while phrase and (
        sentence.tokens[phrase[0]].deprel == "case" or sentence.tokens[phrase[0]].upos == "PUNCT"
    ):
        phrase = phrase[1:]
    return set(phrase)


def _antecedent(sentence: Tree, verb: int) -> tuple[int, ...]:
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
    begins = words[verb + 1].upos in ("PRON", "DET", "PROPN", "NOUN", "SCONJ", "NUM")
    if last - verb >= 4 and begins and words[verb].xpos in ("VBD", "VBZ", "VBP") and left <= verb:
        return set(range(verb + 1, last + 1)), True
    return set(), False
