"""Names of the tables -> states, persons, organizations and groups, with the reading their place suggests."""

from collections.abc import Iterable

from secondsource.knowledge.names import Sense
from secondsource.knowledge.standing import name_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.names import Name
from secondsource.mentions.places import is_dateline
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span

_PREPOSITIONS = frozenset("in at near around outside inside across throughout downtown central".split())
_MOTION = words_in("motion")
_PEOPLE = words_in("sent from a capital")


def find_actors(around: Surroundings, names: Iterable[Name]) -> tuple[Candidate, ...]:
    """Candidates of kind state, person, organization and group for names of the tables."""
    found = []
    names = tuple(names)
    organizations = {
        sense.entity
        for name in names
        for sense in name.senses
        if len(name.written) > 5 and sense.form != "metonym"
    }
    for name in names:
        for rule in (_state, _capital, _person, _body):
            candidate = rule(around, name, organizations)
            if candidate is not None:
                found.append(candidate)
                break
    return tuple(found)


def _state(around: Surroundings, name: Name, told: set[str]) -> Candidate | None:
    """`North Korea`, `North Korean`, `Russians`, `the North`."""
    for sense in name.senses:
        if sense.kind != "state" or sense.form == "capital":
            continue
        if sense.form == "people":
            code = sense.entity.removeprefix("state/")
            return Candidate(name.span, "group", "people", f"group/{code}/people", "actors.people", 0.9)
        if sense.form == "metonym" and name.written.lower() in ("the north", "the south"):
            if not {"state/KP", "state/KR"} & told:
                return None
            return _named(name, sense, "state", "actors.metonym", 0.8)
        if (
            sense.form == "metonym"
            and sense.entity not in told
            and not name.written.startswith(("the ", "The "))
        ):
            continue
        if _is_given_name(around, name):
            return None
        confidence = 0.8 if _is_place_too(name) else 1.0
        return _named(name, sense, "state", f"actors.{sense.form}", confidence)
    return None


def _capital(around: Surroundings, name: Name, told: set[str]) -> Candidate | None:
    """`Pyongyang has fired`: a capital that acts or owns is its state; after in, at, near it is the town."""
    for sense in name.senses:
        if sense.kind == "state" and sense.form == "capital":
            if _reads_as_town(around, name):
                return None
            return _named(name, sense, "state", "actors.capital", 0.7)
    return None


def _person(around: Surroundings, name: Name, told: set[str]) -> Candidate | None:
    """`Kim Jong Un`, `Putin`."""
    people = [sense for sense in name.senses if sense.kind == "person"]
    if not people or _in_longer_name(around, name):
        return None
    full = [sense for sense in people if sense.form == "name"]
    if full:
        return _named(name, full[0], "person", "actors.person", 1.0)
    if len({sense.entity for sense in people}) > 1:
        people = [sense for sense in people if sense.entity in told] or people
    confident = people[0].entity in told
    return _named(name, people[0], "person", "actors.surname", 0.95 if confident else 0.8)


def _body(around: Surroundings, name: Name, told: set[str]) -> Candidate | None:
    """`KCNA`, `the Pentagon`, `Wagner Group`."""
    bodies = [sense for sense in name.senses if sense.kind in ("organization", "group")]
    if not bodies or any(sense.kind == "place" for sense in name.senses) and _after_preposition(around, name):
        return None
    if _in_longer_name(around, name):
        return None
    short = name.written.isupper() and len(name.written) < 4
    best = sorted(bodies, key=lambda sense: sense.entity not in told)[0]
    kind = "group" if best.kind == "group" else "organization"
    return _named(name, best, kind, f"actors.{kind}", 0.8 if short and best.entity not in told else 1.0)


def _named(name: Name, sense: Sense, kind: str, rule: str, confidence: float) -> Candidate:
    return Candidate(name.span, kind, name_of(sense.entity), sense.entity, rule, confidence)  # type: ignore[arg-type]


def _reads_as_town(around: Surroundings, name: Name) -> bool:
    before = [word.lower() for word in around.words_before(name.span, 3)]
    if name.written.isupper() and name.sentence.id not in around.shouted:
        return True  # "LONDON (Agency) -": only datelines shout a town's name
    if not before:
        return is_dateline(around, name)
    if before[0] in _PREPOSITIONS or before[0] in (
        "visit",
        "visited",
        "visiting",
        "left",
        "leaving",
        "reached",
    ):
        return True
    if before[0] in ("and", ",") and len(before) > 1 and before[1][:1].isalpha():
        return _chained_to_town(around, name)
    if before[0] == "of" and len(before) > 1:
        return before[1] in (
            "capital",
            "city",
            "outside",
            "north",
            "south",
            "east",
            "west",
            "suburb",
            "suburbs",
        )
    if before[0] == "capital" or before[:2] == [",", "capital"]:
        return True
    if before[0] == "to" and _leads_from(around, name):
        return True
    if before[0] in ("to", "from", "for", "into"):
        return (
            len(before) > 1
            and before[1] in _MOTION
            or before[0] == "from"
            and before[1:2] != []
            and (
                before[1] not in _PEOPLE and before[1] in ("away", "km", "kilometers", "kilometres", "miles")
            )
        )
    return False


def _leads_from(around: Surroundings, name: Name) -> bool:
    """`flew from Seoul to Tokyo`: a way from one place ends in another."""
    before = [word.lower() for word in around.words_before(name.span, 5)]
    return "from" in before[1:4] and bool(_MOTION & set(before))


def _chained_to_town(around: Surroundings, name: Name) -> bool:
    """`in Seoul and Tokyo`: what holds for the first of two names holds for the second."""
    before = [word.lower() for word in around.words_before(name.span, 5)]
    return any(word in _PREPOSITIONS for word in before[2:4])


def _is_given_name(around: Surroundings, name: Name) -> bool:
    """`Jordan Smith`, `Georgia Meloni`: a state that is also a first name, with another name after it."""
    if name.written not in (
        "Jordan",
        "Georgia",
        "Chad",
        "Israel",
        "Cuba",
        "India",
        "China",
        "Ireland",
        "Holland",
    ):
        return False
    before, after = around.words_before(name.span, 1), around.text[name.span.end : name.span.end + 2]
    named = (
        bool(before) and before[0][:1].isupper() and len(before[0]) > 2 and name.written in ("Jordan", "Chad")
    )
    return named or (
        name.written in ("Jordan", "Chad", "Israel") and after[:1] == " " and after[1:].isupper()
    )


def _is_place_too(name: Name) -> bool:
    return any(sense.kind == "place" for sense in name.senses)


def _in_longer_name(around: Surroundings, name: Name) -> bool:
    """`Kim Jong Un University` is no person: a capital right after a short name makes it another name."""
    if " " in name.written or name.sentence.id in around.headlines | around.shouted:
        return False
    before = around.words_before(name.span, 1)
    first = bool(before) and before[0][:1].isupper() and before[0].lower() not in _TITLES
    starts = name.span.start == name.sentence.span.start
    return first and not starts and _touching(around, name.span, before[0]) and before[0] not in _STARTERS


_TITLES = words_in("title in small letters")
_STARTERS = words_in("opens a sentence")


def _touching(around: Surroundings, span: Span, word: str) -> bool:
    return around.text[: span.start].endswith(f"{word} ")


def _after_preposition(around: Surroundings, name: Name) -> bool:
    before = around.words_before(name.span, 1)
    return bool(before) and before[0].lower() in _PREPOSITIONS
