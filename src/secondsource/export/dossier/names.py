"""An entity's id -> what a person calls it, by the tables of names; its own words when no table has it."""

from functools import cache

from secondsource.knowledge import load

# Which tables tell the names of a kind of entity, and the column that holds the id.
_TABLES = {
    "person": ("persons",),
    "organization": ("outlets", "organizations"),
    "outlet": ("outlets",),
    "group": ("groups",),
    "state": ("states",),
}


def name_in_tables(entity: str) -> str | None:
    """`state/KP` -> North Korea, `organization/kcna` -> KCNA; None when no table has it."""
    kind, _, own = entity.partition("/")
    return next((names[own] for table in _TABLES.get(kind, ()) if own in (names := _names(table))), None)


def name_in_words(entity: str) -> str:
    """`organization/ruritanian-navy` -> Ruritanian Navy: the last part of an id, read as words."""
    own = entity.rpartition("/")[2] or entity
    return own.replace("-", " ").title() if own == own.lower() and "/" in entity else own


@cache
def _names(table: str) -> dict[str, str]:
    rows = load(table)
    column = "code" if rows and "code" in rows[0] else "id"
    return {row[column]: row["name"] for row in rows}
