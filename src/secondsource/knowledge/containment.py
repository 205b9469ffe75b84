"""Two entities -> whether one lies within, is a kind of, or is part of the other."""

from secondsource.knowledge.gazetteer import division_with, find_place
from secondsource.knowledge.standing import row_of, states_of


def parents(entity: str) -> tuple[str, ...]:
    """What an entity lies in or is a kind of, nearest first.

    >>> parents("weapon/missile/ballistic/icbm")
    ('weapon/missile/ballistic', 'weapon/missile')
    >>> parents("place/1871859")
    ('place/2041852', 'state/KP')
    """
    kind, _, slug = entity.partition("/")
    if kind == "weapon":
        steps = slug.split("/")
        return tuple(f"weapon/{'/'.join(steps[:count])}" for count in range(len(steps) - 1, 0, -1))
    if kind == "place" and slug.isdigit():
        place = find_place(slug)
        if place is None:
            return ()
        division = division_with(place.division) if place.division else None
        return (*((f"place/{division}",) if division else ()), f"state/{place.state}")
    if kind == "organization":
        above = _above(entity)
        return (*above, *(state for state in states_of(entity) if state not in above))
    states = states_of(entity)
    # What lies in several states lies within none of them.
    return states if kind != "state" and (len(states) == 1 or kind == "person") else ()


def is_finer(one: str, other: str) -> bool:
    """True when `one` lies wholly within `other` or is a kind of it: Hwasong-18 and ICBM."""
    return one != other and other in parents(one)


def _above(entity: str) -> tuple[str, ...]:
    found: list[str] = []
    row = row_of(entity)
    while row is not None and row.get("parent"):
        step = f"organization/{row['parent']}"
        if step in found:
            break
        found.append(step)
        row = row_of(step)
    return tuple(found)
