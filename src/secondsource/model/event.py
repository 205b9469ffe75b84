"""What several claims are about, why they are held to be one, and who stands behind it."""

from typing import Literal

import msgspec

from secondsource.model.attribution import Stance

Status = Literal[
    "happened (as claimed)",
    "disputed",
    "alleged",
    "denied",
    "ongoing (as claimed)",
    "planned",
    "ordered",
    "possible",
    "hypothetical",
    "background",
]


class Reason(msgspec.Struct, frozen=True):
    """One reason for or against two claims being one event; `detail` quotes both values."""

    name: str
    points: float
    detail: str


class Link(msgspec.Struct, frozen=True):
    """Two claims held to be of one event; the sum of points decides."""

    left: str
    right: str
    reasons: tuple[Reason, ...]


class Voice(msgspec.Struct, frozen=True):
    """Who stands behind a claim: an entity id or `unnamed in REPORT`; `party`: has it a part in the event?"""

    voice: str
    stance: Stance
    party: bool
    reports: tuple[str, ...]


class Voices(msgspec.Struct, frozen=True):
    """How many independent voices: an interval, who they are, and the evidence, a sentence each."""

    least: int
    most: int
    who: tuple[Voice, ...] = ()
    because: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True):
    """What several claims are about.

    `claims` are ordered by report and place. `time` is a Time's notation, `place` a name with its entity id.
    """

    id: str
    type: str
    title: str
    claims: tuple[str, ...]
    status: Status
    voices: Voices
    story: str
    time: str | None = None
    place: str | None = None
    links: tuple[Link, ...] = ()
    foreground: bool = True
