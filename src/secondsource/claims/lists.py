"""Roles of a claim -> the same roles for what is told in one breath with them: lists that a tree breaks up.

"tested launchers for higher calibre rounds, [cruise missiles](object), and, recently, [ICBMs](object)"
"""

from collections.abc import Sequence

from secondsource.model import Mention, Role, Sentence
from secondsource.model.claim import RoleName

# Kinds that stand in one list with each other, and the roles in which lists are common.
ALIKE: tuple[tuple[RoleName, frozenset[str]], ...] = (
    ("object", frozenset({"weapon"})),
    ("instrument", frozenset({"weapon"})),
    ("attendee", frozenset({"person", "group", "office", "organization"})),
    ("place", frozenset({"facility"})),
)
BREAKS = ("VERB", "AUX", "SCONJ", "PRON")
JOINTS = (",", "and", "or", "including", "well")


def continue_lists(
    sentence: Sentence, roles: Sequence[Role], told: Sequence[Mention], inside: Sequence[Mention]
) -> tuple[tuple[Role, Mention], ...]:
    """Roles to add: mentions of a like kind that follow a filler with nothing but a list between them.

    `told` are the mentions that already fill a role somewhere in the sentence, `inside` all of the sentence.
    """
    added: list[tuple[Role, Mention]] = []
    by_id = {one.id: one for one in told}
    taken = {one.id for one in told}
    for name, kinds in ALIKE:
        chain = [by_id[role.mention] for role in roles if role.name == name and role.mention in by_id]
        chain = [one for one in chain if one.kind in kinds]
        while chain:
            last = chain.pop()
            following = [
                one
                for one in inside
                if one.kind in kinds and one.id not in taken and one.span.start >= last.span.end
            ]
            if following and _in_one_breath(sentence, last, following[0]):
                taken.add(following[0].id)
                added.append((Role(name, following[0].id, "roles.list"), following[0]))
                chain.append(following[0])
    return tuple(added)


def _in_one_breath(sentence: Sentence, left: Mention, right: Mention) -> bool:
    between = [one for one in sentence.tokens if left.span.end <= one.start and one.end <= right.span.start]
    if len(between) > 12 or any(
        one.upos in BREAKS and one.text.lower() not in JOINTS and one.deprel not in ("case", "fixed", "amod")
        for one in between
    ):
        return False
    if "office" in (left.kind, right.kind) and all(one.text in (",", "the", "a") for one in between):
        # "Kim, president of the commission": one person, told twice.
        return False
    return any(one.text.lower() in JOINTS for one in between)
