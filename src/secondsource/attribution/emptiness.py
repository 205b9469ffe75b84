"""Drafts -> those of them in which something is said."""

from collections.abc import Callable
from functools import cache

from secondsource.attribution.cues import cue_of
from secondsource.attribution.draft import QUOTES, Draft
from secondsource.attribution.patients import apposed
from secondsource.attribution.phrases import base, preposition
from secondsource.attribution.speakers import is_personal, medium_of
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model import Span


def without_empty(trees: list[Tree], drafts: list[Draft]) -> list[Draft]:
    """The drafts but those of a reader's in which nothing is said."""
    for draft in drafts:
        _cut_to_apposition(trees[draft.number], draft)
    return [
        one
        for one in drafts
        if not sent_away(trees[one.number], one)
        and not lasted(trees[one.number], one)
        and (one.made_by.startswith("attribution/") or not _is_empty(trees[one.number], one))
    ]


def sent_away(tree: Tree, draft: Draft) -> bool:
    """dismissed [the chief of staff], workers were dismissed: they are sent away, and nothing is denied"""
    if tree.tokens[draft.head].lemma != "dismiss" or not draft.content:
        return False
    inside = tree.inside(draft.content)
    heads = [one for one in inside if tree.tokens[one].head not in inside]
    told = {tree.tokens[one].lemma for one in inside} | {tree.tokens[one].text for one in inside}
    return bool(heads) and is_personal(tree, heads[0]) and not told & (QUOTES | {"as", "him", "her", "it"})


_UNITS = frozenset("second minute hour day week month quarter year decade century while".split())


def lasted(tree: Tree, draft: Draft) -> bool:
    """ruled [for 41 years]: how long it went on, and nothing that is said"""
    inside = tree.inside(draft.content)
    words = [tree.tokens[one] for one in inside]
    nouns = {one.lemma for one in words if one.upos not in ("ADP", "NUM", "DET", "PUNCT", "ADV", "ADJ")}
    marked = any(one.text in QUOTES for one in words)
    return bool(nouns) and nouns <= _UNITS and not marked and words[0].upos == "ADP"


def raised(tree: Tree, draft: Draft) -> bool:
    """It seems to be a show of force; the truce appears to hold: nobody says so but the writer"""
    verbs = {tree.tokens[one].lemma for one in tree.inside(draft.cue) if tree.tokens[one].upos == "VERB"}
    shown = draft.source_head is not None and medium_of(tree, draft.source_head) is not None
    if shown or not verbs or not verbs <= {"seem", "appear"}:
        return False
    below = [tree.tokens[one] for one in tree.children(draft.head)]
    if any(one.upos == "VERB" and cue_of(one.lemma, "verb") is not None for one in below):
        return False  # seems persuaded, seems to have seen
    return not any(
        tree.tokens[one].deprel == "obl" and preposition(tree, one) == "to"
        for one in tree.children(draft.head)
    )


def nobodys_thing(tree: Tree, draft: Draft) -> bool:
    """the first look [at the damage]: no source, and a thing where something said should stand"""
    return not draft.source and not _is_cue(tree, draft) and not _has_clause(tree, draft)


def handed_over(tree: Tree, draft: Draft) -> bool:
    """offered [the guest a tour], gave [them a lift]: who gets something is told of, and no proposition"""
    if _is_cue(tree, draft) or _has_clause(tree, draft):
        return False
    below = [tree.tokens[one].deprel for one in tree.children(draft.head)]
    return "iobj" in below or below.count("obj") > 1


def had(tree: Tree, draft: Draft) -> bool:
    """The pictures provide a rare insight [into the works]: a thing has or gives, and says nothing"""
    head = tree.tokens[draft.head]
    if head.lemma not in _light() or draft.source_head is None or _has_clause(tree, draft):
        return False
    return not is_personal(tree, draft.source_head) and not _is_cue(tree, draft)


def noun_of_none(tree: Tree, draft: Draft) -> bool:
    """their policy of [engagement]: a noun that no table knows, and no clause"""
    return (
        tree.tokens[draft.head].upos == "NOUN" and not _is_cue(tree, draft) and not _has_clause(tree, draft)
    )


RULES: tuple[Callable[[Tree, Draft], bool], ...] = (
    raised, nobodys_thing, handed_over, had, noun_of_none,
)  # fmt: skip


def _is_empty(tree: Tree, draft: Draft) -> bool:
    return any(rule(tree, draft) for rule in RULES)


def _has_clause(tree: Tree, draft: Draft) -> bool:
    """Whether the content is headed by a verb or a predicate, or stands in quotation marks."""
    inside = set(tree.inside(draft.content))
    if not inside or any(tree.tokens[one].text in ("“", '"', "''", "``") for one in inside):
        return True
    tops = [one for one in inside if tree.tokens[one].head not in inside or tree.tokens[one].head == one]
    return any(
        tree.tokens[one].upos in ("VERB", "AUX")
        or any(base(tree.tokens[below].deprel) in ("cop", "nsubj") for below in tree.children(one))
        for one in tops
        if one != draft.head and tree.tokens[one].deprel not in ("amod", "acl")
    )


def _is_cue(tree: Tree, draft: Draft) -> bool:
    """Whether a table knows the cue's verb or noun as one that takes such a content."""
    for one in tree.inside(draft.cue):
        token = tree.tokens[one]
        kind = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.upos)
        found = None if kind is None else cue_of(token.lemma, kind)
        if found is not None and found.frames - {"quote", "doubtful"}:
            return True
    return False


@cache
def _light() -> frozenset[str]:
    return frozenset(row["verb"] for row in load("light_verbs"))


def _cut_to_apposition(tree: Tree, draft: Draft) -> None:
    """missiles, [the Hwasong-18], believed [to reach the coast]: a participle is about the last name"""
    if not draft.content or not draft.cue:
        return
    first = min(draft.content)
    name = apposed(tree, draft.head) if tree.tokens[draft.head].deprel.startswith("acl") else None
    if (
        name is not None
        and first.start < name.start
        and name.end <= draft.cue[0].start
        and first.covers(name)
    ):
        cut = Span(name.start, first.end)
        draft.content = sorted([cut, *(one for one in draft.content if one != first)])
