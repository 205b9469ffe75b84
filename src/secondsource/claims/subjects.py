"""An action without a subject of its own -> whose it is: the noun of its clause, or a governor's subject."""

from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.claims.meanings import NAMED, Argument, Trigger, ancestry, kind_at
from secondsource.claims.phrases import phrases_in
from secondsource.claims.suffering import role_of_subject
from secondsource.knowledge import load
from secondsource.knowledge.words_by_class import words_in
from secondsource.model import Mention, Sentence, Token

GOVERNORS = ("conj", "xcomp", "advcl", "parataxis", "ccomp")


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
    role = role_of_subject(trigger, trigger.at, relation, kind_at(named, owner))
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
        own = any(
            trigger.sentence.tokens[child].deprel in ("nsubj", "csubj")
            for child in trigger.sentence.children(trigger.at)
        )
        if not passive and not own:
            for one in governing_subject(trigger, trigger.at, named):
                role = role_of_subject(trigger, trigger.at, "nsubj", kind_at(named, one.head))
                yield one._replace(role=role or "actor")


def governing_subject(trigger: Trigger, start: int, named: dict[int, Mention]) -> Iterator[Argument]:
    """The subject of the nearest governing verb that has one; an object of control goes before it.

    Pictures tour no plants: where the subject is one, the last actor told before the verb stands in.
    """
    owner = _controller(trigger.sentence, start, named)
    if (
        owner is not None
        and kind_at(named, owner) == "document"
        and "statement" not in ancestry(trigger.type)
    ):
        owner = _last_actor_before(trigger.sentence, start, named)
    if owner is not None:
        yield from (
            Argument("actor", head, "roles.shared_subject") for head in phrases_in(trigger.sentence, owner)
        )


def _controller(sentence: Sentence, start: int, named: dict[int, Mention]) -> int | None:
    index, near = start, True
    for _ in range(6):
        token = sentence.tokens[index]
        if token.head == index or token.deprel not in (*GOVERNORS, "acl"):
            return None
        # "told reporters it was no time to act": what is said in a clause of its own binds no hearer.
        near = near and token.deprel in ("xcomp", "advcl", "conj", "acl")
        index = token.head
        relations = {sentence.tokens[child].deprel: child for child in sentence.children(index)}
        if token.deprel == "acl" and sentence.tokens[index].upos in ("NOUN", "PROPN", "PRON"):
            if kind_at(named, index) in NAMED:
                return index
            continue
        if (
            token.deprel == "conj"
            and _speaks(sentence.tokens[index].lemma)
            and not _is_joined(sentence, token)
        ):
            # "a boy who activists say died": the activists live.
            return None
        opened_by = preposition_of_clause(sentence, start)
        controls = (
            token.deprel == "xcomp"
            or (token.deprel == "advcl" and opened_by in ("of", "from"))
            or (opened_by == "to" and near and sentence.tokens[index].lemma in words_in("controlling"))
        )
        if (
            token.deprel in ("advcl", "ccomp", "parataxis")
            and not controls
            and _speaks(sentence.tokens[index].lemma)
        ):
            # "three rockets hit the base, wounding one, an official said": the official wounds nobody.
            return None
        for relation in ("obj", "iobj", "nsubj:pass", "nsubj") if controls else ("nsubj", "nsubj:pass"):
            child = relations.get(relation)
            if child is not None and (relation not in ("obj", "iobj") or _is_someone(sentence, child, named)):
                return child
    return None


def _is_joined(sentence: Sentence, token: Token) -> bool:
    """Whether a conjunct is joined by a word for it, or by a comma."""
    return any(
        sentence.tokens[child].deprel in ("cc", "punct")
        for child in sentence.children(sentence.tokens.index(token))
    )


@cache
def _speech() -> frozenset[str]:
    return frozenset(row["lemma"] for row in load("cues") if row["kind"] == "verb")


def _speaks(lemma: str) -> bool:
    return lemma in _speech()


def _last_actor_before(sentence: Sentence, start: int, named: dict[int, Mention]) -> int | None:
    for index in range(start - 1, -1, -1):
        if sentence.tokens[index].deprel == "nsubj" and _is_someone(sentence, index, named):
            return index
    return None


def _is_someone(sentence: Sentence, index: int, named: dict[int, Mention]) -> bool:
    return kind_at(named, index) in NAMED or sentence.tokens[index].upos == "PRON"


def preposition_of_clause(sentence: Sentence, index: int) -> str:
    """The word that opens a clause: `of` in "accused the North of selling arms"."""
    for child in sentence.children(index):
        if sentence.tokens[child].deprel in ("mark", "case") and child < index:
            return sentence.tokens[child].lemma
    return ""
