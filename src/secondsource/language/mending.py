"""A trained reader's sentence -> the same with lemmas by table, and what no tree can mean hung elsewhere."""

from msgspec import structs

from secondsource.language.lemmas import lemma_of
from secondsource.model import Sentence, Token

NOMINAL = ("NOUN", "PROPN")


def mend(sentence: Sentence) -> Sentence:
    """The sentence with lemmas that a rule knows, and words hung on what they belong to."""
    tokens = [structs.replace(one, lemma=lemma_of(one.text, _tag_for_lemma(one))) for one in sentence.tokens]
    for index in range(len(tokens) - 1):
        one, following = tokens[index], tokens[index + 1]
        both = one.deprel == following.deprel and one.head == following.head
        kinds = one.upos in NOMINAL and following.upos == "NOUN"
        if both and kinds and one.deprel in ("obj", "nsubj", "nsubj:pass"):
            # "rejected a US claim": two objects with nothing between them are one, the first names its kind.
            tokens[index] = structs.replace(one, head=index + 1, deprel="compound")
    for index, one in enumerate(tokens):
        tokens[index] = _before_marker(tokens, index, _no_name(tokens, one))
    return structs.replace(sentence, tokens=tuple(tokens))


def _no_name(tokens: list[Token], one: Token) -> Token:
    """ "delivered at least 60 drones": a noun is no part of a verb's name."""
    if one.upos == "NOUN" and one.deprel == "flat" and tokens[one.head].upos == "VERB":
        return structs.replace(one, deprel="obj")
    return one


def _before_marker(tokens: list[Token], index: int, one: Token) -> Token:
    """ "accused Iran of supplying": what stands before the word that opens a clause is not in the clause."""
    verb = tokens[one.head]
    outer = verb.head
    if one.deprel not in ("obj", "iobj", "nsubj") or verb.upos != "VERB" or not outer < index < one.head:
        return one
    opened = any(
        tokens[place].deprel == "mark" and tokens[place].head == one.head
        for place in range(index + 1, one.head)
    )
    if not opened or tokens[outer].upos != "VERB" or outer == one.head:
        return one
    return structs.replace(one, head=outer, deprel="obj")


def _tag_for_lemma(token: Token) -> str:
    """The Penn tag, or what the universal tag or the ending asks for where they contradict it."""
    lower = token.text.lower()
    if token.upos in ("VERB", "AUX"):
        if not token.xpos.startswith(("V", "M")):
            return "VBG" if lower.endswith("ing") else "VBN" if lower.endswith("ed") else "VBZ"
        if token.xpos in ("VBD", "VBN", "VB", "VBP") and lower.endswith("s") and not lower.endswith("ss"):
            return "VBZ"
        if token.xpos in ("VB", "VBP", "VBZ") and lower.endswith("ed"):
            return "VBD"
    if token.upos in NOMINAL:
        if not token.xpos.startswith("N") or (token.upos == "NOUN" and token.xpos == "NNPS"):
            return "NNS" if lower.endswith("s") else "NN"
        if token.xpos == "NN" and lower.endswith("ies"):
            return "NNS"
    return token.xpos
