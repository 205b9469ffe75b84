"""Nouns for an office, with the state they are of -> mentions of kind office."""

from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import load, states_of
from secondsource.knowledge.matcher import Matcher
from secondsource.knowledge.names import split
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span

_BEFORE = words_in("between state and office")


def find_offices(around: Surroundings, actors: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of kind office; the value is `office/RU/defence-minister`, `office//leader` of no state."""
    by_sentence: dict[str, list[Candidate]] = {}
    for state in actors:
        sentence = around.sentence_of(state.span)
        if sentence is not None and state.kind in ("state", "organization"):
            by_sentence.setdefault(sentence.id, []).append(state)
    found = []
    for one in office_matcher().find(around.folded):
        span = Span(one.start, one.end)
        sentence = around.sentence_of(span)
        if sentence is None or not _is_office(around, sentence, span):
            continue
        code, whole = _state_beside(around, by_sentence.get(sentence.id, ()), span)
        value = f"office/{code}/{office_of(one.name)}"
        found.append(Candidate(whole, "office", value, value if code else None, "offices.noun", 0.9))
    return tuple(found)


def office_of(name: str) -> str:
    """The office's id: `defense secretary` -> `defence-minister`."""
    return _offices()[name]


@cache
def office_matcher() -> Matcher:
    """Finds every noun for an office, with its plural."""
    return Matcher(_offices())


@cache
def _offices() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in load("offices"):
        for name in split(row["names"]):
            found.setdefault(name, row["id"])
    return found


def _is_office(around: Surroundings, sentence: Sentence, span: Span) -> bool:
    first, last = around.tokens_of(sentence, span)
    token = sentence.tokens[last]
    if token.upos in ("VERB", "AUX", "ADJ", "ADV", "ADP") and token.xpos not in ("NN", "NNP"):
        return False
    words = span.of(around.text).lower()
    if words in (
        "head",
        "general",
        "chief",
        "chair",
        "director",
        "major",
        "captain",
        "fellow",
        "secretary",
        "founder",
    ):
        before = sentence.tokens[first - 1].text.lower() if first else ""
        after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
        capital = after is not None and after.text[:1].isupper() and after.upos == "PROPN"
        of = after is not None and after.text.lower() == "of"
        return (
            capital
            or (of and words not in ("general", "major"))
            or before in ("the", "'s", "’s")
            and words != "general"
        )
    return True


def _state_beside(around: Surroundings, states: Iterable[Candidate], span: Span) -> tuple[str, Span]:
    """`North Korean leader`, `the president of Ukraine`: the state's code and the whole span."""
    start, end, code = span.start, span.end, ""
    for state in states:
        of = states_of(state.entity)
        if len(of) != 1:
            continue
        between = around.text[state.span.end : span.start]
        if span.covers(state.span):
            code = of[0].removeprefix("state/")
        elif state.span.end <= span.start and _only_between(between):
            code, start = of[0].removeprefix("state/"), state.span.start
        after = around.text[span.end : state.span.start]
        if not code and state.span.start > span.end and after in (" of ", " of the ", " in "):
            code, end = of[0].removeprefix("state/"), state.span.end
    return code, Span(start, end)


def _only_between(words: str) -> bool:
    plain = words.replace("’", "'").removeprefix("'s").removeprefix("'").replace(",", " ").strip()
    return len(words) < 40 and all(word.lower().strip("-") in _BEFORE for word in plain.split())
