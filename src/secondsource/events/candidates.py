"""Views -> pairs of claims that could be of one event: same story, types of one root, something in common."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from secondsource.events.view import View
from secondsource.knowledge.event_tree import root_of

# Up to this many claims of one root in a story all pairs are compared; above it those that share a key.
SMALL, LARGEST = 120, 60


def candidate_pairs(views: Sequence[View], story_of: Mapping[str, str]) -> Iterator[tuple[View, View]]:
    """Pairs in the order of the views, each once."""
    blocks: dict[tuple[str, str], list[View]] = defaultdict(list)
    for view in views:
        blocks[story_of.get(view.report, view.report), root_of(view.claim.type)].append(view)
    for block in blocks.values():
        if len(block) <= SMALL:
            yield from _pairs(block)
        else:
            yield from _keyed(block)


def _pairs(block: Sequence[View]) -> Iterator[tuple[View, View]]:
    for place, left in enumerate(block):
        for right in block[place + 1 :]:
            yield left, right


def _keyed(block: Sequence[View]) -> Iterator[tuple[View, View]]:
    holders: dict[str, list[View]] = defaultdict(list)
    given: set[tuple[str, str]] = set()
    for view in block:
        keys = sorted(
            {key for found in view.entities.values() for key in found} | {str(time) for time in view.times}
        )
        for key in keys:
            for other in holders[key][-LARGEST:]:
                pair = (other.claim.id, view.claim.id)
                if pair not in given:
                    given.add(pair)
                    yield other, view
            holders[key].append(view)
