"""A draft with its stance -> how far the link outside vouches for what is said, on FactBank's scale.

The row of the cue says what its word does by itself; here stands what its surroundings make of it. The first
rule that answers wins.
"""

from collections.abc import Callable
from functools import cache

from secondsource.attribution.draft import Draft
from secondsource.attribution.phrases import child, preposition
from secondsource.attribution.speakers import is_personal, media
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model.attribution import Commitment

_MAYBE = frozenset("can could may might perhaps possibly maybe hint".split())
_SEEMING = frozenset("appear seem apparently seemingly probably likely".split())
_HARDLY = frozenset({"hardly", "doubtful", "worthless", "unlikely"})
_SPEAKING = frozenset({"asserts", "requests", "promises", "threatens", "orders", "believes"})


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in load("stance_words") if row["kind"] == kind)


def settle_commitments(trees: list[Tree], drafts: list[Draft]) -> None:
    """Give every draft the commitment that it has where it stands."""
    for draft in drafts:
        tree = trees[draft.number]
        if not draft.cue or draft.made_by.startswith(("attribution/layout", "attribution/relay")):
            continue
        near = {tree.tokens[one].lemma for one in tree.inside(draft.cue)} | {
            tree.tokens[one].lemma for one in tree.children(draft.head) if one < draft.head
        }
        for rule in RULES:
            found = rule(tree, draft, near)
            if found is not None:
                draft.commitment = found
                break


def added(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """..., which may never come; ..., and it probably will: what the outlet goes on to say of it"""
    if not (tree.words & _words("perhaps") or tree.words & _words("probably") or tree.words & _HARDLY):
        return None
    held = max(span.end for span in (*draft.cue, *draft.source))
    parts = [span for span in draft.content if span.start < tree.tokens[-1].end]
    later = tree.after(max(held, parts[0].start, parts[-1].end) if parts else held)
    opened = next(
        (
            place
            for place, one in enumerate(later)
            if one.text in (",", ";") or one.lemma in ("but", "although")
        ),
        None,
    )
    if opened is None:
        # The reader may have taken the afterthought for a part of what is said.
        inside = tree.after(held)
        comma = next((place for place, one in enumerate(inside) if one.text == ","), None)
        after = () if comma is None else inside[comma + 1 :]
        if not after or after[0].lemma not in ("which", "something", "a", "though", "although", "but", "and"):
            return None
        later, opened = after, 0
    words = {one.lemma for one in later[opened:]} | {one.text.lower() for one in later[opened:]}
    against = bool(words & _words("undoes"))
    if words & _words("perhaps"):
        return "PS-" if against else "PS+"
    if words & _words("probably"):
        return "PR-" if against else "PR+"
    if words & _HARDLY:
        return "PR-"
    return None


def judged(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """falsely claimed, rightly said: the outlet's own word on it"""
    if near & _words("falsely"):
        return "CT-"
    return "CT+" if near & _words("rightly") else None


def seen(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """saw, showed: so it is; appear to show, may have seen: so it seems"""
    if draft.stance not in ("perceives", "confirms"):
        return None
    if "claim" in near:
        return "Uu"
    return "PS+" if near & _MAYBE else "PR+" if near & _SEEMING else "CT+"


def reckoned(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """tracks suggest, is believed to be: the outlet's own reckoning, when nobody is named"""
    if draft.stance not in ("estimates", "believes"):
        return None
    if draft.source and (draft.stance == "believes" or not near & _words("evidence")):
        return None if draft.stance == "believes" else "Uu"
    if draft.source_head is not None and is_personal(tree, draft.source_head):
        return "Uu"
    return "PS+" if near & _MAYBE or near & _words("maybe") else "PR+"


def spoken_against(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """the log belies it, disproves it: evidence that denies is the outlet's own"""
    if draft.stance != "denies" or draft.commitment in ("PR-", "PS-"):
        return None
    head = draft.source_head
    thing = head is not None and not is_personal(tree, head) and media().get(tree.tokens[head].lemma) is None
    if near & {"disprove", "belie", "debunk", "confute"} and thing:
        return "CT-"
    if near & {"question", "undermine"} and thing:
        return "PS-" if "question" in near else "PR-"
    return "PR-" if thing and "doubt" in near else "Uu"


def taken_for_granted(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """regretted the raid, blamed him for leaving, hushed up the fact: what happened is not in doubt"""
    prepositions = {preposition(tree, one) for one in tree.children(draft.head) if one > draft.head}
    if draft.stance == "evaluates":
        return "Uu" if "as" in prepositions or child(tree, draft.head, "xcomp") is not None else "CT+"
    if draft.stance == "accuses":
        return "CT+" if "for" in prepositions and not near & {"charge", "sue", "arrest", "impeach"} else "Uu"
    if draft.stance == "names":
        return "CT+" if near & _words("gives a name") else "Uu"
    if draft.stance == "declines":
        return "CT+" if near & _words("keeps back") else "Uu"
    return None


def spoken(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """said, promised, ordered: nothing follows, unless the row of the word says so"""
    return draft.commitment if draft.stance in _SPEAKING else None


RULES: tuple[Callable[[Tree, Draft, set[str]], Commitment | None], ...] = (
    judged, added, seen, reckoned, spoken_against, taken_for_granted, spoken,
)  # fmt: skip
