"""A Collation -> what every section looks up: letters for reports, places on the page, names for entities."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from secondsource.export.dossier.names import name_in_tables, name_in_words
from secondsource.model import (
    Attribution,
    Claim,
    Collation,
    Comparison,
    Event,
    Finding,
    Mention,
    Quantity,
    Reading,
    Story,
    Time,
)
from secondsource.model.index import Index, index_of


@dataclass(frozen=True)
class Catalogue:
    """Lookups over one Collation.

    Anchors are short and made of places in order (`r2m14`, `e3c1r2`), never of what a report says.
    """

    collation: Collation
    index: Index

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events as the page shows them: story by story, of each the foreground first, else in order."""
        place = {story.id: place for place, story in enumerate(self.collation.stories)}
        order = sorted(
            self.collation.events, key=lambda one: (place.get(one.story, len(place)), not one.foreground)
        )
        return tuple(order)

    @cached_property
    def headings(self) -> dict[str, Story]:
        """Event -> its story, for the first event of each when there are several stories."""
        if len(self.collation.stories) < 2:
            return {}
        stories = {story.id: story for story in self.collation.stories}
        first: dict[str, Event] = {}
        for event in self.events:
            first.setdefault(event.story, event)
        return {event.id: stories[story] for story, event in first.items() if story in stories}

    def story_anchor(self, story: Story) -> str:
        """Where the events of a story begin."""
        return f"s{self.collation.stories.index(story) + 1}"

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of an event on the page, from 1."""
        return {event.id: place for place, event in enumerate(self.events, 1)}

    @cached_property
    def comparisons(self) -> dict[str, tuple[Comparison, ...]]:
        """Comparisons of each event, in order."""
        found: dict[str, list[Comparison]] = {}
        for comparison in self.collation.comparisons:
            found.setdefault(comparison.event, []).append(comparison)
        return {event: tuple(rows) for event, rows in found.items()}

    @cached_property
    def findings(self) -> dict[str | None, tuple[Finding, ...]]:
        """Findings of each event; those of no event on the page under None."""
        found: dict[str | None, list[Finding]] = {}
        for finding in self.collation.findings:
            found.setdefault(finding.event if finding.event in self.number else None, []).append(finding)
        return {event: tuple(rows) for event, rows in found.items()}

    @cached_property
    def answers(self) -> dict[str, tuple[Attribution, ...]]:
        """Attribution -> the denials and confirmations that speak of it."""
        found: dict[str, list[Attribution]] = {}
        for attribution in self.index.attributions.values():
            if attribution.answers:
                found.setdefault(attribution.answers, []).append(attribution)
        return {answered: tuple(rows) for answered, rows in found.items()}

    @cached_property
    def cells(self) -> dict[str, dict[str, str]]:
        """Report -> its mentions, each with the first cell of a matrix in which its words stand."""
        found: dict[str, dict[str, str]] = {}
        for event in self.events:
            for row, comparison in enumerate(self.comparisons.get(event.id, ()), 1):
                for mention in (one for side in comparison.sides for one in side.mentions):
                    if mention in self.index.mentions:
                        report = self.index.report_of(mention)
                        cell = cell_anchor(self.number[event.id], row, self.place(report))
                        found.setdefault(report, {}).setdefault(mention, cell)
        return found

    @cached_property
    def event_of(self) -> dict[str, str]:
        """Claim -> the first event that it tells of."""
        found: dict[str, str] = {}
        for event in self.events:
            for claim in event.claims:
                found.setdefault(claim, event.id)
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        heard: dict[str, Counter[str]] = {}
        for mention in self.index.mentions.values():
            if (
                mention.entity
                and isinstance(mention.value, str)
                and mention.value
                and mention.kind != "action"
            ):
                heard.setdefault(mention.entity, Counter())[mention.value] += 1
        return {entity: min(names, key=lambda name: (-names[name], name)) for entity, names in heard.items()}

    def place(self, report: str) -> int:
        """The number of a report on the page, from 1."""
        return self.index.order[report] + 1

    def letter(self, report: str) -> str:
        """A, B, ... Z, AA, AB, ...: a report's short name on the page; its id when it is not here."""
        if report not in self.index.order:
            return report
        number, letters = self.place(report), ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return letters

    def label(self, report: str) -> str:
        """Who published a report, or what its file is called, or its id."""
        reading = self.index.readings.get(report)
        if reading is None:
            return report
        return reading.report.outlet or self.index.label(report)

    def reading(self, report: str) -> Reading:
        """The reading of this report. Raises KeyError."""
        return self.index.readings[report]

    def mention(self, id: str) -> Mention | None:
        """The mention with this id, or None."""
        return self.index.mentions.get(id)

    def claim(self, id: str) -> Claim | None:
        """The claim with this id, or None."""
        return self.index.claims.get(id)

    def chain(self, claim: Claim) -> tuple[Attribution, ...]:
        """Who says a claim, inward from the outlet."""
        return self.index.chain(claim)

    def anchor(self, id: str) -> str:
        """The place on the page of a mention, attribution, claim or sentence: `r2m14` of `...:m14`."""
        report, _, own = id.rpartition(":")
        return f"r{self.index.order.get(report, -1) + 1}{_safe(own)}"

    def content_anchor(self, attribution: str) -> str:
        """The place of what somebody is said to have said."""
        return f"{self.anchor(attribution)}c"

    def name(self, entity: str) -> str:
        """What a person calls an entity: its name in a table, else in the reports, else its id in words."""
        if entity.startswith("unnamed in "):
            words = entity.partition(" (")[2].removesuffix(")")
            return f"“{words}”" if words else "unnamed"
        if entity in self.index.readings:
            return self.label(entity)
        return name_in_tables(entity) or self._names.get(entity) or name_in_words(entity)


def make_catalogue(collation: Collation) -> Catalogue:
    """A Catalogue over this collation."""
    return Catalogue(collation, index_of(collation.readings))


def report_anchor(place: int) -> str:
    """Where a report's text begins."""
    return f"r{place}"


def event_anchor(number: int) -> str:
    """Where an event begins."""
    return f"e{number}"


def cell_anchor(event: int, row: int, report: int) -> str:
    """One cell of an event's matrix."""
    return f"e{event}c{row}r{report}"


def written_value(value: Time | Quantity | str | None) -> str:
    """A mention's value by its notation; nothing when there is none."""
    return "" if value is None else str(value)


def _safe(own: str) -> str:
    return "".join(one if one.isascii() and one.isalnum() else "-" for one in own)
