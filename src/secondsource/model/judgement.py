"""What a person decided: same or not, right or wrong value, with name, time and reason."""

from typing import Literal

import msgspec


class Judgement(msgspec.Struct, frozen=True):
    """A person's decision; it always wins over points and is never written into a claim.

    `about` holds two claim ids (same, not same), or a report's id (published: `value` is the day).
    """

    decision: Literal["same", "not same", "published", "wrong value", "right value"]
    about: tuple[str, ...]
    person: str
    at: str
    reason: str = ""
    value: str | None = None
