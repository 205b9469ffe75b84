"""Claims of an event -> when and where it happened, as narrowly as all who date and place it allow."""

from collections import Counter
from collections.abc import Sequence

from secondsource.events.view import View
from secondsource.knowledge.standing import name_of
from secondsource.model import Time

# Of the times that most others allow, those with this part of their support may be narrower.
ENOUGH = 0.8


def time_of_event(views: Sequence[View]) -> str | None:
    """The narrowest time that hardly any other contradicts; an open one when none is dated."""
    times = [time for view in views for time in view.times]
    dated = [time for time in times if time.days is not None]
    if not dated:
        return str(times[0]) if times else None
    support = [sum(bool(one.overlaps(other)) for other in dated) for one in dated]
    agreed = [one for one, count in zip(dated, support, strict=True) if count >= ENOUGH * max(support)]
    return str(min(agreed, key=lambda time: (_width(time), _minutes(time), str(time))))


def place_of_event(views: Sequence[View]) -> str | None:
    """The place that most claims name, those in a gazetteer first: its name, with its id in brackets."""
    counted: Counter[tuple[bool, str]] = Counter()
    shown: dict[str, str] = {}
    for view in views:
        for mention in view.fillers.get("place", ()):
            located = bool(mention.entity) and str(mention.entity).startswith(("place/", "site/"))
            key = mention.entity or " ".join(mention.text.split())
            counted[located, key] += 1
            shown.setdefault(key, " ".join(mention.text.split()))
    if not counted:
        return None
    order = list(counted)
    located, key = max(counted, key=lambda one: (one[0], counted[one], -order.index(one)))
    if "/" not in key:
        return key
    return f"{shown[key] if located else name_of(key)} ({key})"


def _minutes(time: Time) -> bool:
    """Whether it is told without a time of day: of two times on one day the one with the hour is narrower."""
    return "T" not in (time.begin_earliest or "")


def _width(time: Time) -> int:
    return time.days[1] - time.days[0] if time.days else 0
