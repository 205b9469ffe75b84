"""An action, its class and who says so -> signs of how certain it is, each with its amount.

A sign is a short phrase (`has not`, `above plan`, `is planned`) that a row of
`knowledge/certainty_weights.tsv` may weigh. Names and numbers are signs by their kind alone. What the
reader says of the word is three signs whose amount is its value.
"""

from collections.abc import Iterator, Sequence

from secondsource.claims.judged import Judged
from secondsource.model import Attribution, Sentence, Token

Sign = tuple[str, float]
HEARD = ("heard below 0", "heard above 0", "heard of the word above")
_MODIFYING = ("aux", "advmod", "mark", "det", "cop", "case")
_FORMING = frozenset({"not", "n't", "n’t", "never", "no", "to", "if"})
_KINDS = frozenset({"PROPN", "NUM", "SYM", "X"})
_NEAR = ((-2, "two before"), (-1, "before"), (1, "after"))


def signs_of(sentence: Sentence, index: int, judged: Judged, around: Sequence[Attribution]) -> Iterator[Sign]:
    """Every sign of the action at a token; `around` are the attributions it stands in.

    What is denied has signs of its own: a past tense makes firm what was done, not what was not.
    """
    apart = "denied, " if judged.factuality == "denied" else ""
    yield from ((apart + name, amount) for name, amount in _every(sentence, index, judged, around))


def _every(sentence: Sentence, index: int, judged: Judged, around: Sequence[Attribution]) -> Iterator[Sign]:
    yield from ((name, 1.0) for name in _signs_of_word(sentence, index))
    yield from ((name, 1.0) for name in _signs_above(sentence, index))
    yield from ((name, 1.0) for name in _signs_of_class(sentence, judged))
    yield from (
        (f"in {stance}", 1.0) for stance in dict.fromkeys(f"{a.stance} {a.commitment}" for a in around)
    )
    yield from _heard(sentence, index)


def _signs_of_word(sentence: Sentence, index: int) -> Iterator[str]:
    """ "could not launch": `word launch`, `tag VB`, `has could`, `form VB could not`, `before not`."""
    token = sentence.tokens[index]
    yield f"word {_name(token)}"
    yield f"tag {token.xpos}"
    yield f"relation {token.deprel}"
    below = [sentence.tokens[one] for one in _modifiers(sentence, index)]
    yield from dict.fromkeys(f"has {_name(one)}" for one in below)
    forming = {one.lemma for one in below if one.deprel.startswith(("aux", "cop")) or one.lemma in _FORMING}
    yield " ".join(("form", token.xpos, *sorted(forming)))
    for step, where in _NEAR:
        if 0 <= index + step < len(sentence.tokens):
            yield f"{where} {_name(sentence.tokens[index + step])}"


def _signs_above(sentence: Sentence, index: int) -> Iterator[str]:
    """ "does not plan to launch": `above plan`, `above has not`; `higher` is one step further."""
    place = index
    for step in ("above", "higher"):
        if sentence.tokens[place].head == place:
            return
        place = sentence.tokens[place].head
        token = sentence.tokens[place]
        yield f"{step} {_name(token)}"
        if step == "above":
            yield f"{step} tag {token.xpos}"
        below = (sentence.tokens[one] for one in _modifiers(sentence, place))
        yield from dict.fromkeys(f"{step} has {_name(one)}" for one in below)


def _signs_of_class(sentence: Sentence, judged: Judged) -> Iterator[str]:
    """ "may launch": `is possible`, `is possible by may`."""
    yield f"is {judged.factuality}"
    if judged.cue is not None:
        cue = sentence.head_of(judged.cue)
        if cue is not None and sentence.span.covers(judged.cue):
            yield f"is {judged.factuality} by {_name(sentence.tokens[cue])}"


def _heard(sentence: Sentence, index: int) -> Iterator[Sign]:
    """What the trained reader says of the word, and of the one that governs it; nothing where none read."""
    if sentence.certainties:
        below, over, above = HEARD
        value = sentence.certainties[index]
        yield (below, value) if value < 0 else (over, value)
        if sentence.tokens[index].head != index:
            yield above, sentence.certainties[sentence.tokens[index].head]


def _modifiers(sentence: Sentence, index: int) -> list[int]:
    """Auxiliaries, negations, markers, prepositions and adverbs of a word."""
    return [
        one for one in sentence.children(index) if sentence.tokens[one].deprel.split(":")[0] in _MODIFYING
    ]


def _name(token: Token) -> str:
    return token.upos.lower() if token.upos in _KINDS else token.lemma
