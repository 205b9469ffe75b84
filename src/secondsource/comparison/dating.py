"""Undated reports beside dated ones of the same events -> when each can have been published, and why.

Every event that one report dates bounds the others that tell of it: what is told as past was not published
before it, and "on Thursday" not a week after it. A bounded report bounds what it tells of in turn; this goes
on until nothing changes.
"""

from dataclasses import dataclass, field

from secondsource.comparison.context import Context
from secondsource.comparison.timeline import time_of
from secondsource.model import Claim, Event, Time
from secondsource.model.calendar import read_day, written_day
from secondsource.model.reckoning import Days, happened_when, published_when

_ROUNDS = 10
EVER = (-(10**9), 10**9)
_WIDEST = 62  # an event known no better than to two months says little of who tells it


@dataclass
class Window:
    """Days that remain for a report, and what took the others away."""

    first: int = EVER[0]
    last: int = EVER[1]
    because: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether no day fits: what the reports tell contradicts itself."""
        return self.first > self.last

    def narrow(self, first: int, last: int, reason: str) -> bool:
        """Keeps the days from first to last; True when that changed anything."""
        if first <= self.first and last >= self.last:
            return False
        self.first, self.last = max(self.first, first), min(self.last, last)
        self.because.append(reason)
        return True


@dataclass(frozen=True)
class _Told:
    """An event's days with the reports that gave them."""

    days: Days
    reports: frozenset[str]


def windows(context: Context) -> dict[str, Window]:
    """The days that remain for each undated report by what the other reports tell; none without a reason."""
    found: dict[str, Window] = {}
    for id, reading in context.index.readings.items():
        published = reading.report.published
        if published.status in ("unknown", "inferred"):
            found[id] = Window(
                read_day(published.earliest) if published.earliest else EVER[0],
                read_day(published.latest) if published.latest else EVER[1],
            )
    told = {event.id: one for event in context.events if (one := _told(event, context)) is not None}
    telling = [
        (event, claim, report)
        for event in context.events if found
        for claim in context.own(event)
        if (report := context.index.report_of(claim.id)) in found
    ]  # fmt: skip
    for _ in range(_ROUNDS):
        changed = [_narrow(context, event, claim, found[report], told) for event, claim, report in telling]
        changed += [_learn(context, event, claim, found[report], told) for event, claim, report in telling]
        if not any(changed):
            break
    return {id: window for id, window in found.items() if window.because}


def _told(event: Event, context: Context) -> _Told | None:
    """The days of an event that some report dates."""
    time = time_of(event)
    if time is None or time.open or time.days is None or time.days[1] - time.days[0] > _WIDEST:
        return None
    return _Told(time.days, frozenset(context.times_by_report(event)))


def _narrow(context: Context, event: Event, claim: Claim, window: Window, told: dict[str, _Told]) -> bool:
    """What another report dates bounds the report that tells of it."""
    known, report = told.get(event.id), context.index.report_of(claim.id)
    if known is None or window.empty or not known.reports - {report}:
        return False
    others = sorted(known.reports - {report}, key=context.index.order.__getitem__)
    who = ", ".join(context.index.label(one) for one in others)
    changed = False
    day = written_day(known.days[0])
    if claim.factuality == "happened":
        reason = f"it tells of “{event.title}”, which {who} dates"
        changed = window.narrow(known.days[0], EVER[1], f"not before {day}: {reason}")
    for words, expression in _open_times(context, claim):
        days = published_when(expression, known.days, claim.factuality == "planned")
        if days is not None:
            reason = f"it tells of “{event.title}” with “{words}”, which {who} dates {_written(known.days)}"
            changed |= window.narrow(*days, f"{_written(days)}: {reason}")
    return changed


def _learn(context: Context, event: Event, claim: Claim, window: Window, told: dict[str, _Told]) -> bool:
    """What a bounded report tells relative to itself is bounded too, where nobody dates it better."""
    if window.empty or window.last - window.first > _WIDEST:
        return False
    known, report = told.get(event.id), context.index.report_of(claim.id)
    changed = False
    for _, expression in _open_times(context, claim):
        days = happened_when(expression, (window.first, window.last), claim.factuality == "planned")
        if days is None:
            continue
        if known is None:
            known = told[event.id] = _Told(days, frozenset((report,)))
            changed = True
    return changed


def _open_times(context: Context, claim: Claim) -> list[tuple[str, str]]:
    """Words and expression of the times of a claim that only its day of publication would date."""
    return [
        (mention.text, mention.value.expression)
        for mention in context.index.fillers(claim, "time")
        if isinstance(mention.value, Time) and mention.value.open and mention.value.expression
    ]


def _written(days: Days) -> str:
    first, last = written_day(days[0]), written_day(days[1])
    return first if first == last else f"{first}/{last}"
