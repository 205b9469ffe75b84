"""Entity id -> its name, the states that it is of, and whether it gathers news: from the tables of names."""

from functools import cache

from secondsource.knowledge.tables import MalformedTable, Row, load

_TABLES = {"person": "persons", "organization": "organizations", "group": "groups", "outlet": "outlets"}
_SMALL = {"of", "and", "the", "for", "al", "in", "on", "de"}


@cache
def _rows(table: str) -> dict[str, Row]:
    try:
        return {row.get("id") or row["code"]: row for row in load(table)}
    except (FileNotFoundError, KeyError, MalformedTable):
        return {}


def _row(entity: str) -> Row | None:
    kind, _, slug = entity.partition("/")
    if kind == "state":
        return _rows("states").get(slug)
    if kind == "organization":
        return _rows("organizations").get(slug) or _rows("outlets").get(slug)
    return _rows(_TABLES.get(kind, "")).get(slug) if kind in _TABLES else None


def name_of(entity: str) -> str:
    """What a person calls an entity: the name in its table, else the last part of its id in words.

    >>> name_of("person/jane-doe")
    'Jane Doe'
    """
    row = _row(entity)
    if row is not None:
        return row["name"]
    words = entity.rpartition("/")[2].split("-")
    return " ".join(
        word if place and word in _SMALL else word.capitalize() for place, word in enumerate(words)
    )


def states_of(entity: str | None) -> tuple[str, ...]:
    """State ids that an entity is, or is of (a leader, a ministry, a state's news agency); () when unknown.

    An outlet that no state runs is of none, wherever it sits.
    """
    if entity is None:
        return ()
    if entity.startswith("state/"):
        return (entity,)
    if entity.startswith("office/"):
        code = entity.split("/")[1].upper()
        return (f"state/{code}",) if len(code) == 2 else ()
    row = _row(entity)
    if row is None or row.get("state_run") == "no":
        return ()
    codes = row.get("states") or row.get("state") or ""
    return tuple(f"state/{code}" for code in codes.split("|") if code)


def is_news_agency(entity: str | None) -> bool:
    """Whether an entity is an outlet or agency that gathers news."""
    if entity is None:
        return False
    kind, _, slug = entity.partition("/")
    return kind == "outlet" or (kind == "organization" and slug in _rows("outlets"))
