"""Readings -> what each id names, so that cross-report stages look a mention up instead of searching it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from secondsource.model.attribution import Attribution
from secondsource.model.claim import Claim, RoleName
from secondsource.model.mention import Mention
from secondsource.model.reading import Reading
from secondsource.model.sentence import Ledger


@dataclass(frozen=True)
class Index:
    """Everything in some readings by its id; `order` is the place of each report among them.

    Looking up an id that no reading holds raises KeyError.
    """

    readings: dict[str, Reading]
    mentions: dict[str, Mention]
    attributions: dict[str, Attribution]
    claims: dict[str, Claim]
    sentences: dict[str, Ledger]
    order: dict[str, int]

    def report_of(self, id: str) -> str:
        """The report's id that a mention's, claim's or attribution's id starts with."""
        return id.rpartition(":")[0]

    def words(self, mention: str) -> str:
        """The words of a mention as they stand in its report."""
        return self.mentions[mention].text

    def fillers(self, claim: Claim, role: RoleName) -> tuple[Mention, ...]:
        """Mentions that fill a role of a claim, in order; ids that no reading holds are passed over."""
        found = (self.mentions.get(one) for one in claim.mentions_in(role))
        return tuple(one for one in found if one is not None)

    def chain(self, claim: Claim) -> tuple[Attribution, ...]:
        """Who says a claim, inward from the outlet; ids that no reading holds are passed over."""
        found = (self.attributions.get(one) for one in claim.attribution)
        return tuple(one for one in found if one is not None)

    def place_of(self, claim: Claim) -> tuple[int, int]:
        """Order of the claim's report and of its action within it: claims sort by this."""
        action = self.mentions.get(claim.action)
        return self.order[self.report_of(claim.id)], action.span.start if action else 0

    def label(self, report: str) -> str:
        """What a person calls a report: its name without the ending, its outlet, or its id."""
        one = self.readings[report].report
        name = one.name or (PurePath(one.file).name if one.file else "")
        return PurePath(name).stem if name else one.outlet or report


def index_of(readings: Sequence[Reading]) -> Index:
    """An Index over these readings; of two with one id the first stands."""
    by_report: dict[str, Reading] = {}
    for reading in readings:
        by_report.setdefault(reading.report.id, reading)
    kept = list(by_report.values())
    return Index(
        by_report,
        {one.id: one for reading in kept for one in reading.mentions},
        {one.id: one for reading in kept for one in reading.attributions},
        {one.id: one for reading in kept for one in reading.claims},
        {one.sentence: one for reading in kept for one in reading.sentences},
        {id: place for place, id in enumerate(by_report)},
    )
