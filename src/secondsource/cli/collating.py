"""A store -> its collation: the stored one when nothing has changed since, else made anew and kept."""

import hashlib
import json

import msgspec

from secondsource.model import Collation, Event
from secondsource.store import Store, made_with


def current_collation(store: Store) -> Collation:
    """The collation of all readings, judgements and reference lists in the store, as of now."""
    kept = store.collation(made_from(store))
    return collate_again(store) if kept is None else kept


def collate_again(store: Store) -> Collation:
    """The collation made now, and kept where the store can be written."""
    from secondsource.collation import collate

    made = collate(store.readings(), store.judgements(), store.references())
    if not store.read_only:
        store.save_collation(made, made_from(store))
    return made


def part_about(collation: Collation, reports: set[str]) -> Collation:
    """What tells of these reports: their stories whole (other reports of them too), and nothing else."""
    stories = tuple(one for one in collation.stories if reports & set(one.reports))
    told = {report for story in stories for report in story.reports} | reports
    names = {story.id for story in stories}
    events = tuple(one for one in collation.events if one.story in names or _reports_of(one) & reports)
    kept = {one.id for one in events}
    return msgspec.structs.replace(
        collation,
        readings=tuple(one for one in collation.readings if one.report.id in told),
        stories=stories,
        derivations=tuple(one for one in collation.derivations if one.report in told),
        events=events,
        comparisons=tuple(one for one in collation.comparisons if one.event in kept),
        findings=tuple(
            one
            for one in collation.findings
            if (one.event in kept if one.event is not None else not one.reports or told & set(one.reports))
        ),
        notes=tuple(one for one in collation.notes if one.report in told),
    )


def _reports_of(event: Event) -> set[str]:
    return {claim.rpartition(":")[0] for claim in event.claims}


def made_from(store: Store) -> str:
    """A hash of all that goes into a collation: it is made anew when this changes."""
    parts = (
        made_with("collation"),
        store.digests(),
        [msgspec.to_builtins(one) for one in store.judgements()],
        [msgspec.to_builtins(one) for one in store.references()],
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
