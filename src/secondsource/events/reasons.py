"""Two claims -> the reasons for and against their being of one event; each function answers one question."""

from collections.abc import Callable, Mapping

from secondsource.events.circumstances import country, occasion, place, time
from secondsource.events.figures import figures
from secondsource.events.kinds import kin_of, kind_of_event
from secondsource.events.participants import actor, overlap, recipient, target, thing
from secondsource.events.points import points, reason, total
from secondsource.events.view import View
from secondsource.knowledge.event_tree import makes_event
from secondsource.model import Derivation, Reason

__all__ = ["REASONS", "points", "total", "weigh"]

Passages = Mapping[tuple[str, str], Derivation]
Rule = Callable[[View, View], Reason | None]


def words(left: View, right: View) -> Reason | None:
    """The two sentences are largely of the same words."""
    if left.claim.sentence == right.claim.sentence or len(left.sentence) < 4 or len(right.sentence) < 4:
        return None
    shared = overlap(left.sentence, right.sentence)
    return (
        reason("same words", f"{shared:.0%} of the words of the shorter sentence") if shared >= 0.5 else None
    )


def lead(left: View, right: View) -> Reason | None:
    """Both reports begin with a crash: reports of one story lead with what it is about."""
    vague = left.claim.type != right.claim.type and "shared" in (
        makes_event(left.claim.type),
        makes_event(right.claim.type),
    )
    if left.report == right.report or vague or not (left.leads and right.leads):
        return None
    return reason("both lead with it", f"“{left.doing}” and “{right.doing}” stand first")


def one_report(left: View, right: View) -> Reason | None:
    """One report seldom tells an event twice, but a headline is told again, and "the visit" points back."""
    if left.report != right.report:
        return None
    if left.claim.same_as == right.claim.id or right.claim.same_as == left.claim.id:
        return reason("told again", "the report tells it again")
    if left.claim.headline != right.claim.headline:
        return reason("headline", "the headline is told again in the body")
    later, earlier = (left, right) if left.number > right.number else (right, left)
    if later.antecedent == earlier.claim.id:
        return reason("points back", f"“{later.doing}” points back")
    if left.claim.sentence == right.claim.sentence:
        return reason("same sentence", "told beside each other in one sentence")
    return reason("same report", "told at two places of one report")


def certainty(left: View, right: View) -> Reason | None:
    """What is planned is seldom what already happened; what is done as a rule is not what was done once."""
    told = {"happened", "ongoing", "denied"}
    ahead = {"planned", "ordered", "hypothetical"}
    both = (left.claim.factuality, right.claim.factuality)
    if (both[0] in told and both[1] in ahead) or (both[1] in told and both[0] in ahead):
        return reason("planned and done", f"{both[0]} ≠ {both[1]}")
    if ("possible" in both) and set(both) & told:
        return reason("possible and done", f"{both[0]} ≠ {both[1]}")
    if (both[0] == "background") != (both[1] == "background"):
        return reason("general and once", f"{both[0]} ≠ {both[1]}")
    return None


def parts(left: View, right: View) -> Reason | None:
    """A tour told as part of an exhibition is not the tour of a plant, unless much else says so."""
    if left.claim.part_of or right.claim.part_of:
        which = left if left.claim.part_of else right
        return reason("told as a part", f"“{which.doing}” is told as part of something else")
    return None


def another(left: View, right: View) -> Reason | None:
    """Another missile, a second visit: one more than what was told."""
    if left.another != right.another:
        which = left if left.another else right
        return reason("one more", f"“{which.another}”")
    return None


REASONS: tuple[Rule, ...] = (
    kind_of_event, actor, recipient, target, thing, place, country, occasion, time, figures, words,
    lead, one_report, certainty, parts, another,
)  # fmt: skip


def weigh(left: View, right: View, passages: Passages) -> tuple[Reason, ...]:
    """Every reason for or against, in the order of REASONS; empty when the types cannot be of one event."""
    if kin_of(left, right) is None:
        return ()
    found = [reason for rule in REASONS if (reason := rule(left, right)) is not None]
    copied = same_passage(left, right, passages)
    return (*found, copied) if copied else tuple(found)


def same_passage(left: View, right: View, passages: Passages) -> Reason | None:
    """Both stand at the same place of a passage that one report took from the other."""
    for here, there in ((left, right), (right, left)):
        derivation = passages.get((here.report, there.report))
        if derivation is None or here.action is None or there.action is None:
            continue
        for passage in derivation.passages:
            if passage.here.covers(here.action.span) and passage.there.covers(there.action.span):
                one = here.action.span.start - passage.here.start
                other = there.action.span.start - passage.there.start
                if abs(one - other) <= 12:
                    return reason("same passage", f"“{here.action.text}” in a passage that both share")
    return None
