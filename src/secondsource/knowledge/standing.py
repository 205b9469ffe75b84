"""Entity id -> its name, the states that it is of, and whether it gathers news: from the tables of names."""

from functools import cache

from secondsource.knowledge.gazetteer import find_place
from secondsource.knowledge.tables import Row, load

_TABLES = {
    "state": ("states",),
    "person": ("persons",),
    "organization": ("organizations", "outlets"),
    "outlet": ("outlets",),
    "group": ("groups",),
    "site": ("sites",),
    "place": ("regions",),
    "occasion": ("occasions",),
}
# Words of the names of bodies that a state holds.
_OFFICIAL = frozenset(
    "air army chiefs council department embassy force forces government guard intelligence military"
    " ministry navy parliament police staff".split()
)
_SPEAKING = frozenset("agency broadcaster media newspaper radio television tv".split())
_SMALL = {"of", "and", "the", "for", "al", "in", "on", "de"}


@cache
def _rows(table: str) -> dict[str, Row]:
    return {row.get("id") or row["code"]: row for row in load(table)}


def row_of(entity: str) -> Row | None:
    """The row of the table of names that an entity stands in, or None."""
    kind, _, slug = entity.partition("/")
    for table in _TABLES.get(kind, ()):
        if slug in _rows(table):
            return _rows(table)[slug]
    return None


def name_of(entity: str) -> str:
    """What a person calls an entity: the name in its table, else the last part of its id in words.

    >>> name_of("person/jane-doe")
    'Jane Doe'
    """
    row = row_of(entity)
    if row is not None:
        return row.get("name") or row["names"].partition("|")[0]
    kind, _, slug = entity.partition("/")
    if kind == "weapon":
        return _weapon_names().get(slug) or _in_words(slug.rpartition("/")[2])
    if kind == "place" and slug.isdigit():
        place = find_place(slug)
        return place.name if place is not None else entity
    if kind in ("office", "group") and "/" in slug:
        code, _, noun = slug.partition("/")
        state = row_of(f"state/{code}")
        words = _in_words(noun.rpartition("/")[2]).lower()
        return f"{words} of {state['name']}" if state is not None else words
    return _in_words(entity.rpartition("/")[2])


def states_of(entity: str | None) -> tuple[str, ...]:
    """State ids that an entity is, is of or lies in (a leader, a ministry, a town); () when unknown.

    An outlet that no state runs is of none, wherever it sits.
    """
    if entity is None:
        return ()
    kind, _, slug = entity.partition("/")
    if kind == "state":
        return (entity,)
    if kind in ("office", "group") and "/" in slug:
        code = slug.split("/")[0].upper()
        return (f"state/{code}",) if len(code) == 2 else ()
    if kind == "place" and slug.isdigit():
        place = find_place(slug)
        return (f"state/{place.state}",) if place is not None else ()
    row = row_of(entity)
    if row is None and kind == "organization":
        return _by_name(slug)
    if row is None or row.get("state_run") == "no":
        return ()
    codes = row.get("states") or row.get("state") or ""
    return tuple(f"state/{code}" for code in codes.split("|") if code)


def is_news_agency(entity: str | None) -> bool:
    """Whether an entity is an outlet or agency that gathers news."""
    if entity is None:
        return False
    kind, _, slug = entity.partition("/")
    return kind in ("outlet", "organization") and slug in _rows("outlets")


@cache
def _weapon_names() -> dict[str, str]:
    return {row["path"]: row["names"].partition("|")[0] for row in load("weapons") if row["names"]}


def _in_words(slug: str) -> str:
    words = slug.split("-")
    return " ".join(
        word if place and word in _SMALL else word.capitalize() for place, word in enumerate(words)
    )


def _by_name(slug: str) -> tuple[str, ...]:
    """The state whose name or adjective begins the name of a ministry or an army that no table holds."""
    words = slug.split("-")
    speaks_for_it = words[-1] in _SPEAKING and {"state", "official", "government"} & set(words)
    if not _OFFICIAL & set(words) and not speaks_for_it:
        return ()
    codes = (_adjectives().get("-".join(words[:length])) for length in (3, 2, 1))
    return next(((f"state/{code}",) for code in codes if code), ())


@cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in load("states"):
        for name in (row["name"], *row["adjective"].split("|"), *row["also"].split("|")):
            found.setdefault("-".join(name.casefold().split()), row["code"])
    return found
