"""Offers -> drafts: the likeliest source and content of each cue; what is likely none is left out."""

from secondsource.attribution.draft import Draft
from secondsource.attribution.odds import likelihood
from secondsource.attribution.options import Offer, Option, offer
from secondsource.attribution.proposals import Heard, head_in
from secondsource.attribution.quotations import Quotation
from secondsource.attribution.signs import Place, content_signs, cue_signs, source_signs
from secondsource.attribution.tree import Tree
from secondsource.model import Report, Sentence
from secondsource.model.placed import Placed

LEAST = 0.3


def make_offers(
    report: Report, trees: list[Tree], quotations: list[Quotation], drafts: list[Draft], heard: dict[int, Heard]
) -> list[Offer]:
    """What may be the source and content of every draft; layout and credits are as they are."""
    placed = Placed(quotations, lambda one: one.span)
    return [offer(report, trees[one.number], placed, one, heard.get(id(one))) for one in drafts]


def choose(
    sentences: tuple[Sentence, ...], trees: list[Tree], quotations: list[Quotation], offers: list[Offer]
) -> list[Draft]:
    """The drafts of all offers that are likely enough, each with its best source and content.

    Without a reader that proposes anything there is nothing to weigh the rules by: all stay as they are.
    """
    if not any(one.proposals for one in sentences):
        return [one.draft for one in offers if not one.draft.doubtful]
    placed = Placed(quotations, lambda one: one.span)
    kept = []
    for one in offers:
        if not is_open(one.draft):
            kept.append(one.draft)
            continue
        number = one.draft.number
        place = Place(trees[number], sentences[number], one)
        quoted = is_quoted(placed, one.draft)
        named = max(one.sources, key=lambda each: likelihood(source_signs(place, each)))
        told = max(one.contents, key=lambda each: likelihood(content_signs(place, each)), default=None)
        if told is None:
            continue
        odds = likelihood(cue_signs(place, quoted))
        odds *= likelihood(source_signs(place, named)) * likelihood(content_signs(place, told))
        if odds >= LEAST:
            _take(trees[number], one.draft, named, told)
            kept.append(one.draft)
    return kept


def is_open(draft: Draft) -> bool:
    """Whether anything about a draft is to be chosen: layout speaks for itself."""
    return not draft.made_by.startswith(("attribution/layout", "attribution/release"))


def is_quoted(quotations: Placed[Quotation], draft: Draft) -> bool:
    """Whether the cue stands in a quotation."""
    return any(one.span.covers(draft.cue[0]) for one in quotations.reaching(draft.cue[0]))


def _take(tree: Tree, draft: Draft, source: Option, content: Option) -> None:
    draft.content = list(content.spans)
    if list(source.spans) == draft.source:
        return
    draft.source = list(source.spans)
    draft.source_head = head_in(tree, draft.source[0]) if draft.source else None
    draft.how = "explicit" if draft.source else "unnamed"
    draft.made_by = draft.made_by.partition(":")[0]
