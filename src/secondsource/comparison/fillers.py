"""Claims of an event -> what each report says of each role: fillers, equal ones of one report as one."""

from dataclasses import dataclass

from secondsource.knowledge.event_tree import (
    ancestry,
    hosts_of,
    is_mutual,
    makes_event,
    part_of_host,
    root_of,
)
from secondsource.knowledge.standing import name_of
from secondsource.knowledge.words import senses_of
from secondsource.model import Claim, Event, Mention, Quantity, Span, Time, hull
from secondsource.model.claim import RoleName
from secondsource.model.index import Index

ROLES: tuple[RoleName, ...] = (
    "actor", "recipient", "object", "instrument", "target", "place", "time", "quantity", "occasion",
    "attendee",
    "content",
)  # fmt: skip
# What happened inside the event: an order given during a visit, what was seen, what else was done.
PARTS = ("order", "act", "observed")
# Roles that a part gives its host: where a missile was shown and who attended is told of the parade too.
_SHARED_BY_PARTS = ("object", "target", "place", "occasion", "attendee", "quantity")
_NAMED = ("person", "state", "organization", "group", "outlet")


@dataclass(frozen=True)
class Filler:
    """One value that one report gives for a role, with every mention that gives it there.

    `words` is the fullest wording, `value` what it stands for when that is known; `part` says that only
    what happened inside the event gives it: the gun fired on a visit.
    """

    report: str
    words: str
    mentions: tuple[str, ...]
    entity: str | None = None
    value: Time | Quantity | None = None
    part: bool = False

    @property
    def shown(self) -> str:
        """The value as a side shows it: a name, a date, a figure, or the words."""
        if isinstance(self.value, Time):
            return self.words if self.value.open or self.value.days is None else str(self.value)
        if self.entity and self.entity.partition("/")[0] in _NAMED:
            return name_of(self.entity)
        if isinstance(self.value, Quantity) and len(self.words.split()) == 1:
            return str(self.value)
        return self.words


def own_claims(event: Event, index: Index) -> tuple[Claim, ...]:
    """Claims that tell of the event itself: no parts of it, no denials or statements about it."""
    return tuple(
        claim
        for claim in (index.claims[id] for id in event.claims)
        if not _inside(claim, event) and makes_event(claim.type) != "no"
    )


def _inside(claim: Claim, event: Event) -> bool:
    """Whether a claim tells of a part of the event: its report says so, or its type has such hosts."""
    if claim.part_of is not None and claim.part_of in event.claims:
        return True
    hosted = set(ancestry(event.type)) & hosts_of(claim.type)
    return bool(hosted) and part_of_host(claim.type) != "act" and root_of(claim.type) != root_of(event.type)


def fillers_of(event: Event, role: RoleName, index: Index) -> tuple[Filler, ...]:
    """Fillers of a role, in the order of the claims."""
    found: list[Filler] = []
    # Who meets whom is told either way round: those who take part in talks are compared as one role.
    mutual = is_mutual(event.type)
    if mutual and role == "recipient":
        return ()
    roles: tuple[RoleName, ...] = ("actor", "recipient") if mutual and role == "actor" else (role,)
    own = own_claims(event, index)
    acts = _acts(event, index) if role in _SHARED_BY_PARTS else ()
    for claim, part in (*((one, False) for one in own), *((one, True) for one in acts)):
        for mention in (one for name in roles for one in index.fillers(claim, name)):
            if isinstance(mention.value, Time) and mention.value.kind not in ("point", "interval"):
                continue
            _add(found, _filler(index.report_of(mention.id), mention, part))
    return tuple(found)


def _acts(event: Event, index: Index) -> tuple[Claim, ...]:
    """Acts inside the event: the missiles shown in a parade and who watched are of the parade."""
    claims = (index.claims[id] for id in event.claims)
    return tuple(one for one in claims if _inside(one, event) and part_of_host(one.type) == "act")


def parts_of(event: Event, part: str, index: Index) -> tuple[Filler, ...]:
    """What the reports say happened inside the event, as orders, acts or things observed."""
    found: list[Filler] = []
    told = [claim.action for claim in own_claims(event, index) if claim.action in index.mentions]
    for id in event.claims:
        claim = index.claims[id]
        # "Photos show his visit": what is observed is the event itself.
        contents = index.fillers(claim, "content")
        of_event = any(
            one.span.covers(index.mentions[action].span)
            for one in contents
            for action in told
            if index.report_of(action) == index.report_of(id)
        )
        if _inside(claim, event) and part_of_host(claim.type) == part and not of_event:
            filler = _part(claim, index)
            if filler is not None:
                _add(found, filler)
    return tuple(found)


def _filler(report: str, mention: Mention, part: bool) -> Filler:
    value = mention.value if isinstance(mention.value, (Time, Quantity)) else None
    return Filler(report, " ".join(mention.text.split()), (mention.id,), mention.entity, value, part)


def _part(claim: Claim, index: Index) -> Filler | None:
    """The words from the action to the end of what it was done to, and every mention among them."""
    action = index.mentions.get(claim.action)
    if action is None:
        return None
    report = index.report_of(claim.id)
    roles: tuple[RoleName, ...] = ("object", "target", "content", "instrument", "recipient")
    others = [mention for role in roles for mention in index.fillers(claim, role)]
    # A filler far off in the text would drag whole sentences in.
    near = [one for one in others if -25 < one.span.start - action.span.start < 200]
    span: Span = hull([action.span, *(one.span for one in near)])
    words = " ".join(span.of(index.readings[report].report.text).split())
    return Filler(report, words, (action.id, *(one.id for one in others)))


def _add(found: list[Filler], new: Filler) -> None:
    """Put a filler to those of its report, as one with an equal one."""
    for place, old in enumerate(found):
        if old.report == new.report and _equal(old, new):
            fuller = old if len(old.words) >= len(new.words) else new
            mentions = tuple(dict.fromkeys((*old.mentions, *new.mentions)))
            found[place] = Filler(
                old.report,
                fuller.words,
                mentions,
                old.entity or new.entity,
                fuller.value,
                old.part and new.part,
            )
            return
    found.append(new)


def _equal(old: Filler, new: Filler) -> bool:
    if isinstance(old.value, Time) and isinstance(new.value, Time):
        return old.value.same_interval(new.value) or old.value.same_pattern(new.value)
    if isinstance(old.value, Quantity) or isinstance(new.value, Quantity):
        return old.value == new.value
    if old.entity and new.entity:
        named = old.entity.partition("/")[0] in (*_NAMED, "place", "site")
        return old.entity == new.entity and (named or senses_of(old.words) == senses_of(new.words))
    return bool(senses_of(old.words)) and senses_of(old.words) == senses_of(new.words)
