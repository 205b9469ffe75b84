"""Two claims -> reasons from who did it, to whom and with what: the same, finer, another."""

from secondsource.events.figures import counts_part
from secondsource.events.points import reason
from secondsource.events.view import View
from secondsource.knowledge.containment import is_finer
from secondsource.knowledge.event_tree import is_mutual
from secondsource.knowledge.standing import states_of
from secondsource.model import Reason
from secondsource.model.claim import RoleName


def actor(left: View, right: View) -> Reason | None:
    """North Korea and Pyongyang are one actor; Kim acts for North Korea; Iran is another."""
    if is_mutual(left.claim.type) and is_mutual(right.claim.type):
        return _parties(left, right)
    return _who("actor", left, right)


def recipient(left: View, right: View) -> Reason | None:
    """Both shipments went to Russia; one went to Russia and one to Belarus."""
    return None if is_mutual(left.claim.type) else _who("recipient", left, right)


def target(left: View, right: View) -> Reason | None:
    """Both strikes hit the port; one hit a convoy and one a school."""
    return _thing("target", left, right)


def thing(left: View, right: View) -> Reason | None:
    """Hwasong-18 is a solid-fuel ICBM: the same; a short-range missile is not."""
    return _thing("object", left, right)


def _who(role: RoleName, left: View, right: View) -> Reason | None:
    detail = f"{left.words(role)} = {right.words(role)}"
    ours, theirs = left.entities.get(role, frozenset()), right.entities.get(role, frozenset())
    if ours & theirs:
        return reason(f"same {role}", detail)
    if left.senses.get(role) and left.senses.get(role) == right.senses.get(role):
        return reason(f"same {role}", detail)
    if not ours or not theirs:
        return None
    if _states(ours) & _states(theirs):
        return reason(f"{role} of one state", detail)
    return reason(f"other {role}", detail.replace(" = ", " ≠ "))


def _states(entities: frozenset[str]) -> set[str]:
    return {state for entity in entities for state in states_of(entity)}


def _parties(left: View, right: View) -> Reason | None:
    roles: tuple[RoleName, ...] = ("actor", "recipient", "attendee")
    ours = frozenset().union(*(left.entities.get(role, frozenset()) for role in roles))
    theirs = frozenset().union(*(right.entities.get(role, frozenset()) for role in roles))
    if not ours or not theirs:
        return None
    ours, theirs = ours | _states(ours), theirs | _states(theirs)
    both = sorted(ours & theirs)
    if not both:
        return reason("other actor", f"{left.words('actor')} ≠ {right.words('actor')}")
    name = "same actor" if len(both) > 1 or len(ours) == 1 or len(theirs) == 1 else "actor of one state"
    return reason(name, ", ".join(both))


def _thing(role: RoleName, left: View, right: View) -> Reason | None:
    detail = f"{left.words(role)} = {right.words(role)}"
    ours, theirs = left.entities.get(role, frozenset()), right.entities.get(role, frozenset())
    if ours & theirs:
        return reason(f"same {role}", detail)
    if any(is_finer(one, other) or is_finer(other, one) for one in ours for other in theirs):
        return reason(f"finer {role}", detail)
    words, others = left.senses.get(role, frozenset()), right.senses.get(role, frozenset())
    if overlap(words, others) >= 0.5 and not (left.report == right.report and counts_part(left, right)):
        return reason(f"finer {role}", detail)
    unlike = detail.replace(" = ", " ≠ ")
    if ours and theirs:
        return reason(f"other {role}", unlike)
    if words and others and not words & others:
        # One thing is seldom called by words that have nothing in common, least of all in one report.
        return reason(f"{role} in other words", unlike)
    return None


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared senses as a part of the smaller set; 0 when one is empty, or one word stands against many."""
    fewer, more = sorted((len(left), len(right)))
    return len(left & right) / fewer if fewer > 1 or fewer > 0 and more <= 3 else 0.0
