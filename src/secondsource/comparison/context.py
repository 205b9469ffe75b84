"""What the findings look at: events, comparisons, readings and stories, with the questions they share."""

from dataclasses import dataclass

from secondsource.comparison.fillers import own_claims
from secondsource.knowledge.standing import name_of
from secondsource.model import Claim, Comparison, Derivation, Event, Mention, ReferenceEvent, Story, Time
from secondsource.model.index import Index


@dataclass(frozen=True)
class Context:
    """Everything that many readings gave so far."""

    index: Index
    events: tuple[Event, ...]
    comparisons: tuple[Comparison, ...]
    derivations: tuple[Derivation, ...]
    stories: tuple[Story, ...]
    reference: tuple[ReferenceEvent, ...]

    def own(self, event: Event) -> tuple[Claim, ...]:
        """Claims that tell of the event itself."""
        return own_claims(event, self.index)

    def reports(self, event: Event) -> tuple[str, ...]:
        """Reports that tell of the event, in order."""
        return tuple(dict.fromkeys(self.index.report_of(id) for id in event.claims))

    def actions(self, event: Event) -> tuple[str, ...]:
        """Mentions of the event's actions."""
        return tuple(dict.fromkeys(claim.action for claim in self.own(event)))

    def actors(self, claim: Claim) -> tuple[Mention, ...]:
        """Mentions that fill the claim's actor."""
        return self.index.fillers(claim, "actor")

    def named(self, voice: str) -> str:
        """A voice as a person reads it: the entity's name, or the report that names nobody."""
        if voice.startswith("unnamed in "):
            report, _, words = voice.removeprefix("unnamed in ").partition(" (")
            made_from = name_of(report) if "/" in report else report
            label = self.index.label(report) if report in self.index.readings else made_from
            return f"unnamed in {label}" + (f" ({words}" if words else "")
        return name_of(voice) if "/" in voice else voice

    def times_by_report(self, event: Event) -> dict[str, Time]:
        """The narrowest date that each report gives the event; reports that date it nowhere are left out."""
        found: dict[str, Time] = {}
        for claim in self.own(event):
            for mention in self.index.fillers(claim, "time"):
                value = mention.value
                if isinstance(value, Time) and value.days is not None:
                    report = self.index.report_of(claim.id)
                    held = found.get(report)
                    if held is None or held.days is None or _width(value) < _width(held):
                        found[report] = value
        return found


def _width(time: Time) -> int:
    return time.days[1] - time.days[0] if time.days else 99999
