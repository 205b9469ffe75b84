"""One reading -> its profile: weighted words and names, days, and records of what it tells first."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from secondsource.knowledge import load
from secondsource.knowledge.words import stem, stopwords, words_of
from secondsource.model import Claim, Mention, Reading, Time
from secondsource.model.calendar import read_day

# Words of the headline and of the first lines say most of what a report is about.
HEADLINE, LEAD, REST = 3.0, 2.0, 1.0
LEAD_CHARACTERS = 600
# How many reports the table of frequencies stands for beside those that are being grouped.
BACKGROUND = 50
_GENERAL_KINDS = ("action", "time", "quantity", "thing", "document", "office")


class Record(NamedTuple):
    """What one claim tells, ready to be compared: type, who takes part, where, and the days it may touch."""

    type: str
    takes_part: frozenset[str]
    places: frozenset[str]
    days: tuple[int, int] | None
    open_pattern: str
    weight: float


class Profile(NamedTuple):
    """What a report is about. `words` and `names` map a stem to its weight in the report, before idf."""

    report: str
    words: Mapping[str, float]
    names: Mapping[str, float]
    entities: Mapping[str, float]
    published: int | None
    records: tuple[Record, ...]


def profile_of(reading: Reading) -> Profile:
    """The profile of a reading; furniture is passed over."""
    report = reading.report
    words: dict[str, float] = defaultdict(float)
    names: dict[str, float] = defaultdict(float)
    furniture = [part.span for part in report.parts if part.kind == "furniture"]
    title = [part.span for part in report.parts if part.kind in ("title", "subtitle")]
    body = max((span.end for span in title), default=0)
    running = words_of(report.text)
    for before, word in pairwise((None, *running)):
        if word is None or word.folded in stopwords() or len(word.folded) < 2:
            continue
        if any(span.start <= word.start < span.end for span in furniture):
            continue
        weight = (
            HEADLINE
            if any(span.start <= word.start < span.end for span in title)
            else LEAD
            if word.start < body + LEAD_CHARACTERS
            else REST
        )
        words[stem(word.folded)] += weight
        # A capital inside a sentence: a name, whether or not a table knows it.
        capital = report.text[word.start].isupper()
        inside = before is not None and report.text[before.end : word.start] in (" ", "-", "’", " “")
        if capital and inside:
            names[stem(word.folded)] += weight
    if report.title and not title:
        for word in words_of(report.title):
            if word.folded not in stopwords():
                words[stem(word.folded)] += HEADLINE
    return Profile(
        report.id,
        {word: 1 + log(count) for word, count in words.items()},
        {word: 1 + log(count) for word, count in names.items()},
        _entities(reading.mentions),
        _published(reading),
        _records(reading),
    )


def _entities(mentions: Sequence[Mention]) -> dict[str, float]:
    counted = Counter(
        mention.entity for mention in mentions if mention.entity and mention.kind not in _GENERAL_KINDS
    )
    return {entity: 1 + log(count) for entity, count in counted.items()}


def _published(reading: Reading) -> int | None:
    published = reading.report.published
    day = published.value or (published.earliest if published.earliest == published.latest else None)
    try:
        return read_day(day.partition("/")[0]) if day else None
    except ValueError:
        return None


def _records(reading: Reading) -> tuple[Record, ...]:
    mentions = {mention.id: mention for mention in reading.mentions}
    found = []
    for claim in reading.claims:
        if claim.part_of is None and claim.type not in ("quotation", "statement"):
            found.append(_record(claim, mentions))
    return tuple(found[:40])


def _record(claim: Claim, mentions: Mapping[str, Mention]) -> Record:
    fillers = [(role.name, mentions[role.mention]) for role in claim.roles if role.mention in mentions]
    times = [mention.value for name, mention in fillers if name == "time" and isinstance(mention.value, Time)]
    dated = next((time for time in times if time.days), None)
    return Record(
        claim.type,
        frozenset(
            one.entity for name, one in fillers if one.entity and name not in ("time", "quantity", "place")
        ),
        frozenset(one.entity for name, one in fillers if one.entity and name == "place"),
        dated.days if dated else None,
        times[0].expression if times else "",
        2.0 if claim.headline else 1.5 if claim.foreground else 0.5,
    )


@cache
def background() -> Mapping[str, int]:
    """In how many of a thousand reports a stem stands, for stems that are not rare."""
    return {row["word"]: int(row["in_thousand"]) for row in load("word_frequencies")}


class Rarity:
    """How much a word tells: inverse document frequency over the reports seen and the background table."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._reports = 0

    def add(self, keys: Mapping[str, float]) -> None:
        """One more report that holds these."""
        self._seen.update(keys.keys())
        self._reports += 1

    def of(self, key: str) -> float:
        """Logarithm of one in how many reports holds it."""
        held = background().get(key, 3) * BACKGROUND / 1000 + self._seen[key] + 0.5
        return log((BACKGROUND + self._reports + 1) / min(held, BACKGROUND + self._reports))

    def weigh(self, keys: Mapping[str, float]) -> dict[str, float]:
        """The same keys, weighted by rarity, of length one."""
        weighted = {key: weight * self.of(key) for key, weight in keys.items()}
        length = sqrt(sum(weight * weight for weight in weighted.values()))
        return {key: weight / length for key, weight in weighted.items()} if length else {}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Cosine of two maps of length one."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[key] for key, weight in left.items() if key in right)
