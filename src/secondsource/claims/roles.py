"""An action in its sentence -> which phrases fill which role, by relation, preposition and kind.

"Kim [visited](visit) [a shipyard](place) [on Friday](time) [with two ministers](attendee)"
Relations are those of Universal Dependencies; what each means for a type stands in
`knowledge/role_relations.tsv` and `knowledge/role_prepositions.tsv`, looked up from the type to its
parents; a verb that only carries a noun ("held a parade") lends the noun its own phrases.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from secondsource.claims.phrases import phrases_in, place_named_by, preposition_of
from secondsource.knowledge import load
from secondsource.model import Mention, Sentence
from secondsource.model.claim import RoleName

NAMED = ("person", "organization", "state", "group", "office")
MARKS_OCCASION = frozenset("celebrate commemorate honor honour mark observe".split())
GOVERNORS = ("conj", "xcomp", "advcl", "parataxis", "ccomp")


class Trigger(NamedTuple):
    """An action mention at its token."""

    action: Mention
    type: str
    sentence: Sentence
    at: int


class Argument(NamedTuple):
    """A phrase, by the token that heads it, in a role, and the rule that put it there."""

    role: RoleName
    head: int
    rule: str


def arguments_of(trigger: Trigger, named: dict[int, Mention]) -> tuple[Argument, ...]:
    """Phrases that fill the roles of an action; `named` gives the mention at each head, if any."""
    found: list[Argument] = []
    for arguments in (own_phrases, phrases_of_carrier, owner_of_clause, shared_subject, occasion_of_purpose):
        for one in arguments(trigger, named, found):
            if all((one.role, one.head) != (other.role, other.head) for other in found):
                found.append(one)
    return tuple(found)


def own_phrases(trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]) -> Iterator[Argument]:
    """ "[Kim] visited [a shipyard] [on Friday]": what hangs on the action itself."""
    yield from _phrases_under(trigger, trigger.at, named, "roles.own")


def phrases_of_carrier(
    trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]
) -> Iterator[Argument]:
    """ "[The North] held a parade [in July]": what hangs on the verb that carries the noun."""
    verb = carrier_of(trigger.sentence, trigger.at)
    if verb is None:
        return
    tokens = trigger.sentence.tokens
    subject = light_verbs().get(tokens[verb].lemma)
    for one in _phrases_under(trigger, verb, named, "roles.carrier"):
        if trigger.at in trigger.sentence.subtree(one.head):
            continue
        if one.role == "actor":
            if subject is not None:
                yield one._replace(role=cast(RoleName, subject))
        elif subject is not None or one.role in ("time", "place"):
            yield one
    if tokens[verb].lemma in light_verbs() and not any(one.role == "actor" for one in found):
        for one in _governing_subject(trigger, verb, named):
            yield one._replace(role=cast(RoleName, subject or "actor"))


def owner_of_clause(
    trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]
) -> Iterator[Argument]:
    """ "[the missile] launched on Friday", "[a general] who toured the plant": what the clause is about."""
    tokens = trigger.sentence.tokens
    token = tokens[trigger.at]
    if token.upos != "VERB" or token.deprel not in ("acl", "acl:relcl") or token.head == trigger.at:
        return
    owner = token.head
    relative = {
        tokens[child].deprel
        for child in trigger.sentence.children(trigger.at)
        if tokens[child].lemma in ("who", "which", "that", "whom")
    }
    passive = token.xpos == "VBN" and not any(
        tokens[child].deprel == "aux" for child in trigger.sentence.children(trigger.at)
    )
    if "obj" in relative or "nsubj:pass" in relative or (not relative and passive):
        relation = "obj"
    elif "nsubj" in relative or (not relative and token.xpos == "VBG"):
        relation = "nsubj"
    else:
        return
    role = role_of_relation(trigger.type, relation, _kind(named, owner))
    if role is not None:
        for head in phrases_in(trigger.sentence, owner):
            yield Argument(role, head, "roles.owner_of_clause")


def shared_subject(
    trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]
) -> Iterator[Argument]:
    """ "[Kim] toured the plant and gave orders": a verb without a subject shares its governor's."""
    token = trigger.sentence.tokens[trigger.at]
    if token.upos == "VERB" and not any(one.role == "actor" for one in found):
        passive = any(
            trigger.sentence.tokens[child].deprel in ("aux:pass", "nsubj:pass")
            for child in trigger.sentence.children(trigger.at)
        )
        if not passive:
            for one in _governing_subject(trigger, trigger.at, named):
                role = role_of_relation(trigger.type, "nsubj", _kind(named, one.head))
                yield one._replace(role=role or "actor")


def occasion_of_purpose(
    trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]
) -> Iterator[Argument]:
    """ "held a parade to mark [the anniversary]": what is marked is the occasion."""
    sentence = trigger.sentence
    verb = carrier_of(sentence, trigger.at)
    for governor in (trigger.at, verb):
        if governor is None:
            continue
        for child in sentence.children(governor):
            token = sentence.tokens[child]
            if token.deprel in ("advcl", "xcomp", "acl") and token.lemma in MARKS_OCCASION:
                for below in sentence.children(child):
                    if sentence.tokens[below].deprel == "obj":
                        yield Argument("occasion", below, "roles.occasion_of_purpose")


def carrier_of(sentence: Sentence, index: int) -> int | None:
    """The verb that carries an action noun: "held" of "held a parade", "took" of "the parade took place"."""
    token = sentence.tokens[index]
    if token.upos not in ("NOUN", "PROPN") or token.head == index:
        return None
    verb = sentence.tokens[token.head]
    if verb.upos not in ("VERB", "AUX"):
        return None
    if token.deprel in ("obj", "nsubj:pass", "obl") and verb.lemma in light_verbs():
        return token.head
    if token.deprel in ("nsubj", "nsubj:pass", "csubj") and verb.lemma in _occurrence_verbs():
        return token.head
    return None


def is_purpose(sentence: Sentence, index: int) -> bool:
    """True for the verb of "to mark the anniversary", which is no happening of its own."""
    token = sentence.tokens[index]
    return token.lemma in MARKS_OCCASION and token.deprel in ("advcl", "acl", "xcomp") and token.xpos == "VB"


def _phrases_under(
    trigger: Trigger, governor: int, named: dict[int, Mention], rule: str
) -> Iterator[Argument]:
    sentence = trigger.sentence
    for child in sentence.children(governor):
        if child == trigger.at:
            continue
        relation = sentence.tokens[child].deprel
        if (
            relation == "acl"
            and sentence.tokens[child].xpos == "VB"
            and "statement" in ancestry(trigger.type)
        ):
            yield Argument("content", child, "roles.infinitive")
        if relation in ("amod", "compound") and child not in named:
            continue
        heads = tuple(phrases_in(sentence, child))
        preposition = preposition_of(sentence, child)
        for head in heads:
            kind = _kind(named, head)
            if kind == "thing":
                called = place_named_by(sentence, head)
                if called is not None:
                    kind = "place"
                    head = called if _kind(named, called) in ("place", "facility", "state") else head
            if preposition and relation.startswith(("obl", "nmod", "advmod")) and relation != "nmod:poss":
                # Several prepositions in a row ("from inside"): the whole, then its last, then its first.
                role = None
                if relation == "obl:agent":
                    role = role_of_relation(trigger.type, relation, kind)
                for words in (preposition, preposition.rpartition("_")[2], preposition.partition("_")[0]):
                    role = role or role_of_preposition(trigger.type, words, kind)
            elif kind == "time" and relation.startswith(("obl", "nmod", "advmod", "compound")):
                role = "time"
            else:
                role = role_of_relation(trigger.type, relation, kind)
            if role is not None:
                yield Argument(role, head, rule)


def _says_what(trigger: Trigger, relation: str, tag: str) -> bool:
    """True for "to raise output" under "orders", or under the verb that gives them."""
    return tag == "VB" and relation in ("acl", "xcomp", "advcl") and "statement" in ancestry(trigger.type)


def _governing_subject(trigger: Trigger, start: int, named: dict[int, Mention]) -> Iterator[Argument]:
    """The subject of the nearest governing verb that has one; an object of control goes before it."""
    sentence, index = trigger.sentence, start
    for _ in range(6):
        token = sentence.tokens[index]
        if token.head == index or token.deprel not in (*GOVERNORS, "acl"):
            return
        index = token.head
        children = sentence.children(index)
        relations = {sentence.tokens[child].deprel: child for child in children}
        if token.deprel == "acl" and sentence.tokens[index].upos in ("NOUN", "PROPN", "PRON"):
            if _kind(named, index) in NAMED:
                yield from (
                    Argument("actor", head, "roles.shared_subject") for head in phrases_in(sentence, index)
                )
                return
            continue
        wanted = (
            ("obj", "nsubj:pass", "nsubj")
            if token.deprel in ("xcomp", "advcl")
            and (preposition_of_clause(sentence, start) in ("of", "from") or token.deprel == "xcomp")
            else ("nsubj", "nsubj:pass")
        )
        for relation in wanted:
            child = relations.get(relation)
            if child is not None and (relation != "obj" or _kind(named, child) in NAMED):
                yield from (
                    Argument("actor", head, "roles.shared_subject") for head in phrases_in(sentence, child)
                )
                return


def preposition_of_clause(sentence: Sentence, index: int) -> str:
    """The word that opens a clause: `of` in "accused the North of selling arms"."""
    for child in sentence.children(index):
        if sentence.tokens[child].deprel in ("mark", "case") and child < index:
            return sentence.tokens[child].lemma
    return ""


def _kind(named: dict[int, Mention], head: int) -> str:
    mention = named.get(head)
    return mention.kind if mention is not None else "thing"


def role_of_relation(type: str, relation: str, kind: str) -> RoleName | None:
    """What a relation means for a type and a kind of filler; None when it means nothing to us."""
    return _look_up(_relations(), type, relation, kind)


def role_of_preposition(type: str, preposition: str, kind: str) -> RoleName | None:
    """What a preposition means for a type and a kind of filler."""
    return _look_up(_prepositions(), type, preposition, kind)


def _look_up(table: dict[tuple[str, str, str], str], type: str, word: str, kind: str) -> RoleName | None:
    for group in (*ancestry(type), "*"):
        role = table.get((group, word, kind)) or table.get((group, word, "*"))
        if role is not None:
            return cast(RoleName, role)
    return None


@cache
def ancestry(type: str) -> tuple[str, ...]:
    """A type and its parents, nearest first."""
    parents = {row["id"]: row["parent"] for row in load("event_types")}
    line: list[str] = []
    while type and type not in line:
        line.append(type)
        type = parents.get(type, "")
    return tuple(line)


@cache
def _relations() -> dict[tuple[str, str, str], str]:
    return {(row["group"], row["relation"], row["kind"]): row["role"] for row in load("role_relations")}


@cache
def _prepositions() -> dict[tuple[str, str, str], str]:
    return {(row["group"], row["preposition"], row["kind"]): row["role"] for row in load("role_prepositions")}


@cache
def light_verbs() -> dict[str, str]:
    """Verbs that only carry an action noun -> the role their subject has in it."""
    return {row["verb"]: row["subject"] for row in load("light_verbs")}


@cache
def _occurrence_verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in load("occurrence_verbs"))
