"""Drafts and quotations -> contents that hold whole quotations, and quotations that go on after the cue."""

from bisect import bisect_right
from itertools import takewhile

from secondsource.attribution.draft import Draft
from secondsource.attribution.quotations import Quotation
from secondsource.model import Report, Sentence, Span
from secondsource.model.placed import Placed

_BIG = 8
_BEFORE, _AFTER = frozenset(",;:.—–- \n"), frozenset(",;:—–- \n")


def complete_quotations(
    report: Report, sentences: tuple[Sentence, ...], quotations: list[Quotation], drafts: list[Draft]
) -> None:
    """Let every content hold the whole of a quotation that it holds a part of; hand on what follows."""
    placed = Placed(quotations, lambda one: one.span)
    for draft in drafts:
        draft.content, quoted = whole_quotations(report, placed, draft, draft.content)
        draft.quoted = draft.quoted or quoted
    _carry_on(report, sentences, placed, quotations, drafts)


def whole_quotations(
    report: Report, quotations: Placed[Quotation], draft: Draft, content: list[Span]
) -> tuple[list[Span], bool]:
    """`“We go. [We stay],” she said` -> `[“We go. We stay,”]`, and whether any of it is quoted."""
    if not content:
        return content, False
    cue, quoted = draft.cue[0], False
    reach = Span(min(content[0].start, cue.start), max(content[-1].end, cue.end))
    for quotation in quotations.reaching(reach):
        if quotation.span.covers(cue):
            content = _kept_inside(quotation.span, draft, content)
            continue
        touching = [span for span in content if span.overlaps(quotation.span)]
        if not touching:
            continue
        quoted = True
        kept = [span for span in content if span not in touching]
        first = min(quotation.span.start, *(span.start for span in touching))
        last = max(quotation.span.end, *(span.end for span in touching))
        content = merge([*kept, Span(first, last)])
    others, text = [*draft.cue, *draft.source], report.text
    tidied = [tidy(text, part) for span in content for part in _without(span, others)]
    return [span for span in tidied if span.start < span.end], quoted


def _kept_inside(quotation: Span, draft: Draft, content: list[Span]) -> list[Span]:
    """“I think [it fell],” she said: what a speaker inside a quotation says ends with it"""
    if not all(quotation.covers(span) for span in draft.source):
        return content
    inside = [
        Span(max(span.start, quotation.start), min(span.end, quotation.end))
        for span in content
        if span.overlaps(quotation)
    ]
    return inside or content


def tidy(text: str, span: Span) -> Span:
    """The stretch without white space, commas and dashes that belong to nobody at its ends."""
    start, end = first, last = span.start, span.end
    while start < end and (text[start] in _BEFORE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _AFTER or text[end - 1].isspace()):
        end -= 1
    return span if start == first and end == last else Span(start, end)


def _without(span: Span, others: list[Span]) -> list[Span]:
    """The span less what belongs to the source and the cue."""
    start, end = span.start, span.end
    parts = [span] if end - start > 1 else []
    for other in others:
        if other.start < end and start < other.end:
            parts = [piece for part in parts for piece in _parted(part, other)]
    return parts


def _parted(part: Span, other: Span) -> list[Span]:
    """What of the part is before and what after the other."""
    if not part.overlaps(other):
        return [part]
    pieces = (Span(part.start, other.start), Span(other.end, part.end))
    return [one for one in pieces if one.end - one.start > 1]


def _carry_on(
    report: Report,
    sentences: tuple[Sentence, ...],
    marks: Placed[Quotation],
    quotations: list[Quotation],
    drafts: list[Draft],
) -> None:
    """A quotation with no cue of its own belongs to the one who spoke last, here or just before."""
    outside = [
        one for one in drafts if not any(mark.span.covers(one.cue[0]) for mark in marks.reaching(one.cue[0]))
    ]
    taken = Placed((span for draft in outside for span in draft.content), lambda span: span)
    # Nobody goes on after an infinitive: they should join `to maintain` it.
    speakers = sorted(
        (
            one
            for one in outside
            if one.strong and one.source and not one.cue[0].of(report.text).startswith("to ")
        ),
        key=lambda one: one.cue[0],
    )
    begins = [one.cue[0].start for one in speakers]
    for quotation in quotations:
        if len(quotation.span) < _BIG or taken.reaching(quotation.span):
            continue
        number = bisect_right(begins, quotation.span.start)
        while number > 0 and speakers[number - 1].cue[0].end > quotation.span.start:
            number -= 1
        if number == 0:
            continue
        home = sentence_at(sentences, quotation.span.start)
        if not _alone(report, sentences, home, quotation):
            continue
        last = speakers[number - 1]
        near = sentences[home].paragraph - sentences[last.number].paragraph
        held = max((span.end for span in last.content), default=0)
        if near == 0 or (near <= 2 and last.quoted and near <= 1 + (held > last.cue[0].end)):
            last.content = merge([*last.content, quotation.span])
            last.quoted = True


def _alone(report: Report, sentences: tuple[Sentence, ...], home: int, quotation: Quotation) -> bool:
    """True when the quotation makes whole sentences: nothing stands beside it, from that at home on."""
    begins = quotation.span.start
    if not sentences[home].span.start <= begins < sentences[home].span.end:
        return False
    following = (sentences[number].span for number in range(home, len(sentences)))
    touched = takewhile(quotation.span.overlaps, following)
    return all(
        report.text[left:right].strip(" \t\n\r.,;—–-") == ""
        for span in touched
        for left, right in ((span.start, min(quotation.span.start, span.end)), (quotation.span.end, span.end))
        if left < right
    )


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> int:
    """The number of the sentence that holds this character, or comes before it."""
    return max(0, bisect_right(sentences, offset, key=lambda one: one.span.start) - 1)


def merge(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    if len(spans) < 2:
        return list(spans)
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
