"""A draft in its sentence -> its stance: the word of the cue, what stands beside it, and what is said.

Each rule answers with a stance or None, and the first that answers wins; what no rule knows keeps the stance
of its row in the table. Words that decide are rows of `knowledge/stance_words.tsv`.
"""

from collections.abc import Callable

from secondsource.attribution.draft import Draft
from secondsource.attribution.phrases import base, child, preposition
from secondsource.attribution.said import Said, lemmas_of, words
from secondsource.attribution.spoken import NO, people, said_outright, told_to
from secondsource.attribution.tree import Tree
from secondsource.model import Report
from secondsource.model.attribution import Stance

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
                break


def unsaid(said: Said) -> Stance | None:
    """never accused, has yet to confirm, did not rule out, stopped short of saying: a word not given"""
    tree, draft = said.tree, said.draft
    if draft.stance not in _DONE or draft.made_by == "attribution/expressions" and draft.stance != "asserts":
        return None
    head = tree.tokens[draft.head]
    near = [tree.lower[one] for one in tree.children(draft.head) if one <= draft.head]
    near += [tree.lower[one] for one in said.cue]
    if not NO.isdisjoint(near) and head.lemma not in ("but", "only"):
        return "declines"
    if "yet" in near:
        return "declines"
    if head.xpos != "VB":
        return None
    held = said.lemmas | ({tree.tokens[head.head].lemma} if base(head.deprel) == "xcomp" else set())
    return "declines" if held & {"refuse", "decline", "fail", "neglect"} else None


def turned_away(said: Said) -> Stance | None:
    """rejected the claim: denies; rejected a call: declines; rejected the deal: as the table has it"""
    tree = said.tree
    if not said.lemmas & words("turns away"):
        return None
    thing = child(tree, said.draft.head, "obj", "nsubj:pass", "obl")
    nouns = said.lemmas | (set() if thing is None else {tree.tokens[thing].lemma})
    if nouns & words("wish"):
        return "declines"
    if nouns & words("charge") or nouns & words("claim"):
        return "denies"
    return None


def beside_it(said: Said) -> Stance | None:
    """suspects X of, identified him as the thief, allowed that, insisted on, sees oil at ninety"""
    tree, draft = said.tree, said.draft
    lemma = tree.tokens[draft.head].lemma
    if lemma == "suspect" and _of_it(said):
        return "accuses"
    if lemma in ("identify", "name") and {tree.tokens[one].lemma for one in said.content} & words("culprit"):
        return "accuses"
    if lemma in ("identify", "know", "pronounce") and "as" in _prepositions(said):
        return "names"
    if lemma in ("attribute", "ascribe") and said.content_lemmas() & words("harm noun"):
        return "accuses"
    if lemma == "allow" and child(tree, draft.head, "ccomp") is not None:
        return "confirms"
    if lemma in ("see", "put", "place") and "at" in _prepositions(said) and _figure(said):
        return "estimates"
    if lemma in ("rebuke", "reprimand", "criticise", "criticize", "berate", "scold", "censure"):
        act = _prepositions(said).get("for")
        return "accuses" if act is not None and tree.tokens[act].xpos == "VBG" else None
    if lemma in ("challenge", "question", "dispute", "contest") and said.content_lemmas() & (
        words("claim") | {"figure", "number", "toll", "count"}
    ):
        return "denies"
    if lemma in ("dub", "call", "label", "term", "describe") and said.content_lemmas() & words("praise"):
        return "evaluates"
    return None


def warned(said: Said) -> Stance | None:
    """warned against travelling: requests; that rain would come: estimates; of retaliation: threatens"""
    tree, draft = said.tree, said.draft
    if not said.lemmas & {"warn", "warning", "caution"}:
        return None
    if "against" in {preposition(tree, one) for one in tree.children(draft.head)} or told_to(said):
        return "requests"
    if said.content_lemmas() & words("harm"):
        return "threatens"
    return "estimates" if said.lemmas & {"warn", "caution"} else None


def vowed(said: Said) -> Stance | None:
    """promised grave consequences, vowed to march on the capital: a promise of harm is a threat"""
    if said.draft.stance == "promises" and said.content_lemmas() & words("harm"):
        return "threatens"
    if said.lemmas & {"swear", "vow"} and not said.content_lemmas() & words("harm"):
        return "promises" if _to_come(said) or "to" in said.text.split()[:2] else None
    return None


def inferred(said: Said) -> Stance | None:
    """the images suggest that, new data indicate, suggested that the talks move"""
    tree, draft = said.tree, said.draft
    lemma = tree.tokens[draft.head].lemma
    if lemma not in ("suggest", "indicate", "imply", "hint", "propose", "recommend", "insist", "ask"):
        return None
    clause = child(tree, draft.head, "ccomp")
    if clause is not None and tree.tokens[clause].xpos == "VB" and not _has_modal(tree, clause):
        return "requests"
    if lemma in ("suggest", "indicate", "imply", "hint"):
        head = draft.source_head
        person = head is not None and (
            tree.tokens[head].upos in ("PROPN", "PRON") or tree.tokens[head].lemma in people()
        )
        return "asserts" if person and lemma != "imply" else "estimates"
    return None


RULES: tuple[Callable[[Said], Stance | None], ...] = (
    unsaid, turned_away, beside_it, warned, vowed, inferred, said_outright,
)  # fmt: skip


def _prepositions(said: Said) -> dict[str, int]:
    """What opens the phrases after the cue, and the words that head them."""
    head = said.draft.head
    return {preposition(said.tree, one): one for one in said.tree.children(head) if one > head}


def _of_it(said: Said) -> bool:
    """suspects him of theft, wherever the tree hangs it"""
    suspected = child(said.tree, said.draft.head, "obj")
    below = () if suspected is None else said.tree.children(suspected)
    return "of" in _prepositions(said) or any(preposition(said.tree, one) == "of" for one in below)


def _figure(said: Said) -> bool:
    return any(said.tree.tokens[one].upos == "NUM" for one in said.content)


def _has_modal(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary or `to` makes the bare form of the verb an ordinary one."""
    return any(
        base(tree.tokens[one].deprel) == "aux" or tree.lower[one] in ("to", "'d", "’d")
        for one in tree.children(verb)
    )


def _to_come(said: Said) -> bool:
    return bool({"will", "would", "shall"} & said.content_lemmas())
