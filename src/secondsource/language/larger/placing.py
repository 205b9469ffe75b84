"""What a larger reader says of stretches of a report -> proposals where it fits the words, else notes."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import structs

from secondsource.knowledge import load
from secondsource.model import Note, Proposal, Report, Sentence, Span

# what a reader without confidences is taken to be worth: nearly what the shipped one calls sure
USUAL = 0.7
UNKNOWN = "?"


class Told(NamedTuple):
    """A stretch and what it is said to be; `words` is what the reader says stands there."""

    layer: str
    label: str
    span: Span
    words: str
    confidence: float = USUAL
    of: Span | None = None


def kind_of(label: str) -> str:
    """GPE -> place; empty for what is none of our kinds (DATE), UNKNOWN for what no table row knows."""
    for row in load("reader_labels"):
        if row["label"] == label.lower():
            return row["kind"]
    return UNKNOWN


def place(
    report: Report, sentences: tuple[Sentence, ...], told: Iterable[Told], made_by: str
) -> tuple[list[Proposal], list[Note]]:
    """Proposals of what stands in the text, begins and ends with words, and keeps within its sentence."""
    begins = {token.start for sentence in sentences for token in sentence.tokens}
    ends = {token.end for sentence in sentences for token in sentence.tokens}
    bounds = [sentence.span.start for sentence in sentences]
    kept: list[Proposal] = []
    notes: list[Note] = []
    for one in told:
        span = one.span
        home = sentences[max(0, bisect_right(bounds, span.start) - 1)].span
        if one.label == UNKNOWN:
            why = "is of no kind that is known"
        elif not 0 <= span.start < span.end <= len(report.text) or span.of(report.text) != one.words:
            why = "does not stand there"
        elif span.start not in begins or span.end not in ends:
            why = "does not begin and end with words"
        elif one.layer == "entity" and span.end > home.end:
            why = "runs over the end of a sentence"
        else:
            kept.append(Proposal(one.layer, one.label, span, one.confidence, made_by, one.of))
            continue
        notes.append(dropped(report, span, f"{one.label} “{one.words[:60]}”", why, made_by))
    return kept, notes


def dropped(report: Report, span: Span, what: str, why: str, made_by: str) -> Note:
    """The note on something said that is not kept."""
    inside = Span(min(span.start, len(report.text)), min(span.end, len(report.text)))
    where = inside if inside.start < inside.end else None
    advice = "it was dropped; look at the words yourself"
    return Note(report.id, where, f"the reader's {what} {why}", advice, f"language/{made_by}")


def put(
    sentences: tuple[Sentence, ...], layers: frozenset[str], within: list[Span], new: list[Proposal]
) -> tuple[Sentence, ...]:
    """The sentences with what stood in these layers within the stretches taken out, and the new put in."""
    bounds = [sentence.span.start for sentence in sentences]
    added: dict[int, list[Proposal]] = {}
    for one in new:
        added.setdefault(max(0, bisect_right(bounds, one.span.start) - 1), []).append(one)
    found = []
    for number, sentence in enumerate(sentences):
        read = any(sentence.span.overlaps(span) for span in within)
        old = [one for one in sentence.proposals if not (read and one.layer in layers)]
        every = sorted(old + added.get(number, []), key=lambda one: (one.span, one.layer, one.label))
        found.append(structs.replace(sentence, proposals=tuple(every)))
    return tuple(found)
