"""A verb of harm and its subject or object -> who acts and who suffers: "12 died", "troops killed 12"."""

from functools import cache
from typing import cast

from secondsource.claims.meanings import Trigger, ancestry, role_of_relation
from secondsource.knowledge import load
from secondsource.model import Sentence
from secondsource.model.claim import RoleName

# Types whose verbs tell of who suffers when they stand alone, and of who acts when they have an object.
_TRANSITIVE = frozenset({"harm", "explosion"})


def role_of_subject(trigger: Trigger, verb: int, relation: str, kind: str) -> RoleName | None:
    """ "[Three sailors] died", "[12] killed in a blast", "[Troops] killed 12": the first two suffer.

    Who kills, wounds or displaces somebody is no victim, and who detonates a bomb does not explode, whatever
    the table says of subjects.
    """
    role = role_of_relation(trigger.type, relation, kind)
    if role != "object" or relation != "nsubj" or not _TRANSITIVE & set(ancestry(trigger.type)):
        return role
    token = trigger.sentence.tokens[verb]
    acts = (
        token.upos == "VERB" and token.lemma not in suffering_verbs() and has_object(trigger.sentence, verb)
    )
    return "actor" if acts else role


def role_of_object(trigger: Trigger, relation: str, role: RoleName | None) -> RoleName | None:
    """ "Thousands fled [the capital]": what is fled is where, and no victim."""
    lemma = trigger.sentence.tokens[trigger.at].lemma
    if relation != "obj" or lemma not in suffering_verbs() or not suffering_verbs()[lemma]:
        return role
    return cast(RoleName, suffering_verbs()[lemma])


def has_object(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has an object, its own or one that it shares: "killed or wounded [a number of men]"."""
    return any(sentence.tokens[child].deprel == "obj" for child in sentence.children(verb)) or (
        shared_object(sentence, verb) is not None
    )


def shared_object(sentence: Sentence, verb: int) -> int | None:
    """The object that stands after two coordinated verbs, hung on the first: of both."""
    token = sentence.tokens[verb]
    if token.upos != "VERB" or token.deprel != "conj" or sentence.tokens[token.head].upos != "VERB":
        return None
    own = {sentence.tokens[child].deprel for child in sentence.children(verb)}
    if own & {"obj", "nsubj:pass", "aux:pass", "nsubj", "ccomp", "xcomp"}:
        return None
    objects = [child for child in sentence.children(token.head) if sentence.tokens[child].deprel == "obj"]
    after = [child for child in objects if child > verb]
    # "killed 12 and wounded [30]": a weak tree hangs the second number on the first.
    strayed = [below for child in objects if child < verb for below in strays(sentence, child, verb)]
    return next(iter((*after, *strayed)), None)


def strays(sentence: Sentence, head: int, verb: int) -> list[int]:
    """Conjuncts of a phrase before a verb that stand right behind the verb: they are of the verb."""
    return [
        child
        for child in sentence.children(head)
        if sentence.tokens[child].deprel == "conj" and verb < child <= verb + 3
    ]


@cache
def suffering_verbs() -> dict[str, str]:
    """Verbs whose subject suffers what they tell of -> the role of their object, if any."""
    return {row["verb"]: row["object"] for row in load("suffering_verbs")}
