"""Drafts and mentions -> who each source is, by name, pronoun or paper, and when it spoke."""

from secondsource.attribution.draft import Draft
from secondsource.attribution.phrases import base, child
from secondsource.attribution.speakers import medium_of, pronoun_of
from secondsource.attribution.tree import Tree
from secondsource.model import Mention, Span, Time

SPEAKERS = frozenset({"person", "organization", "state", "group", "office"})
_BODIES = SPEAKERS - {"state"}
_CITIES = frozenset({"place"})
_HOLDERS = SPEAKERS | _CITIES


def resolve_source(tree: Tree, draft: Draft, mentions: tuple[Mention, ...]) -> None:
    """Fill `source_entity` and `how`, from the mention at the head of the source."""
    head = draft.source_head
    if head is None or not draft.source:
        return
    token = tree.tokens[head]
    if token.text.lower() in ("who", "which", "that"):
        clause = tree.tokens[token.head]
        if clause.deprel.startswith("acl") and clause.head != token.head:
            head = clause.head
            draft.how = "coreference"
    elif token.upos == "PRON":
        draft.how = "coreference"
    owner = _owner(tree, head) if medium_of(tree, head) else None
    for place in (head, owner) if owner is None else (owner, head):
        mention = None if place is None else _mention_at(tree, place, mentions)
        if mention is not None and mention.entity is not None:
            draft.source_entity = mention.entity
            same = [one for one in mentions if one.entity == mention.entity and _held(draft, one)]
            if not any(_names(one) for one in (mention, *same)):
                draft.how = "coreference"
            return
    held = [one for one in mentions if one.kind in _BODIES and one.entity and _held(draft, one)]
    beside = [one for one in held if _is_beside(tree, head, one.span)]
    bodies = [one for one in held if one.kind != "person"]
    if beside or bodies:
        draft.source_entity = min(beside or bodies, key=lambda one: one.span).entity
        draft.how = draft.how if beside else "inferred"


def _names(mention: Mention) -> bool:
    """Whether these words name somebody, rather than point back."""
    if mention.text.lower() in ("it", "he", "she", "they"):
        return False
    return not mention.text[:1].islower() or str(mention.entity).split("/")[0] in mention.text.lower()


def _is_beside(tree: Tree, head: int, span: Span) -> bool:
    """[the envoy], [Anna Berg]; not: [a member of] [Berg]'s cabinet"""
    place = next((one for one, token in enumerate(tree.tokens) if span.start <= token.start < span.end), None)
    while place is not None and place != head:
        token = tree.tokens[place]
        above = tree.tokens[token.head]
        if not span.start <= above.start < span.end and base(token.deprel) not in (
            "appos",
            "flat",
            "parataxis",
            "list",
        ):
            return False
        place = None if token.head == place else token.head
    return place == head


def resolve_first_person(tree: Tree, draft: Draft) -> None:
    """`“I think it fell,” Kim said`: I is who speaks around it; we are those for whom he speaks."""
    if draft.source_head is None or draft.outer is None or draft.outer.source_entity is None:
        return
    word = pronoun_of(tree.tokens[draft.source_head].text)
    if word in ("i", "me", "my", "we", "us", "our"):
        draft.source_entity = draft.outer.source_entity
        draft.how = "coreference" if word in ("i", "me", "my") else "inferred"


def _held(draft: Draft, mention: Mention) -> bool:
    return any(span.covers(mention.span) for span in draft.source)


def _owner(tree: Tree, head: int) -> int | None:
    """[KCNA]'s report; a statement by [the ministry]; photos released by [KCNA]"""
    owner = child(tree, head, "nmod:poss")
    if owner is not None:
        return owner
    for one in tree.children(head):
        token = tree.tokens[one]
        if base(token.deprel) == "nmod":
            case = child(tree, one, "case")
            if case is not None and tree.tokens[case].lemma in ("by", "from", "of"):
                return one
        if token.deprel == "compound" and token.upos == "PROPN":
            return one
    return None


def _mention_at(tree: Tree, number: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention of somebody who can speak at this word: the longest; a city only when nobody else."""
    token = tree.tokens[number]
    begins, ends = token.start, token.end
    here = [
        one for one in mentions if one.span.start <= begins and ends <= one.span.end and one.kind in _HOLDERS
    ]
    if len(here) < 2:
        return here[0] if here else None
    return min(here, key=lambda one: (one.entity is None, one.kind in _CITIES, -len(one.span)))


def add_time_said(tree: Tree, draft: Draft, mentions: tuple[Mention, ...]) -> None:
    """Kim said [on Friday] that ...: a time that the cue governs is when it was said."""
    if not draft.cue:
        return
    low, high = draft.cue[0].start, draft.cue[-1].end
    for mention in mentions:
        if mention.kind != "time" or not isinstance(mention.value, Time):
            continue
        if any(span.covers(mention.span) for span in draft.cue):
            draft.said = str(mention.value)
            return
        if any(span.overlaps(mention.span) for span in draft.content) or not _inside(tree, mention.span):
            continue
        if _governed(tree, mention.span, draft.head) or 0 <= mention.span.start - high <= 4:
            draft.said = str(mention.value)
            return
        if 0 <= low - mention.span.end <= 1 and not draft.source:
            draft.said = str(mention.value)
            return


def _inside(tree: Tree, span: Span) -> bool:
    return bool(tree.tokens) and tree.tokens[0].start <= span.start and span.end <= tree.tokens[-1].end


def _governed(tree: Tree, span: Span, head: int) -> bool:
    """The time's own head hangs from the cue."""
    inside = [
        one for one, token in enumerate(tree.tokens) if span.start <= token.start and token.end <= span.end
    ]
    return any(tree.tokens[one].head == head and one != head for one in inside)
