"""Drafts -> drafts without doubles, each with the draft that encloses it."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from secondsource.attribution.draft import Draft
from secondsource.model import Span

# How many drafts away another one can enclose or repeat a draft; keeps the time linear in the length.
NEAR = 60


def nest(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order; of two with one cue and one source the longer content stays."""
    ordered = sorted(drafts, key=lambda one: (one.place, -_size(one.content), one.made_by))
    kept: list[Draft] = []
    reached = 0
    for draft in ordered:
        first, last = _hull(draft.cue)
        if first >= reached or not any(_same(draft, other) for other in kept[-NEAR:]):
            kept.append(draft)
            reached = max(reached, last)
    return kept


def enclose(drafts: list[Draft]) -> None:
    """A draft whose cue lies in another's content lies within it."""
    reaches = [(*_hull(one.content), one) for one in drafts]
    furthest = list(accumulate((last for _, last, _ in reaches), max))
    nearest = list(accumulate((first for first, _, _ in reversed(reaches)), min))[::-1]
    for place, draft in enumerate(drafts):
        if draft.outer is None:
            # No content before the first ends late enough, none after the last begins early enough.
            first = bisect_left(furthest, draft.cue[0].end)
            last = bisect_right(nearest, draft.cue[0].start)
            draft.outer = _enclosing(draft, reaches[max(first, place - NEAR) : min(last, place + NEAR)])


def _size(spans: list[Span]) -> int:
    return sum([one.end - one.start for one in spans])


def _hull(spans: list[Span]) -> tuple[int, int]:
    """Where the first of the spans begins and the last ends."""
    return min([one.start for one in spans]), max([one.end for one in spans])


def _same(left: Draft, right: Draft) -> bool:
    """Two drafts with a cue in common and the same source say the same."""
    if not any(a.overlaps(b) for a in left.cue for b in right.cue):
        return False
    return not left.source or not right.source or _share_source(left, right)


def _enclosing(draft: Draft, reaches: list[tuple[int, int, Draft]]) -> Draft | None:
    """The draft with the smallest content that covers this one's cue."""
    cue = draft.cue[0]
    around = [
        one
        for first, last, one in reaches
        if first <= cue.start
        and cue.end <= last
        and one is not draft
        and any(span.covers(cue) for span in one.content)
        and not any(span.covers(one.cue[0]) for span in draft.content)
    ]
    return min(
        around, key=lambda one: (_size(one.content), not _share_source(draft, one), one.place), default=None
    )


def _share_source(draft: Draft, outer: Draft) -> bool:
    """France and Spain plan to ask: what France asks is in what France plans."""
    return any(a.overlaps(b) for a in draft.source for b in outer.source)
