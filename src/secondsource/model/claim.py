"""One event or state with its roles, as somebody says it in one report."""

from typing import Literal

import msgspec

Factuality = Literal[
    "happened", "ongoing", "planned", "ordered", "possible", "denied", "hypothetical", "background"
]
RoleName = Literal[
    "actor",
    "recipient",
    "object",
    "instrument",
    "place",
    "time",
    "quantity",
    "occasion",
    "attendee",
    "target",
    "content",
]


class Role(msgspec.Struct, frozen=True):
    """One participant or circumstance of a claim, by the id of the mention that fills it.

    `made_by` is the rule that put it there, for `explain`.
    """

    name: RoleName
    mention: str
    made_by: str = "by hand"


class Claim(msgspec.Struct, frozen=True):
    """What somebody says happened, or is so, in one report.

    `type` is a row of `knowledge/event_types.tsv`; `action` a mention's id; `time` the notation of the Time
    when it happened (None: not told); `attribution` the ids of the links, inward from the outlet (empty: the
    outlet itself says it, naming nobody). `part_of` is the claim of the same report inside which this
    happened (an order given during a visit); `same_as` an earlier claim of the same report told again.
    `factuality_cue` are the words that make it planned, denied, possible.
    """

    id: str
    type: str
    action: str
    roles: tuple[Role, ...]
    sentence: str
    time: str | None = None
    attribution: tuple[str, ...] = ()
    factuality: Factuality = "happened"
    factuality_cue: str | None = None
    foreground: bool = True
    headline: bool = False
    part_of: str | None = None
    same_as: str | None = None
    made_by: str = "by hand"

    def mentions_in(self, role: RoleName) -> tuple[str, ...]:
        """Ids of the mentions that fill a role, in order."""
        return tuple(one.mention for one in self.roles if one.name == role)
