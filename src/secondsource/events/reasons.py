"""Two claims -> the reasons for and against their being of one event; each function answers one question."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from secondsource.events.view import View
from secondsource.knowledge import load
from secondsource.knowledge.containment import is_finer
from secondsource.knowledge.event_tree import is_mutual, kinship, makes_event
from secondsource.knowledge.standing import states_of
from secondsource.knowledge.words import senses_of
from secondsource.model import Derivation, Reason, Time
from secondsource.model.calendar import read_day
from secondsource.model.claim import RoleName

Passages = Mapping[tuple[str, str], Derivation]
Rule = Callable[[View, View], Reason | None]


@cache
def points() -> Mapping[str, float]:
    """Points of each reason by name; `link` is what two claims need to be held for one event."""
    return {row["name"]: float(row["points"]) for row in load("reason_points")}


def _reason(name: str, detail: str) -> Reason:
    return Reason(name, points()[name], detail)


def kind_of_event(left: View, right: View) -> Reason | None:
    """Both tell of a visit; one of a launch and one of a test; one of a tour and one of an inspection."""
    names = {"same": "same type", "finer": "finer type", "kin": "kin type"}
    kin = kin_of(left, right)
    if kin == "finer" and "shared" in (makes_event(left.claim.type), makes_event(right.claim.type)):
        return _reason("vague type", f"{left.claim.type} = {right.claim.type}")
    return _reason(names[kin], f"{left.claim.type} = {right.claim.type}") if kin else None


def kin_of(left: View, right: View) -> str | None:
    """Kinship of the two types; where both are vague ("act") the actions themselves must be of one sense."""
    kin = kinship(left.claim.type, right.claim.type)
    if kin != "same" and (left.claim.part_of or right.claim.part_of):
        # A gun fired on a visit is part of the visit, not the test that another report tells of.
        return None
    vague = makes_event(left.claim.type) == makes_event(right.claim.type) == "shared"
    return kin if not vague or set(senses_of(left.doing)) & set(senses_of(right.doing)) else None


def actor(left: View, right: View) -> Reason | None:
    """North Korea and Pyongyang are one actor; Kim acts for North Korea; Iran is another."""
    if is_mutual(left.claim.type) and is_mutual(right.claim.type):
        return _parties(left, right)
    return _who("actor", left, right)


def _who(role: RoleName, left: View, right: View) -> Reason | None:
    detail = f"{left.words(role)} = {right.words(role)}"
    ours, theirs = left.entities.get(role, frozenset()), right.entities.get(role, frozenset())
    if ours & theirs:
        return _reason(f"same {role}", detail)
    if left.senses.get(role) and left.senses.get(role) == right.senses.get(role):
        return _reason(f"same {role}", detail)
    if not ours or not theirs:
        return None
    if _states(ours) & _states(theirs):
        return _reason(f"{role} of one state", detail)
    return _reason(f"other {role}", detail.replace(" = ", " ≠ "))


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
        return _reason("other actor", f"{left.words('actor')} ≠ {right.words('actor')}")
    name = "same actor" if len(both) > 1 or len(ours) == 1 or len(theirs) == 1 else "actor of one state"
    return _reason(name, ", ".join(both))


def recipient(left: View, right: View) -> Reason | None:
    """Both shipments went to Russia; one went to Russia and one to Belarus."""
    return None if is_mutual(left.claim.type) else _who("recipient", left, right)


def target(left: View, right: View) -> Reason | None:
    """Both strikes hit the port."""
    return _thing("target", left, right)


def thing(left: View, right: View) -> Reason | None:
    """Hwasong-18 is a solid-fuel ICBM: the same; a short-range missile is not."""
    return _thing("object", left, right)


def _thing(role: RoleName, left: View, right: View) -> Reason | None:
    detail = f"{left.words(role)} = {right.words(role)}"
    ours, theirs = left.entities.get(role, frozenset()), right.entities.get(role, frozenset())
    if ours & theirs:
        return _reason(f"same {role}", detail)
    if any(is_finer(one, other) or is_finer(other, one) for one in ours for other in theirs):
        return _reason(f"finer {role}", detail)
    if overlap(left.senses.get(role, frozenset()), right.senses.get(role, frozenset())) >= 0.5:
        return _reason(f"finer {role}", detail)
    if ours and theirs:
        return _reason(f"other {role}", detail.replace(" = ", " ≠ "))
    return None


def place(left: View, right: View) -> Reason | None:
    """Both in Kim Il Sung Square; a plant for shells and a shell factory; Wonsan and Tehran."""
    ours, theirs = left.entities.get("place", frozenset()), right.entities.get("place", frozenset())
    detail = f"{left.words('place')} = {right.words('place')}"
    if ours & theirs:
        return _reason("same place", detail)
    if any(is_finer(one, other) or is_finer(other, one) for one in ours for other in theirs):
        return _reason("like place", detail)
    if overlap(left.senses.get("place", frozenset()), right.senses.get("place", frozenset())) >= 0.5:
        return _reason("like place", detail)
    located = [{one for one in found if one.startswith(("place/", "site/"))} for found in (ours, theirs)]
    if all(located):
        return _reason("other place", detail.replace(" = ", " ≠ "))
    return None


def occasion(left: View, right: View) -> Reason | None:
    """Both for the anniversary of the armistice."""
    ours, theirs = left.senses.get("occasion", frozenset()), right.senses.get("occasion", frozenset())
    same = left.entities.get("occasion", frozenset()) & right.entities.get("occasion", frozenset())
    if same or overlap(ours, theirs) >= 0.5:
        return _reason("same occasion", f"{left.words('occasion')} = {right.words('occasion')}")
    return None


def time(left: View, right: View) -> Reason | None:
    """3 to 5 August holds 4 August; July is not June; Thursday is Thursday while neither is dated."""
    if not left.times or not right.times:
        return None
    pairs = [(one, other) for one in left.times for other in right.times]
    detail = f"{left.times[0]} = {right.times[0]}"
    fitting = [max(_width(one), _width(other)) for one, other in pairs if one.overlaps(other)]
    if fitting:
        width = min(fitting)
        return _reason("same time" if width <= 7 else "same month" if width <= 31 else "time fits", detail)
    dated = [(one, other) for one, other in pairs if one.days and other.days]
    unlike = detail.replace(" = ", " ≠ ")
    if len(dated) == len(pairs):
        near = min(_gap(one, other) for one, other in dated)
        return _reason("next day" if near <= 1 else "other time", unlike)
    if any(one.open and other.open and one.same_pattern(other) for one, other in pairs):
        return _reason("same pattern of time", detail)
    if all(one.open and other.open for one, other in pairs) and left.report == right.report:
        return _reason("other pattern of time", unlike)
    return None


def _width(time: Time) -> int:
    return time.days[1] - time.days[0] + 1 if time.days else 9999


def _gap(one: Time, other: Time) -> int:
    if one.begin_earliest is None or one.end_latest is None:
        return 0
    if other.begin_earliest is None or other.end_latest is None:
        return 0
    return max(
        read_day(other.begin_earliest) - read_day(one.end_latest),
        read_day(one.begin_earliest) - read_day(other.end_latest),
    )


def figures(left: View, right: View) -> Reason | None:
    """Two missiles and two missiles; 60 drones and about 100 drones."""
    for one in left.quantities:
        for other in right.quantities:
            if one.unit == other.unit and None not in (one.low, other.low):
                high, low = (one.high or 1e18, other.high or 1e18), (one.low or 0, other.low or 0)
                fits = low[0] <= high[1] and low[1] <= high[0]
                return _reason(
                    "same figure" if fits else "other figure", f"{one} {'=' if fits else '≠'} {other}"
                )
    return None


def words(left: View, right: View) -> Reason | None:
    """The two sentences are largely of the same words."""
    if left.claim.sentence == right.claim.sentence or len(left.sentence) < 4 or len(right.sentence) < 4:
        return None
    shared = overlap(left.sentence, right.sentence)
    return (
        _reason("same words", f"{shared:.0%} of the words of the shorter sentence") if shared >= 0.5 else None
    )


def one_report(left: View, right: View) -> Reason | None:
    """One report seldom tells an event twice, but a headline is told again, and "the visit" points back."""
    if left.report != right.report:
        return None
    if left.claim.same_as == right.claim.id or right.claim.same_as == left.claim.id:
        return _reason("told again", "the report tells it again")
    if left.claim.headline != right.claim.headline:
        return _reason("headline", "the headline is told again in the body")
    later = max(left, right, key=lambda one: one.number)
    if later.points_back and later.action is not None:
        return _reason("points back", f"“{later.action.text}” points back")
    return _reason("same report", "told at two places of one report")


def certainty(left: View, right: View) -> Reason | None:
    """What is planned is seldom what already happened; what is done as a rule is not what was done once."""
    told = {"happened", "ongoing", "denied"}
    ahead = {"planned", "ordered", "hypothetical"}
    both = (left.claim.factuality, right.claim.factuality)
    if (both[0] in told and both[1] in ahead) or (both[1] in told and both[0] in ahead):
        return _reason("planned and done", f"{both[0]} ≠ {both[1]}")
    if ("possible" in both) and set(both) & told:
        return _reason("possible and done", f"{both[0]} ≠ {both[1]}")
    if (both[0] == "background") != (both[1] == "background"):
        return _reason("general and once", f"{both[0]} ≠ {both[1]}")
    return None


def parts(left: View, right: View) -> Reason | None:
    """A tour told as part of an exhibition is not the tour of a plant, unless much else says so."""
    if left.claim.part_of or right.claim.part_of:
        which = left if left.claim.part_of else right
        return _reason("told as a part", f"“{which.doing}” is told as part of something else")
    return None


def another(left: View, right: View) -> Reason | None:
    """Another missile, a second visit: one more than what was told."""
    if left.another != right.another:
        which = left if left.another else right
        return _reason("one more", f"“{which.another}”")
    return None


REASONS: tuple[Rule, ...] = (
    kind_of_event, actor, recipient, target, thing, place, occasion, time, figures, words, one_report,
    certainty, parts, another,
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
                    return _reason("same passage", f"“{here.action.text}” in a passage that both share")
    return None


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared senses as a part of the smaller set; 0 when one is empty, or one word stands against many."""
    fewer, more = sorted((len(left), len(right)))
    return len(left & right) / fewer if fewer > 1 or fewer > 0 and more <= 3 else 0.0


def total(reasons: Sequence[Reason]) -> float:
    """Sum of the points."""
    return sum(reason.points for reason in reasons)
