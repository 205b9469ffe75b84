"""Entity and its states -> the one hand that holds it: a state, its leader, ministries and agency are one."""

# Of these a state holds what they say; a group merely from a country speaks for itself.
_HELD = ("state", "office", "organization", "outlet", "person")


def control_of(entity: str, states: tuple[str, ...]) -> str:
    """The id under which an entity counts as a voice: its state when one alone holds it, else itself."""
    return states[0] if len(states) == 1 and entity.partition("/")[0] in _HELD else entity
