"""One role of one event across reports, and what an analyst should look at."""

from typing import Literal

import msgspec

VerdictName = Literal["agree", "finer", "differ", "incompatible", "only one", "silent", "open"]


class Side(msgspec.Struct, frozen=True):
    """One value, every mention that gives it, and the reports they stand in."""

    value: str
    mentions: tuple[str, ...]
    reports: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True):
    """A role of an event across reports.

    `sides` run from coarse to fine when the verdict is finer. `silent` lists the reports of the event that
    say nothing of this role.
    """

    event: str
    role: str
    verdict: VerdictName
    sides: tuple[Side, ...]
    silent: tuple[str, ...] = ()
    detail: str = ""


FindingName = Literal[
    "headline not borne out",
    "attribution missing",
    "single voice",
    "party only",
    "date unknown",
    "date assumed",
    "order conflict",
    "tight order",
    "figures differ",
    "disputed",
    "told twice",
    "reference",
    "not in reference",
    "derived report",
    "incomplete chain",
]


class Finding(msgspec.Struct, frozen=True):
    """What an analyst should look at: which event (None: the story), which words, one sentence."""

    what: FindingName
    event: str | None
    mentions: tuple[str, ...]
    message: str
    reports: tuple[str, ...] = ()
