"""A span that names something: its kind, its words, its value, and who found it."""

from typing import Literal

import msgspec

from secondsource.model.quantity import Quantity
from secondsource.model.span import Span
from secondsource.model.time import Time

MentionKind = Literal[
    "time",
    "quantity",
    "person",
    "organization",
    "state",
    "group",
    "office",
    "place",
    "facility",
    "weapon",
    "occasion",
    "document",
    "action",
    "thing",
]


class Mention(msgspec.Struct, frozen=True):
    """Words of a report that name something.

    `value` is a Time or Quantity, or the normalised name as text; `entity` is an id beyond the words:
    `state/KP`, `person/kim-jong-un`, `organization/kcna`, `weapon/missile/ballistic/icbm/hwasong-18`,
    `place/1871859` (GeoNames), `site/sohae`, `event/visit` for an action's type; None when nothing is known.
    `made_by` names the rule or model; `confidence` is 0 to 1.
    """

    id: str
    span: Span
    text: str
    kind: MentionKind
    value: Time | Quantity | str | None = None
    entity: str | None = None
    made_by: str = "by hand"
    confidence: float = 1.0
