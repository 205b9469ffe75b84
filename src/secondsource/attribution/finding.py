"""Sentences and mentions -> who says so: every rule in its order, then links, chains and answers."""

from bisect import bisect_right

from secondsource.attribution.answering import see_denials
from secondsource.attribution.answers import bind_answers
from secondsource.attribution.antecedents import find_antecedents
from secondsource.attribution.attitudes import find_attitudes
from secondsource.attribution.choosing import choose, make_offers
from secondsource.attribution.colons import part_at_colons
from secondsource.attribution.commitments import settle_commitments
from secondsource.attribution.draft import Draft
from secondsource.attribution.emptiness import without_empty
from secondsource.attribution.expressions import find_expressions, with_turns
from secondsource.attribution.feelings import find_feelings
from secondsource.attribution.joining import split_sources
from secondsource.attribution.layout import find_announced, find_signed, find_turns
from secondsource.attribution.modifiers import find_according_to, find_hedges, find_views
from secondsource.attribution.nesting import enclose, nest
from secondsource.attribution.nouns import find_nouns
from secondsource.attribution.options import Offer
from secondsource.attribution.pictures import find_releases, put_inside_release
from secondsource.attribution.proposals import weigh_proposals
from secondsource.attribution.quotations import Quotation, find_quotations
from secondsource.attribution.quoting import complete_quotations
from secondsource.attribution.relayed import add_cited, find_relayed, without_overlap
from secondsource.attribution.relays import find_credit, find_retellings, put_inside_credit
from secondsource.attribution.sides import sides_of
from secondsource.attribution.sources import add_time_said, resolve_first_person, resolve_source
from secondsource.attribution.stances import settle_stances
from secondsource.attribution.tree import Tree
from secondsource.attribution.verbs import find_verbs
from secondsource.model import Attribution, Mention, Note, Report, Sentence, Span

RULES = (
    find_releases,
    find_according_to,
    find_views,
    find_verbs,
    find_nouns,
    find_attitudes,
    find_hedges,
)


def find_attributions(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[tuple[Attribution, ...], tuple[Note, ...]]:
    """The attributions of a report in text order, ids `REPORT:aN`, and notes on what cannot be decided."""
    quotations, notes = find_quotations(report)
    trees = [Tree(sentence) for sentence in sentences]
    offers = find_offers(report, sentences, trees, quotations)
    drafts = without_empty(trees, choose(sentences, trees, quotations, offers))
    numbered = [(trees[number], number) for number in _to_be_read(sentences)]
    relayed = [one for tree, number in numbered for one in find_relayed(tree, number)]
    drafts = without_overlap(drafts, relayed)
    cited = add_cited(trees, drafts)
    drafts = without_overlap(drafts, cited)
    part_at_colons(trees, drafts)
    complete_quotations(report, sentences, quotations, drafts)
    drafts = [draft for draft in drafts if draft.content]
    drafts = [one for draft in nest(drafts) for one in split_sources(trees[draft.number], draft)]
    named = by_sentence(sentences, mentions)
    for draft in drafts:
        resolve_source(trees[draft.number], draft, named[draft.number])
        add_time_said(trees[draft.number], draft, named[draft.number])
    enclose(drafts)
    settle_stances(report, trees, drafts)
    settle_commitments(trees, drafts)
    sides = sides_of(report, sentences, trees, mentions, drafts)
    see_denials(trees, sides)
    for draft in sorted(drafts, key=lambda one: one.outer is not None):
        resolve_first_person(trees[draft.number], draft)
    find_antecedents(trees, quotations, named, drafts)
    put_inside_release(trees, drafts)
    bind_answers(trees, sides)
    drafts += find_retellings(sentences, trees, mentions, drafts)
    credit = find_credit(report, sentences, mentions)
    if credit is not None:
        put_inside_credit(credit, drafts)
        drafts.append(credit)
    drafts.sort(key=lambda one: one.place)
    return as_values(report, drafts), tuple(notes)


def find_offers(
    report: Report, sentences: tuple[Sentence, ...], trees: list[Tree], quotations: list[Quotation]
) -> list[Offer]:
    """Every cue that the rules or the reader propose, with the sources and contents that it may have."""
    drafts: list[Draft] = []
    for number in _to_be_read(sentences):
        found = [draft for rule in RULES for draft in rule(trees[number], number)]
        found = without_overlap(found, find_feelings(trees[number], number))
        drafts += with_turns(found, find_expressions(trees[number], number))
    drafts += find_announced(report, sentences, trees, quotations)
    drafts += find_signed(report, sentences, quotations)
    drafts += find_turns(report, sentences)
    drafts, heard = weigh_proposals(report, sentences, trees, drafts)
    return make_offers(report, trees, quotations, drafts, heard)


def _to_be_read(sentences: tuple[Sentence, ...]) -> list[int]:
    return [
        number
        for number, sentence in enumerate(sentences)
        if sentence.part != "furniture" and sentence.tokens
    ]


def by_sentence(sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> list[tuple[Mention, ...]]:
    """The mentions that begin in each sentence."""
    ends = [one.span.end for one in sentences]
    found: list[list[Mention]] = [[] for _ in sentences]
    for mention in mentions:
        number = bisect_right(ends, mention.span.start)
        if number < len(found):
            found[number].append(mention)
    return [tuple(one) for one in found]


_RELATIVE = ("who", "which", "that", "whom")


def _without_relative(text: str, source: list[Span]) -> tuple[Span, ...]:
    """`two officials` and `who` -> the officials: the word that opens their clause names nobody."""
    named = tuple([span for span in source if span.of(text).lower() not in _RELATIVE])
    return named or tuple(source)


def as_values(report: Report, drafts: list[Draft]) -> tuple[Attribution, ...]:
    """Drafts in text order as values with ids."""
    ids = {id(draft): f"{report.id}:a{number}" for number, draft in enumerate(drafts)}
    return tuple(
        Attribution(
            id=ids[id(draft)],
            source=_without_relative(report.text, draft.source),
            cue=tuple(draft.cue),
            content=tuple(draft.content),
            stance=draft.stance,
            source_entity=draft.source_entity,
            how=draft.how,
            antecedent=tuple(draft.antecedent),
            medium=draft.medium,
            commitment=draft.commitment,
            said=draft.said,
            within=ids.get(id(draft.outer)) if draft.outer else None,
            answers=ids.get(id(draft.answers)) if draft.answers else None,
            made_by=draft.made_by,
        )
        for draft in drafts
    )
