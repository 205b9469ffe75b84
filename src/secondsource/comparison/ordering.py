"""Events -> findings on their order: what two reports order unlike, and what is told before it is over."""

import re
from collections.abc import Iterator

from secondsource.comparison.context import Context
from secondsource.comparison.dating import windows
from secondsource.model import Event, Finding, Time

# Orders of events are compared among the weightiest events of a story only: pairs grow with the square.
_ORDERED = 25
_LAST_WEEKDAY = re.compile(r"weekday\((\d)\)\)*$")


def order_conflict(context: Context) -> Iterator[Finding]:
    """One report dates the talks before the launch, another after it."""
    dated = [
        (event, times)
        for event in context.events[:_ORDERED]
        if len(times := context.times_by_report(event)) > 1
    ]
    for place, (left, ours) in enumerate(dated):
        for right, theirs in dated[place + 1 :]:
            if left.story != right.story:
                continue
            orders = {report: ours[report].before(theirs[report]) for report in ours if report in theirs}
            first = [report for report, before in orders.items() if before]
            last = [report for report in orders if theirs[report].before(ours[report])]
            if first and last:
                message = (
                    f"{context.index.label(first[0])} puts “{left.title}” before “{right.title}”, "
                    f"{context.index.label(last[0])} after it"
                )
                yield Finding("order conflict", left.id, (), message, (*first, *last))


def no_day_fits(context: Context) -> Iterator[Finding]:
    """A report without a date tells of two events that no one day of publication suits."""
    for id, window in windows(context).items():
        if window.empty:
            message = f"no day of publication fits {context.index.label(id)}: {'; '.join(window.because)}"
            yield Finding("order conflict", None, (), message, (id,))


def told_too_soon(context: Context) -> Iterator[Finding]:
    """Photos released on Saturday show a visit that went on until Saturday; or one of Sunday."""
    for event in context.events:
        for report, (said, time, mentions) in _speech_and_event(event, context).items():
            label = context.index.label(report)
            if said.before(time):
                message = f"{label} has “{event.title}” ({time}) told on {said}, before it began"
                yield Finding("order conflict", event.id, mentions, message, (report,))
            elif _same_last_day(said, time):
                message = (
                    f"{label} has “{event.title}” told on the day it ended ({_shown(said)}): "
                    "it may have gone on after that"
                )
                yield Finding("tight order", event.id, mentions, message, (report,))


def _speech_and_event(event: Event, context: Context) -> dict[str, tuple[Time, Time, tuple[str, ...]]]:
    """Of each report that tells both: when it was told, when it happened, and the mentions of that."""
    index = context.index
    said: dict[str, Time] = {}
    happened: dict[str, tuple[Time, str]] = {}
    for claim in context.own(event):
        report = index.report_of(claim.id)
        if claim.factuality != "happened":
            continue
        for link in index.chain(claim):
            if link.said is not None and report not in said:
                said[report] = Time.parse(link.said)
        for mention in index.fillers(claim, "time"):
            if isinstance(mention.value, Time) and mention.value.kind in ("point", "interval"):
                happened.setdefault(report, (mention.value, mention.id))
    return {
        report: (said[report], happened[report][0], (happened[report][1],))
        for report in said
        if report in happened
    }


def _same_last_day(said: Time, time: Time) -> bool:
    """Whether a time of several days ends on the day of speech, dated or only named."""
    if said.days is not None and time.days is not None:
        return said.days[0] == said.days[1] == time.days[1] > time.days[0]
    if not said.open or not time.open or not time.expression.startswith("between("):
        return False
    mine, theirs = _LAST_WEEKDAY.search(said.expression), _LAST_WEEKDAY.search(time.expression)
    return mine is not None and theirs is not None and mine[1] == theirs[1]


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _shown(said: Time) -> str:
    found = _LAST_WEEKDAY.search(said.expression) if said.open else None
    return _DAYS[int(found[1]) - 1] if found else str(said)
