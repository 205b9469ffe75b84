"""Readings -> what each id names, so that cross-report stages look a mention up instead of searching it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from secondsource.model.attribution import Attribution
from secondsource.model.claim import Claim, RoleName
from secondsource.model.mention import Mention
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.sentence import Ledger

_JOINT = re.compile(r"[\s_.–-]+")
_LONG = 12  # letters of a name that needs no shortening


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
    labels: dict[str, str]

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
        """What a person calls a report: its name as far as no other begins so, its outlet, or its id."""
        return self.labels[report]


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
        _labels([one.report for one in kept]),
    )


def _labels(reports: Sequence[Report]) -> dict[str, str]:
    """`000_bd023858ab87aa8f` is 000 when no other begins so; a name that two have gets its folder or id."""
    whole = {one.id: _name(one) for one in reports}
    for ways in (_with_folder, _with_id):
        told = Counter(whole.values())
        whole = {
            one.id: ways(one, whole[one.id]) if told[whole[one.id]] > 1 else whole[one.id] for one in reports
        }
    beginnings = {id: _beginnings(name) for id, name in whole.items()}
    told = Counter(beginning for of_one in beginnings.values() for beginning in of_one)
    return {
        id: next((one for one in beginnings[id] if told[one] == 1 and len(one) > 1), name)
        if len(name) > _LONG
        else name
        for id, name in whole.items()
    }


def _name(report: Report) -> str:
    name = report.name or (PurePath(report.file).name if report.file else "")
    return PurePath(name).stem if name else report.outlet or report.id


def _with_folder(report: Report, name: str) -> str:
    folder = PurePath(report.file).parent.name if report.file else ""
    return f"{folder}/{name}" if folder else name


def _with_id(report: Report, name: str) -> str:
    return f"{name} {report.id}"


def _beginnings(name: str) -> list[str]:
    """The name up to each place where a word of it ends, shortest first."""
    return [name[: found.start()] for found in _JOINT.finditer(name) if found.start()] + [name]
