"""Event types as a tree: which types can tell of one event, which make an event at all."""

from functools import cache, lru_cache

from secondsource.knowledge.tables import Row, load

# Between equals: who is named first is a matter of the report.
_MUTUAL = frozenset({"talks", "agreement", "clash", "cooperation"})


@cache
def rows() -> dict[str, Row]:
    """Rows of the table of event types by id."""
    return {row["id"]: row for row in load("event_types")}


@lru_cache(maxsize=1024)
def ancestry(type: str) -> tuple[str, ...]:
    """A type and what it is a kind of, outward; a type that no row knows stands alone."""
    line = [type]
    while (parent := rows().get(line[-1], {}).get("parent", "")) and parent not in line:
        line.append(parent)
    return tuple(line)


def root_of(type: str) -> str:
    """The outermost type that a type is a kind of: claims with different roots are never compared."""
    return ancestry(type)[-1]


def makes_event(type: str) -> str:
    """Whether claims of a type make an event: yes, no, or shared (when more than one report tells it)."""
    return rows().get(type, {}).get("event", "yes")


def hosts_of(type: str) -> frozenset[str]:
    """Types of events inside which one of this type can happen."""
    return frozenset(filter(None, rows().get(type, {}).get("within", "").split("|")))


def part_of_host(type: str) -> str:
    """What an event of this type is called inside its host: order, act or observed."""
    return rows().get(type, {}).get("part", "") or "act"


@cache
def deeds() -> frozenset[str]:
    """Verbs of what is done by force or with things: attack, withdraw, launch."""
    codes = ("ASSAULT", "MOBILIZE", "RETREAT", "AID", "COERCE")
    told = (row["verbs"] for row in rows().values() if row["plover"] in codes)
    return frozenset(verb for verbs in told for verb in verbs.split("|") if verb)


@lru_cache(maxsize=4096)
def kinship(left: str, right: str) -> str | None:
    """How two types may tell of one event: same, finer (one is a kind of the other), kin, or None.

    Kin are two ways of telling one thing of which one happens within their common kind, as an inspection
    does within a visit that another calls a tour; a parade and an exhibition are not.
    """
    if left == right:
        return "same"
    if left in ancestry(right) or right in ancestry(left):
        return "finer"
    common = next((one for one in ancestry(left) if one in ancestry(right)), None)
    return "kin" if common and common in hosts_of(left) | hosts_of(right) else None


def is_mutual(type: str) -> bool:
    """Whether actor and recipient of a type are equals (talks, agreements)."""
    return bool(_MUTUAL & set(ancestry(type)))
