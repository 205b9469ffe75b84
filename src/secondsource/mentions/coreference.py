"""Mentions that say who without a name -> whom the report, or a table with dates, says they mean."""

import re
from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import gazetteer, load, name_of
from secondsource.knowledge.standing import row_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.antecedents import weigh_pronoun
from secondsource.mentions.bodies import body_of, ministry_topic
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.discourse import Discourse
from secondsource.mentions.pronouns import pronouns_of, resolve_pronoun
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span
from secondsource.model.placed import Placed

_LEADERS = (
    "leader",
    "president",
    "supreme-leader",
    "prime-minister",
    "chancellor",
    "military-leader",
    "king",
    "emir",
)
# Offices that one person of a state holds at a time: only these are looked up in the table of office holders.
_SINGLE = words_in("office of one")
_DESCRIBED_SPAN = 4
# "the spokesman for the State Department, Jane Doe"
_FOR_BODY = re.compile(r" (?:for|of|at|to) [^;:,\n]{2,60}, ")


def resolve_references(around: Surroundings, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, offices resolved where sure, with descriptions and pronouns added; in text order."""
    told = Discourse()
    ordered = sorted(candidates, key=lambda one: (one.span.start, -one.span.end))
    _learn_offices(around, ordered, told)
    resolved: list[Candidate] = []
    position = 0
    for sentence in around.sentences:
        told.enter(sentence)
        inside: list[Candidate] = []
        while position < len(ordered) and ordered[position].span.start < sentence.span.end:
            inside.append(ordered[position])
            position += 1
        # A person resolved from an office, a description or a pronoun may be what the next one means.
        for slot in sorted(
            (*inside, *_open_slots(sentence, inside)), key=lambda one: (one.span.start, -one.span.end)
        ):
            answer = _resolve(around, sentence, slot, told)
            if answer is not None:
                told.add(answer, sentence)
                resolved.append(answer)
    return (*resolved, *ordered[position:])


def _resolve(around: Surroundings, sentence: Sentence, slot: Candidate, told: Discourse) -> Candidate | None:
    if slot.made_by == "coreference.description":
        return _resolve_description(around, slot, told)
    if slot.made_by == "coreference.pronoun":
        return weigh_pronoun(sentence, slot, resolve_pronoun(sentence, slot, told), told)
    if slot.kind == "organization" and slot.made_by.startswith("unlisted.by_ending"):
        return _resolve_ministry(slot, told)
    if slot.kind == "office":
        return _resolve_office(around, slot, told)
    return slot


def _open_slots(sentence: Sentence, inside: list[Candidate]) -> list[Candidate]:
    taken = {at for one in inside if one.kind != "document" for at in range(one.span.start, one.span.end)}
    found = [one for one in pronouns_of(sentence) if one.span.start not in taken]
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.text.lower() not in ("the", "this", "that") or index + 1 == len(tokens):
            continue
        for size in range(min(_DESCRIBED_SPAN, len(tokens) - index - 1), 0, -1):
            noun = " ".join(one.text.lower() for one in tokens[index + 1 : index + 1 + size])
            last = index + size
            if noun in _descriptions() and _is_whole(sentence, last) and tokens[last].start not in taken:
                span = Span(token.start, tokens[last].end)
                found.append(Candidate(span, "thing", noun, None, "coreference.description", 0.6))
                break
    return found


def _is_whole(sentence: Sentence, last: int) -> bool:
    following = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if following is None:
        return True
    if following.text.lower() in ("of", "that", "which") or following.text in ("-", "\u2010"):
        return False
    return not (following.upos in ("NOUN", "PROPN") and following.start == sentence.tokens[last].end + 1)


def _resolve_description(around: Surroundings, slot: Candidate, told: Discourse) -> Candidate | None:
    """`the agency` -> the agency told last; `the country` -> the state told last; None when nothing fits."""
    kind, sorts = _descriptions()[str(slot.value)]
    rule = "coreference.description"
    if kind == "state":
        state = told.main_state(_is_object(around, slot.span))
        return Candidate(slot.span, "state", name_of(state), state, rule, 0.6) if state else None
    if kind == "capital":
        state = told.main_state()
        place = state and capital_of(state)
        return Candidate(slot.span, "place", name_of(place), place, rule, 0.7) if place else None
    found = told.latest(kind, sorts)
    if found is None:
        return None
    return Candidate(slot.span, found.kind, found.value, found.entity, rule, 0.65)


def _resolve_ministry(slot: Candidate, told: Discourse) -> Candidate:
    """`the Foreign Ministry`, `the Ministry of National Defence`: that of the state told of."""
    topic = ministry_topic(str(slot.value))
    state = told.main_state() if topic else None
    if topic is None or state is None:
        return slot
    name, entity = body_of(state, f"{topic} Ministry")
    return slot._replace(value=name, entity=entity, made_by="coreference.ministry", confidence=0.6)


def _is_object(around: Surroundings, span: Span) -> bool:
    """`sanctions on the country`: what is done to it is not done by it."""
    before = (around.words_before(span, 1) or ("",))[0].lower()
    after = around.text[span.end : span.end + 2]
    return before in ("on", "against", "to", "from", "with", "upon", "towards") and after not in ("'s", "’s")


_BESIDE = 90  # characters between an office and its holder: "the head of the ... commission, NAME"


def _learn_offices(around: Surroundings, ordered: list[Candidate], told: Discourse) -> None:
    """`Defence Minister Sergei Shoigu` and `Kang Sun Nam, the defence minister`: who holds what here."""
    people = Placed((one for one in ordered if one.kind == "person"), lambda one: one.span)
    for office in ordered:
        if office.kind != "office":
            continue
        for person in people.reaching(Span(office.span.start - _BESIDE, office.span.end + _BESIDE)):
            if _apposed(around.text, office, person):
                told.holds(office, person)
                break


def _apposed(text: str, office: Candidate, person: Candidate) -> bool:
    after = text[office.span.end : person.span.start]
    if person.span.start >= office.span.end and after in (" ", ", ", " - ", ": "):
        return True
    if person.span.start > office.span.end and _FOR_BODY.fullmatch(after):
        return True
    before = text[person.span.end : office.span.start]
    return person.span.end <= office.span.start and before in (
        ", ",
        ", the ",
        ", a ",
        ", who is the ",
        " is the ",
        ", its ",
        ", an ",
        ", former ",
    )


def _resolve_office(around: Surroundings, office: Candidate, told: Discourse) -> Candidate:
    """A person when one stands beside it, the report tells who holds it, or the table does for the day."""
    _, code, noun = str(office.value).split("/", 2)
    words = office.span.of(around.text).lower()
    if words.endswith("s") and not words.endswith(("affairs", "us", "ss", "'s")):
        return office
    # "the regime's dictator", "the leader of a panel": of whom is told, though not known.
    open_ = not code and (_owned(around, office) or around.text.startswith(" of ", office.span.end))
    person = None if open_ else told.holder(code, noun, office.span, noun in _SINGLE)
    if person is not None:
        return office._replace(entity=person.entity, made_by="coreference.office", confidence=0.9)
    definite = bool(code) or (around.words_before(office.span, 1) or ("",))[0].lower() == "the"
    if open_ or not definite or _former(around, office):
        return office
    if not code:
        state = told.main_state()
        code = (state or "").removeprefix("state/") if noun in _SINGLE else ""
    published = around.report.published
    day = published.value if published.status in ("given", "found") else None
    holder = holder_on(code, noun, day) if code and day else None
    if holder is not None:
        return office._replace(entity=holder, made_by="coreference.office_table", confidence=0.75)
    if code and office.entity is None:
        return office._replace(value=f"office/{code}/{noun}", entity=f"office/{code}/{noun}", confidence=0.5)
    return office


def _owned(around: Surroundings, office: Candidate) -> bool:
    """`the regime's dictator`: of whom is told, though not known."""
    return (around.words_before(office.span, 1) or ("",))[0] in ("'s", "’s", "'", "’")


def _former(around: Surroundings, office: Candidate) -> bool:
    words = {
        *office.span.of(around.text).lower().split(),
        *(w.lower() for w in around.words_before(office.span, 2)),
    }
    return bool(words & {"former", "ex", "then", "late", "a", "an", "next", "future", "deputy"})


def holder_on(code: str, office: str, day: str) -> str | None:
    """Who held a state's office on an ISO day, by the table of persons; None unless exactly one did.

    >>> holder_on("RU", "defence-minister", "2023-08-06")
    'person/sergei-shoigu'
    """
    if office not in _SINGLE:
        return None
    wanted = _LEADERS if office == "leader" else (office,)
    for one in wanted:
        found = {
            entity
            for entity, since, until in _terms().get((code, one), ())
            if since[:10] <= day and (not until or day <= until)
        }
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


@cache
def capital_of(state: str) -> str | None:
    """The place of a state's capital: the largest town of that name in the state."""
    row = row_of(state)
    for name in row["capital"].split("|") if row is not None else ():
        towns = [gazetteer.find_place(id) for id in gazetteer.place_names().get(name, ())]
        inside = [one for one in towns if one is not None and f"state/{one.state}" == state]
        if inside:
            return f"place/{max(inside, key=lambda one: one.population).id}"
    return None


@cache
def _terms() -> dict[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in load("persons"):
        for term in filter(None, row["offices"].split("|")):
            office, since, until = term.split(":")
            if since:
                found.setdefault((row["state"], office), []).append((f"person/{row['id']}", since, until))
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def _descriptions() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        row["noun"]: (row["kind"], tuple(filter(None, row["sorts"].split("|"))))
        for row in load("descriptions")
    }
