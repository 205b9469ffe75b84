"""What is told of a deed -> whether it lays a wrong at somebody's door: the army torched the mill."""

from secondsource.attribution.phrases import agent_of, base, child, is_passive, preposition
from secondsource.attribution.said import Said, words
from secondsource.attribution.speakers import media
from secondsource.attribution.spoken import NO, people, root_of
from secondsource.attribution.tree import Tree
from secondsource.model.attribution import Stance

_PAST = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})
_AIMED = frozenset({"on", "at", "into", "against", "to", "onto", "in"})
_POINTING = frozenset("i we he she it who which that somebody someone nobody".split())


def wronged(said: Said) -> bool:
    """Residents say the army torched the mill; it was the army that shelled it: somebody else did a wrong"""
    root, tree = root_of(said), said.tree
    if root is None or any(tree.tokens[one].text.lower() in NO for one in tree.children(root)):
        return False
    token = tree.tokens[root]
    subject = next((one for one in reversed(tree.children(root)) if tree.tokens[one].deprel == "nsubj"), None)
    if token.upos in ("NOUN", "PROPN") and child(tree, root, "cop") is not None:
        deed = child(tree, root, "acl:relcl")
        done = words("wrong") | words("wrong to somebody") | words("harm")
        cleft = deed is not None and tree.tokens[deed].lemma in done
        return token.lemma in words("culprit") and subject is not None or (cleft and _somebody(tree, root))
    passive = is_passive(tree, root)
    doer = agent_of(tree, root) if passive else subject
    if doer is None or not _somebody(tree, doer):
        return False
    further = [] if passive else [one for one in tree.children(root) if _goes_on(tree, one)]
    return any(_is_wrong(tree, one, subject, passive) for one in (root, *further))


def _goes_on(tree: Tree, number: int) -> bool:
    """soldiers came at night and [burned] the barns: a second deed of the same doer"""
    return tree.tokens[number].deprel == "conj" and child(tree, number, "nsubj", "nsubj:pass") is None


def _is_wrong(tree: Tree, verb: int, subject: int | None, passive: bool) -> bool:
    token = tree.tokens[verb]
    if token.xpos not in _PAST or any(tree.lower[one] in NO for one in tree.children(verb)):
        return False
    if token.lemma in words("wrong"):
        return True
    return token.lemma in words("wrong to somebody") and _suffered(tree, verb, subject, passive)


def _suffered(tree: Tree, verb: int, subject: int | None, passive: bool) -> bool:
    """fired on a crowd, killed civilians, armed the rebels; not fired three missiles, sank to the bottom"""
    if passive:
        patient = child(tree, verb, "nsubj:pass")
        return patient is not None and _victim(tree, patient)
    for one in tree.children(verb):
        relation = base(tree.tokens[one].deprel)
        if one == subject or relation not in ("obj", "iobj", "obl"):
            continue
        if (relation != "obl" or preposition(tree, one) in _AIMED) and _victim(tree, one):
            return True
    return False


def _victim(tree: Tree, number: int) -> bool:
    return tree.tokens[number].lemma in people() | words("victim")


def _somebody(tree: Tree, number: int) -> bool:
    """A name, people or a body; not who speaks, nor gunmen, a man: of them it is told, nobody is charged"""
    token = tree.tokens[number]
    if token.text.lower() in _POINTING or token.lemma in words("unnamed doer"):
        return False
    return (
        token.upos in ("PROPN", "PRON")
        or token.lemma in people() | words("actor")
        or media().get(token.lemma) == "speech"
    )


def countered(said: Said) -> Stance | None:
    """countered that the president had stolen the wages; hinted that he took bribes: a charge all the same"""
    denied = said.draft.stance == "denies" and said.lemmas & {"counter", "retort"}
    hinted = said.draft.stance in ("asserts", "estimates") and said.lemmas & _HINTING
    if not (denied or hinted) or child(said.tree, said.draft.head, "ccomp") is None:
        return None
    return "accuses" if wronged(said) else None


_HINTING = frozenset("hint insinuate intimate imply suggest indicate".split())
