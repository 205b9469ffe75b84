"""Readings in order of publication -> stories: each report joins the story it fits, or opens one.

One pass (each report sees only what came before), then one look at pairs of stories; no story is joined
through a single link when its other links are weak.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import log10
from statistics import fmean

from secondsource.model import Derivation, Note, Reading, Story
from secondsource.stories.likeness import Weighed, likeness
from secondsource.stories.profile import Rarity, profile_of
from secondsource.stories.titles import title_of

# What is asked of a link among ten reports, and what more for ten times as many: see bench/stories.py.
ASKED, ASKED_MORE = 0.17, 0.08
# The mean link to the members of a story must be this part of what is asked of the best one.
MEAN_PART = 0.7
KEYS, HOLDERS, MEMBERS = 24, 60, 12


def group_stories(
    readings: Sequence[Reading], derivations: Sequence[Derivation]
) -> tuple[tuple[Story, ...], tuple[Note, ...]]:
    """Stories in order of their first report; every reading is in exactly one."""
    groups = [sorted(group) for group in _groups(readings, derivations)]
    stories = []
    for group in sorted(groups):
        members = [readings[number] for number in group]
        ids = tuple(reading.report.id for reading in members)
        digest = sha256(min(ids).encode()).hexdigest()[:8]
        stories.append(Story(f"s-{digest}", title_of(members), ids))
    return tuple(stories), ()


def _groups(readings: Sequence[Reading], derivations: Sequence[Derivation]) -> list[list[int]]:
    profiles = [profile_of(reading) for reading in readings]
    rarity, entity_rarity = Rarity(), Rarity()
    for profile in profiles:
        rarity.add(profile.words)
        entity_rarity.add(profile.entities)
    weighed = [
        Weighed(
            profile,
            rarity.weigh(profile.words),
            rarity.weigh(profile.names),
            entity_rarity.weigh(profile.entities),
        )
        for profile in profiles
    ]
    copies = _copies(readings, derivations)
    holders: dict[str, list[int]] = defaultdict(list)
    story_of: dict[int, int] = {}
    stories: dict[int, list[int]] = {}
    order = sorted(
        range(len(readings)), key=lambda one: (profiles[one].published or 0, readings[one].report.id)
    )
    for number in order:
        near, keys = _near(weighed[number], holders)
        near.update(other for other in copies.get(number, ()) if other in story_of)
        asked = asked_of(len(near))
        best: tuple[float, int] | None = None
        links = {
            other: max(
                likeness(weighed[number], weighed[other]), 1.0 if other in copies.get(number, ()) else 0
            )
            for other in sorted(near)
        }
        for story in sorted({story_of[other] for other in near}):
            members = stories[story][-MEMBERS:]
            scores = [
                links[other] if other in links else likeness(weighed[number], weighed[other])
                for other in members
            ]
            if max(scores) >= asked and fmean(scores) >= asked * MEAN_PART:
                best = max(best or (0.0, 0), (fmean(scores) + max(scores), -story))
        chosen = -best[1] if best is not None else number
        story_of[number] = chosen
        stories.setdefault(chosen, []).append(number)
        for key in keys:
            holders[key].append(number)
    return _join(stories, weighed)


def asked_of(near: int) -> float:
    """The likeness asked of a link: more where many reports are near, as chance likeness grows with them."""
    return ASKED + ASKED_MORE * max(0.0, log10(max(near, 1) / 10))


def _near(one: Weighed, holders: Mapping[str, list[int]]) -> tuple[set[int], list[str]]:
    """Earlier reports that hold one of its most telling words, latest first where there are too many."""
    keys = sorted(one.words, key=lambda key: (-one.words[key], key))[:KEYS]
    return {other for key in keys for other in holders.get(key, ())[-HOLDERS:]}, keys


def _copies(readings: Sequence[Reading], derivations: Sequence[Derivation]) -> dict[int, set[int]]:
    place = {reading.report.id: number for number, reading in enumerate(readings)}
    found: dict[int, set[int]] = defaultdict(set)
    for one in derivations:
        if one.how in ("copy", "edited copy") and one.origin in place:
            found[place[one.report]].add(place[one.origin])
            found[place[one.origin]].add(place[one.report])
    return found


def _join(stories: Mapping[int, list[int]], weighed: Sequence[Weighed]) -> list[list[int]]:
    """Stories that a late report showed to be one: joined when the mean of all links between is enough."""
    holders: dict[str, list[int]] = defaultdict(list)
    groups = {story: list(members) for story, members in stories.items()}
    for story in sorted(groups):
        for member in groups[story]:
            for key in _near(weighed[member], holders)[1][:8]:
                if not holders[key] or holders[key][-1] != story:
                    holders[key].append(story)
    pairs = sorted(
        {
            (left, right)
            for held in holders.values()
            for place, left in enumerate(held[:HOLDERS])
            for right in held[place + 1 : HOLDERS]
        }
    )
    gone: dict[int, int] = {}
    for left, right in pairs:
        while left in gone:
            left = gone[left]
        while right in gone:
            right = gone[right]
        if left == right:
            continue
        links = [
            likeness(weighed[one], weighed[other])
            for one in groups[left][:MEMBERS]
            for other in groups[right][:MEMBERS]
        ]
        if fmean(links) >= asked_of(len(weighed)):
            groups[left] += groups.pop(right)
            gone[right] = left
    return list(groups.values())
