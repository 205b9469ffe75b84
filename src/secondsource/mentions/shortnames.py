"""Parts of names told in full elsewhere in the report -> whose they are: `Kim`, `Kiper`, `IPS`."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from secondsource.knowledge.matcher import fold
from secondsource.knowledge.name_parts import titles
from secondsource.knowledge.standing import name_of, row_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span

# Where the family name comes first.
_FAMILY_FIRST = frozenset(("KP", "KR", "CN", "TW", "VN", "HK", "KH", "SG", "HU"))
_PARTICLES = words_in("particle of a short name")


class FullName(NamedTuple):
    """A name told in full: the words it may be called by, best first, and where it stands."""

    entity: str
    value: str
    short: tuple[str, ...]
    start: int


def find_short_names(around: Surroundings, known: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of kind person for a single name, and organization for initials, of one told in full."""
    known = tuple(known)
    full = _by_short_name(full_names(known))
    taken = {start for one in known for start in range(one.span.start, one.span.end)}
    found = []
    for sentence in around.sentences:
        for index, token in enumerate(sentence.tokens):
            if not token.text[:1].isupper() or token.start in taken or len(token.text) < 2:
                continue
            if not _stands_alone(sentence, index):
                continue
            owner = _owner(token.text, token.start, full)
            if owner is not None:
                span = Span(token.start, token.end)
                found.append(Candidate(span, "person", owner.value, owner.entity, "shortnames.person", 0.9))
    return (*found, *_initials(around, known, taken))


def with_full_names(known: Iterable[Candidate]) -> list[Candidate]:
    """The same, `Peña Nieto` with the id of `Enrique Peña Nieto` when both are told."""
    known = list(known)
    longer: dict[tuple[str, ...], Candidate] = {}
    for one in known:
        words = tuple(_words(str(one.value)))
        if one.kind == "person" and len(words) > 2:
            for start in range(1, len(words) - 1):
                longer.setdefault(words[start:], one)
    bodies = [(f" {' '.join(_words(str(one.value)))} ", one) for one in known if _lends_its_name(one)]
    found = []
    for one in known:
        part = f" {' '.join(_words(str(one.value)))} "
        if one.made_by.startswith("unlisted.") and part.count(" ") > 2:
            owner = next((body for words, body in bodies if part in words and part != words), None)
            if owner is not None:
                # "the Joint Chiefs" after "South Korea's Joint Chiefs of Staff"
                one = one._replace(
                    kind=owner.kind, value=owner.value, entity=owner.entity, made_by="shortnames.body"
                )
        full = longer.get(tuple(_words(str(one.value)))) if one.kind == "person" else None
        if full is not None and one.made_by.startswith("unlisted."):
            one = one._replace(value=full.value, entity=full.entity, made_by="shortnames.person")
        found.append(one)
    return found


def _lends_its_name(one: Candidate) -> bool:
    return (
        one.kind in ("organization", "facility") and one.confidence >= 0.8 and str(one.value).count(" ") > 1
    )


def without_surnames(around: Surroundings, known: Iterable[Candidate]) -> list[Candidate]:
    """All but the towns that are called as a person of this report is: `Davis said`, after `Kim Davis`."""
    known = list(known)
    surnames = {one.short[0] for one in full_names(known)}
    return [one for one in known if not (one.made_by == "places.town" and _is_surname(around, one, surnames))]


def _is_surname(around: Surroundings, town: Candidate, surnames: set[str]) -> bool:
    words = _words(town.span.of(around.text))
    before = around.words_before(town.span, 1)
    return (
        len(words) == 1
        and words[0] in surnames
        and not (before and before[0].lower() in ("in", "at", "near"))
    )


def full_names(known: Iterable[Candidate]) -> list[FullName]:
    """Persons told in full, and surely enough to lend their name to what follows."""
    return [
        _full_name(one)
        for one in known
        if one.kind == "person" and " " in str(one.value).strip() and one.confidence > 0.55
    ]


def _full_name(one: Candidate) -> FullName:
    row = row_of(one.entity or "")
    # "Zelenskyy" may be meant where the table writes "Zelensky": the words of the report count as well.
    words = [word for word in _words(str(one.value)) if word not in _PARTICLES]
    family_first = row is not None and row["state"] in _FAMILY_FIRST
    if family_first or (row is None and len(words) == 3 and all(len(word) < 7 for word in words)):
        order = words[:1]
        if not family_first:
            order = [words[0], words[-1]]
    else:
        order = [words[-1], words[0]]
    return FullName(one.entity or "", str(one.value), tuple(dict.fromkeys(order)), one.span.start)


def _by_short_name(full: list[FullName]) -> dict[tuple[int, str], list[FullName]]:
    """Place of a word among the short names, and the word -> those told in full, as they are told."""
    found: dict[tuple[int, str], list[FullName]] = {}
    for one in sorted(full, key=lambda one: one.start):
        for place, word in enumerate(one.short[:2]):
            found.setdefault((place, word), []).append(one)
    return found


def _owner(word: str, at: int, full: dict[tuple[int, str], list[FullName]]) -> FullName | None:
    """Whose short name it is: family names before first names, the last told before, else the first after."""
    plain = _words(word)
    if len(plain) != 1:
        return None
    for place in (0, 1):
        fitting = full.get((place, plain[0]))
        if not fitting:
            continue
        if place and len({one.entity for one in fitting}) > 1:
            return None
        before = bisect_left(fitting, at, key=lambda one: one.start)
        return fitting[before - 1] if before else fitting[0]
    return None


def _stands_alone(sentence: Sentence, index: int) -> bool:
    tokens = sentence.tokens
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        after is not None
        and after.text[:1].isupper()
        and after.upos == "PROPN"
        and after.start == tokens[index].end + 1
    ):
        return False
    if before is None or not before.text[:1].isupper() or before.upos != "PROPN":
        return True
    return before.end != tokens[index].start - 1 or before.text in titles() or index == 1


def _initials(around: Surroundings, known: tuple[Candidate, ...], taken: set[int]) -> list[Candidate]:
    """`Institute for Peace Studies (IPS)`, and IPS from then on."""
    owners: dict[str, Candidate] = {}
    for one in known:
        if one.kind in ("organization", "group") and " " in str(one.value):
            capitals = "".join(
                word[0] for word in str(one.value).replace("-", " ").split() if word[:1].isupper()
            )
            if len(capitals) > 1:
                owners.setdefault(capitals, one)
    found = []
    for sentence in around.sentences:
        for token in sentence.tokens:
            owner = owners.get(token.text.replace(".", ""))
            if owner is not None and token.start not in taken:
                span = Span(token.start, token.end)
                found.append(
                    Candidate(
                        span,
                        owner.kind,
                        name_of(owner.entity or ""),
                        owner.entity,
                        "shortnames.initials",
                        0.9,
                    )
                )
    return found


def _words(name: str) -> list[str]:
    return fold(name.replace("-", "")).text.split()
