"""A draft in its sentence -> its stance: the word of the cue, what stands beside it, and what is said.

Each rule answers with a stance or None, and the first that answers wins; what no rule knows keeps the stance
of its row in the table. Words that decide are rows of `knowledge/stance_words.tsv`.
"""

from collections.abc import Callable

from secondsource.attribution.beside import beside_it
from secondsource.attribution.draft import Draft
from secondsource.attribution.phrases import base, child, only_late, preposition
from secondsource.attribution.said import Said, lemmas_of, words
from secondsource.attribution.spoken import (
    NO,
    by_words,
    harmful,
    is_neutral,
    judged,
    people,
    said_outright,
    told_to,
)
from secondsource.attribution.tree import Tree
from secondsource.attribution.wrongs import countered, wronged
from secondsource.model import Report
from secondsource.model.attribution import Stance

_VOWS = frozenset("vow promise pledge swear dangle undertake".split())
_DONE = frozenset("accuses asserts confirms denies orders promises requests threatens".split())


def settle_stances(report: Report, trees: list[Tree], drafts: list[Draft]) -> None:
    """Give every draft the stance that it has where it stands."""
    for draft in drafts:
        tree = trees[draft.number]
        if not draft.cue or draft.made_by.startswith(("attribution/layout", "attribution/relay")):
            continue
        cue = tree.inside(draft.cue)
        if not cue:
            continue
        text = " ".join(span.of(report.text) for span in draft.content).replace("’", "'")
        said = Said(tree, draft, cue, lemmas_of(tree, cue), text)
        for rule in RULES:
            stance = rule(said)
            if stance is not None:
                draft.stance = stance
            if stance is not None and stance != "asserts":
                break


def unsaid(said: Said) -> Stance | None:
    """never accused, has yet to confirm, did not rule out, stopped short of saying: a word not given"""
    tree, draft = said.tree, said.draft
    if draft.stance not in _DONE:
        return None
    head = tree.tokens[draft.head]
    before = [one for one in tree.children(draft.head) if one <= draft.head]
    near = {tree.tokens[one].text.lower() for one in before if not only_late(tree, one)}
    near |= {"not" for one in before if one == draft.source_head and _nobody(tree, one)}
    if draft.made_by != "attribution/expressions":
        near |= {tree.tokens[one].text.lower() for one in said.cue if not only_late(tree, one)}
    if near & NO and head.lemma not in ("but", "only"):
        return "declines"
    held = said.lemmas | ({tree.tokens[head.head].lemma} if base(head.deprel) == "xcomp" else set())
    if draft.stance == "accuses" and _none_of_it(said):
        return "declines"
    if "yet" in near or held & {"refuse", "decline", "fail", "neglect"} and head.xpos == "VB":
        return "declines"
    return None


def turned_away(said: Said) -> Stance | None:
    """rejected the claim: denies; rejected a call: declines; rejected the deal: as the table has it"""
    tree, head = said.tree, said.draft.head
    if not said.lemmas & words("turns away"):
        return None
    things = {child(tree, head, "obj", "nsubj:pass", "obl")} - {None}
    if tree.tokens[head].deprel == "acl" and tree.tokens[head].xpos == "VBN":
        things = {tree.tokens[head].head}
    things |= {
        one
        for one in said.cue
        if tree.tokens[one].upos == "NOUN" and tree.tokens[one].deprel in ("obj", "obl")
    }
    if said.draft.made_by == "attribution/expressions":
        things |= {one for one in tree.children(head) if set(tree.children(one)) & set(said.cue)}
    nouns = {tree.tokens[one].lemma for one in things if one is not None}
    if nouns & words("charge") or nouns & words("claim"):
        return "denies"
    return "declines" if nouns & words("wish") else None


def warned(said: Said) -> Stance | None:
    """warned against travelling: requests; that rain would come: estimates; of retaliation: threatens"""
    tree, draft = said.tree, said.draft
    if not said.lemmas & {"warn", "warning", "caution"}:
        return None
    told = child(tree, draft.head, "obj", "iobj")
    if "against" in {preposition(tree, one) for one in tree.children(draft.head)} or told_to(said):
        return "requests"
    if (
        harmful(said)
        or by_words(said) == "threatens"
        or (told is not None and said.content_lemmas() & words("harm"))
    ):
        return "threatens"
    if {tree.tokens[one].text.lower() for one in said.content} & {
        "unless",
        "or",
    } and said.content_lemmas() & {"we", "i", "will", "would"}:
        return "threatens"
    return "estimates" if said.lemmas & {"warn", "caution"} else None


def vowed(said: Said) -> Stance | None:
    """promised grave consequences, vowed to march on the capital: a promise of harm is a threat"""
    if (
        said.draft.stance == "promises"
        and said.lemmas & _VOWS
        and (harmful(said, ("harm", "harm vowed")) or by_words(said) == "threatens")
    ):
        return "threatens"
    if said.lemmas & {"swear", "vow"} and not harmful(said):
        return "promises" if _to_come(said) or "to" in said.text.split()[:2] else None
    return None


def inferred(said: Said) -> Stance | None:
    """the images suggest that, new data indicate, suggested that the talks move"""
    tree, draft = said.tree, said.draft
    lemma = tree.tokens[draft.head].lemma
    if lemma not in (
        "suggest",
        "indicate",
        "imply",
        "hint",
        "propose",
        "recommend",
        "insist",
        "ask",
        "demand",
    ):
        return None
    if lemma == "demand":
        return "requests"
    clause = child(tree, draft.head, "ccomp")
    if clause is not None and _wished(tree, clause):
        return "requests"
    if lemma in ("suggest", "indicate", "imply", "hint"):
        head = draft.source_head
        person = head is not None and (
            tree.tokens[head].upos in ("PROPN", "PRON") or tree.tokens[head].lemma in people()
        )
        return "asserts" if person and lemma != "imply" else "estimates"
    return None


def answered_no(said: Said) -> Stance | None:
    """asked whether he had met the dealer, he shook his head"""
    asked = {"ask", "head", "shake"} <= said.tree.words and said.tree.words & {"whether", "if"}
    return "denies" if asked and {"shake", "head"} <= said.lemmas else None


def charged(said: Said) -> Stance | None:
    """said the army had torched the mill; the lawsuit says that it kept the money"""
    if not is_neutral(said):
        return None
    head = said.draft.source_head
    paper = head is not None and said.tree.tokens[head].lemma in words("charging paper")
    return "accuses" if paper or wronged(said) else None


RULES: tuple[Callable[[Said], Stance | None], ...] = (
    unsaid, turned_away, beside_it, warned, vowed, countered, inferred, answered_no, said_outright, charged,
    judged,
)  # fmt: skip


def _figure(said: Said) -> bool:
    return any(said.tree.tokens[one].upos == "NUM" for one in said.content)


def _none_of_it(said: Said) -> bool:
    """cast no blame on: the turn itself has no such word"""
    tokens = said.tree.tokens
    return any(
        tokens[below].text.lower() == "no"
        for one in said.cue
        if tokens[one].upos == "NOUN"
        for below in said.tree.children(one)
    )


def _nobody(tree: Tree, subject: int) -> bool:
    """Neither side, nobody, no official"""
    words = {tree.tokens[one].text.lower() for one in (subject, *tree.children(subject))}
    return bool(words & {"neither", "no", "nobody", "none", "no-one"})


def _wished(tree: Tree, clause: int) -> bool:
    """that he leave, that the vote be put off: the form of a wish"""
    if tree.tokens[clause].xpos == "VB" and not _has_modal(tree, clause):
        return True
    helpers = [
        tree.tokens[one] for one in tree.children(clause) if tree.tokens[one].deprel in ("aux:pass", "cop")
    ]
    return any(one.text.lower() == "be" for one in helpers) and not _has_modal(tree, clause)


def _has_modal(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary or `to` makes the bare form of the verb an ordinary one."""
    return any(
        base(tree.tokens[one].deprel) == "aux" or tree.tokens[one].text.lower() in ("to", "'d", "’d")
        for one in tree.children(verb)
    )


def _to_come(said: Said) -> bool:
    return bool({"will", "would", "shall"} & said.content_lemmas())
