"""Trees that no sentence can have -> where their words are hung instead."""

import pytest

from secondsource.language.mending import mend
from secondsource.model import Sentence, Span, Token


def drawn(words: str) -> Sentence:
    """word/UPOS/head/relation, heads from 0."""
    tokens, start = [], 0
    for word in words.split():
        text, upos, head, relation = word.split("/")
        xpos = {"VERB": "VBD", "NOUN": "NN"}.get(upos, "X")
        tokens.append(Token(start, start + len(text), text, text.lower(), upos, xpos, int(head), relation))
        start += len(text) + 1
    return Sentence("r:s0", Span(0, start), "body", 0, tuple(tokens))


@pytest.mark.parametrize(
    ("words", "place", "head", "relation"),
    [
        (
            "Oslo/PROPN/1/nsubj accused/VERB/1/root Iran/PROPN/4/obj of/SCONJ/4/mark arming/VERB/1/ccomp",
            2, 1, "obj",
        ),
        (
            "Oslo/PROPN/1/nsubj said/VERB/1/root Iran/PROPN/4/nsubj had/AUX/4/aux left/VERB/1/ccomp",
            2, 4, "nsubj",
        ),
        (
            "Oslo/PROPN/1/nsubj said/VERB/1/root that/SCONJ/4/mark Iran/PROPN/4/nsubj left/VERB/1/ccomp",
            3, 4, "nsubj",
        ),
        ("Oslo/PROPN/1/nsubj delivered/VERB/1/root sixty/NUM/3/nummod drones/NOUN/1/flat", 3, 1, "obj"),
        ("Oslo/PROPN/1/nsubj rejected/VERB/1/root US/PROPN/1/obj claims/NOUN/1/obj", 2, 3, "compound"),
    ],
)  # fmt: skip
def test_words_hang_where_they_belong(words: str, place: int, head: int, relation: str) -> None:
    token = mend(drawn(words)).tokens[place]
    assert (token.head, token.deprel) == (head, relation)
