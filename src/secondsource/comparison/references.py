"""Events against a list that the user trusts -> which rows match, and what the list does not know of."""

from collections.abc import Iterator, Sequence

from secondsource.comparison.context import Context
from secondsource.comparison.timeline import time_of
from secondsource.knowledge.event_tree import ancestry, rows
from secondsource.knowledge.words import senses_of
from secondsource.model import Event, Finding, ReferenceEvent, Time
from secondsource.model.calendar import civil, month_length, unit_bounds, written_day

# More rows than this in the window say nothing about one event.
_MOST = 6
# A list that has fewer rows of a kind within a year before and after is not a list of that kind.
_DENSE, YEAR = 4, 365
# Events that lists of weapons are lists of.
_SHOOTING = frozenset({"test", "launch"})


def against_reference(context: Context) -> Iterator[Finding]:
    """A launch in late July: the list knows one on 24 July; later in that month it knows none."""
    days = [(row, span) for row in context.reference if (span := _days(row.date)) is not None]
    if not days:
        return
    for event in context.events:
        told_of = [(row, span) for row, span in days if _of_kind(row, event, context)]
        window, because = _window(event, context)
        if not told_of or window is None:
            continue
        first, last = min(span[0] for _, span in told_of), max(span[1] for _, span in told_of)
        # Where the list itself does not reach, its silence says nothing.
        if window[1] < first or window[0] > last:
            continue
        matching = [row for row, span in told_of if span[0] <= window[1] and window[0] <= span[1]]
        when = f"{written_day(window[0])}/{written_day(window[1])}"
        around = sum(span[0] - YEAR <= window[1] and window[0] <= span[1] + YEAR for _, span in told_of)
        if not matching and around >= _DENSE:
            near = _nearest([span for _, span in told_of], window)
            message = f"“{event.title}” ({when}{because}): the reference list knows of none then{near}"
            yield Finding(
                "not in reference", event.id, context.actions(event), message, context.reports(event)
            )
        elif 0 < len(matching) <= _MOST:
            listed = "; ".join(dict.fromkeys(f"{row.date} {row.description}"[:120] for row in matching))
            message = f"“{event.title}” ({when}{because}): in the reference list: {listed}"
            yield Finding("reference", event.id, context.actions(event), message, context.reports(event))


def _nearest(spans: Sequence[tuple[int, int]], window: tuple[int, int]) -> str:
    before = max((span[1] for span in spans if span[1] < window[0]), default=None)
    after = min((span[0] for span in spans if span[0] > window[1]), default=None)
    told = [f"the last before is of {written_day(before)}"] if before is not None else []
    told += [f"the next of {written_day(after)}"] if after is not None else []
    return f" ({', '.join(told)})" if told else ""


def _days(date: str) -> tuple[int, int] | None:
    """First and last day number of an ISO day, month or year; None when it is none of them."""
    try:
        numbers = [int(part) for part in date.strip().split("-")]
        return unit_bounds(*numbers[:3]) if numbers and len(numbers) <= 3 else None
    except ValueError:
        return None


def _of_kind(row: ReferenceEvent, event: Event, context: Context) -> bool:
    """Whether a row's kind (its description, where it has none) names the event's type, or its weapon.

    "missile" is the kind of a missile launch; "diplomatic" is not, though its row may speak of one.
    """
    told = set(senses_of(row.kind)) or set(senses_of(row.description))
    weapons = {
        sense
        for claim in context.own(event)
        for mention in context.index.fillers(claim, "object")
        if (mention.entity or "").startswith("weapon/")
        for sense in senses_of(str(mention.entity).split("/")[1])
    }
    if weapons and _SHOOTING & set(ancestry(event.type)):
        return bool(told & weapons)
    for one in ancestry(event.type)[:2]:
        known = rows().get(one, {})
        nouns = f"{known.get('name', '')} {known.get('nouns', '')} {known.get('verbs', '')}"
        if told & set(senses_of(nouns.replace("|", " ").replace("_", " "))):
            return True
    return False


def _window(event: Event, context: Context) -> tuple[tuple[int, int] | None, str]:
    """The days the event may have been on; "later in the same month" counts from the event told before it."""
    time = time_of(event)
    words = [
        (mention.text.casefold(), claim)
        for claim in context.own(event)
        for mention in context.index.fillers(claim, "time")
    ]
    later = next((claim for text, claim in words if "same month" in text or "that month" in text), None)
    if later is not None:
        before = _told_before(event, later.id, context)
        if before is not None and before.days is not None:
            year, month, day = civil(before.days[1])
            last = before.days[1] - day + month_length(year, month)
            if last > before.days[1]:
                return (before.days[1] + 1, last), ", after what is told before it"
    return (time.days if time is not None else None), ""


def _told_before(event: Event, claim: str, context: Context) -> Time | None:
    """The date, from any report, of the event that the claim's report tells of last before the claim."""
    index = context.index
    place = index.place_of(index.claims[claim])
    best: tuple[tuple[int, int], Time] | None = None
    for other in context.events:
        time = time_of(other)
        if other.id == event.id or other.story != event.story or time is None or time.days is None:
            continue
        if time.days[1] - time.days[0] > 15:
            continue
        for id in other.claims:
            told = index.place_of(index.claims[id])
            if told[0] == place[0] and told[1] < place[1] and (best is None or told > best[0]):
                best = (told, time)
    return best[1] if best else None
