"""Claims -> views that the reasons compare: role fillers, their entities and senses, times."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.events.setting import Settings
from secondsource.knowledge.words import senses_of
from secondsource.model import Claim, Mention, Quantity, Span, Time
from secondsource.model.claim import RoleName
from secondsource.model.index import Index

_POINTS_BACK = re.compile(
    r"(?:\b(?:the|this|that|these|those|his|her|its|their|such)|['’]s?)( [\w-]+)? $", re.I
)
_ANOTHER = re.compile(r"\b(?:another|further|the next|a (?:second|third|new))\b", re.I)
# Characters after the headline in which a report says what it is about.
LEAD = 400
# Who "he" is, when that is resolved less surely than this, makes no two happenings one.
SURE = 0.7
_ROLES: tuple[RoleName, ...] = (
    "actor", "recipient", "object", "instrument", "place", "occasion", "attendee", "target", "content",
)  # fmt: skip
_DONE_TO: tuple[RoleName, ...] = ("object", "target")


@dataclass(frozen=True)
class View:
    """One claim with everything that a reason asks of it."""

    claim: Claim
    report: str
    number: int
    action: Mention | None
    fillers: Mapping[RoleName, tuple[Mention, ...]]
    entities: Mapping[RoleName, frozenset[str]]
    guessed: Mapping[RoleName, frozenset[str]]
    senses: Mapping[RoleName, frozenset[str]]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    sentence: frozenset[str]
    states: frozenset[str]
    peoples: Mapping[RoleName, frozenset[str]]
    leads: bool
    points_back: bool
    another: str
    antecedent: str | None = None

    def known(self, role: RoleName) -> frozenset[str]:
        """Entities that fill a role, without those that a pronoun is only guessed to be."""
        return self.entities.get(role, frozenset()) - self.guessed.get(role, frozenset())

    @property
    def doing(self) -> str:
        """The words of the action."""
        return self.action.text if self.action else ""

    def words(self, role: RoleName) -> str:
        """The words that fill a role, or a dash."""
        return ", ".join(mention.text for mention in self.fillers.get(role, ())) or "-"


def views_of(claims: Sequence[Claim], index: Index) -> dict[str, View]:
    """A view of each claim by its id."""
    settings = Settings(index)
    return {claim.id: _view(claim, number, index, settings) for number, claim in enumerate(claims)}


def _view(claim: Claim, number: int, index: Index, settings: Settings) -> View:
    report = index.report_of(claim.id)
    text = index.readings[report].report.text
    action = index.mentions.get(claim.action)
    fillers = {role: index.fillers(claim, role) for role in _ROLES if claim.mentions_in(role)}
    ledger = index.sentences.get(claim.sentence)
    return View(
        claim=claim,
        report=report,
        number=number,
        action=action,
        fillers=fillers,
        entities={
            role: frozenset(one.entity for one in mentions if one.entity)
            for role, mentions in fillers.items()
        },
        guessed={
            role: frozenset(one.entity for one in mentions if one.entity and _is_guess(one))
            for role, mentions in fillers.items()
        },
        senses={
            role: frozenset(sense for one in mentions for sense in senses_of(one.text))
            for role, mentions in fillers.items()
        },
        times=times_of(claim, index),
        quantities=tuple(
            one.value for one in index.fillers(claim, "quantity") if isinstance(one.value, Quantity)
        ),
        sentence=frozenset(senses_of(ledger.span.of(text))) if ledger else frozenset(),
        leads=_leads(claim, action, index),
        peoples={role: settings.peoples(report, fillers[role]) for role in _DONE_TO if role in fillers},
        states=settings.of(claim, report, fillers),
        another=_another(text, [one for one in (action, *fillers.get("object", ())) if one is not None]),
        points_back=_points_back(
            text,
            action,
            [one for mentions in fillers.values() for one in mentions],
            index.fillers(claim, "time"),
        ),
    )


def _leads(claim: Claim, action: Mention | None, index: Index) -> bool:
    """Whether a claim stands in its report's headline or among its first words."""
    if claim.headline or action is None:
        return claim.headline
    report = index.readings[index.report_of(claim.id)].report
    title = max((part.span.end for part in report.parts if part.kind in ("title", "subtitle")), default=0)
    return action.span.start < title + LEAD


def _is_guess(mention: Mention) -> bool:
    return mention.made_by == "coreference.pronoun" and mention.confidence < SURE


def _another(text: str, mentions: Sequence[Mention]) -> str:
    """The word that makes an action or what it was done to one more of its kind, or nothing."""
    for mention in mentions:
        match = _ANOTHER.search(text[max(0, mention.span.start - 12) : mention.span.end])
        # "a new attack" is one more, "a new type of missile" is what the one was.
        if match is not None and (mention.kind == "action" or not match[0].endswith("new")):
            return match[0]
    return ""


def _points_back(
    text: str, action: Mention | None, fillers: Sequence[Mention], times: Sequence[Mention]
) -> bool:
    """Whether the action is a noun that is known: "the visit", "his recent tour", not "the man visited".

    "Friday's protest" is known by its day, not by what was told before.
    """
    if action is None:
        return False
    start = max(0, action.span.start - 30)
    match = _POINTS_BACK.search(text[start : action.span.start])
    if match is None:
        return False
    between = Span(start + match.start(), action.span.start)
    if any(one.span.overlaps(Span(max(0, between.start - 2), between.end)) for one in times):
        return False
    return not match[1] or not any(one.span.overlaps(between) for one in fillers)


def times_of(claim: Claim, index: Index) -> tuple[Time, ...]:
    """When the claim says it happened: dates and intervals, no durations; open ones too."""
    found = [one.value for one in index.fillers(claim, "time") if isinstance(one.value, Time)]
    if not found and claim.time:
        try:
            found = [Time.parse(claim.time)]
        except ValueError:
            found = []
    return tuple(one for one in found if one.kind in ("point", "interval"))
