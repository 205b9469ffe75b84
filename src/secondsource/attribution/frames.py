"""A cue verb -> the words of its content, by each way in which verbs take one: clause, infinitive, object."""

from collections.abc import Callable
from functools import cache

from secondsource.attribution.cues import Cue, cue_of
from secondsource.attribution.phrases import base, child, names_time, preposition, subject_of, subjects_of
from secondsource.attribution.speakers import is_instrument, medium_of
from secondsource.attribution.tree import Tree

_CLAUSES = ("ccomp", "csubj")
_WITH_OBJECT = frozenset({"as", "of", "for"})
_RESUMING = frozenset({",", "“", '"', "''", "``", ":", "—", "--", ";"})
_PAPER_VERBS = frozenset(
    "cite confirm describe detail document estimate find indicate list note report reveal say show "
    "suggest".split()
)
_NO_PREPOSITIONS = frozenset(
    {"clause", "quote", "infinitive", "object", "any", "doubtful", "certain", "proposed", "alone"}
)
_ADDED = frozenset({"obl", "advcl", "xcomp", "ccomp", "acl", "nmod"})
_ADDRESSED = frozenset({"tell", "inform", "remind", "assure", "notify", "brief", "warn", "ask", "advise"})


def own_clause(sentence: Tree, verb: int) -> bool:
    return any(
        sentence.tokens[one].deprel in ("ccomp", "xcomp", "obj") and one > verb
        for one in sentence.children(verb)
    )


def _clauses(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """said [that it fell]; [it fell], he said"""
    found = set[int]()
    for one in sentence.children(verb):
        relation = sentence.tokens[one].deprel
        after_colon = relation == "parataxis" and one > verb and child(sentence, one, "nsubj") is not None
        if relation in _CLAUSES or after_colon:
            found.update(sentence.subtree(one))
    if found and min(found) < verb:
        for one in subjects_of(sentence, verb)[:-1]:
            found.update(sentence.subtree(one) if one < min(found) else ())
    bare = child(sentence, verb, "obj")
    if not found and bare is not None and bare > verb and "object" not in cue.frames:
        found |= _bare_clause(sentence, bare)
    if found and min(found) < verb:
        after = max([verb, *(one for one in sentence.subtree(verb) if one not in found)]) + 1
        resumed = [
            one for one in range(verb + 1, len(sentence.tokens)) if sentence.tokens[one].text in _RESUMING
        ]
        if (
            not resumed
            or after < len(sentence.tokens)
            and sentence.tokens[verb + 1].lemma in ("in", "on", "at", "to")
        ):
            found = {one for one in found if one < verb or (resumed and one > resumed[0])}
    if found and max(found) > verb:
        found |= _going_on(sentence, verb, max(found))
    return found, True


def _bare_clause(sentence: Tree, noun: int) -> set[int]:
    """believe [the missile can reach it], where the tree takes the clause for a relative one"""
    clause = child(sentence, noun, "acl:relcl", "acl")
    if clause is None or sentence.tokens[clause].xpos in ("VBG", "VBN"):
        return set()
    first = min(sentence.subtree(clause))
    if first == noun + 1 and sentence.tokens[first].upos in ("AUX", "VERB"):
        return set(sentence.subtree(noun))
    return set()


def _going_on(sentence: Tree, verb: int, last: int) -> set[int]:
    """said it fell [because it rained] [and broke]: what follows without a comma"""
    found = set[int]()
    for one in sentence.children(verb):
        token = sentence.tokens[one]
        words = sentence.subtree(one)
        if words[0] <= last or sentence.tokens[words[0] - 1].text == "," or words[0] > last + len(found) + 2:
            continue
        joined = (
            token.deprel == "conj" and token.upos in ("VERB", "AUX") and child(sentence, one, "nsubj") is None
        )
        own_cue = cue_of(token.lemma, "verb")
        if token.deprel == "advcl" or (joined and (own_cue is None or "clause" not in own_cue.frames)):
            found |= set(words)
    return found


def _infinitives(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """ordered [them to leave]; vowed [to stay]"""
    head = _infinitive(sentence, verb)
    if head is None or head < verb:
        return set(), False
    found = set(sentence.subtree(head))
    raised = child(sentence, verb, "obj", "iobj")
    if raised is not None and verb < raised < head and cue.lemma not in ("tell", "remind"):
        found.update(sentence.subtree(raised))
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
    if cue.stance == "perceives" and subject is not None and is_instrument(sentence, subject):
        return {one for one in sentence.subtree(verb) if one > verb}, True
    medium = None if subject is None else medium_of(sentence, subject)
    if medium is None:
        return set(), False
    if medium in ("photo", "video") and cue.stance == "perceives":
        return {one for one in sentence.subtree(verb) if one > verb}, True
    head = child(sentence, verb, "obj")
    if cue.lemma not in _PAPER_VERBS or head is None or head < verb:
        return set(), False
    return {one for one in sentence.subtree(verb) if one >= min(sentence.subtree(head))}, True


def _names(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """called [it a crime]; refers to [it] [as a victory]"""
    found = set[int]()
    for one in sentence.children(verb):
        relation = base(sentence.tokens[one].deprel)
        named = relation in ("obj", "xcomp") or (
            relation == "obl" and preposition(sentence, one) in ("as", "to")
        )
        if named and one > verb and (relation != "xcomp" or sentence.tokens[one].xpos != "VB"):
            found.update(sentence.subtree(one))
    return found, False


def _objects(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """hailed [the parade as a success]"""
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
            or (
                base(sentence.tokens[one].deprel) in _ADDED | {"obj"}
                and preposition(sentence, one) in _WITH_OBJECT
            )
        )
    }
    if "object" not in cue.frames and not kept:
        return set(), False
    if cue.lemma in _ADDRESSED:
        return set(), False
    found = set(sentence.subtree(head))
    for one in kept:
        found.update(sentence.subtree(one))
    if cue.stance == "accuses" and kept:
        first = min(found)
        found.update(one for one in sentence.subtree(verb) if one > first)
    return found, cue.stance in ("accuses", "names")


def _obliques(sentence: Tree, verb: int, cue: Cue) -> tuple[set[int], bool]:
    """refers [to it as a victory]; called [for restraint]"""
    found = set[int]()
    allowed = cue.frames - _NO_PREPOSITIONS
    for one in sentence.children(verb):
        if one > verb and preposition(sentence, one) in allowed and not names_time(sentence, one):
            added = base(sentence.tokens[one].deprel) in _ADDED
            found.update(sentence.subtree(one) if added else ())
    return found, False


Frame = Callable[[Tree, int, Cue], tuple[set[int], bool]]


@cache
def frames_of(cue: Cue) -> tuple[Frame, ...]:
    """The ways in which this cue may take a content, in order."""
    takes: tuple[tuple[Frame, bool], ...] = (
        (_shown, cue.stance in ("perceives", "asserts", "estimates", "confirms")),
        (_clauses, bool(cue.frames & {"clause", "quote"})),
        (_infinitives, "infinitive" in cue.frames),
        (_names, cue.stance == "names"),
        (_objects, "object" in cue.frames or bool(cue.frames & _WITH_OBJECT)),
        (_obliques, bool(cue.frames - _NO_PREPOSITIONS)),
    )
    return tuple(rule for rule, may in takes if may)
