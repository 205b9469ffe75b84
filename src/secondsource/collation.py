"""MANY readings -> Collation: the whole cross-report path on one page.

Readings come in any order and are put into one; what a person judged is an input, and wins.
"""

from collections.abc import Iterable

from secondsource.comparison import compare, find_findings
from secondsource.events import link_events
from secondsource.lineage import add_voices, trace_lineage
from secondsource.model import Collation, Judgement, Reading, ReferenceEvent
from secondsource.stories import group_stories


def collate(
    readings: Iterable[Reading],
    judgements: Iterable[Judgement] = (),
    reference: Iterable[ReferenceEvent] = (),
) -> Collation:
    """Stories, derivations, events, comparisons and findings over all readings."""
    ordered = tuple(sorted(readings, key=lambda one: (one.report.file or "", one.report.name, one.report.id)))
    judged, references = tuple(judgements), tuple(reference)
    derivations, notes_on_lineage = trace_lineage(ordered)
    stories, notes_on_stories = group_stories(ordered, derivations)
    events, notes_on_events = link_events(ordered, stories, derivations, judged)
    events = add_voices(events, ordered, derivations)
    comparisons, notes_on_comparison = compare(events, ordered)
    findings, notes_on_findings = find_findings(
        events, comparisons, ordered, derivations, stories, references
    )
    return Collation(
        readings=ordered,
        stories=stories,
        derivations=derivations,
        events=events,
        comparisons=comparisons,
        findings=findings,
        notes=(
            *notes_on_lineage,
            *notes_on_stories,
            *notes_on_events,
            *notes_on_comparison,
            *notes_on_findings,
        ),
    )
