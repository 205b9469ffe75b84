"""Claims of an event -> when and where it happened, as narrowly as all who date and place it allow."""

from collections import Counter
from collections.abc import Sequence

from secondsource.events.view import View
from secondsource.knowledge.standing import name_of
from secondsource.model import Time


def time_of_event(views: Sequence[View]) -> str | None:
    """The narrowest time that no other contradicts, else the one most claims give; open ones last."""
    times = [time for view in views for time in view.times]
    dated = [time for time in times if time.days is not None]
    if not dated:
        return str(times[0]) if times else None
    agreed = [one for one in dated if all(one.overlaps(other) for other in dated)]
    if agreed:
        return str(min(agreed, key=lambda time: (_width(time), str(time))))
    counted = Counter(str(time) for time in dated)
    return max(counted, key=lambda written: (counted[written], -len(written), written))


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


def _width(time: Time) -> int:
    return time.days[1] - time.days[0] if time.days else 0
