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


# The least and the most certainty that each class allows, so that the two never contradict each other.
BOUNDS: dict[Factuality, tuple[float, float]] = {
    "happened": (1.5, 3.0),
    "ongoing": (1.5, 3.0),
    "planned": (-2.5, 2.5),
    "ordered": (-2.5, 2.5),
    "possible": (-2.5, 2.5),
    "hypothetical": (-2.5, 2.5),
    "background": (-2.5, 2.5),
    "denied": (-3.0, -0.5),
}


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
    `factuality_cue` are the words that make it planned, denied, possible; `certainty` how certain the words
    of the report make it, from -3 (it certainly did not and will not happen) through 0 (open) to 3 (it
    certainly did or will), within the BOUNDS of its factuality (None: not weighed).
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
    certainty: float | None = None
    foreground: bool = True
    headline: bool = False
    part_of: str | None = None
    same_as: str | None = None
    made_by: str = "by hand"

    def mentions_in(self, role: RoleName) -> tuple[str, ...]:
        """Ids of the mentions that fill a role, in order."""
        return tuple(one.mention for one in self.roles if one.name == role)
