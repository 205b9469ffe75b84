"""Entity -> the one hand that holds it: a state, its leader, its ministries and its news agency are one."""

from secondsource.knowledge.standing import states_of

# Of these a state holds what they say; a person or group merely from a country speaks for itself.
_HELD = ("state", "office", "organization", "outlet", "person")


def control_of(entity: str) -> str:
    """The id under which an entity counts as a voice: its state when one alone holds it, else itself."""
    states = states_of(entity)
    return states[0] if len(states) == 1 and entity.partition("/")[0] in _HELD else entity
