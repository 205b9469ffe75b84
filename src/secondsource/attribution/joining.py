"""Drafts with a joint source -> one draft for each who speaks: Russia and North Korea refuted it."""

from dataclasses import replace

from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.tree import Tree


def split_sources(tree: Tree, draft: Draft) -> list[Draft]:
    """One draft for each of the names or nouns that are joined as its source."""
    head = draft.source_head
    if head is None or not draft.source:
        return [draft]
    members = [head, *(one for one in tree.children(head) if tree.tokens[one].deprel == "conj")]
    inside = [one for one in members if _holds(tree, one, draft)]
    if len(inside) < 2 or any(tree.tokens[one].upos not in ("PROPN", "NOUN", "PRON") for one in inside):
        return [draft]
    split = []
    for one in inside:
        others = {word for other in inside if other != one for word in tree.subtree(other)}
        words = [
            word for word in tree.subtree(one) if word not in others or one not in others and word == one
        ]
        if one != head:
            words = list(tree.subtree(one))
        kept = [word for word in words if tree.tokens[word].deprel not in ("cc", "cc:preconj")]
        source = [span for span in spans_of(tree, kept) if any(part.covers(span) for part in draft.source)]
        if not source:
            return [draft]
        split.append(replace(draft, source=source[:1], source_head=one, content=list(draft.content)))
    return split


def _holds(tree: Tree, number: int, draft: Draft) -> bool:
    token = tree.tokens[number]
    return any(span.start <= token.start and token.end <= span.end for span in draft.source)
