"""Offers -> drafts: the likeliest source and content of each cue; what is likely none is left out."""

from collections.abc import Callable

from secondsource.attribution.draft import Draft
from secondsource.attribution.expressions import MADE_BY
from secondsource.attribution.odds import Signs, likelihood
from secondsource.attribution.options import Offer, Option, offer
from secondsource.attribution.proposals import Heard, head_in
from secondsource.attribution.quotations import Quotation
from secondsource.attribution.signs import Place, content_signs, cue_signs, source_signs
from secondsource.attribution.tree import Tree
from secondsource.knowledge.event_tree import deeds
from secondsource.model import Report, Sentence
from secondsource.model.placed import Placed

LEAST, LEAST_NESTED, LEAST_CUE = 0.25, 0.15, 0.7
# Where a mere phrase is the content, the word may well have another sense: "dated a million guys".
LEAST_PHRASE = 0.3
# "attacked the plan" is said, "attacked the base" done: a verb of deeds and no clause ask for more.
LEAST_DEED = 0.5
# A word or turn that has no other sense, and nobody who says it: a passive.
LEAST_SURE = 0.2


def make_offers(
    report: Report,
    trees: list[Tree],
    quotations: list[Quotation],
    drafts: list[Draft],
    heard: dict[int, Heard],
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
    kept, waiting = list[Draft](), list[Draft]()
    for one in offers:
        odds = _decide(trees, sentences, placed, one) if is_open(one.draft) else 1.0
        if odds >= LEAST:
            kept.append(one.draft)
        elif odds >= LEAST_NESTED:
            waiting.append(one.draft)
    if waiting:
        said = Placed((span for one in kept for span in one.content), lambda span: span)
        kept += [one for one in waiting if any(span.covers(one.cue[0]) for span in said.reaching(one.cue[0]))]
    chosen = {id(one) for one in kept}
    return [one.draft for one in offers if id(one.draft) in chosen]


def _decide(
    trees: list[Tree], sentences: tuple[Sentence, ...], quotations: Placed[Quotation], one: Offer
) -> float:
    """Gives the draft its likeliest source and content; how likely all of it is right, 1 when kept anyhow.

    What is dropped whatever its source and content are is left as it is, and is 0.
    """
    draft, tree = one.draft, trees[one.draft.number]
    deed = is_deed(tree, draft)
    least = LEAST_DEED if deed else LEAST_NESTED
    kept = is_known(draft) and not deed
    if not one.contents:
        return float(kept)
    place, cue = Place(tree, sentences[draft.number], one), 1.0
    if not kept:
        cue = likelihood(cue_signs(place, is_quoted(quotations, draft)))
        sure = cue >= (LEAST_SURE if is_sure(draft) else LEAST_CUE)
        kept = sure and is_sound(draft) and not deed
        if cue < least and not kept:
            return 0.0
    named, source = _likeliest(place, one.sources, source_signs, kept)
    if cue * named < least and not kept:
        return 0.0  # no content makes it likelier
    told, content = _likeliest(place, one.contents, content_signs, kept)
    _take(tree, draft, source, content)
    odds = 1.0 if kept else cue * named * told
    return odds if odds >= (least if draft.strong else max(least, LEAST_PHRASE)) else 0.0


def _likeliest(
    place: Place, options: tuple[Option, ...], signs: Callable[[Place, Option], list[Signs]], kept: bool
) -> tuple[float, Option]:
    """How likely the likeliest option is, and which it is: the first of equals, the only one unasked."""
    if kept and len(options) == 1:
        return 1.0, options[0]
    odds = [likelihood(signs(place, one)) for one in options]
    best = max(odds)
    return best, options[odds.index(best)]


def is_deed(tree: Tree, draft: Draft) -> bool:
    """Whether its verb tells a deed too, and no clause or quotation shows that it says so."""
    return not draft.strong and draft.made_by != MADE_BY and tree.tokens[draft.head].lemma in deeds()


def is_sound(draft: Draft) -> bool:
    """Whether a rule found it without a doubt, by a word that is known to be a cue."""
    return draft.made_by.startswith("attribution/") and not draft.doubtful


def is_known(draft: Draft) -> bool:
    """Whether a whole turn of phrase says it, or a word that has no other sense, and somebody does."""
    return is_sure(draft) and bool(draft.source)


def is_sure(draft: Draft) -> bool:
    """Whether a whole turn of phrase says it, or a word that has no other sense, whoever does."""
    return (draft.made_by == MADE_BY or draft.certain) and not draft.doubtful


def is_open(draft: Draft) -> bool:
    """Whether anything about a draft is to be chosen: layout speaks for itself, and so does `reportedly`."""
    hedge = draft.made_by == "attribution/hedge" and draft.strong
    return not hedge and not draft.made_by.startswith(("attribution/layout", "attribution/release"))


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
