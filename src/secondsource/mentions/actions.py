"""Verbs and nouns that tell of an event -> action mentions, typed by `knowledge/event_types.tsv`.

A verb ("visited"), a noun ("the visit", "a drone strike") or a verb with its particle ("shot down") names a
type when a row lists it and what the row needs (a weapon launched, a person freed) stands around it.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.needs import noun_has, verb_has
from secondsource.model import Mention, Note, Report, Sentence, Span

Candidate = tuple[str, str]  # an event type's id and what it needs

READ_PARTS = ("title", "subtitle", "body", "caption", "dateline")
# A noun in these relations only qualifies another noun: "test site", "attack drones".
QUALIFIES = ("compound", "amod", "nmod:poss", "flat", "case", "nummod")
ACTORS = ("person", "organization", "state", "group", "office")
OBJECTS = ("obj", "nsubj:pass")
ENCLOSING = ("weapon", "facility", "organization", "person", "place", "office", "state", "group")


def find_actions(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Mention, ...], tuple[Note, ...]]:
    """Action mentions of a report, given the other mentions; ids are provisional."""
    found: list[Mention] = []
    weapon_told = False
    ordered = sorted(mentions, key=lambda one: one.span)
    first = 0
    for sentence in sentences:
        if sentence.part not in READ_PARTS:
            continue
        # Both are in text order: what ends before this sentence is never looked at again.
        while first < len(ordered) and ordered[first].span.end <= sentence.span.start:
            first += 1
        last = first
        while last < len(ordered) and ordered[last].span.start < sentence.span.end:
            last += 1
        inside = [one for one in ordered[first:last] if sentence.span.overlaps(one.span)]
        weapon_told = weapon_told or any(one.kind == "weapon" for one in inside)
        for index in range(len(sentence.tokens)):
            for kind, span, rule in _types_at(sentence, index, inside, weapon_told):
                found.append(
                    Mention(
                        id=f"{report.id}:x{len(found)}",
                        span=span,
                        text=span.of(report.text),
                        kind="action",
                        value=sentence.tokens[index].lemma,
                        entity=f"event/{kind}",
                        made_by=rule,
                    )
                )
    return tuple(found), ()


def _types_at(
    sentence: Sentence, index: int, inside: Sequence[Mention], weapon_told: bool
) -> Iterator[tuple[str, Span, str]]:
    token = sentence.tokens[index]
    if token.upos == "VERB" and token.deprel not in ("amod", "compound", "case"):
        if _only_carries(sentence, index):
            return
        lemma, span = _with_particle(sentence, index)
        for kind, needs in _verbs().get(lemma, ()):
            if verb_has(sentence, index, inside, needs, weapon_told):
                yield kind, span, "actions.verb"
                return
        if _does_something(sentence, index, inside):
            yield "act", span, "actions.untyped"
    elif (
        _is_noun(sentence, index)
        and token.deprel not in QUALIFIES
        and not _enclosed(token.start, token.end, inside)
    ):
        lemma, span = _with_compound(sentence, index)
        governor = sentence.tokens[token.head]
        # "signed the treaty" is one signing, and the treaty what was signed.
        told = {kind for kind, _ in _verbs().get(governor.lemma, ())} if token.deprel in OBJECTS else set()
        for name in (lemma, token.lemma):
            for kind, needs in _nouns().get(name, ()):
                if kind in told and governor.upos == "VERB":
                    return
                if noun_has(sentence, index, inside, needs, weapon_told):
                    yield kind, span, "actions.noun"
                    return


def _does_something(sentence: Sentence, index: int, inside: Sequence[Mention]) -> bool:
    """ "[The envoy] crossed the bridge": a main verb that no row knows, of somebody who is named."""
    token = sentence.tokens[index]
    if token.deprel not in ("root", "conj", "ccomp", "parataxis", "advcl") or token.lemma in _empty_verbs():
        return False
    for child in sentence.children(index):
        below = sentence.tokens[child]
        # Of weapons only what is done to them: "the drones were painted".
        kinds = (*ACTORS, "weapon") if below.deprel == "nsubj:pass" else ACTORS
        if below.deprel in ("nsubj", "nsubj:pass") and any(
            one.kind in kinds and one.span.start <= below.start < one.span.end for one in inside
        ):
            return True
    return False


def _is_noun(sentence: Sentence, index: int) -> bool:
    """A common noun; in a headline with Every Word Capital, what looks like a name may be one too."""
    upos = sentence.tokens[index].upos
    return upos == "NOUN" or (upos == "PROPN" and sentence.part in ("title", "subtitle"))


def _with_particle(sentence: Sentence, index: int) -> tuple[str, Span]:
    """`shot down` -> shoot_down, when the table knows the pair."""
    token = sentence.tokens[index]
    for child in sentence.children(index):
        other = sentence.tokens[child]
        pair = f"{token.lemma}_{other.lemma}"
        if other.deprel in ("compound:prt", "advmod") and pair in _verbs() and child == index + 1:
            return pair, Span(token.start, other.end)
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if following is not None and f"{token.lemma}_{following.lemma}" in _verbs():
        return f"{token.lemma}_{following.lemma}", Span(token.start, following.end)
    return token.lemma, Span(token.start, token.end)


def _with_compound(sentence: Sentence, index: int) -> tuple[str, Span]:
    """`drone strike` -> drone_strike, when the table knows the pair."""
    token = sentence.tokens[index]
    if index > 1 and sentence.tokens[index - 1].text == "-" and token.start == sentence.tokens[index - 1].end:
        hyphened = f"{sentence.tokens[index - 2].lemma}-{token.lemma}"
        if hyphened in _nouns():
            return hyphened, Span(sentence.tokens[index - 2].start, token.end)
    if index:
        before = sentence.tokens[index - 1]
        pair = f"{before.lemma}_{token.lemma}"
        if pair in _nouns():
            return pair, Span(before.start, token.end)
    return token.lemma, Span(token.start, token.end)


def _enclosed(start: int, end: int, inside: Sequence[Mention]) -> bool:
    return any(one.kind in ENCLOSING and one.span.covers(Span(start, end)) for one in inside)


def _only_carries(sentence: Sentence, index: int) -> bool:
    """True for "provided" of "provided guidance", "joined" of "joined in firing": the verb only carries."""
    if sentence.tokens[index].lemma not in _light_verbs():
        return False
    for child in sentence.children(index):
        token = sentence.tokens[child]
        noun = token.upos == "NOUN" and _with_compound(sentence, child)[0] in _nouns()
        into = any(sentence.tokens[below].lemma == "in" for below in sentence.children(child))
        if token.deprel in ("obj", "nsubj:pass") and noun:
            return True
        doing = token.xpos == "VBG" and token.lemma in _verbs()
        if token.deprel in ("advcl", "xcomp", "obl") and into and (noun or doing):
            return True
    return False


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in load("light_verbs"))


@cache
def _empty_verbs() -> frozenset[str]:
    """Verbs that tell of no happening by themselves."""
    return frozenset(row["verb"] for row in load("empty_verbs"))


@cache
def _verbs() -> dict[str, tuple[Candidate, ...]]:
    return _index("verbs")


@cache
def _nouns() -> dict[str, tuple[Candidate, ...]]:
    return _index("nouns")


def _index(column: str) -> dict[str, tuple[Candidate, ...]]:
    """Lemma -> the types that list it, those that need most first, so that a launch goes before a firing."""
    found: dict[str, list[Candidate]] = {}
    for row in load("event_types"):
        for lemma in filter(None, row[column].split("|")):
            found.setdefault(lemma, []).append((row["id"], row["needs"]))
    return {
        lemma: tuple(sorted(types, key=lambda one: (-one[1].count("/"), not one[1], one[0])))
        for lemma, types in found.items()
    }
