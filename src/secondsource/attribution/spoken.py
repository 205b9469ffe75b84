"""What a neutral verb is said with -> the stance of the words themselves: “It is false,” he said."""

from functools import cache

from secondsource.attribution.phrases import base, child, preposition
from secondsource.attribution.said import Said, words
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
    neutral = said.lemmas() & words("neutral") or said.draft.made_by == "attribution/expressions"
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
    if content and said.tree.tokens[content[0]].text in ("“", '"', "''", "``") and _imperative(said):
        return "orders" if text.endswith("!") else "requests"
    if _own_will(said):
        return "threatens" if said.lemmas(content) & words("harm") else "promises"
    if opens[:2] in (["you", "have"], ["you", "are"]) or _wronged(said):
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
    if any(tree.tokens[one].text.lower() in NO for one in tree.children(root)):
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
    if root is None or tree.tokens[root].lemma not in words("wrong"):
        return False
    if tree.tokens[root].xpos not in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
        return False
    subject = child(tree, root, "nsubj")
    if subject is None or any(tree.tokens[one].text.lower() in NO for one in tree.children(root)):
        return False
    token = tree.tokens[subject]
    if token.text.lower() in ("i", "we", "he", "she", "it", "who", "which", "that"):
        return False
    return token.upos in ("PROPN", "PRON") or token.lemma in people() | words("actor")


@cache
def people() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("people_nouns"))
