"""Readings in order of publication -> stories: each report joins the story it fits, or opens one.

One pass (each report sees only what came before), then one look at pairs of stories; no story is joined
through a single link when its other links are weak.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from statistics import fmean

from secondsource.model import Derivation, Note, Reading, Story
from secondsource.stories.likeness import Weighed, likeness, tells_of_another
from secondsource.stories.profile import Rarity, profile_of
from secondsource.stories.titles import title_of

# What a link needs beyond the likeness that a report has to others by chance: see bench/stories.py.
ASKED = 0.11
# Ranks among the likenesses of a report that tell what chance gives where it stands: beyond the reports of
# its own story, near enough to feel how dense its surroundings are (local scaling, as in CSLS, Conneau 2018).
RANKS = slice(10, 30)
# Likeness by chance of two reports in one language, when there are too few reports to tell.
CHANCE = 0.03
# How much of chance is taken off a likeness: the nearest reports beyond one's own story are of its kind.
CHANCE_PART = 0.8
# The mean link to the members of a story must be this part of what is asked of the best one.
MEAN_PART = 0.7
KEYS, HOLDERS, MEMBERS = 24, 60, 12
Links = Mapping[int, Mapping[int, float]]


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
    links = _links(weighed, _copies(readings, derivations))
    order = sorted(
        range(len(readings)), key=lambda one: (profiles[one].published or 0, readings[one].report.id)
    )
    story_of: dict[int, int] = {}
    stories: dict[int, list[int]] = {}
    for number in order:
        best: tuple[float, int] | None = None
        for story in sorted({story_of[other] for other in links[number] if other in story_of}):
            scores = [links[number].get(other, 0.0) for other in stories[story][-MEMBERS:]]
            if max(scores) >= ASKED and fmean(scores) >= ASKED * MEAN_PART:
                best = max(best or (0.0, 0), (fmean(scores) + max(scores), -story))
        chosen = -best[1] if best is not None else number
        story_of[number] = chosen
        stories.setdefault(chosen, []).append(number)
    return _join(stories, story_of, links)


def _links(weighed: Sequence[Weighed], copies: Mapping[int, set[int]]) -> Links:
    """Likeness of reports that share telling words, less what chance gives each of the two."""
    likes: dict[int, dict[int, float]] = {number: {} for number in range(len(weighed))}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(weighed):
        keys = sorted(one.words, key=lambda key: (-one.words[key], key))[:KEYS]
        near = {other for key in keys for other in holders[key][-HOLDERS:]}
        for other in sorted(near):
            likes[number][other] = likes[other][number] = likeness(one, weighed[other])
        for key in keys:
            holders[key].append(number)
    chance = {number: _chance(found) for number, found in likes.items()}
    links = {
        number: {
            other: like - CHANCE_PART * (chance[number] + chance[other]) / 2 for other, like in found.items()
        }
        for number, found in likes.items()
    }
    for number, others in copies.items():
        own = weighed[number].profile
        links[number].update(
            {other: 1.0 for other in others if not tells_of_another(own, weighed[other].profile)}
        )
    return links


def _chance(likes: Mapping[int, float]) -> float:
    ranked = sorted(likes.values(), reverse=True)[RANKS]
    return max(CHANCE, fmean(ranked)) if ranked else CHANCE


def _copies(readings: Sequence[Reading], derivations: Sequence[Derivation]) -> dict[int, set[int]]:
    place = {reading.report.id: number for number, reading in enumerate(readings)}
    found: dict[int, set[int]] = defaultdict(set)
    for one in derivations:
        if one.how in ("copy", "edited copy") and one.origin in place:
            found[place[one.report]].add(place[one.origin])
            found[place[one.origin]].add(place[one.report])
    return found


def _join(stories: Mapping[int, list[int]], story_of: Mapping[int, int], links: Links) -> list[list[int]]:
    """Stories that a late report showed to be one: joined when the mean of all links between is enough."""
    groups = {story: list(members) for story, members in stories.items()}
    pairs = {
        (min(ours, theirs), max(ours, theirs))
        for number, found in links.items()
        for other, like in found.items()
        if like >= ASKED and (ours := story_of[number]) != (theirs := story_of[other])
    }
    gone: dict[int, int] = {}
    for left, right in sorted(pairs):
        while left in gone:
            left = gone[left]
        while right in gone:
            right = gone[right]
        if left == right:
            continue
        between = [
            links[one].get(other, 0.0) for one in groups[left][:MEMBERS] for other in groups[right][:MEMBERS]
        ]
        if fmean(between) >= ASKED:
            groups[left] += groups.pop(right)
            gone[right] = left
    return list(groups.values())
