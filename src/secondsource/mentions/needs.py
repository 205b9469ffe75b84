"""A verb or noun and what its event type needs around it -> whether it is there.

`object:weapon/missile|weapon/rocket` needs such an object, `subject:weapon` such a subject, `word:target` an
object of that name, `intransitive` none at all.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.knowledge import load
from secondsource.model import Mention, Sentence


def verb_has(
    sentence: Sentence, index: int, inside: Sequence[Mention], needs: str, weapon_told: bool
) -> bool:
    if not needs:
        return True
    if needs == "intransitive":
        # "the dignity demonstrated by the people" has its object before it.
        passive = sentence.tokens[index].deprel.startswith("acl") and sentence.tokens[index].xpos == "VBN"
        relations = {sentence.tokens[child].deprel for child in sentence.children(index)}
        return not passive and not relations & {"obj", "nsubj:pass"}
    if needs.startswith("word:"):
        return _object_is_called(sentence, index, needs.removeprefix("word:"))
    if needs.startswith("subject:"):
        return _subject_meets(sentence, index, inside, needs, weapon_told)
    for child in (index, *sentence.children(index)):
        token = sentence.tokens[child]
        with_ = any(sentence.tokens[below].lemma in ("with", "of") for below in sentence.children(child))
        if (
            token.deprel in ("obj", "nsubj:pass", "iobj") or (token.deprel == "obl" and with_)
        ) and child != index:
            named = [sentence.tokens[head].start for head in _heads_under(sentence, child)]
            if any(
                _meets(one, needs) and any(one.span.start <= start < one.span.end for start in named)
                for one in inside
            ):
                return True
            if needs == "object:weapon" and token.lemma in _materiel() and token.deprel != "obl":
                return True
        if child == index and token.deprel in ("acl", "acl:relcl") and token.head != index:
            # "missiles fired at dawn", "shells that it sold": the object stands before the verb.
            owner = sentence.tokens[token.head]
            if any(_meets(one, needs) and one.span.start <= owner.start < one.span.end for one in inside):
                return True
    if any(sentence.tokens[child].deprel in ("obj", "nsubj:pass") for child in sentence.children(index)):
        return False
    start = sentence.tokens[index].end
    # A weak tree may have lost the object: the next mention within a few words stands in for it.
    near = [
        one for one in inside if 0 <= one.span.start - start <= 25 and one.kind not in ("time", "quantity")
    ]
    return bool(near) and _meets(min(near, key=lambda one: one.span), needs)


def _object_is_called(sentence: Sentence, index: int, word: str) -> bool:
    """ "hit a [target] island": the object, or what qualifies it, is this word."""
    return any(
        sentence.tokens[below].lemma == word
        for child in sentence.children(index)
        if sentence.tokens[child].deprel in ("obj", "nsubj:pass")
        for below in (child, *sentence.children(child))
    )


def _subject_meets(
    sentence: Sentence, index: int, inside: Sequence[Mention], needs: str, weapon_told: bool
) -> bool:
    """ "[the missile] flew and landed": the subject, its governor's, or the noun of the clause."""
    place = index
    for _ in range(4):
        token = sentence.tokens[place]
        subjects = [
            child
            for child in sentence.children(place)
            if sentence.tokens[child].deprel in ("nsubj", "nsubj:pass")
        ]
        if token.deprel in ("acl", "acl:relcl") and place == index:
            subjects.append(token.head)
        for subject in subjects:
            start = sentence.tokens[subject].start
            if weapon_told and sentence.tokens[subject].lemma in ("it", "they"):
                # "It flew 300 km": whatever "it" was taken for, no state flies.
                return needs.startswith("subject:weapon")
            if any(_meets(one, needs) and one.span.start <= start < one.span.end for one in inside):
                return True
        if subjects or token.deprel not in ("xcomp", "conj", "advcl") or token.head == place:
            return False
        place = token.head
    return False


def _heads_under(sentence: Sentence, head: int, depth: int = 0) -> Iterator[int]:
    """The head of a phrase, its conjuncts and appositions, and what it measures ("a shipment of shells")."""
    yield head
    for child in sentence.children(head) if depth < 6 else ():
        relation = sentence.tokens[child].deprel
        of = any(sentence.tokens[below].lemma in ("of", "including") for below in sentence.children(child))
        if relation in ("conj", "appos") or (relation == "nmod" and of):
            yield from _heads_under(sentence, child, depth + 1)


def noun_has(
    sentence: Sentence, index: int, inside: Sequence[Mention], needs: str, weapon_told: bool
) -> bool:
    if not needs:
        return True
    if needs == "intransitive":
        # "a demonstration in the square", but not "a demonstration of power".
        return not _is_of_something(sentence, index)
    below = sentence.span_of(sentence.subtree(index))
    if any(_meets(one, needs) for one in inside if one.span.overlaps(below)):
        return True
    before = sentence.tokens[index - 1] if index else None
    if before is not None and any(_meets(one, needs) and one.span.end == before.end for one in inside):
        return True
    # "the test", "Monday's launch": an earlier sentence told of the weapon; "the display of strength" has
    # its own object, which is none.
    return needs.startswith("object:weapon") and weapon_told and not _is_of_something(sentence, index)


def _is_of_something(sentence: Sentence, index: int) -> bool:
    return any(
        sentence.tokens[below].lemma == "of"
        for child in sentence.children(index)
        for below in sentence.children(child)
    )


def _meets(mention: Mention, needs: str) -> bool:
    for wanted in needs.partition(":")[2].split("|"):
        kind, _, path = wanted.partition("/")
        if mention.kind == kind and (not path or (mention.entity or "").startswith(wanted)):
            return True
    return False


@cache
def _materiel() -> frozenset[str]:
    """Nouns that name goods of war only by what stands around them: components, equipment."""
    return frozenset(row["noun"] for row in load("materiel_nouns"))
