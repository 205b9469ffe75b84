"""Who says so: source, cue and content of one attribution, its stance, and what encloses it."""

from typing import Literal

import msgspec

from secondsource.model.span import Span

Stance = Literal[
    "asserts",
    "accuses",
    "denies",
    "confirms",
    "orders",
    "promises",
    "threatens",
    "requests",
    "estimates",
    "believes",
    "evaluates",
    "perceives",
    "names",
    "declines",
]
Medium = Literal["speech", "statement", "report", "photo", "video", "document", "post", "unknown"]
Commitment = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Resolution = Literal["explicit", "coreference", "inferred", "unnamed"]


class Attribution(msgspec.Struct, frozen=True):
    """One link of who says so (source, cue and content in the sense of PARC3 and PolNeAR).

    An empty `source` means nobody is named ("was reported"). `source_entity` is who that is, `how` tells
    how it was resolved, `antecedent` the words that a pronoun stands for ("two officials who ...").
    `commitment` is how far the link outside (the outlet, or the enclosing source) vouches, on FactBank's
    scale. `said` is the time of speech as a Time's notation. `within` is the id of the enclosing
    attribution (an agency that quotes a leader), `answers` that of the attribution whose proposition a
    denial or confirmation speaks of.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    source_entity: str | None = None
    how: Resolution = "explicit"
    antecedent: tuple[Span, ...] = ()
    medium: Medium = "unknown"
    commitment: Commitment = "Uu"
    said: str | None = None
    within: str | None = None
    answers: str | None = None
    made_by: str = "by hand"
