"""Two profiles -> how likely they tell of the same happenings, as a score with its parts."""

from collections.abc import Mapping
from math import exp
from typing import NamedTuple

from secondsource.stories.profile import Profile, Record, cosine

# Weights of the parts; fitted on stories of three outlets each, see bench/stories.py.
WORDS, NAMES, ENTITIES, RECORDS = 1.0, 0.0, 0.25, 0.5
# What is left of a likeness when all that both tell happened on other days or in other places.
CONFLICT = 0.85
# Reports on one happening follow each other within days; after a fortnight it is as a rule another one.
FORTNIGHT = 14


class Weighed(NamedTuple):
    """A profile with its words and names weighted by rarity, each of length one."""

    profile: Profile
    words: Mapping[str, float]
    names: Mapping[str, float]
    entities: Mapping[str, float]


def likeness(left: Weighed, right: Weighed) -> float:
    """0 (nothing in common) to about 1.5; the sum of its parts, less what speaks against."""
    parts = WORDS * cosine(left.words, right.words)
    if left.names and right.names:
        parts = (parts + NAMES * cosine(left.names, right.names)) / (WORDS + NAMES) * WORDS
    if left.entities and right.entities:
        known = cosine(left.entities, right.entities)
        parts = (parts + ENTITIES * known) / (WORDS + ENTITIES) * WORDS
    agreement, conflict = compare_records(left.profile.records, right.profile.records)
    fitting = (1 + RECORDS * agreement) * (1 - CONFLICT * conflict)
    return parts * fitting * nearness(left.profile, right.profile)


def tells_of_another(left: Profile, right: Profile) -> bool:
    """Whether everything that both tell conflicts: a bulletin written anew from the last one's words."""
    agreement, conflict = compare_records(left.records, right.records)
    return agreement == 0.0 and conflict == 1.0


def nearness(left: Profile, right: Profile) -> float:
    """1 when published on near days or when a day is not known, falling to a third within weeks."""
    if left.published is None or right.published is None:
        return 1.0
    days = max(0, abs(left.published - right.published) - 2)
    return (1 + 2 * exp(-days / FORTNIGHT)) / 3


def compare_records(left: tuple[Record, ...], right: tuple[Record, ...]) -> tuple[float, float]:
    """How much of what both tell agrees, and how much conflicts: two parts between 0 and 1.

    A claim agrees with one of the same type and an actor in common on days that fit; it conflicts when all
    its likes are dated on other days or happened in other places.
    """
    agreed = against = total = 0.0
    for one in left:
        likes = [other for other in right if other.type == one.type and one.takes_part & other.takes_part]
        if not likes:
            continue
        total += one.weight
        if any(_fits(one, other) for other in likes):
            agreed += one.weight
        else:
            against += one.weight
    return (agreed / total, against / total) if total else (0.0, 0.0)


def _fits(one: Record, other: Record) -> bool:
    if one.days and other.days:
        return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    return not (one.places and other.places and not one.places & other.places)
