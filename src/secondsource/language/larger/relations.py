"""A tree with ClearNLP's labels, as spaCy's English pipelines give it -> one with Universal Dependencies'."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
)
_NAMES = {
    "ROOT": "root", "acomp": "xcomp", "attr": "xcomp", "auxpass": "aux:pass", "complm": "mark",
    "csubjpass": "csubj:pass", "dative": "iobj", "dobj": "obj", "infmod": "acl", "intj": "discourse",
    "meta": "dep", "neg": "advmod", "nn": "compound", "npadvmod": "obl:npmod", "nsubjpass": "nsubj:pass",
    "num": "nummod", "oprd": "xcomp", "partmod": "acl", "pcomp": "advcl", "pobj": "obl", "poss": "nmod:poss",
    "preconj": "cc:preconj", "predet": "det:predet", "prep": "advmod", "agent": "advmod",
    "prt": "compound:prt", "quantmod": "advmod", "relcl": "acl:relcl",
}  # fmt: skip
# labels that only ClearNLP's scheme has
CLEAR = frozenset({"dobj", "pobj", "prep", "nsubjpass", "auxpass", "relcl", "attr", "acomp"})
Tree = tuple[list[int], list[str], list[str], list[str]]


def to_universal(
    heads: list[int], names: list[str], upos: list[str], words: list[str]
) -> tuple[list[int], list[str]]:
    """Governors and relations after every rule; the words' number and order stay."""
    heads, names = list(heads), list(names)
    for rule in (hang_objects, hang_complements, flatten_conjuncts, mark_infinitives):
        rule((heads, names, upos, words))
    return heads, [_NAMES.get(name, name) for name in names]


def hang_objects(tree: Tree) -> None:
    """sold <-prep- to <-pobj- Iran -> sold <-obl- Iran <-case- to ; by (agent) -> obl:agent"""
    heads, names, upos, _ = tree
    for word, name in enumerate(list(names)):
        above = heads[word]
        if name not in ("pobj", "pcomp") or names[above] not in ("prep", "agent", "dative"):
            continue
        outer, passed = _above_prepositions(tree, above)
        agent = names[above] == "agent"
        if name == "pcomp":
            names[word] = "acl" if upos[outer] in NOMINAL else "advcl"
        else:
            names[word] = "obl:agent" if agent else "nmod" if upos[outer] in NOMINAL else "obl"
        for other, head in enumerate(list(heads)):
            if head == above and other != word and other != above:
                heads[other] = word
        heads[word] = outer
        for preposition in passed:
            heads[preposition], names[preposition] = word, "mark" if name == "pcomp" else "case"


def _above_prepositions(tree: Tree, word: int) -> tuple[int, list[int]]:
    """from behind the door: what the first of several prepositions hangs on, and all of them."""
    heads, names, _, _ = tree
    passed, above = [word], heads[word]
    while names[above] == "prep" and above not in passed and heads[above] != above:
        passed.append(above)
        above = heads[above]
    return above, passed


def hang_complements(tree: Tree) -> None:
    """is <-attr- baseless -> baseless <-cop- is, with all that hung on it"""
    heads, names, upos, words = tree
    for word, name in enumerate(list(names)):
        be = heads[word]
        if name not in ("attr", "acomp") or words[be] not in _BE or be == word:
            continue
        root = heads[be] == be
        for other, head in enumerate(list(heads)):
            if head == be and other not in (be, word):
                heads[other] = word
        heads[word], names[word] = (word if root else heads[be]), names[be]
        heads[be], names[be] = word, "cop"
        upos[be] = "AUX"


def flatten_conjuncts(tree: Tree) -> None:
    """guns <-conj- shells <-conj- fuel -> both hang on guns; `and` on what follows it"""
    heads, names, _, _ = tree
    for word, name in enumerate(names):
        if name == "conj":
            while names[heads[word]] == "conj" and heads[heads[word]] != heads[word]:
                heads[word] = heads[heads[word]]
    for word, name in enumerate(names):
        if name == "cc":
            after = (
                other
                for other in range(word + 1, len(heads))
                if names[other] == "conj" and heads[other] in (heads[word], heads[heads[word]])
            )
            heads[word] = next(after, heads[word])


def mark_infinitives(tree: Tree) -> None:
    """to (aux) sell -> to (mark) sell"""
    _, names, upos, words = tree
    for word, name in enumerate(names):
        if name == "aux" and words[word] == "to" and upos[word] == "PART":
            names[word] = "mark"
