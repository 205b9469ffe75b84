"""A match, the tree that was resolved, and where it lies."""

from typing import NamedTuple

from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.matches import Match
from secondsource.mentions.times.trees import Tree


class Found(NamedTuple):
    """A match, the tree that was resolved (anaphora replaced), and where it lies."""

    match: Match
    tree: Tree
    extent: Extent | None
