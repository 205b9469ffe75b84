"""Everything that many readings give together: the result of the cross-report path."""

import msgspec

from secondsource.model.comparison import Comparison, Finding
from secondsource.model.event import Event
from secondsource.model.lineage import Derivation, Story
from secondsource.model.note import Note
from secondsource.model.reading import Reading


class ReferenceEvent(msgspec.Struct, frozen=True):
    """A row of a reference list that the user trusts: ISO date (or month, or year), kind, description."""

    date: str
    kind: str
    description: str
    source: str = ""


class Collation(msgspec.Struct, frozen=True):
    """Stories, derivations, events, comparisons and findings over the readings they were made from."""

    readings: tuple[Reading, ...] = ()
    stories: tuple[Story, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    events: tuple[Event, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
