"""What a finder proposes before mentions are numbered, and which proposals may stand together."""

from collections.abc import Iterable
from typing import NamedTuple

from secondsource.model import Quantity, Span, Time
from secondsource.model.mention import MentionKind


class Candidate(NamedTuple):
    """A span that names something, as a finder sees it; `made_by` is `file.rule`."""

    span: Span
    kind: MentionKind
    value: Time | Quantity | str | None
    entity: str | None
    made_by: str
    confidence: float = 1.0


# Where spans cross, the kind further left stays. Spans that nest may both stand, unless of one family.
_STRENGTH: tuple[MentionKind, ...] = (
    "time", "person", "organization", "state", "place", "facility", "group", "office", "weapon", "occasion",
    "document", "quantity", "thing", "action",
)  # fmt: skip
_FAMILY: dict[MentionKind, str] = {
    "person": "name", "organization": "name", "state": "state", "place": "name", "group": "name",
    "time": "time", "quantity": "quantity", "weapon": "weapon", "facility": "facility", "office": "office",
    "occasion": "occasion", "document": "document", "action": "action", "thing": "thing",
}  # fmt: skip


def keep_compatible(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates in text order without a crossing pair, and without two of one family that overlap."""
    kept: list[Candidate] = []
    proposed = tuple(candidates)
    counts = [one.span for one in proposed if one.kind == "quantity"]
    ranked = sorted(
        (_with_hedge(one, counts) for one in proposed),
        key=lambda one: (_STRENGTH.index(one.kind), -len(one.span), one.span, one.made_by, one.entity or ""),
    )
    standing: dict[int, list[Candidate]] = {}
    for one in ranked:
        places = range(one.span.start, one.span.end)
        others = {id(other): other for place in places for other in standing.get(place, ())}
        if all(_may_stand(one, other) for other in others.values()):
            kept.append(one)
            for place in places:
                standing.setdefault(place, []).append(one)
    return tuple(sorted(kept, key=lambda one: (one.span.start, -one.span.end, _STRENGTH.index(one.kind))))


def _with_hedge(one: Candidate, counts: list[Span]) -> Candidate:
    """`at least 12 people`: a phrase that begins inside a count begins with the count."""
    if one.kind not in ("group", "weapon", "facility", "document"):
        return one
    for count in counts:
        if count.start < one.span.start < count.end < one.span.end:
            return one._replace(span=Span(count.start, one.span.end))
    return one


def _may_stand(one: Candidate, other: Candidate) -> bool:
    if not one.span.overlaps(other.span):
        return True
    kinds = {one.kind, other.kind}
    if _FAMILY[one.kind] == _FAMILY[other.kind]:
        return False
    if kinds == {"time", "occasion"}:
        return True
    if kinds == {"state", "person"}:
        return False
    return _nested(one.span, other.span)


def _nested(left: Span, right: Span) -> bool:
    return left != right and (left.covers(right) or right.covers(left))
