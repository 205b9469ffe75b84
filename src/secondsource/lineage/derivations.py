"""Shared passages, credits and quotations -> which report is made from which, and which share an origin."""

from collections.abc import Mapping, Sequence

from secondsource.lineage.credits import credits_of, credits_outlet
from secondsource.lineage.passages import Shared, find_shared
from secondsource.lineage.quotations import Quotation, quotations_of, same_quotations
from secondsource.model import (
    Derivation,
    Note,
    Published,
    Reading,
    SharedPassage,
    Span,
)
from secondsource.model.lineage import DerivationKind

# Shares of a report's words that lie in another: nearly all is a copy, a third is more than borrowed phrases.
COPY, EDITED = 0.9, 0.3
# Small-letter words, no stopwords, without which a shared passage is but a long name.
OWN_WORDS = 3
# Shared words outside quotation marks that two reporters do not write by chance.
BORROWED = 24


def trace_lineage(readings: Sequence[Reading]) -> tuple[tuple[Derivation, ...], tuple[Note, ...]]:
    """Derivations among reports, and from the agencies they credit; notes where a direction is not known."""
    ordered = sorted(readings, key=_time_of)
    by_id = {reading.report.id: reading for reading in ordered}
    reports = [reading.report for reading in ordered]
    found: dict[tuple[str, str], Derivation] = {}
    notes: list[Note] = []
    for shared in find_shared(reports):
        derivation, note = _derivation(shared, by_id)
        if derivation is not None:
            found[derivation.report, derivation.origin] = derivation
            notes.extend(note)
    for left, right in same_quotations(reports):
        outlets = {by_id[left.report].report.outlet, by_id[right.report].report.outlet}
        if len(outlets) == 1 and None not in outlets:
            continue
        if (right.report, left.report) not in found and (left.report, right.report) not in found:
            found[right.report, left.report] = _same_quotation(left, right, by_id)
    for credit in credits_of(ordered):
        found.setdefault((credit.report, credit.origin), credit)
    place = {reading.report.id: number for number, reading in enumerate(readings)}
    chosen = sorted(
        found.values(), key=lambda one: (place[one.report], place.get(one.origin, len(place)), one.origin)
    )
    return tuple(chosen), tuple(notes)


def _time_of(reading: Reading) -> tuple[str, str]:
    published = reading.report.published
    return published.value or published.earliest or "9999", reading.report.id


def _derivation(shared: Shared, by_id: Mapping[str, Reading]) -> tuple[Derivation | None, tuple[Note, ...]]:
    left, right = by_id[shared.left], by_id[shared.right]
    derived_first, how_known = _direction(left, right, shared)
    report, origin = (left, right) if derived_first else (right, left)
    passages = shared.passages
    if derived_first:
        passages = tuple(SharedPassage(here=one.there, there=one.here) for one in passages)
    share = shared.share_of_left if derived_first else shared.share_of_right
    back = shared.share_of_right if derived_first else shared.share_of_left
    one_outlet = left.report.outlet is not None and left.report.outlet == right.report.outlet
    kind = _kind(report, passages, share, back, shared.words, one_outlet)
    if kind is None:
        return None, ()
    longest = max(passages, key=lambda one: (len(one.here), -one.here.start))
    evidence = (
        f"{share:.0%} of its words stand in the other report, which has {back:.0%} of its own in common",
        f"longest passage: “{_short(longest.here.of(report.report.text))}”",
        how_known or "which of the two came first is not known: neither date nor credit says so",
    )
    note = Note(
        report.report.id,
        longest.here,
        "it shares passages with another report, and which came first is not known",
        "give the days of publication with --published, or read the reports with their dates",
        "lineage.derivations",
    )
    derivation = Derivation(report.report.id, origin.report.id, kind, passages, round(share, 4), evidence)
    return derivation, () if how_known or kind == "shares an origin" else (note,)


def _kind(
    report: Reading,
    passages: Sequence[SharedPassage],
    share: float,
    back: float,
    words: int,
    one_outlet: bool,
) -> DerivationKind | None:
    if share >= COPY:
        return "copy" if back >= COPY else "edited copy"
    if share >= EDITED or back >= COPY:
        return "edited copy"
    if one_outlet:
        # An outlet repeats its own phrases: that says nothing of where its reports come from.
        return None
    outside = _outside_quotations(report, passages)
    if outside >= BORROWED:
        return "quotes"
    return "shares an origin" if words - outside >= 6 or outside >= BORROWED // 2 else None


def _outside_quotations(report: Reading, passages: Sequence[SharedPassage]) -> int:
    text = report.report.text
    quoted = [quotation.span for quotation in quotations_of(report.report)]
    outside = 0
    for passage in passages:
        if not any(
            span.start - 2 <= passage.here.start and passage.here.end <= span.end + 2 for span in quoted
        ):
            outside += len(passage.here.of(text).split())
    return outside


def _direction(left: Reading, right: Reading, shared: Shared) -> tuple[bool, str]:
    """Whether the left report is the derived one, and what says so ('' when nothing does)."""
    credits_left = credits_outlet(right, left.report.outlet)
    credits_right = credits_outlet(left, right.report.outlet)
    if credits_left != credits_right:
        derived, source = (right, left) if credits_left else (left, right)
        return not credits_left, f"it names “{source.report.outlet}”, the outlet of the other"
    earlier = _earlier(left.report.published, right.report.published)
    if earlier is not None:
        first, later = (left, right) if earlier else (right, left)
        days = f"{first.report.published.value} before {later.report.published.value}"
        return not earlier, f"the other was published first: {days}"
    difference = shared.share_of_left - shared.share_of_right
    if abs(difference) >= 0.15 and max(shared.share_of_left, shared.share_of_right) >= COPY:
        return difference > 0, "it is contained in the other, which says more: likely cut from it"
    return False, ""


def _earlier(left: Published, right: Published) -> bool | None:
    if left.value is None or right.value is None or left.value == right.value:
        return None
    return left.value < right.value


def _same_quotation(left: Quotation, right: Quotation, by_id: Mapping[str, Reading]) -> Derivation:
    passage = SharedPassage(here=right.span, there=left.span)
    words = right.span.of(by_id[right.report].report.text)
    return Derivation(
        right.report,
        left.report,
        "shares an origin",
        (passage,),
        0.0,
        (f"both carry the same quotation: “{_short(words)}”",),
    )


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else flat[:60].rpartition(" ")[0] + " … " + flat[-25:].partition(" ")[2]


def inside(span: Span, passages: Sequence[SharedPassage]) -> bool:
    """Whether a span of the derived report lies in one of its shared passages."""
    return any(passage.here.overlaps(span) for passage in passages)
