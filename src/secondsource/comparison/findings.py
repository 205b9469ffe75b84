"""Events, comparisons, readings -> what an analyst should look at: one function for each kind of finding."""

from collections.abc import Callable, Iterator, Sequence

from secondsource.comparison.context import Context
from secondsource.comparison.dating import EVER, Window, windows
from secondsource.comparison.headlines import headline_not_borne_out
from secondsource.comparison.ordering import no_day_fits, order_conflict, told_too_soon
from secondsource.comparison.references import against_reference
from secondsource.comparison.sources import attribution_missing, incomplete_chain, party_only, single_voice
from secondsource.comparison.timeline import time_of
from secondsource.model import (
    Comparison,
    Derivation,
    Event,
    Finding,
    Note,
    Published,
    Reading,
    ReferenceEvent,
    Story,
    Time,
)
from secondsource.model.calendar import written_day
from secondsource.model.index import index_of


def find_findings(
    events: Sequence[Event],
    comparisons: Sequence[Comparison],
    readings: Sequence[Reading],
    derivations: Sequence[Derivation],
    stories: Sequence[Story],
    reference: Sequence[ReferenceEvent] = (),
) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """Findings in the order of FINDERS, then of events; the same finding is given once."""
    context = Context(
        index_of(readings),
        tuple(events),
        tuple(comparisons),
        tuple(derivations),
        tuple(stories),
        tuple(reference),
    )
    found = dict.fromkeys(finding for finder in FINDERS for finding in finder(context))
    return tuple(found), ()


def disputed(context: Context) -> Iterator[Finding]:
    """One side claims it and another denies it."""
    for event in context.events:
        if event.status == "disputed":
            against = [voice.voice for voice in event.voices.who if voice.stance == "denies"]
            mentions = context.actions(event)
            who = ", ".join(context.named(one) for one in against) or "a denial"
            yield Finding(
                "disputed", event.id, mentions, f"“{event.title}” is denied by {who}", context.reports(event)
            )


def told_twice(context: Context) -> Iterator[Finding]:
    """One report tells one event at two places: one event, not two."""
    for event in context.events:
        # Who tells the main event in the headline and again below has told nothing twice.
        reports = context.reports(event)
        for report in reports if len(reports) == 1 else ():
            own = [claim for claim in context.own(event) if context.index.report_of(claim.id) == report]
            sentences = dict.fromkeys(claim.sentence for claim in own)
            again = [
                link
                for link in event.links
                if {reason.name for reason in link.reasons} & {"told again", "headline"}
                and context.index.report_of(link.left) == context.index.report_of(link.right) == report
            ]
            if len(sentences) > 1 and again:
                yield Finding(
                    "told twice",
                    event.id,
                    tuple(claim.action for claim in own),
                    f"{context.index.label(report)} tells “{event.title}” {len(sentences)} times: one event",
                    (report,),
                )


def figures_differ(context: Context) -> Iterator[Finding]:
    """Sixty drones in one report, about a hundred in another."""
    for one in context.comparisons:
        if one.role == "quantity" and one.verdict in ("differ", "incompatible"):
            figures = " · ".join(
                f"{side.value} ({', '.join(context.index.label(report) for report in side.reports)})"
                for side in one.sides
            )
            reports = tuple(dict.fromkeys(report for side in one.sides for report in side.reports))
            mentions = tuple(mention for side in one.sides for mention in side.mentions)
            yield Finding("figures differ", one.event, mentions, f"the figures differ: {figures}", reports)


def date_unknown(context: Context) -> Iterator[Finding]:
    """Thursday, in a report that does not say when it was published."""
    for event in context.events:
        time = time_of(event)
        if not event.foreground or time is None or not time.open:
            continue
        times = [
            mention
            for claim in context.own(event)
            for mention in context.index.fillers(claim, "time")
            if isinstance(mention.value, Time)
        ]
        undated = {
            context.index.report_of(mention.id)
            for mention in times
            if context.index.readings[context.index.report_of(mention.id)].report.published.value is None
        }
        if not undated:
            continue
        words = ", ".join(dict.fromkeys(f"“{mention.text}”" for mention in times)) or event.time
        yield Finding(
            "date unknown",
            event.id,
            tuple(mention.id for mention in times),
            f"“{event.title}” is not dated: {words} cannot be placed without a day of publication",
            context.reports(event),
        )
    bounded = windows(context)
    for id, reading in context.index.readings.items():
        published = reading.report.published
        if published.status in ("unknown", "inferred"):
            label = context.index.label(id)
            bounds = "".join(
                f"; {one}" for one in (_own_bounds(published), _bound_by_others(bounded.get(id))) if one
            )
            yield Finding(
                "date unknown", None, (), f"{label} does not say when it was published{bounds}", (id,)
            )


def _own_bounds(published: Published) -> str:
    """What the report itself tells of its day."""
    if published.earliest is None and published.latest is None:
        return ""
    because = f" ({published.because[0]})" if published.because else ""
    return f"between {published.earliest or '?'} and {published.latest or '?'}{because}"


def _bound_by_others(window: Window | None) -> str:
    """What the days that other reports give leave for this one."""
    if window is None or window.empty:
        return ""
    because = "; ".join(window.because)
    if len(window.because) == 1 or window.last == EVER[1]:
        return because
    return f"with what others tell {written_day(window.first)}/{written_day(window.last)} ({because})"


def date_assumed(context: Context) -> Iterator[Finding]:
    """The day of publication is only what a search of the page gave, and days in the text count from it."""
    for id, reading in context.index.readings.items():
        published = reading.report.published
        if published.status == "found" and any(one.startswith("htmldate") for one in published.because):
            message = f"the day of publication of {context.index.label(id)} is a guess: {published.value}"
            yield Finding("date assumed", None, (), f"{message} ({published.because[0]})", (id,))


def derived_report(context: Context) -> Iterator[Finding]:
    """A report that is a copy of another is no second source."""
    label = context.index.label
    for one in context.derivations:
        if one.how in ("copy", "edited copy"):
            origin = label(one.origin) if one.origin in context.index.readings else context.named(one.origin)
            because = f": {one.because[0]}" if one.because else ""
            reports = (one.report, one.origin) if one.origin in context.index.readings else (one.report,)
            message = f"{label(one.report)} is made from {origin} ({one.how}){because}"
            yield Finding("derived report", None, (), message, reports)


FINDERS: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    disputed, headline_not_borne_out, attribution_missing, single_voice, party_only, incomplete_chain,
    figures_differ, order_conflict, no_day_fits, told_too_soon, told_twice, derived_report, date_unknown,
    date_assumed, against_reference,
)  # fmt: skip
