"""Events and readings -> comparisons: for each role of each event what the reports say, side by side."""

from collections.abc import Sequence

from secondsource.comparison.fillers import PARTS, ROLES, Filler, fillers_of, own_claims, parts_of
from secondsource.comparison.matching import match_fillers
from secondsource.comparison.values import fits, unit_of
from secondsource.model import Comparison, Event, Note, Quantity, Reading, Side, Time
from secondsource.model.comparison import VerdictName
from secondsource.model.index import Index, index_of

# Roles that a reader asks of every event: when no report tells, that too is shown.
ASKED = ("actor", "time", "place")
# Roles that have one value at a time, so that two unlike values are a difference and not two things told.
_SINGLE = ("actor", "recipient", "target", "time", "quantity", "object", "place")


def compare(
    events: Sequence[Event], readings: Sequence[Reading]
) -> tuple[tuple[Comparison, ...], tuple[Note, ...]]:
    """Comparisons of every event, in the order of events, roles and reports."""
    index = index_of(readings)
    found = [one for event in events for one in compare_event(event, index)]
    return tuple(found), ()


def compare_event(event: Event, index: Index) -> tuple[Comparison, ...]:
    """Comparisons of one event: each matched group of fillers is one, each unmatched filler another."""
    reports = tuple(dict.fromkeys(index.report_of(claim.id) for claim in own_claims(event, index)))
    found: list[Comparison] = []
    for role in ROLES:
        found.extend(compare_role(event.id, role, fillers_of(event, role, index), reports))
    for part in PARTS:
        fillers = parts_of(event, part, index)
        if fillers:
            found.extend(compare_role(event.id, part, fillers, reports))
    return tuple(found)


def compare_role(
    event: str, role: str, fillers: Sequence[Filler], reports: Sequence[str]
) -> tuple[Comparison, ...]:
    """Comparisons of one role. `reports` are all that tell of the event."""
    told = {filler.report for filler in fillers}
    silent = tuple(report for report in reports if report not in told)
    if not fillers:
        return (Comparison(event, role, "silent", (), silent),) if role in ASKED else ()
    groups = [group.fillers for group in match_fillers(fillers)]
    unlike = _unlike(role, groups)
    found = [_differing(event, role, [one for group in kind for one in group], silent) for kind in unlike]
    for group in groups:
        if any(group in kind for kind in unlike):
            continue
        found.append(_matched(event, role, group, silent))
    return tuple(found)


def _matched(event: str, role: str, group: Sequence[Filler], silent: tuple[str, ...]) -> Comparison:
    between = [
        (one, other, fit)
        for place, one in enumerate(group)
        for other in group[place + 1 :]
        if (fit := fits(one, other)) is not None
    ]
    finer = {"left finer": 0, "right finer": 1}
    fineness = dict.fromkeys(range(len(group)), 0)
    for one, other, fit in between:
        if fit.how in finer:
            left, right = group.index(one), group.index(other)
            fineness[left if fit.how == "left finer" else right] += 1
            fineness[right if fit.how == "left finer" else left] -= 1
    kinds = {fit.how for _, _, fit in between}
    verdict: VerdictName = "finer" if kinds & finer.keys() else "agree"
    if len({filler.report for filler in group}) == 1:
        verdict = "only one"
    detail = "; ".join(dict.fromkeys(fit.detail for _, _, fit in between if fit.detail))
    if (
        verdict == "agree"
        and any(isinstance(filler.value, (Time, Quantity)) for filler in group)
        and "alike" in kinds
    ):
        verdict = "differ"
    ordered = [group[number] for number in sorted(fineness, key=lambda number: (fineness[number], number))]
    return Comparison(event, role, verdict, _sides(ordered), silent, detail)


def _sides(fillers: Sequence[Filler]) -> tuple[Side, ...]:
    """One side for each value, in order."""
    sides: dict[str, list[Filler]] = {}
    for filler in fillers:
        key = next(
            (
                shown
                for shown, held in sides.items()
                if (fit := fits(held[0], filler)) is not None and fit.how == "same"
            ),
            filler.shown,
        )
        sides.setdefault(key, []).append(filler)
    return tuple(
        Side(
            # Who tells of "drones" tells nothing of "about 100 drones": the shorter holds of both.
            min((filler.shown for filler in held), key=len),
            tuple(dict.fromkeys(id for filler in held for id in filler.mentions)),
            tuple(dict.fromkeys(filler.report for filler in held)),
        )
        for held in sides.values()
    )


def _unlike(role: str, groups: Sequence[tuple[Filler, ...]]) -> list[list[tuple[Filler, ...]]]:
    """Groups that stand against each other: each report gives one value, and the values do not fit."""
    if role not in _SINGLE:
        return []
    kinds: dict[str, list[tuple[Filler, ...]]] = {}
    for group in groups:
        kind = _kind(role, group[0])
        if kind is not None:
            kinds.setdefault(kind, []).append(group)
    found = []
    for eligible in kinds.values():
        counted = [report for group in eligible for report in {filler.report for filler in group}]
        single = [group for group in eligible if all(counted.count(filler.report) == 1 for filler in group)]
        if len(single) > 1:
            found.append(single)
    return found


def _kind(role: str, filler: Filler) -> str | None:
    """Values of one kind can stand against each other: located places, weapons, figures of one unit."""
    if filler.part:
        return None
    if role == "place":
        located = bool(filler.entity) and str(filler.entity).startswith(("place/", "site/", "state/"))
        return "located" if located else None
    if role == "object":
        return "weapon" if (filler.entity or "").startswith("weapon/") else None
    if role == "quantity":
        return unit_of(filler.value) if isinstance(filler.value, Quantity) else None
    # "The guests" and "a delegation" may be the same people: only who is known can be somebody else.
    return role if role == "time" or filler.entity else None


def _differing(event: str, role: str, fillers: Sequence[Filler], silent: tuple[str, ...]) -> Comparison:
    between = [
        fit
        for place, one in enumerate(fillers)
        for other in fillers[place + 1 :]
        if (fit := fits(one, other)) is not None
    ]
    kinds = {fit.how for fit in between}
    # Figures part over what was counted, and when: only days that cannot both be so are a contradiction.
    apart = "apart" in kinds and role == "time"
    verdict: VerdictName = "incompatible" if apart else "open" if "open" in kinds else "differ"
    detail = "; ".join(dict.fromkeys(fit.detail for fit in between if fit.detail))
    return Comparison(event, role, verdict, _sides(fillers), silent, detail)
