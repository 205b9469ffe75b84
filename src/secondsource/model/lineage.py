"""Which reports tell of the same happenings, and which is made from another."""

from typing import Literal

import msgspec

from secondsource.model.span import Span

DerivationKind = Literal["copy", "edited copy", "quotes", "shares an origin"]


class Story(msgspec.Struct, frozen=True):
    """Reports (ids, in order) that tell of the same happenings."""

    id: str
    title: str
    reports: tuple[str, ...]


class SharedPassage(msgspec.Struct, frozen=True):
    """The same words in two reports."""

    here: Span
    there: Span


class Derivation(msgspec.Struct, frozen=True):
    """`report` is made from `origin` (a report's id, or an entity id such as `organization/kcna`).

    `how` says what kind; `share` the part of the report's words that are shared; `because` the evidence.
    """

    report: str
    origin: str
    how: DerivationKind
    passages: tuple[SharedPassage, ...] = ()
    share: float = 0.0
    because: tuple[str, ...] = ()
