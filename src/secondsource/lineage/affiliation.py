"""Who a speaker speaks for: from the tables, else from the office or body named beside the name."""

from secondsource.knowledge.standing import states_of
from secondsource.model import Mention, Reading

# "Foreign Ministry spokesman Farhad Ansari", "Tomas Vaitkus, head of Lithuania's intelligence service".
BEFORE, AFTER = 60, 60
_BODIES = ("organization", "office", "state", "group")


def states_behind(entity: str, reading: Reading) -> tuple[str, ...]:
    """States that an entity is or speaks for, as the tables know or as this report says beside its name."""
    known = states_of(entity)
    if known or not entity.startswith("person/"):
        return known
    text = reading.report.text
    for named in (one for one in reading.mentions if one.entity == entity and one.kind == "person"):
        for beside in reading.mentions:
            if beside.kind in _BODIES and beside.entity != entity and _stand_together(beside, named, text):
                states = states_of(beside.entity)
                if states:
                    return states
    return ()


def _stand_together(beside: Mention, named: Mention, text: str) -> bool:
    if beside.span.overlaps(named.span):
        return beside.span.covers(named.span)
    if 0 <= named.span.start - beside.span.end <= BEFORE:
        between = text[beside.span.end : named.span.start]
        # Nothing but a title stands between: a verb's phrase or a new sentence would make them two.
        return len(between.split()) <= 3 and not any(mark in between for mark in ".;:,()\n")
    if 0 <= beside.span.start - named.span.end <= AFTER:
        between = text[named.span.end : beside.span.start]
        return between.startswith(", ") and len(between.split()) <= 5 and "." not in between
    return False
