"""Quoting at second hand -> two drafts, one inside the other: the agency quoted the leader as saying."""

from secondsource.attribution.cues import cue_of
from secondsource.attribution.draft import Draft, spans_of, trim
from secondsource.attribution.phrases import base, child, group_of, is_passive, subject_of
from secondsource.attribution.tree import Tree
from secondsource.model import Span
from secondsource.model.placed import Placed

MADE_BY = "attribution/relayed"
_QUOTING = frozenset({"quote", "cite", "report"})
_CITING = frozenset({"cite", "quote"})
_REACH = 14


def find_relayed(tree: Tree, number: int) -> list[Draft]:
    """[KCNA] [quoted] [Kim as saying it fell]; [Kim] was quoted by KCNA as [saying] [it fell]"""
    drafts: list[Draft] = []
    if _QUOTING.isdisjoint(tree.words):
        return drafts
    for verb, token in enumerate(tree.tokens):
        if token.lemma not in _QUOTING or not token.xpos.startswith("VB"):
            continue
        saying = _saying_after(tree, verb)
        if saying is None:
            continue
        before = tree.tokens[max(0, verb - 2) : verb]
        passive = is_passive(tree, verb) or any(one.lemma == "be" for one in before)
        between = [one for one in range(verb + 1, saying - 1) if tree.tokens[one].upos != "PUNCT"]
        subject, _ = subject_of(tree, verb)
        if passive:
            speaker = _subject_words(tree, subject, verb)
            relay = [one for one in between if tree.tokens[one].text.lower() != "by"]
        else:
            speaker, relay = between, _subject_words(tree, subject, verb)
        content = _content(tree, saying, min([*speaker, *relay, verb]))
        if not speaker or not content:
            continue
        inner = Draft(number, saying, "asserts", MADE_BY, source_head=_head(tree, speaker), medium="speech")
        inner.source, inner.cue = spans_of(tree, speaker)[:1], spans_of(tree, [saying])
        inner.content = spans_of(tree, content)
        outer = Draft(number, verb, "asserts", MADE_BY, medium="report")
        outer.source = spans_of(tree, relay)[:1]
        outer.source_head = _head(tree, relay) if outer.source else None
        outer.how = "explicit" if outer.source else "unnamed"
        outer.cue = spans_of(tree, [one for one in group_of(tree, verb) if one <= verb])
        outer.content = spans_of(tree, {*speaker, saying, *content} - set(relay) - set(group_of(tree, verb)))
        if inner.source and inner.content and outer.content:
            drafts += [outer, inner]
    return drafts


def _saying_after(tree: Tree, verb: int) -> int | None:
    """The participle after `as`: quoted ... as saying."""
    for one in range(verb + 2, min(verb + _REACH, len(tree.tokens))):
        token = tree.tokens[one]
        cue = cue_of(token.lemma, "verb")
        if token.text.endswith("ing") and tree.tokens[one - 1].text.lower() == "as" and cue is not None:
            return one
    return None


def _subject_words(tree: Tree, subject: int | None, verb: int) -> list[int]:
    return [] if subject is None else [one for one in tree.subtree(subject) if one < verb]


def _content(tree: Tree, saying: int, first: int) -> range:
    """What follows the participle, else the words before everybody's names."""
    begins, ends = trim(tree, saying + 1, len(tree.tokens) - 1)
    after = range(begins, ends + 1)
    if any(tree.tokens[one].upos in ("VERB", "AUX", "NOUN") for one in after):
        return after
    begins, ends = trim(tree, 0, first - 1)
    return range(begins, ends + 1)


def _head(tree: Tree, words: list[int]) -> int | None:
    """The word of a phrase that is governed from outside it."""
    return next((one for one in words if tree.tokens[one].head not in words), words[0] if words else None)


def add_cited(trees: list[Tree], drafts: list[Draft]) -> list[Draft]:
    """Yonhap said it fell, [citing] [a source]: the source says it, and Yonhap relays it."""
    added = []
    for draft in drafts:
        tree = trees[draft.number]
        if not draft.strong or not draft.source or _CITING.isdisjoint(tree.words):
            continue
        # the tree may hang the participle on what is said: nobody who is hit cites
        below = [one for one in tree.children(draft.head) if base(tree.tokens[one].deprel) == "ccomp"]
        for one in (each for head in (draft.head, *below) for each in tree.children(head)):
            token = tree.tokens[one]
            noun = child(tree, one, "obj")
            citing = token.lemma in _CITING and token.text.endswith("ing")
            if not citing or base(token.deprel) != "advcl" or noun is None:
                continue
            inner = Draft(draft.number, one, draft.stance, MADE_BY, source_head=noun, outer=draft)
            inner.source, inner.cue = spans_of(tree, tree.subtree(noun))[:1], [Span(token.start, token.end)]
            inner.content = [span for span in draft.content if not span.overlaps(inner.cue[0])]
            if inner.source and inner.content:
                added.append(inner)
    return added


def without_overlap(drafts: list[Draft], kept: list[Draft]) -> list[Draft]:
    """The drafts whose cue is not also a cue of those kept, and those kept."""
    if not kept:
        return drafts
    cues = Placed((span for one in kept for span in one.cue), lambda span: span)
    return [*kept, *(one for one in drafts if not any(cues.reaching(span) for span in one.cue))]
