"""A state and a common noun for one of its bodies -> organizations: `Romania's foreign ministry`."""

from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import load, name_of
from secondsource.knowledge.name_parts import slug_of
from secondsource.knowledge.names import senses_of, split
from secondsource.knowledge.standing import row_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span

_TOPICS = {
    "foreign": "Foreign",
    "defence": "Defence",
    "defense": "Defence",
    "interior": "Interior",
    "finance": "Finance",
    "health": "Health",
    "energy": "Energy",
    "justice": "Justice",
    "trade": "Trade",
    "transport": "Transport",
    "unification": "Unification",
    "economy": "Economy",
    "education": "Education",
    "agriculture": "Agriculture",
    "intelligence": "Intelligence",
    "information": "Information",
    "culture": "Culture",
    "oil": "Oil",
    "security": "Security",
    "treasury": "Treasury",
    "commerce": "Commerce",
    "justice department": "Justice",
}
_BODIES = tuple(sorted(words_in("body of a state"), key=lambda noun: (-len(noun), noun)))
_MEDIA = ("media", "agency", "television", "tv", "broadcaster")
_GOVERNMENT = ("government", "regime", "administration", "authorities", "leadership", "state")


def find_bodies(around: Surroundings, states: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of kind organization (or state, for a government); the span starts with the state's name."""
    found = []
    for state in states:
        if not (state.entity or "").startswith("state/") or state.confidence < 0.7:
            continue
        start = _after_owner(around.text, state.span.end)
        candidate = _ministry(around, state, start) or _body(around, state, start)
        if candidate is not None and around.sentence_of(candidate.span) is not None:
            found.append(candidate)
    return tuple(found)


def _after_owner(text: str, end: int) -> int:
    for owner in ("'s ", "’s ", "' ", "’ ", " "):
        if text.startswith(owner, end):
            return end + len(owner)
    return end


def _ministry(around: Surroundings, state: Candidate, start: int) -> Candidate | None:
    words = around.text[start : start + 60].split()
    for size in (1, 2, 3):
        if size < len(words) and words[size].strip(".,;:'’s") in ("ministry", "Ministry", "department"):
            topic = " ".join(words[:size]).lower()
            if all(
                word in _TOPICS or word in ("and", "affairs", "of", "the", "national")
                for word in topic.split()
            ):
                end = start + around.text[start:].index(words[size]) + len("ministry")
                end += len("department") - len("ministry") if words[size].startswith("dep") else 0
                return _named(
                    around, state, Span(state.span.start, end), f"{_TOPICS[topic.split()[0]]} Ministry"
                )
            return None
    return None


def _body(around: Surroundings, state: Candidate, start: int) -> Candidate | None:
    rest = around.text[start : start + 40]
    for noun in _BODIES:
        if rest.lower().startswith(noun) and not rest[len(noun) : len(noun) + 1].isalnum():
            span = Span(state.span.start, start + len(noun))
            # "state news agency KCNA" is told by its name.
            named = around.text[span.end : span.end + 2].strip().isupper()
            if _noun_follows(around, span) or (named and noun.endswith(_MEDIA)):
                return None
            return _named(around, state, span, noun.title())
    for noun in _GOVERNMENT:
        if rest.startswith(noun) and not rest[len(noun) : len(noun) + 1].isalnum():
            span = Span(state.span.start, start + len(noun))
            if noun in ("state", "administration", "leadership") or _noun_follows(around, span):
                return None
            return Candidate(
                span, "organization", f"government of {state.value}", state.entity, "bodies.government", 0.9
            )
    return None


def _named(around: Surroundings, state: Candidate, span: Span, body: str) -> Candidate:
    name, entity = body_of(state.entity or "", body)
    known = row_of(entity) is not None
    rule = "bodies.known" if known else "bodies.composed"
    return Candidate(span, "organization", name, entity, rule, 0.95 if known else 0.85)


def body_of(state: str, body: str) -> tuple[str, str]:
    """Name and id of a state's body: the table's organization when it lists the name in any of its forms."""
    adjectives = _adjectives().get(state.removeprefix("state/")) or (name_of(state),)
    for first in (*adjectives, f"{name_of(state)}'s"):
        for form in (body, body.lower(), body.replace("Defence", "Defense")):
            for sense in senses_of(f"{first} {form}"):
                if sense.kind == "organization":
                    return name_of(sense.entity), sense.entity
    name = f"{adjectives[0]} {body}"
    return name, f"organization/{slug_of(name)}"


def ministry_topic(name: str) -> str | None:
    """`Ministry of National Defence` -> `Defence`; None for anything but a ministry without a state."""
    words = [
        word
        for word in name.lower().split()
        if word not in ("of", "the", "and", "national", "affairs", "for")
    ]
    if len(words) == 2 and "ministry" in words:
        words.remove("ministry")
        return _TOPICS.get(words[0])
    return None


def _noun_follows(around: Surroundings, span: Span) -> bool:
    sentence = around.sentence_of(span)
    if sentence is None:
        return True
    _, last = around.tokens_of(sentence, span)
    following = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    return following is not None and following.upos == "NOUN" and following.start == span.end + 1


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {row["code"]: split(row["adjective"]) for row in load("states")}
