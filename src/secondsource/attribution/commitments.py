"""A draft with its stance -> how far the link outside vouches for what is said, on FactBank's scale.

The row of the cue says what its word does by itself; here stands what its surroundings make of it. The first
rule that answers wins.
"""

import re
from collections.abc import Callable

from secondsource.attribution.draft import Draft
from secondsource.attribution.expressions import MADE_BY
from secondsource.attribution.phrases import child, is_gerund, is_passive, preposition
from secondsource.attribution.said import words
from secondsource.attribution.speakers import is_personal
from secondsource.attribution.tree import Tree
from secondsource.model import Token
from secondsource.model.attribution import Commitment

_MAYBE = frozenset("can could may might perhaps possibly maybe hint".split())
_SEEMING = frozenset("appear seem apparently seemingly probably likely".split())
_AGAINST = frozenset("undermine undercut doubt argue militate tell weigh speak".split())
_CHARGING = frozenset("accuse blame charge sue arrest impeach indict cite prosecute try".split())
_TELLING_HOW = frozenset("recount describe relate narrate tell recall explain remember chronicle".split())
_SPEAKING = frozenset({"asserts", "requests", "promises", "threatens", "orders", "believes"})


def settle_commitments(trees: list[Tree], drafts: list[Draft]) -> None:
    """Give every draft the commitment that it has where it stands."""
    for draft in drafts:
        tree = trees[draft.number]
        if not draft.cue or draft.made_by.startswith(("attribution/layout", "attribution/relay")):
            continue
        head = tree.tokens[draft.head]
        near = {tree.tokens[one].lemma for one in tree.inside(draft.cue)} | {
            tree.tokens[one].lemma for one in tree.children(draft.head) if one < draft.head
        }
        near |= {tree.tokens[head.head].lemma} if head.deprel == "xcomp" else set()
        for rule in RULES:
            found = rule(tree, draft, near)
            if found is not None:
                draft.commitment = found
                break


def judged(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """falsely claimed, rightly said: the outlet's own word on it; a false denial is of what is so"""
    if near & words("falsely") and not near & {"not", "never"}:
        return "CT+" if draft.stance == "denies" else "CT-"
    if near & words("hardly so"):
        return "PR-"
    return "CT+" if near & words("rightly") else None


def added(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """..., which may never come; ..., and it probably will: what the outlet goes on to say of it"""
    later = _afterwards(tree, draft)
    if not later:
        return None
    text = " ".join(one.text.lower() for one in later if one.text != "May")
    told = {one.lemma for one in later if one.text != "May"} | set(text.split())
    against = bool(told & words("undoes"))
    if told & words("perhaps"):
        return "PS-" if against else "PS+"
    if told & words("hardly so") or _UNLIKELY.search(text):
        return "PR-"
    if told & words("probably"):
        return "PR-" if against else "PR+"
    if draft.stance == "denies" and _SO_AFTER_ALL.search(text):
        return "CT+"
    if _NOT_DONE.search(text):
        return "CT-"
    return "CT+" if _DONE.search(text) and not against else None


_UNLIKELY = re.compile(
    r"\b(?:nobody|no one|few|none)\b.*\b(?:expects?|thinks?|believes?|likely)\b"
    r"|\blittle (?:hope|chance|prospect)\b|\bis (?:almost surely |probably )?a bluff\b|\bnext to worthless\b"
)
_NOT_DONE = re.compile(
    r"\bin vain\b|\bto no avail\b|\bunheeded\b|\bwent unanswered\b|\bon deaf ears\b"
    r"|\b(?:was|were) (?:refused|ignored|rebuffed)\b"
    r"|\b(?:which|who|they|it|he|she|but|and|that) (?:had |has |have |was |were )?never\b"
    r"|\bnever (?:came|did|happened|was|were)\b"
    r"|\b(?:nobody|no one|none)(?: of them)? (?:obeyed|came|complied|did|moved|left)\b"
    r"|\bignored by\b|\bhad not\b"
    r"|\bdid not (?:happen|come|obey|materialise|materialize)\b|\bno such\b"
    r"|\b(?:was|were) still\b.*\blater\b|\bhad done nothing\b"
)
_DONE = re.compile(
    r"\bobeyed\b|\bcomplied\b|\bduly\b|\band (?:it|they|he|she) did\b|\bdid so\b|\bcame true\b"
    r"|\bas promised\b"
    r"|\bleaves? no doubt\b|\bwithin (?:a|an|the|two|three) (?:day|hour|week)s?\b"
    r"|\bby (?:noon|dusk|dawn|nightfall) \w+ had\b"
)
_SO_AFTER_ALL = re.compile(
    r"\bhad shown\b|\bshow(?:s|ed)?\b|\bproved?\b|\beverybody (?:now )?knows\b|\bconceded\b"
    r"|\badmitted\b|\blater confirmed\b"
)


def _afterwards(tree: Tree, draft: Draft) -> tuple[Token, ...]:
    """The words after a comma, `but` or `although` that follow both the cue and what is said."""
    held = max(span.end for span in (*draft.cue, *draft.source))
    parts = [span for span in draft.content if span.start < tree.tokens[-1].end]
    begins = parts[0].start if parts else held
    later = tree.after(max(held, begins, parts[-1].end if parts else 0))
    for place, one in enumerate(later):
        if one.text in (",", ";", "—") or one.lemma in ("but", "although", "though"):
            return later[place:]
    # The reader may have taken the afterthought for a part of what is said.
    inside = tree.after(held)
    comma = next((place for place, one in enumerate(inside) if one.text == ","), None)
    after = () if comma is None else inside[comma + 1 :]
    if not after or after[0].lemma not in ("which", "something", "a", "though", "although", "but", "and"):
        return ()
    return after


def obeyed(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """persuaded the warlord to free them: so it was done; called in vain for: it was not"""
    if draft.stance not in ("requests", "orders", "promises", "threatens"):
        return None
    if "vain" in tree.words and "in" in tree.words:
        return "CT-"
    negated = near & {
        "not",
        "never",
        "fail",
        "try",
        "refuse",
        "seek",
        "will",
        "would",
        "may",
        "could",
        "should",
    }
    if near & words("brings about") and not negated:
        return "CT+"
    if draft.made_by != MADE_BY or draft.commitment == "Uu":
        return None
    return "PR-" if near & {"hardly", "scarcely", "barely"} else "PS+" if near & _MAYBE else draft.commitment


def seen(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """saw, showed: so it is; appear to show, may have seen: so it seems; “Yes,” he said: he only says so"""
    if draft.stance not in ("perceives", "confirms"):
        return None
    if "claim" in near:
        return "Uu"
    if near & _MAYBE:
        return "PS+"
    if near & _SEEMING:
        return "PR+"
    lemma = tree.tokens[draft.head].lemma
    spoken = draft.made_by != MADE_BY and lemma in words("neutral")
    if draft.stance == "confirms" and (spoken or draft.made_by == MADE_BY):
        return "Uu" if spoken else draft.commitment
    return "Uu" if lemma in ("agree", "endorse", "approve") and draft.stance == "confirms" else "CT+"


def reckoned(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """tracks suggest, is believed to be: the outlet's own reckoning, when nobody is named"""
    if draft.stance not in ("estimates", "believes"):
        return None
    if draft.made_by == MADE_BY:
        return draft.commitment
    if not tree.tokens[draft.head].xpos.startswith("V") or tree.tokens[draft.head].lemma in (
        "determine",
        "resolve",
    ):
        noun = tree.tokens[draft.head].upos == "NOUN"
        return "Uu" if noun and not draft.source else draft.commitment if draft.stance == "believes" else "Uu"
    if draft.source and (draft.stance == "believes" or not near & words("evidence")):
        return None if draft.stance == "believes" else "Uu"
    if draft.source_head is not None and is_personal(tree, draft.source_head):
        return "Uu"
    if draft.stance == "believes" and not is_passive(tree, draft.head):
        return draft.commitment
    return "PS+" if near & _MAYBE or near & words("maybe") else "PR+"


def spoken_against(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """the log belies it, disproves it: evidence that denies is the outlet's own"""
    if draft.stance != "denies":
        return None
    head = draft.source_head
    if head is None or is_personal(tree, head):
        return draft.commitment if draft.made_by == MADE_BY and draft.commitment != "CT-" else "Uu"
    if near & {"disprove", "belie", "debunk", "confute", "explode", "demolish"} or ({"lie", "false"} & near):
        return "CT-"
    if "question" in near:
        return "PS-"
    return "PR-" if near & _AGAINST else draft.commitment if draft.commitment in ("PR-", "PS-") else "Uu"


def taken_for_granted(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """regretted the raid, faulted him for leaving, hushed up the fact: what happened is not in doubt"""
    prepositions = {preposition(tree, one): one for one in tree.children(draft.head) if one > draft.head}
    if draft.stance == "evaluates":
        return "CT+" if happening(tree, draft, prepositions) else "Uu"
    if draft.stance == "accuses":
        deed = prepositions.get("for")
        if deed is None or near & _CHARGING:
            return "Uu"
        return "CT+" if is_gerund(tree, deed) else "Uu"
    if draft.stance == "names":
        return "CT+" if near & words("gives a name") or _own_name(tree, draft) else draft.commitment
    if draft.stance == "declines":
        return (
            "CT+"
            if near & words("keeps back") and _kept_back(tree, draft, near)
            else (draft.commitment if draft.made_by == MADE_BY else "Uu")
        )
    return None


def happening(tree: Tree, draft: Draft, prepositions: dict[str, int]) -> bool:
    """Whether what is judged has taken place: a clause, a gerund, a noun of doing; not a thing or a plan"""
    if tree.tokens[draft.head].lemma in words("neutral") or "as" in prepositions:
        return False
    if child(tree, draft.head, "ccomp") is not None:
        return True
    if any(is_gerund(tree, one) for word, one in prepositions.items() if word):
        return True
    inside = tree.inside(draft.content)
    if any(tree.tokens[one].text.lower() == "what" for one in inside[:2]):
        return False
    within = set(inside)
    tops = [
        one
        for one in inside
        if tree.tokens[one].head not in within and tree.tokens[one].upos in ("NOUN", "VERB")
    ]
    return any(
        tree.tokens[one].lemma in words("happening") or _DEED.search(tree.tokens[one].text.lower())
        for one in tops[:2]
    )


_DEED = re.compile(r"(?:[a-z]{3}ing|[ae]tion|[sz]ition|ssion|[aeiou]sion|[vst]al|isement)$")


def _own_name(tree: Tree, draft: Draft) -> bool:
    """which sailors call Sorrow Rock: a name of its own, not a word of a kind"""
    if tree.tokens[draft.head].lemma not in ("call", "dub", "know"):
        return False
    names = [
        one for one in tree.children(draft.head) if one > draft.head and tree.tokens[one].upos == "PROPN"
    ]
    return any(
        tree.tokens[one].deprel in ("xcomp", "obj", "obl") and preposition(tree, one) in ("", "as")
        for one in names
    )


def _kept_back(tree: Tree, draft: Draft, near: set[str]) -> bool:
    """omitted that, hid the fact that, hushed up the defeat; not ignored the appeal"""
    lemmas = {tree.tokens[one].lemma for one in tree.inside(draft.content)[:4]}
    clause = child(tree, draft.head, "ccomp") is not None
    return (
        clause
        or bool(lemmas & {"fact", "that"})
        or not (near & {"withhold", "ignore", "disregard", "refuse"})
    )


def spoken(tree: Tree, draft: Draft, near: set[str]) -> Commitment | None:
    """said, promised, ordered: nothing follows, unless the row of the word says so; recounted how it broke"""
    if draft.stance not in _SPEAKING:
        return None
    clause = child(tree, draft.head, "ccomp")
    if draft.stance == "asserts" and clause is not None and tree.tokens[draft.head].lemma in _TELLING_HOW:
        opening = tree.tokens[min(tree.subtree(clause))].text.lower()
        return "CT+" if opening in ("how", "why") else draft.commitment
    return "Uu" if draft.stance == "orders" and draft.made_by != MADE_BY else draft.commitment


RULES: tuple[Callable[[Tree, Draft, set[str]], Commitment | None], ...] = (
    judged, added, obeyed, seen, reckoned, spoken_against, taken_for_granted, spoken,
)  # fmt: skip
