"""Two claims -> reasons from who did it, to whom and with what: the same, finer, another."""

import re
from collections.abc import Iterable

from secondsource.events.figures import counts_part
from secondsource.events.points import reason
from secondsource.events.view import View
from secondsource.knowledge.containment import is_finer
from secondsource.knowledge.event_tree import is_mutual
from secondsource.knowledge.standing import row_of, states_of
from secondsource.knowledge.words import senses_of
from secondsource.model import Reason
from secondsource.model.claim import RoleName

_NAMED = ("person/", "organization/", "state/", "place/", "site/", "outlet/")
_SHORTENED = ("person/", "organization/")
_NUMBERS = frozenset(
    senses_of("one two three four five six seven eight nine ten dozen dozens hundreds several many")
)
# What follows a noun and tells of it.
_AFTER = re.compile(r"[,;:(]|\b(?:of|in|on|at|from|for|with|by|who|which|that|near|to)\b", re.I)


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
    if _known_as_one(role, left, right):
        return reason(f"same {role}", detail)
    if ours & theirs:
        return None
    if left.senses.get(role) and left.senses.get(role) == right.senses.get(role):
        return reason(f"same {role}", detail)
    if not ours or not theirs:
        return None
    states, others = _states(ours), _states(theirs)
    if states & others:
        return reason(f"{role} of one state", detail)
    if role == "actor" and states and others:
        return reason("actor of another state", detail.replace(" = ", " ≠ "))
    return reason(f"other {role}", detail.replace(" = ", " ≠ "))


def _known_as_one(role: RoleName, left: View, right: View) -> bool:
    ours, theirs = left.known(role), right.known(role)
    return bool(ours & theirs) or name_in_common(ours, theirs)


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
    if _known_as_one(role, left, right):
        return reason(f"same {role}", detail)
    if ours & theirs:
        return None
    if any(is_finer(one, other) or is_finer(other, one) for one in ours for other in theirs):
        return reason(f"finer {role}", detail)
    unlike = detail.replace(" = ", " ≠ ")
    peoples, nations = left.peoples.get(role, frozenset()), right.peoples.get(role, frozenset())
    if peoples and nations and not peoples & nations:
        return reason(f"other {role}", unlike)
    words, others = left.senses.get(role, frozenset()), right.senses.get(role, frozenset())
    alike = overlap(words, others) >= 0.5 or bool(_heads(role, left) & _heads(role, right))
    if alike and not (left.report == right.report and counts_part(left, right)):
        return reason(f"finer {role}", detail)
    if ours and theirs:
        return reason(f"other {role}", unlike)
    # "The climber" may be whoever else is named; two descriptions or two names speak of two.
    if words and others and not (words & others) - _NUMBERS and not (_names(ours) ^ _names(theirs)):
        # One thing is seldom called by words that have nothing in common, least of all in one report.
        return reason(f"{role} in other words", unlike)
    return None


def _names(entities: frozenset[str]) -> bool:
    return any(one.startswith(_NAMED) for one in entities)


def _heads(role: RoleName, view: View) -> frozenset[str]:
    """Senses of the nouns that phrases are about: "woman" of "a 66-year-old woman from here"."""
    heads: set[str] = set()
    for mention in view.fillers.get(role, ()):
        if not mention.entity:
            phrase = senses_of(_AFTER.split(mention.text, maxsplit=1)[0])
            heads.update(phrase[-1:])
    return frozenset(heads)


def name_in_common(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a name that no table knows is the short form of another: Saints and New Orleans Saints."""
    return any(_is_short_for(one, other) or _is_short_for(other, one) for one in ours for other in theirs)


def _is_short_for(short: str, full: str) -> bool:
    kind, _, slug = short.partition("/")
    other, _, whole = full.partition("/")
    if kind != other or f"{kind}/" not in _SHORTENED or row_of(short) is not None:
        return False
    return whole.endswith(f"-{slug}") or kind == "organization" and whole.startswith(f"{slug}-")


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared senses as a part of the smaller set; 0 when one is empty, or one word stands against many.

    That both are two is nothing that they share.
    """
    fewer, more = sorted((len(left), len(right)))
    return len((left & right) - _NUMBERS) / fewer if fewer > 1 or fewer > 0 and more <= 3 else 0.0
