"""A relation or preposition, an event type and a kind of filler -> the role that it means."""

from functools import cache
from typing import NamedTuple, cast

from secondsource.knowledge import load
from secondsource.model import Mention, Sentence
from secondsource.model.claim import RoleName

NAMED = ("person", "organization", "state", "group", "office")


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


def kind_at(named: dict[int, Mention], head: int) -> str:
    """The kind of the mention at a token, `thing` when there is none."""
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
def _needs() -> dict[str, str]:
    return {row["id"]: row["needs"] for row in load("event_types")}


def needs_of(type: str) -> str:
    """What a type needs around it, as its row says."""
    return _needs().get(type, "")


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
def occurrence_verbs() -> frozenset[str]:
    """Verbs that only say that something takes place."""
    return frozenset(row["verb"] for row in load("occurrence_verbs"))
