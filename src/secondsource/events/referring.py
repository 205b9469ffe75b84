"""Views -> views in which "the visit" knows which earlier claim of its report it refers back to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.events.circumstances import country, place, time
from secondsource.events.figures import counts_part
from secondsource.events.kinds import kin_of
from secondsource.events.participants import actor, target, thing
from secondsource.events.view import View, views_of
from secondsource.model import Claim
from secondsource.model.index import Index

_AGAINST = ("other ", "next day", "object in other", "target in other", "actor of another")


def told_views(claims: Sequence[Claim], index: Index) -> dict[str, View]:
    """A view of each claim by its id, with what it refers back to."""
    views = views_of(claims, index)
    return {id: replace(views[id], antecedent=earlier) for id, earlier in _antecedents(views).items()}


def _antecedents(views: Mapping[str, View]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    told: dict[str, list[View]] = defaultdict(list)
    for id, view in views.items():
        found[id] = _antecedent(view, told[view.report]) if view.points_back else None
        told[view.report].append(view)
    return found


def _antecedent(view: View, earlier: Sequence[View]) -> str | None:
    """The nearest claim of the same type before it that nothing speaks against, else of a kind of it.

    "the attack in Taiz" is not the attack in Sanaa; "his visit" is nobody else's. "The visits" are
    what was called a visit rather than the guidance given on it.
    """
    likely = [
        (kin, one.claim.id)
        for one in reversed(earlier)
        if one.action != view.action and (kin := kin_of(one, view)) is not None and _may_be(one, view)
    ]
    return next((id for kin, id in likely if kin == "same"), next((id for _, id in likely), None))


def _may_be(earlier: View, later: View) -> bool:
    against = (rule(earlier, later) for rule in (actor, thing, target, place, country, time))
    if any(one is not None and one.name.startswith(_AGAINST) for one in against):
        return False
    return not counts_part(earlier, later)
