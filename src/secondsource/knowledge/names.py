"""Tables of names -> every name with the entities it may stand for, and the one matcher over them all."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from secondsource.knowledge.gazetteer import division_names, division_with, place_names
from secondsource.knowledge.matcher import Matcher
from secondsource.knowledge.tables import load

SenseKind = Literal["state", "person", "organization", "group", "place", "facility"]
Form = Literal["name", "adjective", "people", "capital", "metonym", "alone", "division"]


class Sense(NamedTuple):
    """One entity that a name may stand for, and as what kind of word."""

    kind: SenseKind
    entity: str
    form: Form = "name"


@cache
def name_matcher() -> Matcher:
    """The matcher over every name of every table."""
    return Matcher(dict.fromkeys((*_senses(), *place_names(), *division_names())))


def senses_of(name: str) -> tuple[Sense, ...]:
    """What a name found by the matcher may stand for, in the order of the tables; () when in none."""
    found = _senses().get(name, ())
    towns = tuple(Sense("place", f"place/{id}") for id in place_names().get(name, ()))
    divisions = tuple(Sense("place", f"place/{id}", "division") for id in division_names().get(name, ()))
    return (*found, *towns, *divisions)


def split(cell: str) -> tuple[str, ...]:
    """The names in a cell of a table."""
    return tuple(filter(None, cell.split("|")))


@cache
def _senses() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, dict[Sense, None]] = {}
    for name, sense in (*_of_states(), *_of_persons(), *_of_bodies(), *_of_regions()):
        found.setdefault(name, {})[sense] = None
    return {name: tuple(senses) for name, senses in found.items()}


def _of_states() -> Iterator[tuple[str, Sense]]:
    for row in load("states"):
        entity = f"state/{row['code']}"
        for name in (row["name"], *split(row["also"])):
            yield name, Sense("state", entity)
        forms: tuple[tuple[str, Form], ...] = (
            ("adjective", "adjective"),
            ("people", "people"),
            ("capital", "capital"),
            ("metonym", "metonym"),
        )
        for column, form in forms:
            for name in split(row[column]):
                yield name, Sense("state", entity, form)


def _of_persons() -> Iterator[tuple[str, Sense]]:
    for row in load("persons"):
        entity = f"person/{row['id']}"
        for name in (row["name"], *split(row["also"])):
            yield name, Sense("person", entity)
        for name in split(row["alone"]):
            yield name, Sense("person", entity, "alone")


def _of_bodies() -> Iterator[tuple[str, Sense]]:
    for table, kind in (("organizations", "organization"), ("outlets", "organization"), ("groups", "group")):
        for row in load(table):
            for name in (row["name"], *split(row["also"])):
                if kind == "group":
                    yield name, Sense("group", f"group/{row['id']}")
                else:
                    yield name, Sense("organization", f"organization/{row['id']}")


def _of_regions() -> Iterator[tuple[str, Sense]]:
    for row in load("division_abbreviations"):
        id = division_with(row["code"])
        if id is not None and "." in row["abbreviation"]:
            yield row["abbreviation"], Sense("place", f"place/{id}", "division")
    for row in load("regions"):
        for name in (row["name"], *split(row["also"])):
            yield name, Sense("place", f"place/{row['id']}")
    for row in load("sites"):
        for name in (row["name"], *split(row["also"])):
            yield name, Sense("facility", f"site/{row['id']}")
