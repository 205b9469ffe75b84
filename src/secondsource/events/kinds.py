"""Two claims -> whether their types can tell of one event, and how near the types are."""

from secondsource.events.points import reason
from secondsource.events.view import View
from secondsource.knowledge.event_tree import kinship, makes_event
from secondsource.knowledge.words import senses_of
from secondsource.model import Reason


def kind_of_event(left: View, right: View) -> Reason | None:
    """Both tell of a visit; one of a launch and one of a test; one of a tour and one of an inspection."""
    names = {"same": "same type", "finer": "finer type", "kin": "kin type"}
    kin = kin_of(left, right)
    if kin == "finer" and "shared" in (makes_event(left.claim.type), makes_event(right.claim.type)):
        return reason("vague type", f"{left.claim.type} = {right.claim.type}")
    return reason(names[kin], f"{left.claim.type} = {right.claim.type}") if kin else None


def kin_of(left: View, right: View) -> str | None:
    """Kinship of the two types; where both are vague ("act") the actions themselves must be of one sense."""
    kin = kinship(left.claim.type, right.claim.type)
    if kin != "same" and (left.claim.part_of or right.claim.part_of):
        # A gun fired on a visit is part of the visit, not the test that another report tells of.
        return None
    vague = makes_event(left.claim.type) == makes_event(right.claim.type) == "shared"
    return kin if not vague or set(senses_of(left.doing)) & set(senses_of(right.doing)) else None
