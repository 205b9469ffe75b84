"""A trained reader's sentence -> the same with lemmas by table, and names hung on the noun they qualify."""

from msgspec import structs

from secondsource.language.lemmas import lemma_of
from secondsource.model import Sentence, Token

NOMINAL = ("NOUN", "PROPN")


def mend(sentence: Sentence) -> Sentence:
    """The sentence with lemmas that a rule knows, and names that qualify a noun hung on it."""
    tokens = [structs.replace(one, lemma=lemma_of(one.text, _tag_for_lemma(one))) for one in sentence.tokens]
    for index in range(len(tokens) - 1):
        one, following = tokens[index], tokens[index + 1]
        both = one.deprel == following.deprel and one.head == following.head
        kinds = one.upos in NOMINAL and following.upos == "NOUN"
        if both and kinds and one.deprel in ("obj", "nsubj", "nsubj:pass"):
            # "rejected a US claim": two objects with nothing between them are one, the first names its kind.
            tokens[index] = structs.replace(one, head=index + 1, deprel="compound")
    return structs.replace(sentence, tokens=tuple(tokens))


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
