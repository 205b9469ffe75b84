"""What a neutral verb is said with -> the stance of the words themselves: “It is false,” he said."""

import re
from functools import cache

from secondsource.attribution.phrases import base, child, preposition
from secondsource.attribution.said import Said, words
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.model.attribution import Stance

NO = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_FIRST = frozenset({"i", "we"})
_NOT = frozenset({"never", "not", "didn't", "haven't"})
_DID = frozenset({"never", "didn't", "haven't", "did", "have"})
_NOBODY = frozenset("no none nobody nothing neither never not n't n’t nor".split())
_READ = 30
_ORDER: tuple[Stance, ...] = (
    "declines", "denies", "confirms", "threatens", "orders", "requests", "accuses", "evaluates", "promises",
)  # fmt: skip


def said_outright(said: Said) -> Stance | None:
    """“It is not true,” he said: denies. “Fire!” she shouted: orders. We will not yield: what the words do"""
    lemmas = said.lemmas
    if not is_neutral(said):
        return None
    if told_to(said):
        return "orders"
    text = said.text.strip(" “”\"'‘’—").lower()
    if text.endswith("?"):
        return "requests"
    found = by_words(said)
    if found is not None:
        return found
    if _denied(said, lemmas):
        return "denies"
    opens = text.split()[:6]
    first = bool(opens) and opens[0] in _FIRST and not _is_open(said)
    if first and _NOT & set(opens[1:4]) and _DID & set(opens[1:3]):
        return "denies"
    if first and _harms(said) and _NOBODY & set(opens[2:5]):
        return "denies"
    if 2 <= len(_words_of(text)) <= 4 and _words_of(text)[-1] in NO:
        return "denies"
    content = said.content
    if content and said.tree.tokens[content[0]].text in ("“", '"', "''", "``") and _imperative(said):
        return "orders" if text.endswith("!") else "requests"
    if _own_will(said):
        return "threatens" if harmful(said) else "promises"
    if _menacing(said):
        return "threatens"
    if opens[:2] in (["you", "have"], ["you", "are"]):
        return "accuses"
    return None


def is_neutral(said: Said) -> bool:
    """said, told, wrote: a word that takes its stance from what it carries."""
    neutral = said.lemmas & words("neutral") or said.draft.made_by == "attribution/expressions"
    return said.draft.stance == "asserts" and bool(neutral)


_WORD = re.compile(r"\w+")


@cache
def _patterns() -> tuple[tuple[Stance, frozenset[str], re.Pattern[str]], ...]:
    """Each stance, the longest words of its phrases, and the phrases (`knowledge/said_phrases.tsv`)."""
    found = []
    for stance in _ORDER:
        rows = [row for row in load("said_phrases") if row["stance"] == stance]
        first = "|".join(re.escape(row["phrase"]) for row in rows if row["where"] == "start")
        inside = "|".join(re.escape(row["phrase"]) for row in rows if row["where"] == "in")
        either = [rf"^(?:{first})(?!\w)"] if first else []
        either += [rf"\b(?:{inside})(?!\w)"] if inside else []
        longest = frozenset(max(_WORD.findall(row["phrase"]), key=len) for row in rows)
        found.append((stance, longest, re.compile("|".join(either))))
    return tuple(found)


def by_words(said: Said) -> Stance | None:
    """What the words do by themselves, near the beginning of what is said."""
    text = said.text.strip(" “”\"'‘’—").lower()
    near = " ".join(text.replace("”", "").replace("“", "").split()[:_READ])
    here = frozenset(_WORD.findall(near))
    return next(
        (
            one
            for one, longest, pattern in _patterns()
            if not longest.isdisjoint(here) and pattern.search(near)
        ),
        None,
    )


def told_to(said: Said) -> bool:
    """told them to leave; barked at the crowd to get down"""
    tree, head = said.tree, said.draft.head
    below = child(tree, head, "xcomp", "ccomp")
    if below is None or below < head or tree.tokens[head].lemma not in _TELLING:
        return False
    told = [
        one
        for one in tree.children(head)
        if head < one < below and base(tree.tokens[one].deprel) in ("obj", "iobj", "obl")
    ]
    passive = child(tree, head, "aux:pass", "nsubj:pass") is not None
    if not told and not passive:
        return False
    return tree.tokens[below].xpos == "VB" and preposition(tree, below) == "to"


_TELLING = frozenset(
    "tell warn bark shout yell scream bellow holler roar snap growl snarl hiss cry call thunder".split()
)


def root_of(said: Said) -> int | None:
    """The word that heads the content."""
    inside = set(said.content)
    for one in said.content:
        token = said.tree.tokens[one]
        if token.upos in ("VERB", "AUX", "ADJ", "NOUN") and (token.head not in inside or token.head == one):
            return one
    return None


def harmful(said: Said, kinds: tuple[str, ...] = ("harm",)) -> bool:
    """Whether what is held out is harm: its verb, or what that verb brings; not harm told of beside it."""
    harm = frozenset().union(*map(words, kinds))
    root = root_of(said)
    if root is None:
        return bool(said.content_lemmas() & harm)
    tree = said.tree
    near = [root] + [
        one for one in tree.children(root)
        if base(tree.tokens[one].deprel) in ("obj", "xcomp", "conj", "obl", "nsubj", "ccomp", "compound")
    ]  # fmt: skip
    return bool({tree.tokens[one].lemma for one in near if tree.tokens[one].upos != "PROPN"} & harm)


def _menacing(said: Said) -> bool:
    """it would strike unless ...: harm to come on a condition"""
    root = root_of(said)
    if root is None or not harmful(said):
        return False
    tree = said.tree
    to_come = any(tree.tokens[one].lemma in ("will", "would", "shall") for one in tree.children(root))
    conditions = {tree.tokens[one].text.lower() for one in said.content} & {
        "if",
        "unless",
        "until",
        "otherwise",
    }
    return to_come and bool(conditions)


def _imperative(said: Said) -> bool:
    root = root_of(said)
    if root is None or said.tree.tokens[root].xpos not in ("VB", "VBP"):
        return False
    return child(said.tree, root, "nsubj", "aux", "mark", "expl") is None


def _denied(said: Said, lemmas: set[str]) -> bool:
    """insisted that nobody had been beaten; said its troops had not crossed: not what will not be"""
    root = root_of(said)
    if root is None:
        return False
    tree = said.tree
    below = [tree.tokens[one] for one in tree.children(root)]
    if any(
        one.lemma in ("will", "would", "shall", "should", "must", "can", "could", "may", "might")
        for one in below
    ):
        return False
    subjects = [one for one in tree.children(root) if base(tree.tokens[one].deprel) == "nsubj"]
    named = {tree.tokens[one].text.lower() for first in subjects for one in (first, *tree.children(first))}
    negated = {one.text.lower() for one in below} & NO
    if lemmas & words("denying"):
        return bool(negated or named & _NOBODY)
    perfect = any(one.lemma == "have" for one in below) and ("never" in negated or not _is_open(said))
    own = named & (_THEY | _FIRST | {"its", "their", "our", "my", "his", "her"})
    return bool(negated and own and _acts(tree, subjects) and (perfect or _harms(said)))


def _words_of(text: str) -> list[str]:
    return text.strip(" .,").split()


def _acts(tree: Tree, subjects: list[int]) -> bool:
    """its troops, he, our men: who can do a deed; not our assessment"""
    kinds = people() | words("actor") | words("victim")
    return any(
        tree.tokens[one].upos in ("PRON", "PROPN") or tree.tokens[one].lemma in kinds for one in subjects
    )


def _harms(said: Said) -> bool:
    root = root_of(said)
    deeds = words("wrong") | words("wrong to somebody") | words("harm")
    return root is not None and said.tree.tokens[root].lemma in deeds


def _is_open(said: Said) -> bool:
    """has not decided, did not receive: what nobody could be charged with"""
    root = root_of(said)
    return root is not None and said.tree.tokens[root].lemma in words("no deed")


def _own_will(said: Said) -> bool:
    """I will, we shall; it would publish the list, it said; the ministry will answer, its spokesman said"""
    root = root_of(said)
    if root is None:
        return False
    tree = said.tree
    helpers = {
        tree.tokens[one].text.lower() for one in tree.children(root) if base(tree.tokens[one].deprel) == "aux"
    }
    subject = child(tree, root, "nsubj")
    if subject is None or any(tree.tokens[one].text.lower() in NO for one in tree.children(root)):
        return False
    word = tree.tokens[subject].text.lower()
    head = said.draft.source_head
    if helpers & {"would", "'d", "’d"}:
        return (
            word in _THEY
            and head is not None
            and tree.tokens[root].upos == "VERB"
            and tree.tokens[root].lemma not in _NOT_WILLED
        )
    if not helpers & {"will", "shall", "'ll", "’ll"}:
        return False
    owned = None if head is None else child(tree, head, "nmod:poss")
    its = owned is not None and tree.tokens[owned].text.lower() in ("its", "their", "his", "her")
    itself = head is not None and tree.tokens[head].text.lower() in _THEY
    return word in _FIRST or its or (itself and subject < said.draft.head)


_THEY = frozenset({"it", "they", "he", "she"})
_NOT_WILLED = frozenset(
    "be have become need want like remain know last lose fail suffer die miss prefer love hate seem appear "
    "cost take happen continue rise fall rain reach require see expect welcome consider face".split()
)


def judged(said: Said) -> Stance | None:
    """the new hall is a disgrace: evaluates; the charge is absurd: denies"""
    root = root_of(said)
    if not is_neutral(said) or root is None or said.tree.tokens[root].lemma not in words("praise"):
        return None
    if child(said.tree, root, "cop") is None:
        return None
    subject = child(said.tree, root, "nsubj")
    put_forward = subject is not None and said.tree.tokens[subject].lemma in words("claim") | words("charge")
    return "denies" if put_forward and said.tree.tokens[root].lemma in words("absurd") else "evaluates"


@cache
def people() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("people_nouns"))
