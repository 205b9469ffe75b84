"""A draft in its sentence -> its stance: the word of the cue, what stands beside it, and what is said.

Each rule answers with a stance or None, and the first that answers wins; what no rule knows keeps the stance
of its row in the table. Words that decide are rows of `knowledge/stance_words.tsv`.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from secondsource.attribution.draft import Draft
from secondsource.attribution.phrases import base, child, preposition
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model import Report
from secondsource.model.attribution import Stance

_DONE = frozenset("accuses asserts confirms denies orders promises requests threatens".split())
_NO = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_FIRST = frozenset({"i", "we"})


class Said(NamedTuple):
    """A draft with the words of its cue and of its content, in lower case."""

    tree: Tree
    draft: Draft
    cue: tuple[int, ...]
    text: str

    def lemmas(self, numbers: tuple[int, ...] | None = None) -> set[str]:
        """Lemmas of the cue, or of those of these words that are no names."""
        tokens = (self.tree.tokens[one] for one in (self.cue if numbers is None else numbers))
        return {token.lemma for token in tokens if token.upos != "PROPN"}

    @property
    def content(self) -> tuple[int, ...]:
        """Numbers of the content's words in the cue's sentence."""
        spans = self.draft.content
        return tuple(
            number
            for number, token in enumerate(self.tree.tokens)
            if any(span.start <= token.start < span.end for span in spans)
        )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in load("stance_words") if row["kind"] == kind)


def settle_stances(report: Report, trees: list[Tree], drafts: list[Draft]) -> None:
    """Give every draft the stance that it has where it stands."""
    for draft in drafts:
        tree = trees[draft.number]
        if not draft.cue or draft.made_by.startswith(("attribution/layout", "attribution/relay")):
            continue
        cue = tuple(
            number
            for number, token in enumerate(tree.tokens)
            if any(span.start <= token.start < span.end for span in draft.cue)
        )
        if not cue:
            continue
        text = " ".join(span.of(report.text) for span in draft.content).replace("’", "'")
        said = Said(tree, draft, cue, text)
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
    near = {tree.tokens[one].text.lower() for one in tree.children(draft.head) if one <= draft.head}
    near |= {tree.tokens[one].text.lower() for one in said.cue}
    if near & _NO and head.lemma not in ("but", "only"):
        return "declines"
    held = said.lemmas() | ({tree.tokens[head.head].lemma} if base(head.deprel) == "xcomp" else set())
    if "yet" in near or held & {"refuse", "decline", "fail", "neglect"} and head.xpos == "VB":
        return "declines"
    return None


def turned_away(said: Said) -> Stance | None:
    """rejected the claim: denies; rejected a call: declines; rejected the deal: as the table has it"""
    tree = said.tree
    if not said.lemmas() & _words("turns away"):
        return None
    thing = child(tree, said.draft.head, "obj", "nsubj:pass", "obl")
    nouns = said.lemmas() | (set() if thing is None else {tree.tokens[thing].lemma})
    if nouns & _words("wish"):
        return "declines"
    if nouns & _words("charge") or nouns & _words("claim"):
        return "denies"
    return None


def beside_it(said: Said) -> Stance | None:
    """suspects X of, identified him as the thief, allowed that, insisted on, sees oil at ninety"""
    tree, draft = said.tree, said.draft
    lemma = tree.tokens[draft.head].lemma
    prepositions = {preposition(tree, one): one for one in tree.children(draft.head) if one > draft.head}
    clause = child(tree, draft.head, "ccomp")
    if lemma == "suspect" and "of" in prepositions:
        return "accuses"
    if lemma in ("identify", "name") and {tree.tokens[one].lemma for one in said.content} & _words("culprit"):
        return "accuses"
    if lemma in ("identify", "know", "pronounce") and "as" in prepositions:
        return "names"
    if lemma in ("attribute", "ascribe") and said.lemmas(said.content) & _words("harm noun"):
        return "accuses"
    if lemma == "allow" and clause is not None:
        return "confirms"
    if lemma in ("see", "put", "place") and "at" in prepositions and _figure(said):
        return "estimates"
    if lemma in ("rebuke", "reprimand", "criticise", "criticize", "berate", "scold", "censure") and (
        "for" in prepositions and tree.tokens[prepositions["for"]].xpos == "VBG"
    ):
        return "accuses"
    if lemma in ("challenge", "question", "dispute", "contest") and said.lemmas(said.content) & (
        _words("claim") | {"figure", "number", "toll", "count"}
    ):
        return "denies"
    if lemma in ("dub", "call", "label", "term", "describe") and said.lemmas(said.content) & _words("praise"):
        return "evaluates"
    return None


def warned(said: Said) -> Stance | None:
    """warned against travelling: requests; that rain would come: estimates; of retaliation: threatens"""
    tree, draft = said.tree, said.draft
    if not said.lemmas() & {"warn", "warning", "caution"}:
        return None
    if "against" in {preposition(tree, one) for one in tree.children(draft.head)} or _told_to(said):
        return "requests"
    if said.lemmas(said.content) & _words("harm"):
        return "threatens"
    return "estimates" if said.lemmas() & {"warn", "caution"} else None


def vowed(said: Said) -> Stance | None:
    """promised grave consequences, vowed to march on the capital: a promise of harm is a threat"""
    if said.draft.stance == "promises" and said.lemmas(said.content) & _words("harm"):
        return "threatens"
    if said.lemmas() & {"swear", "vow"} and not said.lemmas(said.content) & _words("harm"):
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
            tree.tokens[head].upos in ("PROPN", "PRON") or tree.tokens[head].lemma in _people()
        )
        return "asserts" if person and lemma != "imply" else "estimates"
    return None


def said_outright(said: Said) -> Stance | None:
    """“It is not true,” he said: denies. “Fire!” she shouted: orders. We will not yield: what the words do"""
    neutral = said.lemmas() & _words("neutral") or said.draft.made_by == "attribution/expressions"
    if said.draft.stance != "asserts" or not neutral:
        return None
    if _told_to(said):
        return "orders"
    text = said.text.strip(" “”\"'").lower()
    if text.endswith("?"):
        return "requests"
    if any(
        one in text
        for one in ("no comment", "not comment", "not going to answer", "not go into", "not discuss")
    ):
        return "declines"
    opens = text.split()[:6]
    if text.startswith(_FALSE) or " is a lie" in text or "not true" in text or "no truth" in text:
        return "denies"
    if (
        opens[:1]
        and opens[0] in _FIRST
        and {"never", "didn't", "haven't", "did", "have"} & set(opens[1:3])
        and ({"never", "not", "didn't", "haven't"} & set(opens[1:4]))
    ):
        return "denies"
    content = said.content
    if content and said.tree.tokens[content[0]].text in ("“", '"', "''", "``") and _imperative(said):
        return "orders" if text.endswith("!") else "requests"
    if _own_will(said):
        return "threatens" if said.lemmas(content) & _words("harm") else "promises"
    if opens[:2] in (["you", "have"], ["you", "are"]) or _wronged(said):
        return "accuses"
    return None


_FALSE = (
    "nonsense",
    "rubbish",
    "that is false",
    "this is false",
    "it is false",
    "that is a lie",
    "it is not so",
)

RULES: tuple[Callable[[Said], Stance | None], ...] = (
    unsaid, turned_away, beside_it, warned, vowed, inferred, said_outright,
)  # fmt: skip


@cache
def _people() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("people_nouns"))


def _told_to(said: Said) -> bool:
    """told them to leave"""
    tree, head = said.tree, said.draft.head
    below = child(tree, head, "xcomp", "ccomp")
    told = child(tree, head, "obj", "iobj")
    if (
        below is None
        or told is None
        or not head < told < below
        or tree.tokens[head].lemma not in ("tell", "warn")
    ):
        return False
    return tree.tokens[below].xpos == "VB" and preposition(tree, below) == "to"


def _figure(said: Said) -> bool:
    return any(said.tree.tokens[one].upos == "NUM" for one in said.content)


def _has_modal(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary or `to` makes the bare form of the verb an ordinary one."""
    return any(
        base(tree.tokens[one].deprel) == "aux" or tree.tokens[one].text.lower() in ("to", "'d", "’d")
        for one in tree.children(verb)
    )


def _root(said: Said) -> int | None:
    """The word that heads the content."""
    inside = set(said.content)
    for one in said.content:
        token = said.tree.tokens[one]
        if token.upos in ("VERB", "AUX", "ADJ", "NOUN") and (token.head not in inside or token.head == one):
            return one
    return None


def _imperative(said: Said) -> bool:
    root = _root(said)
    if root is None or said.tree.tokens[root].xpos not in ("VB", "VBP"):
        return False
    return child(said.tree, root, "nsubj", "aux", "mark", "expl") is None


def _to_come(said: Said) -> bool:
    return bool({"will", "would", "shall"} & said.lemmas(said.content))


def _own_will(said: Said) -> bool:
    """I will, we shall; it will strike, it said; the ministry will answer, its spokesman said"""
    root = _root(said)
    if root is None:
        return False
    tree = said.tree
    helpers = [tree.tokens[one] for one in tree.children(root) if base(tree.tokens[one].deprel) == "aux"]
    subject = child(tree, root, "nsubj")
    if subject is None or not any(one.text.lower() in ("will", "shall", "'ll", "’ll") for one in helpers):
        return False
    if any(tree.tokens[one].text.lower() in _NO for one in tree.children(root)):
        return False
    word = tree.tokens[subject].text.lower()
    head = said.draft.source_head
    owned = None if head is None else child(tree, head, "nmod:poss")
    its = owned is not None and tree.tokens[owned].text.lower() in ("its", "their", "his", "her")
    itself = head is not None and tree.tokens[head].text.lower() in ("it", "they", "he", "she")
    return word in _FIRST or its or (itself and subject < said.draft.head)


def _wronged(said: Said) -> bool:
    """Residents say the army torched the mill: somebody else did a wrong"""
    root = _root(said)
    tree = said.tree
    if root is None or tree.tokens[root].lemma not in _words("wrong"):
        return False
    if tree.tokens[root].xpos not in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
        return False
    subject = child(tree, root, "nsubj")
    if subject is None or any(tree.tokens[one].text.lower() in _NO for one in tree.children(root)):
        return False
    token = tree.tokens[subject]
    if token.text.lower() in ("i", "we", "he", "she", "it", "who", "which", "that"):
        return False
    return token.upos in ("PROPN", "PRON") or token.lemma in _people() | _words("actor")
