"""What the tree and the trained reader say of one cue -> the sources and the contents to choose among."""

from collections.abc import Sequence
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
    named: dict[tuple[Span, ...], set[str]] = {tuple(draft.source): {"chosen"}}
    told: dict[tuple[Span, ...], set[str]] = {}
    read: dict[tuple[Span, ...], float] = {}

    def tell(by: str, spans: Sequence[Span], confidence: float = 0.0) -> None:
        whole = tuple(whole_quotations(report, quotations, draft, list(spans))[0])
        if whole:
            told.setdefault(whole, set()).add(by)
            read[whole] = max(read.get(whole, 0.0), confidence)

    tell("chosen", draft.content)
    if heard is None:
        named[tuple(draft.source)].add("tree")
        tell("tree", draft.content)
    else:
        if heard.source or heard.content:
            named.setdefault(heard.source, set()).add("tree")
            tell("tree", heard.content)
        for one in heard.sources:
            named.setdefault((one.span,), set()).add("reader")
            read[(one.span,)] = one.confidence
        if heard.contents:
            # Of whom nobody is named to say it, it is said all the same: the envoy was accused of spying.
            patient = [] if heard.source else [span for span in heard.content if span < draft.cue[0]]
            together = merge([*patient, *(one.span for one in heard.contents)])
            tell("reader", together, min(one.confidence for one in heard.contents))
            best = max(heard.contents, key=lambda one: one.confidence)
            tell("reader one", merge([*patient, best.span]), best.confidence)
    named.setdefault((), set()).add("nobody")
    for spans in list(told):
        for shorter in _cut(tree, quotations, spans):
            told.setdefault(shorter, set()).add("cut")
    longer = _to_the_end(tree, tuple(draft.content))
    if longer is not None:
        tell("end", longer)
    return Offer(
        draft,
        0.0 if heard is None else heard.confidence,
        _options(named, read),
        _options(told, read),
    )


def _options(
    given: dict[tuple[Span, ...], set[str]], read: dict[tuple[Span, ...], float]
) -> tuple[Option, ...]:
    return tuple(Option(spans, "+".join(sorted(by)), read.get(spans, 0.0)) for spans, by in given.items())


def _cut(tree: Tree, quotations: Placed[Quotation], spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """[it fell], which hurt; [it fell] because it rained: the content up to a place where it may end"""
    if not spans:
        return []
    last = spans[-1]
    inside = [
        number
        for number, token in enumerate(tree.tokens)
        if last.start <= token.start and token.end <= last.end
    ]
    found = []
    quoted = [one.span for one in quotations.reaching(last)]
    for number in inside[_LEAST:-_LEAST] if len(inside) > 2 * _LEAST else []:
        token = tree.tokens[number]
        if any(span.start < token.start < span.end for span in quoted):
            continue
        comma = token.text in (",", ";", "—", "–", "--")
        if comma or (token.text.lower() in _BREAKS and tree.tokens[number - 1].text != ","):
            found.append((*spans[:-1], Span(last.start, tree.tokens[number - 1].end)))
    return found[:1] + found[1:][-2:]


def _to_the_end(tree: Tree, spans: tuple[Span, ...]) -> tuple[Span, ...] | None:
    """The content with all that follows it in its sentence."""
    words = [token for token in tree.tokens if token.upos != "PUNCT"]
    if not spans or not words or not spans[-1].end < words[-1].end or spans[-1].end <= tree.tokens[0].start:
        return None
    return (*spans[:-1], Span(spans[-1].start, words[-1].end))
