"""An action in its sentence -> which phrases fill which role, by relation, preposition and kind.

"Kim [visited](visit) [a shipyard](place) [on Friday](time) [with two ministers](attendee)"
Relations are those of Universal Dependencies; what each means for a type stands in
`knowledge/role_relations.tsv` and `knowledge/role_prepositions.tsv`, looked up from the type to its
parents; a verb that only carries a noun ("held a parade") lends the noun its own phrases.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from secondsource.claims.meanings import (
    NAMED,
    Argument,
    Trigger,
    ancestry,
    kind_at,
    light_verbs,
    needs_of,
    occurrence_verbs,
    role_of_preposition,
    role_of_relation,
)
from secondsource.claims.phrases import phrases_in, place_named_by, preposition_of
from secondsource.claims.subjects import governing_subject, owner_of_clause, shared_subject
from secondsource.claims.suffering import role_of_object, role_of_subject, shared_object, strays
from secondsource.model import Mention, Sentence
from secondsource.model.claim import RoleName

MARKS_OCCASION = frozenset("celebrate commemorate honor honour mark observe".split())


def arguments_of(trigger: Trigger, named: dict[int, Mention]) -> tuple[Argument, ...]:
    """Phrases that fill the roles of an action; `named` gives the mention at each head, if any."""
    found: list[Argument] = []
    for arguments in (
        own_phrases,
        phrases_of_carrier,
        owner_of_clause,
        object_in_common,
        shared_subject,
        occasion_of_purpose,
    ):
        for one in arguments(trigger, named, found):
            if all((one.role, one.head) != (other.role, other.head) for other in found):
                found.append(one)
    return tuple(found)


def own_phrases(trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]) -> Iterator[Argument]:
    """ "[Kim] visited [a shipyard] [on Friday]": what hangs on the action itself."""
    yield from _phrases_under(trigger, trigger.at, named, "roles.own")


def object_in_common(
    trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]
) -> Iterator[Argument]:
    """ "killed or wounded [two guards]": what stands after both verbs is of both."""
    head = shared_object(trigger.sentence, trigger.at)
    if head is not None and all(one.role not in ("object", "target") for one in found):
        for phrase in phrases_in(trigger.sentence, head):
            role = role_of_relation(trigger.type, "obj", kind_at(named, phrase))
            if role is not None:
                yield Argument(role, phrase, "roles.object_in_common")


def phrases_of_carrier(
    trigger: Trigger, named: dict[int, Mention], found: Sequence[Argument]
) -> Iterator[Argument]:
    """ "[The North] held a parade [in July]": what hangs on the verb that carries the noun."""
    verb = carrier_of(trigger.sentence, trigger.at)
    if verb is None:
        return
    tokens = trigger.sentence.tokens
    if tokens[trigger.at].deprel == "obl" and {"harm", "violence"} & set(ancestry(trigger.type)):
        # "opened an inquiry into the killing": whose inquiry it is killed nobody.
        return
    # "the ceremony took place": the verb says that it happened, and lends only when and where.
    happens = tokens[trigger.at].deprel.startswith("nsubj") and tokens[trigger.at].deprel != "nsubj:pass"
    subject = None if happens else light_verbs().get(tokens[verb].lemma)
    for one in _phrases_under(trigger, verb, named, "roles.carrier"):
        if trigger.at in trigger.sentence.subtree(one.head):
            continue
        if one.role == "actor":
            if subject is not None:
                yield one._replace(role=cast(RoleName, subject))
        elif subject is not None or one.role in ("time", "place"):
            yield one
    if subject is not None and not any(one.role == "actor" for one in found):
        for one in governing_subject(trigger, verb, named):
            yield one._replace(role=cast(RoleName, subject or "actor"))


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
    if token.deprel in ("nsubj", "nsubj:pass", "csubj") and verb.lemma in occurrence_verbs():
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
        if _says_what(trigger, relation, sentence.tokens[child].xpos):
            yield Argument("content", child, "roles.infinitive")
            continue
        if relation in ("amod", "compound") and child not in named:
            continue
        if child > governor and relation == "nsubj" and _has_subject_before(sentence, governor):
            # The subject of a clause that follows, hung on the wrong verb.
            continue
        if relation != "nmod:poss" and _owns(sentence, child):
            # A weak tree takes "Pyongyang" of "Pyongyang's missiles" for the subject.
            continue
        joined = [one for one in sentence.children(governor) if sentence.tokens[one].deprel == "conj"]
        astray = {stray for verb in joined if verb > child for stray in strays(sentence, child, verb)}
        heads = tuple(head for head in phrases_in(sentence, child) if head not in astray)
        preposition = preposition_of(sentence, child)
        for head in heads:
            kind = kind_at(named, head)
            if kind == "thing":
                called = place_named_by(sentence, head)
                if called is not None:
                    kind = "place"
                    head = called if kind_at(named, called) in ("place", "facility", "state") else head
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
                role = role_of_subject(trigger, governor, relation, kind)
                role = role_of_object(trigger, relation, role)
            if role is not None and not _is_no_subject(trigger, relation, kind):
                yield Argument(role, head, rule)
            if role == "object":
                yield from _given_to(trigger, head, named)


def _given_to(trigger: Trigger, thing: int, named: dict[int, Mention]) -> Iterator[Argument]:
    """ "delivered components [to the North]": what a tree hangs on the thing that is given."""
    for child in trigger.sentence.children(thing):
        kind = kind_at(named, child)
        to = preposition_of(trigger.sentence, child) == "to"
        if to and kind in NAMED and trigger.sentence.tokens[child].deprel == "nmod":
            role = role_of_preposition(trigger.type, "to", kind)
            if role == "recipient":
                yield Argument(role, child, "roles.given_to")


def _is_no_subject(trigger: Trigger, relation: str, kind: str) -> bool:
    """True where a pronoun was taken for a state, but only a weapon flies and falls."""
    needs = needs_of(trigger.type)
    return (
        needs.startswith("subject:")
        and relation.startswith("nsubj")
        and kind not in (needs[8:], "thing", "quantity")
    )


def _has_subject_before(sentence: Sentence, verb: int) -> bool:
    return any(child < verb and sentence.tokens[child].deprel == "nsubj" for child in sentence.children(verb))


def _owns(sentence: Sentence, index: int) -> bool:
    return index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].xpos == "POS"


def _says_what(trigger: Trigger, relation: str, tag: str) -> bool:
    """True for "to raise output" under "orders", or under the verb that gives them."""
    return tag == "VB" and relation in ("acl", "xcomp", "advcl") and "statement" in ancestry(trigger.type)
