"""Entity -> the one hand that holds it: a state, its leader, its ministries and its news agency are one."""

from collections.abc import Callable
from typing import cast

import secondsource.knowledge as knowledge


def states_of(entity: str | None) -> frozenset[str]:
    """States that an entity is, speaks for or is run by; empty when that is not known."""
    if entity is None:
        return frozenset()
    if entity.startswith("state/"):
        return frozenset({entity})
    if entity.startswith("office/"):
        code = entity.split("/")[1].upper()
        return frozenset({f"state/{code}"}) if len(code) == 2 else frozenset()
    known = cast("Callable[[str], tuple[str, ...]] | None", getattr(knowledge, "states_of", None))
    return frozenset(known(entity)) if known else frozenset()


def control_of(entity: str) -> str:
    """The id under which an entity counts as a voice: its state when one alone runs it, else itself."""
    states = states_of(entity)
    return min(states) if len(states) == 1 else entity


def is_news_agency(entity: str) -> bool:
    """Whether an entity is known to gather news for others."""
    known = cast("Callable[[str], bool] | None", getattr(knowledge, "is_news_agency", None))
    return known(entity) if known else False
