"""Two claims -> reasons from where, when and on what occasion: the same, near, elsewhere, another day."""

from secondsource.events.participants import overlap
from secondsource.events.points import reason
from secondsource.events.view import View
from secondsource.knowledge.containment import is_finer
from secondsource.knowledge.standing import name_of
from secondsource.model import Reason, Time
from secondsource.model.calendar import read_day

_LOCATED = ("place/", "site/")


def place(left: View, right: View) -> Reason | None:
    """Both in Kim Il Sung Square; a plant for shells and a shell factory; Wonsan and Tehran."""
    ours, theirs = left.entities.get("place", frozenset()), right.entities.get("place", frozenset())
    detail = f"{left.words('place')} = {right.words('place')}"
    if ours & theirs:
        return reason("same place", detail)
    if any(is_finer(one, other) or is_finer(other, one) for one in ours for other in theirs):
        return reason("like place", detail)
    if overlap(left.senses.get("place", frozenset()), right.senses.get("place", frozenset())) >= 0.5:
        return reason("like place", detail)
    # Two strikes on two ports are at two places, though no other place is told.
    located = [
        {one for one in found | view.entities.get("target", frozenset()) if one.startswith(_LOCATED)}
        for found, view in ((ours, left), (theirs, right))
    ]
    if all(located) and not located[0] & located[1]:
        detail = detail if ours and theirs else f"{left.words('target')} = {right.words('target')}"
        return reason("other place", detail.replace(" = ", " ≠ "))
    return None


def country(left: View, right: View) -> Reason | None:
    """Troops fired on a crowd in Yemen, and in Syria: by its place, its sentence or its report."""
    if not left.states or not right.states or left.states & right.states:
        return None
    names = (", ".join(sorted(map(name_of, one.states))) for one in (left, right))
    return reason("other country", " ≠ ".join(names))


def occasion(left: View, right: View) -> Reason | None:
    """Both for the anniversary of the armistice."""
    ours, theirs = left.senses.get("occasion", frozenset()), right.senses.get("occasion", frozenset())
    same = left.entities.get("occasion", frozenset()) & right.entities.get("occasion", frozenset())
    if same or overlap(ours, theirs) >= 0.5:
        return reason("same occasion", f"{left.words('occasion')} = {right.words('occasion')}")
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
        return reason("same time" if width <= 7 else "same month" if width <= 31 else "time fits", detail)
    dated = [(one, other) for one, other in pairs if one.days and other.days]
    unlike = detail.replace(" = ", " ≠ ")
    if len(dated) == len(pairs):
        near = min(_gap(one, other) for one, other in dated)
        return reason("next day" if near <= 1 else "other time", unlike)
    if any(one.open and other.open and one.same_pattern(other) for one, other in pairs):
        return reason("same pattern of time", detail)
    if all(one.open and other.open for one, other in pairs) and left.report == right.report:
        return reason("other pattern of time", unlike)
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
