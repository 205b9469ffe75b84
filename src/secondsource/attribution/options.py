"""What the tree and the trained reader say of one cue -> the sources and the contents to choose among."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from secondsource.attribution.draft import Draft
from secondsource.attribution.proposals import Heard
from secondsource.attribution.quotations import Quotation
from secondsource.attribution.quoting import merge, whole_quotations
from secondsource.attribution.tree import Tree
from secondsource.model import Report, Span
from secondsource.model.placed import Placed

_BREAKS = frozenset(
    "after although and as because before but despite even given including instead just meaning once or "
    "particularly rather since so than though unless until when where whereas which while who with without "
    "yet".split()
)
_MARKS = frozenset({",", ";", "—", "–", "--"})
_STOPPING = _BREAKS | _MARKS
_LEAST = 2


class Option(NamedTuple):
    """Spans that a source or a content may have, who propose them, and the reader's confidence in them."""

    spans: tuple[Span, ...]
    given_by: str
    confidence: float


class Offer(NamedTuple):
    """One cue with what may be its source and its content; `draft` holds what the rules chose so far."""

    draft: Draft
    confidence: float
    sources: tuple[Option, ...]
    contents: tuple[Option, ...]


def offer(
    report: Report, tree: Tree, quotations: Placed[Quotation], draft: Draft, heard: Heard | None
) -> Offer:
    """The options of a draft: as it stands, as the tree had it, as the reader has it, and cut shorter."""
    chosen = "chosen+tree" if heard is None else "chosen"
    named: dict[tuple[Span, ...], str] = {tuple(draft.source): chosen}
    told: dict[tuple[Span, ...], str] = {}
    read: dict[tuple[Span, ...], float] = {}
    wholes: dict[tuple[Span, ...], tuple[Span, ...]] = {}

    def tell(by: str, content: Sequence[Span], confidence: float = 0.0) -> None:
        spans = tuple(content)
        whole = wholes.get(spans)
        if whole is None:
            whole = wholes[spans] = tuple(whole_quotations(report, quotations, draft, list(spans))[0])
        if whole:
            told[whole] = _joined(told[whole], by) if whole in told else by
            if confidence > read.get(whole, 0.0):
                read[whole] = confidence

    tell(chosen, draft.content)
    if heard is not None:
        if heard.source or heard.content:
            named[heard.source] = _joined(named.get(heard.source, "tree"), "tree")
            tell("tree", heard.content)
        for one in heard.sources:
            named[(one.span,)] = _joined(named.get((one.span,), "reader"), "reader")
            read[(one.span,)] = one.confidence
        if heard.contents:
            # Of whom nobody is named to say it, it is said all the same: the envoy was accused of spying.
            patient = [] if heard.source else [span for span in heard.content if span < draft.cue[0]]
            together = merge([*patient, *(one.span for one in heard.contents)])
            tell("reader", together, min([one.confidence for one in heard.contents]))
            best = max(heard.contents, key=lambda one: one.confidence)
            alone = merge([*patient, best.span]) if heard.contents[1:] else together
            tell("reader one", alone, best.confidence)
    named[()] = _joined(named.get((), "nobody"), "nobody")
    for shorter in [cut for spans in told for cut in _cut(tree, quotations, spans)]:
        told[shorter] = _joined(told.get(shorter, "cut"), "cut")
    longer = _to_the_end(tree, tuple(draft.content))
    if longer is not None:
        tell("end", longer)
    return Offer(
        draft,
        0.0 if heard is None else heard.confidence,
        _options(named, read),
        _options(told, read),
    )


@cache
def _joined(given_by: str, by: str) -> str:
    """`reader+tree` and `chosen` -> `chosen+reader+tree`"""
    return "+".join(sorted({*given_by.split("+"), by}))


def _options(given: dict[tuple[Span, ...], str], read: dict[tuple[Span, ...], float]) -> tuple[Option, ...]:
    return tuple([Option(spans, by, read.get(spans, 0.0)) for spans, by in given.items()])


def _cut(tree: Tree, quotations: Placed[Quotation], spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """[it fell], which hurt; [it fell] because it rained: the content up to a place where it may end"""
    if not spans:
        return []
    last, found = spans[-1], list[int]()
    lower, words = tree.lower, tree.within(last)
    if _STOPPING.isdisjoint(lower[words.start : words.stop]):
        return []
    for number in words[_LEAST:-_LEAST]:
        word = lower[number]
        if word in _MARKS or (word in _BREAKS and lower[number - 1] != ","):
            start = tree.tokens[number].start
            if not any(one.span.start < start < one.span.end for one in quotations.reaching(last)):
                found.append(tree.tokens[number - 1].end)
    return [(*spans[:-1], Span(last.start, end)) for end in found[:1] + found[1:][-2:]]


def _to_the_end(tree: Tree, spans: tuple[Span, ...]) -> tuple[Span, ...] | None:
    """The content with all that follows it in its sentence."""
    if not spans:
        return None
    end = next((token.end for token in reversed(tree.tokens) if token.upos != "PUNCT"), None)
    if end is None or not tree.tokens[0].start < spans[-1].end < end:
        return None
    return (*spans[:-1], Span(spans[-1].start, end))
