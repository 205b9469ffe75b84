"""What a neutral verb is said with -> the stance of the words themselves: “It is false,” he said."""

from functools import cache

from secondsource.attribution.phrases import base, child, preposition
from secondsource.attribution.said import Said, words
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model.attribution import Stance

NO = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_FIRST = frozenset({"i", "we"})
_FALSE = (
    "nonsense",
    "rubbish",
    "that is false",
    "this is false",
    "it is false",
    "that is a lie",
    "it is not so",
)


def said_outright(said: Said) -> Stance | None:
    """“It is not true,” he said: denies. “Fire!” she shouted: orders. We will not yield: what the words do"""
    neutral = said.lemmas & words("neutral") or said.draft.made_by == "attribution/expressions"
    if said.draft.stance != "asserts" or not neutral:
        return None
    if told_to(said):
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
    root = _root(said.tree, content)
    if root is not None and said.tree.lower[content[0]] in ("“", '"', "''", "``") and _imperative(said, root):
        return "orders" if text.endswith("!") else "requests"
    if root is not None and _own_will(said, root):
        return "threatens" if said.content_lemmas() & words("harm") else "promises"
    if opens[:2] in (["you", "have"], ["you", "are"]) or root is not None and _wronged(said, root):
        return "accuses"
    return None


def told_to(said: Said) -> bool:
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


def _root(tree: Tree, content: list[int]) -> int | None:
    """The word that heads the content."""
    inside = set(content)
    for one in content:
        token = tree.tokens[one]
        if token.upos in ("VERB", "AUX", "ADJ", "NOUN") and (token.head not in inside or token.head == one):
            return one
    return None


def _imperative(said: Said, root: int) -> bool:
    if said.tree.tokens[root].xpos not in ("VB", "VBP"):
        return False
    return child(said.tree, root, "nsubj", "aux", "mark", "expl") is None


def _own_will(said: Said, root: int) -> bool:
    """I will, we shall; it will strike, it said; the ministry will answer, its spokesman said"""
    tree = said.tree
    helpers = {tree.lower[one] for one in tree.children(root) if base(tree.tokens[one].deprel) == "aux"}
    subject = child(tree, root, "nsubj")
    if subject is None or helpers.isdisjoint(("will", "shall", "'ll", "’ll")):
        return False
    if any(tree.lower[one] in NO for one in tree.children(root)):
        return False
    word = tree.lower[subject]
    head = said.draft.source_head
    owned = None if head is None else child(tree, head, "nmod:poss")
    its = owned is not None and tree.lower[owned] in ("its", "their", "his", "her")
    itself = head is not None and tree.lower[head] in ("it", "they", "he", "she")
    return word in _FIRST or its or (itself and subject < said.draft.head)


def _wronged(said: Said, root: int) -> bool:
    """Residents say the army torched the mill: somebody else did a wrong"""
    tree = said.tree
    if tree.tokens[root].lemma not in words("wrong"):
        return False
    if tree.tokens[root].xpos not in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
        return False
    subject = child(tree, root, "nsubj")
    if subject is None or any(tree.lower[one] in NO for one in tree.children(root)):
        return False
    token = tree.tokens[subject]
    if token.text.lower() in ("i", "we", "he", "she", "it", "who", "which", "that"):
        return False
    return token.upos in ("PROPN", "PRON") or token.lemma in people() | words("actor")


@cache
def people() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("people_nouns"))
