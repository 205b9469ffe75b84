"""A cue verb and what stands beside it -> its stance: suspects X of, sees oil at ninety, offered to."""

from collections.abc import Callable
from typing import NamedTuple

from secondsource.attribution.phrases import child, is_gerund, is_passive, preposition
from secondsource.attribution.said import Said, words
from secondsource.attribution.speakers import medium_of
from secondsource.model.attribution import Stance

_BLAMING = frozenset(
    "rebuke reprimand criticise criticize berate scold censure castigate chastise upbraid lambaste lambast "
    "slam condemn denounce excoriate admonish attack blast fault pillory".split()
)
_TURNING = frozenset("turn inveigh rail round lash take hit rage thunder fulminate lay savage tear".split())
_NAMING = frozenset(
    "dub call label term describe brand style declare pronounce christen paint portray cast denounce decry "
    "characterise characterize ridicule deride condemn slam deem depict".split()
)
_SCOFFING = frozenset("scoff sneer laugh jeer sniff mock deride".split())


class Beside(NamedTuple):
    """A cue verb with its lemma, its prepositions and their words, its object and its clause."""

    said: Said
    lemma: str
    prepositions: dict[str, int]
    object: int | None
    clause: int | None

    def lemmas_of(self, number: int | None) -> set[str]:
        """The lemma of a word and of those right below it, names left out."""
        if number is None:
            return set()
        tree = self.said.tree
        numbers = (number, *tree.children(number))
        return {tree.tokens[one].lemma for one in numbers if tree.tokens[one].upos != "PROPN"}


def beside_it(said: Said) -> Stance | None:
    """suspects X of, identified him as the thief, allowed that, insisted on, sees oil at ninety"""
    tree, head = said.tree, said.draft.head
    told = child(tree, head, "obj", "nsubj:pass")
    below = [one for one in tree.children(head) if one > head]
    if told is not None and told > head:
        below += [one for one in tree.children(told) if one > told]
    prepositions = {preposition(tree, one): one for one in reversed(below)}
    clause = child(tree, head, "ccomp")
    here = Beside(said, tree.tokens[head].lemma, prepositions, told, clause)
    for rule in RULES:
        stance = rule(here)
        if stance is not None:
            return stance
    return None


def blamed(here: Beside) -> Stance | None:
    """suspects X of; identified him as the thief; attributes the shelling to; rebuked her for having left"""
    said, tree = here.said, here.said.tree
    if here.lemma == "suspect" and "of" in here.prepositions:
        return "accuses"
    if here.lemma in ("identify", "name") and {tree.tokens[one].lemma for one in said.content} & words(
        "culprit"
    ):
        return "accuses"
    if here.lemma in ("attribute", "ascribe", "put", "trace", "link", "tie") and "to" in here.prepositions:
        return "accuses" if said.content_lemmas() & words("harm noun") else None
    if here.lemma == "cite" and "for" in here.prepositions and is_passive(tree, said.draft.head):
        return "accuses"
    if here.lemma in _BLAMING and "for" in here.prepositions:
        return "accuses" if is_gerund(tree, here.prepositions["for"]) else None
    if here.lemma in _BLAMING | _TURNING and said.draft.stance == "evaluates" and _who_did(here):
        return "accuses"
    if here.lemma == "sue":
        return "accuses" if here.object is not None or "over" in here.prepositions else "requests"
    return None


def _who_did(here: Beside) -> bool:
    """denounced the fund's managers, whom it said had gambled it away; as the man who starved them"""
    tree = here.said.tree
    for one in (here.object, *here.prepositions.values()):
        deed = None if one is None else child(tree, one, "acl:relcl")
        if deed is None:
            continue
        below = [deed, *tree.children(deed)]
        if one == here.prepositions.get("as") or {tree.tokens[each].lemma for each in below} & {
            "say",
            "claim",
            "allege",
        }:
            return True
    return False


def named(here: Beside) -> Stance | None:
    """known as the Surgeon; called the report nonsense: denies; called it a disgrace: evaluates"""
    if here.lemma in ("know", "pronounce", "identify") and "as" in here.prepositions:
        return "names"
    if here.lemma in _NAMING and here.said.draft.stance in ("names", "asserts", "evaluates"):
        kinds = here.said.content_lemmas() | here.said.lemmas
        if kinds & words("untrue"):
            return "denies"
        if kinds & words("praise"):
            charged = kinds & (words("claim") | words("charge"))
            return "denies" if charged and kinds & words("absurd") else "evaluates"
    return None


def scoffed(here: Beside) -> Stance | None:
    """sneered at the new uniforms: evaluates; dismissed the essay as childish; challenged the toll: denies"""
    content = here.said.content_lemmas()
    if here.lemma in ("challenge", "question", "dispute", "contest") and content & (
        words("claim") | {"figure", "number", "toll", "count"}
    ):
        return "denies"
    if here.lemma in ("dismiss", "rubbish", "reject", "brand") and "as" in here.prepositions:
        if here.lemmas_of(here.object) & (words("claim") | words("charge") | words("wish")):
            return None
        return "evaluates" if here.lemmas_of(here.prepositions["as"]) & words("praise") else None
    if here.lemma in _SCOFFING and not content & (words("claim") | words("charge")):
        return "evaluates"
    return None


def reckoned(here: Beside) -> Stance | None:
    """sees oil at ninety dollars; put the damage at two million; reads the purge as a prelude"""
    tree = here.said.tree
    figure = any(tree.tokens[one].upos == "NUM" for one in here.said.content)
    if (
        here.lemma in ("see", "put", "place", "set", "peg", "value", "rate", "have", "make")
        and "at" in here.prepositions
    ):
        return "estimates" if figure else None
    if here.lemma == "read" and "as" in here.prepositions:
        return "estimates"
    return None


def perceived(here: Beside) -> Stance | None:
    """cameras revealed a leak; felt the hull shudder; counted forty boats; observed the trucks leave"""
    said, tree = here.said, here.said.tree
    source = said.draft.source_head
    lemma = None if source is None else tree.tokens[source].lemma
    if here.lemma in _SHOWING and lemma is not None and lemma.rpartition("-")[2] in words("instrument"):
        return "perceives"
    if here.lemma == "read" and source is not None and medium_of(tree, source) is not None:
        return "asserts"
    if here.lemma == "count" and here.object is not None and child(tree, here.object, "nummod") is not None:
        return "perceives"
    if here.lemma in ("recognise", "recognize") and "as" in here.prepositions:
        return "perceives"
    bare = here.clause if here.clause is not None else child(tree, said.draft.head, "xcomp")
    sensed = (
        bare is not None
        and not any(tree.tokens[one].xpos == "MD" for one in tree.children(bare))
        and tree.tokens[bare].xpos in ("VB", "VBG")
        and preposition(tree, bare) == ""
    )
    if here.lemma in ("feel", "observe") and sensed:
        return "perceives"
    return None


def told(here: Beside) -> Stance | None:
    """allowed that; maintains that; assured them that it was safe; offered to mediate"""
    tree, said = here.said.tree, here.said
    if here.lemma == "allow" and here.clause is not None:
        return "confirms"
    if here.lemma in ("maintain", "depose", "trumpet", "protest") and here.clause is not None:
        return "asserts"
    if here.lemma in ("assure", "reassure", "guarantee", "swear") and here.clause is not None:
        below = {tree.tokens[one].lemma for one in tree.children(here.clause)}
        to_come = below & {"will", "would", "shall"} or tree.tokens[here.clause].xpos == "VB"
        return "promises" if to_come else "asserts"
    if here.lemma == "offer" and said.draft.stance in ("asserts", "promises"):
        spoken = here.lemmas_of(here.object) & (words("claim") | {"condolence", "apology", "view", "opinion"})
        return None if spoken or here.clause is not None else "promises"
    if here.lemma in ("determine", "resolve") and is_passive(tree, said.draft.head):
        return "believes" if child(tree, said.draft.head, "xcomp") is not None else None
    if here.lemma in ("hide", "disguise", "conceal") and here.said.draft.stance in ("declines", "confirms"):
        near = {
            tree.tokens[one].text.lower() for one in tree.children(said.draft.head) if one < said.draft.head
        }
        return "confirms" if near & {"not", "n't", "n’t", "never"} else None
    return None


_SHOWING = frozenset(
    "reveal record capture track pick register catch turn find show expose uncover indicate observe see spot "
    "confirm detect lay bring measure count read miss".split()
)  # fmt: skip
RULES: tuple[Callable[[Beside], Stance | None], ...] = (blamed, named, scoffed, reckoned, perceived, told)
