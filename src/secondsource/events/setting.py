"""A report and its claims -> the state each is set in: by its place, its sentence, or the whole report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.knowledge.standing import states_of
from secondsource.model import Claim, Mention, Reading, Span
from secondsource.model.claim import RoleName
from secondsource.model.index import Index
from secondsource.model.placed import Placed

# A report is set in a state that is named this often, and this many times as often as the next.
OFTEN, AHEAD = 3, 2.0
_TELLING = ("state", "office", "group")
_WHERE: tuple[RoleName, ...] = ("place", "target", "object")


class Settings:
    """Where the happenings of each report are set; a report is looked through once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._placed: dict[str, Placed[Mention]] = {}
        self._whole: dict[str, frozenset[str]] = {}

    def of(self, claim: Claim, report: str, fillers: Mapping[RoleName, Sequence[Mention]]) -> frozenset[str]:
        """States of its own places; else of its sentence; else the one state that its report is about.

        "BEIRUT, 25 May - Tanks entered Deraa": of the dateline nothing is taken, a desk sits anywhere.
        """
        own = _states(
            mention
            for role in _WHERE
            for mention in fillers.get(role, ())
            if role == "place" or (mention.entity or "").startswith(("place/", "site/"))
        )
        if own:
            return own
        sentence = self._index.sentences.get(claim.sentence)
        told = _states(self._named(report).within(sentence.span)) if sentence else frozenset()
        return told or self.whole(report)

    def peoples(self, report: str, mentions: Sequence[Mention]) -> frozenset[str]:
        """States that people or things are said to be of: "a [British] climber", "[Syrian] tanks"."""
        named = self._named(report)
        return _states(one for mention in mentions for one in named.within(mention.span))

    def whole(self, report: str) -> frozenset[str]:
        """The state that a report names most, when none other comes near; else nothing."""
        if report not in self._whole:
            self._whole[report] = _dominating(self._index.readings[report], self._named(report))
        return self._whole[report]

    def _named(self, report: str) -> Placed[Mention]:
        if report not in self._placed:
            self._placed[report] = _naming(self._index.readings[report])
        return self._placed[report]


def _naming(reading: Reading) -> Placed[Mention]:
    """Mentions that name a state; those of datelines and of the page's furniture are left out.

    Towns are too often namesakes: without a role that says so nothing is set in "Richmond Hill".
    """
    aside = [part.span for part in reading.report.parts if part.kind not in ("title", "subtitle")]
    told = (
        one
        for one in reading.mentions
        if one.kind in _TELLING and one.entity and not any(span.covers(one.span) for span in aside)
    )
    return Placed(told, lambda one: one.span)


def _dominating(reading: Reading, named: Placed[Mention]) -> frozenset[str]:
    everywhere = named.within(Span(0, len(reading.report.text)))
    counted = Counter(state for one in everywhere for state in states_of(one.entity))
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[0][1] < AHEAD * ranked[1][1]):
        return frozenset()
    return frozenset({ranked[0][0]})


def _states(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(state for one in mentions for state in states_of(one.entity))
