"""Denials, confirmations and refusals -> the attribution whose proposition they speak of."""

import re

from secondsource.attribution.draft import Draft
from secondsource.model import Report, Sentence

ANSWERING = frozenset({"denies", "confirms", "declines"})
# What a content can be called by who answers it, and the stances that it can be.
_ACCUSING = frozenset("accusation allegation charge accuse indictment finger blame".split())
_ASSERTING = frozenset(
    "account article finding version view word claim report assertion statement comment remark "
    "suggestion rumor rumour story speculation "
    "".split()
)
ANSWERABLE = frozenset(
    {"accuses", "asserts", "estimates", "believes", "orders", "promises", "threatens", "perceives"}
)
_POINTING = frozenset({"it", "this", "that", "them", "these", "those", "so", "such"})
_PAPER = re.compile(r"\b(report|study|inquiry|article|document|findings)\b")
_NEAR = 80
_AROUND = 12
_SHORT = 6
_FALSE = frozenset(
    "absurd baseless fabricated fabrication fake false fiction groundless incorrect lie nonsense slander "
    "smear unfounded unsubstantiated untrue".split()
)
_LIGHT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "NUM"})


def see_denials(report: Report, sentences: tuple[Sentence, ...], drafts: list[Draft]) -> None:
    """The ministry said the accusations are baseless: who calls a charge false denies it."""
    for draft in drafts:
        if draft.stance in ("names", "evaluates") and draft.content and _opens(report, draft) & _ACCUSING:
            draft.stance = "denies"
            continue
        words = (
            _words(draft, sentences)
            if draft.stance in ("asserts", "names", "evaluates")
            else frozenset[str]()
        )
        if (
            words & _FALSE
            and words & (_ACCUSING | _ASSERTING | {"it", "this", "that"})
            and len(words) <= _SHORT
        ):
            draft.stance = "denies"


def _opens(report: Report, draft: Draft) -> frozenset[str]:
    """Its first words, up to a judgement on it: `the charge` “a fairy tale”, `that` as a lie"""
    found: list[str] = []
    for word in draft.content[0].of(report.text).replace("”", " ”").replace("“", " “").split()[:4]:
        plain = word.strip(",.").lower()
        if plain in ("as", "of", "that", "by") and found or word.startswith(("“", '"')):
            break
        found.append(plain)
    small = {"the", "a", "an", "its", "his", "her", "their", "all", "such"}
    named = [one.removesuffix("s") if one not in _POINTING else one for one in found if one not in small]
    return frozenset(named) if 0 < len(named) <= 2 else frozenset()


def _words(draft: Draft, sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """Lemmas of the content's words that mean something, and of its pronouns."""
    found = set[str]()
    for span in draft.content:
        for sentence in sentences[max(0, draft.number - _AROUND) : draft.number + _AROUND]:
            if not sentence.span.overlaps(span):
                continue
            for token in sentence.tokens:
                if span.start <= token.start and token.end <= span.end:
                    if token.upos in _LIGHT and token.lemma not in ("have", "be", "do"):
                        found.add(token.lemma)
                    elif token.lemma in _POINTING and token.deprel in ("obj", "nsubj", "obl", "xcomp"):
                        found.add(token.lemma)
    return frozenset(found)
