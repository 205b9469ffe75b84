"""What a time can be counted from: publication, the last date told, the last quarter told."""

from collections.abc import Callable
from typing import NamedTuple

from secondsource.mentions.times.extents import Extent
from secondsource.mentions.times.trees import Tree


class Anchors(NamedTuple):
    """What a time can be counted from.

    `published` is the day number of publication; `then` the last date told; `tense` is -1 past, 0 not
    shown, 1 future, 2 surely future; `from_then` says that bare months and days continue the story, not
    the news; `quarter` is the last quarter told, for "a year earlier" in reports of results; `country` is
    the one told of, for its clock, its seasons and its fiscal year.
    """

    published: int | None = None
    then: Extent | None = None
    tense: int = 0
    from_then: bool = False
    quarter: Extent | None = None
    country: str = ""

    @property
    def told(self) -> int | None:
        """The day to count from: of the last date told when the text is a story, else of publication."""
        if self.then is not None and (self.from_then or self.published is None):
            return self.then.middle
        return self.published


Resolve = Callable[[Tree, Anchors], Extent | None]
