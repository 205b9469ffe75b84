"""Noun phrases for a works, base or site without a name -> mentions of kind facility, with what it makes."""

from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import load
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.phrases import start_of_phrase
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span

_MAKES = words_in("makes")
_JOINTS = ("and", ",", ", and", "or", "for", "of", "and new", "for new")
_MAKERS = words_in("making verb")


def find_facilities(around: Surroundings, weapons: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of kind facility; the value is the noun, with `of` and the weapon's path that it makes."""
    arms = tuple(weapons)
    found = []
    for sentence in around.sentences:
        for last, noun, weak in _heads(sentence):
            first = start_of_phrase(sentence, last, 0, sentence.id in around.headlines)
            head = Span(sentence.tokens[first].start, sentence.tokens[last].end)
            made = _made_there(around, sentence, last, head, arms)
            if weak and made is None and not _is_works(sentence, first, last):
                continue
            products = _products(around, sentence, made, arms) if made is not None else []
            span = Span(head.start, max([head.end, *(one.span.end for one in products)]))
            paths = ", ".join((one.entity or "").removeprefix("weapon/") for one in products)
            value = f"{noun} of {paths}" if paths else noun
            found.append(Candidate(span, "facility", value, None, "facilities.noun", 0.8))
    return tuple(found)


def _heads(sentence: Sentence) -> Iterable[tuple[int, str, bool]]:
    tokens = [token.text.lower() for token in sentence.tokens]
    index = 0
    while index < len(tokens):
        for size in (3, 2, 1) if tokens[index] in _first_words() else ():
            words = " ".join(tokens[index : index + size])
            row = _nouns().get(words)
            if row is not None and index + size <= len(tokens) and _stands_alone(sentence, index + size - 1):
                yield index + size - 1, row[0], row[1]
                index += size - 1
                break
        index += 1


def _stands_alone(sentence: Sentence, last: int) -> bool:
    tokens = sentence.tokens
    if tokens[last].upos not in ("NOUN", "PROPN", "ADJ"):
        return False
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    return following is None or not (following.upos == "NOUN" and following.start == tokens[last].end + 1)


def _made_there(
    around: Surroundings, sentence: Sentence, last: int, head: Span, arms: Iterable[Candidate]
) -> Candidate | None:
    """`a plant specializing in X`, `companies that manufacture X`, `a missile factory`."""
    after = None
    for weapon in arms:
        if not sentence.span.covers(weapon.span):
            continue
        if head.covers(weapon.span):
            return weapon
        if weapon.span.start > head.end and (after is None or weapon.span.start < after.span.start):
            after = weapon
    if after is None:
        return None
    _, end = around.tokens_of(sentence, Span(head.start, head.end))
    stop, _ = around.tokens_of(sentence, after.span)
    between = [token.text.lower() for token in sentence.tokens[end + 1 : stop]]
    if not between or len(between) > 9 or "," in between or between[0] not in _MAKES:
        return None
    if between[0] in ("of", "for") and len(between) > 1:
        return None
    if between[0] in ("that", "which", "where") and not _MAKERS & set(between):
        return None
    return after


def _products(
    around: Surroundings, sentence: Sentence, first: Candidate, arms: tuple[Candidate, ...]
) -> list[Candidate]:
    """`shells for rocket launchers and launch vehicles`: what follows the first product in one breath."""
    products = [first]
    for weapon in arms:
        if weapon.span.start < products[-1].span.end or not sentence.span.covers(weapon.span):
            continue
        if " ".join(around.text[products[-1].span.end : weapon.span.start].split()) not in _JOINTS:
            break
        products.append(weapon)
    return products


def _is_works(sentence: Sentence, first: int, last: int) -> bool:
    qualifiers = {token.text.lower() for token in sentence.tokens[first:last]}
    return bool(qualifiers & _WORKS)


_WORKS = words_in("of works")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _nouns())


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    return {
        name: (row["noun"], row["weak"] == "yes")
        for row in load("facility_nouns")
        for name in row["names"].split("|")
    }
