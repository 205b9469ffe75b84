"""Everything that one report gives: the result of the per-report path."""

import msgspec

from secondsource.model.attribution import Attribution
from secondsource.model.claim import Claim
from secondsource.model.mention import Mention
from secondsource.model.note import Note
from secondsource.model.report import Report
from secondsource.model.sentence import Ledger


class Reading(msgspec.Struct, frozen=True):
    """One report and what was read out of it; ids are made of the report's id and a number."""

    report: Report
    sentences: tuple[Ledger, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()

    def mention(self, id: str) -> Mention:
        """The mention with this id. Raises KeyError when the report has none such."""
        for one in self.mentions:
            if one.id == id:
                return one
        raise KeyError(id)
