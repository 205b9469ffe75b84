"""Nouns for people as a group -> mentions of kind group: officials, soldiers, analysts."""

from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import load
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.phrases import start_of_phrase
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span
from secondsource.model.placed import Placed

# What parts a noun from a state told before it: another sentence, another side of a list.
_BREAKS = frozenset(",.;:!?()\n")


def find_groups(around: Surroundings, states: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of kind group; `group/RU/soldier` when their state is told right before, else no entity."""
    before = Placed((one for one in states if (one.entity or "").startswith("state/")), lambda one: one.span)
    found = []
    for sentence in around.sentences:
        for index, token in enumerate(sentence.tokens):
            noun = _nouns().get(token.text.lower())
            if noun is None or token.upos not in ("NOUN", "PROPN", "ADJ"):
                continue
            following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
            if following is not None and following.upos == "NOUN" and following.start == token.end + 1:
                continue
            first = start_of_phrase(sentence, index, 0, sentence.id in around.headlines)
            span = Span(sentence.tokens[first].start, token.end)
            entity = _of_state(around, before, Span(token.start, token.end), span)
            found.append(
                Candidate(span, "group", noun, entity and f"group/{entity}/{noun}", "groups.noun", 0.8)
            )
    return tuple(found)


def _of_state(around: Surroundings, before: Placed[Candidate], noun: Span, phrase: Span) -> str | None:
    for state in before.reaching(Span(phrase.start - 4, noun.start)):
        end = state.span.end
        gap = around.text[end : noun.start]
        if phrase.start - 3 <= end <= noun.start and len(gap) < 30 and not _BREAKS & set(gap):
            return (state.entity or "").removeprefix("state/")
    return None


@cache
def _nouns() -> dict[str, str]:
    return {name: row["noun"] for row in load("people_nouns") for name in row["names"].split("|")}
