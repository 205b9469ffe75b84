"""Drafts of a sentence with a colon -> each with its own side: denied it: the ship was at sea, it said."""

from collections import defaultdict

from secondsource.attribution.draft import Draft
from secondsource.attribution.tree import Tree
from secondsource.model import Span


def part_at_colons(trees: list[Tree], drafts: list[Draft]) -> None:
    """Where each side of a colon has a cue of its own, no content runs across it."""
    here: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.cue and draft.content and not draft.made_by.startswith("attribution/layout"):
            here[draft.number].append(draft)
    for number, together in here.items():
        colons = [token for token in trees[number].tokens if token.text == ":"] if len(together) > 1 else []
        for colon in colons[:1]:
            before = [one for one in together if one.cue[0].end <= colon.start]
            after = [
                one
                for one in together
                if colon.end <= one.cue[0].start and max(one.content).end <= one.cue[0].start
            ]
            if not before or not after or _quoted(trees[number], colon.start):
                continue
            for draft in before:
                _keep(draft, Span(0, colon.start))
            for draft in after:
                _keep(draft, Span(colon.end + 1, max(span.end for span in draft.content)))


def _keep(draft: Draft, side: Span) -> None:
    """The part of the content on this side, if it has one."""
    kept = [
        Span(max(one.start, side.start), min(one.end, side.end))
        for one in draft.content
        if one.start < side.end and side.start < one.end
    ]
    draft.content = kept or draft.content


def _quoted(tree: Tree, place: int) -> bool:
    """Whether a quotation is open there."""
    marks = [
        token for token in tree.tokens if token.start < place and token.text in ("“", "”", '"', "``", "''")
    ]
    return len(marks) % 2 == 1
