"""Names that may stand for a place -> the place meant, by what stands around it and in the report."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import gazetteer, load
from secondsource.knowledge.name_parts import given_names, ordinary_words, slug_of, titles
from secondsource.knowledge.names import Sense
from secondsource.knowledge.standing import name_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.names import Name
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span

_LOCATIVE = words_in("before a place")
_SORTS = {
    "city": "town",
    "town": "town",
    "village": "town",
    "port": "town",
    "capital": "town",
    "settlement": "town",
    "suburb": "town",
    "hamlet": "town",
    "region": "division",
    "oblast": "division",
    "province": "division",
    "governorate": "division",
    "prefecture": "division",
    "district": "division",
    "state": "division",
    "county": "division",
    "provinces": "division",
    "regions": "division",
    "krai": "division",
}
# A place of fewer people than this needs a word that says "place", unless its state is told of.
_KNOWN_ANYWHERE = 150_000
_KNOWN_HERE = 15_000
_AFTER_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{2,24})?"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2})?"
    r"(?: \([A-Z][\w /.-]{1,24}\))?\s?(?:-|--|\u2013|\u2014)\s"
)
_AFTER_COMMA = re.compile(r", ((?:[A-Z][\w.'\u2019-]{0,30})(?: [A-Z][\w.'\u2019-]{0,30}){0,3})")


def find_places(around: Surroundings, names: Iterable[Name]) -> tuple[Candidate, ...]:
    """Candidates of kind place (regions, divisions, towns) and facility (named sites)."""
    names = tuple(names)
    told = _states_told(names)
    ends = {name.span.end for name in names}
    found = [
        one
        for name in names
        if not _after_first_name(around, name, ends) and (one := _place_of(around, name, told)) is not None
    ]
    return tuple(_as_told_in_full(around, one, found) for one in found)


def _after_first_name(around: Surroundings, name: Name, ends: set[int]) -> bool:
    """`Stacy Shelton`: a town's name right after a capitalised word that is no name of the tables."""
    first, _ = around.tokens_of(name.sentence, name.span)
    if first < 2 or " " in name.written or name.sentence.id in around.headlines | around.shouted:
        return False
    before = name.sentence.tokens[first - 1]
    if before.end in ends or before.end + 1 != name.span.start or before.upos != "PROPN":
        return False
    return before.text[:1].isupper() and before.text.lower() not in _LOCATIVE and before.text not in titles()


def _as_told_in_full(around: Surroundings, one: Candidate, found: list[Candidate]) -> Candidate:
    """`the Gulf` where the Gulf of Mexico is told of."""
    word = one.span.of(around.text).removeprefix("the ")
    if one.made_by == "places.region" and " " not in word:
        for other in found:
            full = other.span.of(around.text).split()
            if other.made_by == "places.region" and len(full) > 1 and word in full:
                return one._replace(value=other.value, entity=other.entity, confidence=0.8)
    return one


def _place_of(around: Surroundings, name: Name, told: Counter[str]) -> Candidate | None:
    sort = _sort_of(around, name.span)
    sites = [sense for sense in name.senses if sense.kind == "facility"]
    if sites and sort is None:
        return Candidate(name.span, "facility", name_of(sites[0].entity), sites[0].entity, "places.site")
    towns = [sense for sense in name.senses if sense.kind == "place"]
    if not towns:
        return None
    regions = [sense for sense in towns if not sense.entity.removeprefix("place/").isdigit()]
    if regions and sort != "town":
        return Candidate(name.span, "place", name_of(regions[0].entity), regions[0].entity, "places.region")
    if any(sense.kind in ("person", "group") for sense in name.senses) and not _locative(around, name.span):
        return None
    if name.written in given_names() and (
        _capital_after(around, name.span) or not _locative(around, name.span)
    ):
        return None
    if (around.words_before(name.span, 1) or ("",))[0] in words_in("noun of a body"):
        return None
    best, score = _likeliest(around, name, towns, told, sort)
    if best is None:
        return None
    return Candidate(name.span, "place", name_of(best), best, f"places.{sort or 'town'}", score)


def _likeliest(
    around: Surroundings, name: Name, towns: list[Sense], told: Counter[str], sort: str | None
) -> tuple[str | None, float]:
    outer = _outer_after(around, name.span)
    placed = _locative(around, name.span) or sort is not None or bool(outer) or is_dateline(around, name)
    found = [(sense, place) for sense in towns if (place := gazetteer.find_place(_id(sense))) is not None]
    capitals = _capitals_among(name, found) if sort != "division" else ()
    if capitals and placed and not outer:
        return capitals[0], 0.9
    risky = name.written.lower() in ordinary_words() or len(name.written) < 4
    divisions = {
        gazetteer.division_with(place.division) for sense, place in found if sense.form != "division"
    }
    ranked = []
    for sense, place in found:
        points = math.log10(place.population + 10) + 3 * (told[place.state] > 0)
        code = gazetteer.code_of(place.id) if sense.form == "division" else place.division
        points += min(told[place.state], 5) * 0.3 + 2 * (told[code] > 0)
        points += 6 * bool(outer & {place.state, place.division})
        if sense.form == "division":
            # A town and the division around it share a name: the town, unless a word says otherwise.
            points += 5 if sort == "division" else -2 * (place.id in divisions)
        elif sort == "town":
            points += 2
        large = place.population >= (_KNOWN_HERE if told[place.state] else _KNOWN_ANYWHERE)
        if placed and not (risky and sort is None and not outer and not large):
            ranked.append((points, sense.entity, 0.9))
        elif large and not risky:
            ranked.append((points, sense.entity, 0.75))
        elif told[place.state] and not risky and sense.form != "division":
            ranked.append((points, sense.entity, 0.55))
    if not ranked:
        return None, 0.0
    best = max(ranked, key=lambda one: (one[0], one[1]))
    divisions_told = {code for code in outer if "." in code}
    place = gazetteer.find_place(best[1].removeprefix("place/"))
    if divisions_told and place is not None and not outer & {place.state, place.division}:
        # "Venice, Louisiana" is none of the towns called Venice that the table has.
        return f"place/{slug_of(name.written)}-{slug_of(sorted(divisions_told)[0])}", 0.6
    return best[1], best[2]


def _sort_of(around: Surroundings, span: Span) -> str | None:
    """`Kharkiv region`, `the city of Kharkiv`: the word beside a name that says what it is."""
    after = around.words_after(span, 1)
    if after and after[0].lower() in _SORTS:
        return _SORTS[after[0].lower()]
    before = around.words_before(span, 2)
    if len(before) > 1 and before[0].lower() == "of" and before[1].lower() in _SORTS:
        return _SORTS[before[1].lower()]
    if before and before[0].lower() in ("city", "town", "village"):
        return "town"
    return None


def _locative(around: Surroundings, span: Span) -> bool:
    before = [word.lower() for word in around.words_before(span, 2)]
    if not before:
        return False
    if before[0] in _LOCATIVE or (before[0] == "the" and len(before) > 1 and before[1] in _LOCATIVE):
        return True
    return len(before) > 1 and before[0] in ("and", ",") and before[1][:1].isupper()


def is_dateline(around: Surroundings, name: Name) -> bool:
    """`KYIV, Aug 2 (Reuters) -`, `SEOUL -`: a place that opens a line, and what datelines have after it."""
    if name.sentence.part == "dateline":
        return True
    if around.text[name.span.end : name.span.end + 4].strip(", ").isdigit():
        return name.span.start == name.sentence.span.start  # "LIMA, 15 JAN 90 --"
    return (
        name.span.start == name.sentence.span.start
        and _AFTER_DATELINE.match(around.text, name.span.end) is not None
    )


def _outer_after(around: Surroundings, span: Span) -> set[str]:
    """Codes of the state or division that stands after a comma: `Paris, Texas`; `Sumy, Ukraine`."""
    match = _AFTER_COMMA.match(around.text, span.end)
    if match is None:
        return set()
    words = [word.removesuffix("'s").removesuffix("’s") for word in match[1].split(" ")]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        codes = _outer_names().get(name) or _outer_names().get(name.rstrip("."))
        if codes and (count == len(words) or not all("." in code for code in codes)):
            return codes
    return set()


def _capitals_among(name: Name, found: list[tuple[Sense, gazetteer.Place]]) -> tuple[str, ...]:
    """`in Washington`: where a name is also a state's capital, its town there goes before all others."""
    states = {sense.entity.removeprefix("state/") for sense in name.senses if sense.form == "capital"}
    towns = [(place.population, sense.entity) for sense, place in found
             if place.state in states and sense.form != "division"]  # fmt: skip
    return tuple(entity for _, entity in sorted(towns, reverse=True))


def _id(sense: Sense) -> str:
    return sense.entity.removeprefix("place/")


def _capital_after(around: Surroundings, span: Span) -> bool:
    after = around.text[span.end : span.end + 2]
    return after[:1] == " " and after[1:].isupper()


def _states_told(names: Iterable[Name]) -> Counter[str]:
    """How often each state is named, by name, adjective or people; and each division (`US.TX`)."""
    told: Counter[str] = Counter()
    for name in names:
        first = name.senses[0]
        if first.kind == "state":
            told[first.entity.removeprefix("state/")] += 1
        elif len(name.written) > 3 and all(sense.kind == "place" for sense in name.senses):
            divisions = [sense for sense in name.senses if sense.form == "division"]
            if len(divisions) == 1 and len(divisions) >= len(name.senses) - 2:
                code = gazetteer.code_of(_id(divisions[0]))
                told[code] += 1
                told[code.partition(".")[0]] += 1
    return told


@cache
def _outer_names() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in load("states"):
        for name in filter(None, (row["name"], *row["also"].split("|"))):
            found.setdefault(name, set()).add(row["code"])
    for name, ids in gazetteer.division_names().items():
        found.setdefault(name, set()).update(gazetteer.code_of(id) for id in ids)
    for row in load("division_abbreviations"):
        found.setdefault(row["abbreviation"], set()).add(row["code"])
    return found
