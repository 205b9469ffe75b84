"""Actions and attributions -> drafts of claims: roles filled, chain of who says so, factuality."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from secondsource.claims.certainty import judge, judge_saying
from secondsource.claims.fillers import Fillers
from secondsource.claims.fitting import can_be_meant
from secondsource.claims.judged import Judged
from secondsource.claims.leftovers import arguments_left_over
from secondsource.claims.lists import continue_lists
from secondsource.claims.meanings import Argument, Trigger, ancestry
from secondsource.claims.roles import arguments_of, carrier_of, is_purpose
from secondsource.claims.speech import Links, dates_events, place_of, said, type_of
from secondsource.model import Attribution, Mention, Report, Role, Sentence, Span, Time
from secondsource.model.attribution import Stance
from secondsource.model.placed import Placed


class Draft(NamedTuple):
    """A claim before it has a number."""

    type: str
    action: Mention
    roles: tuple[Role, ...]
    sentence: Sentence
    at: int | None
    time: str | None
    chain: tuple[str, ...]
    judged: Judged
    foreground: bool
    made_by: str
    names: dict[str, str]


def draft_events(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    added: list[Mention],
) -> Iterator[Draft]:
    """One draft for each action that tells of an event and has at least one role."""
    every_cue = Placed((cue for one in attributions for cue in one.cue), lambda cue: cue)
    saying = Placed(
        (cue for one in attributions if not _is_done(one, report) for cue in one.cue), lambda cue: cue
    )
    fillers = Fillers(report, mentions, added)
    links = Links(attributions)
    for sentence in sentences:
        cues, said_here = every_cue.reaching(sentence.span), saying.reaching(sentence.span)
        triggers = [
            Trigger(one, (one.entity or "").removeprefix("event/"), sentence, index)
            for one in fillers.actions.within(sentence.span)
            for index in [sentence.head_of(one.span)]
            if index is not None
        ]
        # A saying is told by its attribution; a purpose ("to mark ...") by the occasion of its verb.
        telling = [
            one
            for one in triggers
            if not is_purpose(sentence, one.at)
            and not (
                ("statement" in ancestry(one.type) or one.type == "act")
                and any(cue.overlaps(one.action.span) for cue in said_here)
            )
        ]
        named = fillers.named_in(sentence)
        loose = arguments_left_over(sentence, telling, named, cues)
        for trigger in telling:
            yield from _draft_event(trigger, telling, named, loose, fillers, links)


def _draft_event(
    trigger: Trigger,
    telling: Sequence[Trigger],
    named: dict[int, Mention],
    loose: dict[int, tuple[Argument, ...]],
    fillers: Fillers,
    links: Links,
) -> Iterator[Draft]:
    taken = {one.at for one in telling}
    roles: list[Role] = []
    values: list[Mention] = []
    arguments = arguments_of(trigger, named)
    if not can_be_meant(trigger, arguments, named):
        return
    for argument in arguments:
        filler = named.get(argument.head)
        says = {"publication", "statement"} & set(ancestry(trigger.type))
        if argument.head in taken or (
            filler and filler.kind == "time" and not says and not dates_events(filler)
        ):
            continue
        for name, mention in fillers.fill(trigger.sentence, argument, named):
            if all((name, mention.id) != (role.name, role.mention) for role in roles):
                roles.append(Role(name, mention.id, argument.rule))
                values.append(mention)
    for argument in loose.get(trigger.at, ()):
        mention = named[argument.head]
        if all(mention.id != role.mention for role in roles):
            roles.append(Role(argument.role, mention.id, argument.rule))
            values.append(mention)
    roles = _one_side_each(roles, values)
    if not roles:
        return
    for role, mention in continue_lists(trigger.sentence, roles, values, fillers.within(trigger.sentence)):
        roles.append(role)
        values.append(mention)
    times = sorted(
        (one.value for one in values if isinstance(one.value, Time)),
        key=lambda one: (one.open, one.kind == "duration", one.begin_earliest is None),
    )
    for chain in links.chains(trigger.action.span):
        yield Draft(
            type=trigger.type,
            action=trigger.action,
            roles=tuple(roles),
            sentence=trigger.sentence,
            at=trigger.at,
            time=str(times[0]) if times else None,
            chain=tuple(one.id for one in chain),
            judged=judge(trigger.sentence, trigger.at, chain),
            foreground=_in_front(trigger),
            made_by=trigger.action.made_by,
            names={one.id: one.entity for one in values if one.entity},
        )


def _one_side_each(roles: list[Role], values: Sequence[Mention]) -> list[Role]:
    """Nobody attacks himself: who is told as the target is not also the one who did it."""
    entity = {one.id: one.entity for one in values if one.entity}
    suffers = {entity.get(one.mention) for one in roles if one.name in ("target", "object", "recipient")} - {
        None
    }
    return [one for one in roles if one.name != "actor" or entity.get(one.mention) not in suffers]


def draft_speech(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    told: Sequence[Mention],
    added: list[Mention],
) -> Iterator[Draft]:
    """One draft for each attribution that answers another, or whose content tells of no event (`told`)."""
    fillers = Fillers(report, mentions, added)
    links = Links(attributions)
    within = {one.within for one in attributions if one.within}
    entities = {one.id: one.entity for one in mentions if one.entity}
    happenings = Placed(told, lambda one: one.span)
    starts = Placed(sentences, lambda one: one.span)
    for one in attributions:
        place = place_of(one)
        if place is None or one.id in within:
            continue
        if one.answers is None and one.stance in ("asserts", "accuses", "confirms") and said(one, happenings):
            continue
        done = one.stance == "asserts" or _is_done(one, report)
        if done and any(happenings.reaching(cue) for cue in one.cue):
            # "signed a plan", "vetoed it": a cue that tells of a happening says nothing beside it.
            continue
        standing = starts.reaching(Span(place.start, place.start + 1))
        if not standing:
            continue
        sentence = standing[0]
        roles = [
            Role("content", mention.id, "speech.content")
            for mention in fillers.words(one.content, "speech.content")
        ]
        for source in fillers.sources(one):
            roles.insert(0, Role("actor", source.id, "speech.source"))
        action = fillers.action(one.cue or one.content[:1], type_of(one, report))
        own = (action.entity or "").removeprefix("event/")
        at, outer = sentence.head_of(action.span), links.line(one)[:-1]
        yield Draft(
            # "told the army to leave": the word only says, the sentence orders.
            type=own if _says_it_all(own, one.stance) else type_of(one, report),
            action=action,
            roles=tuple(roles),
            sentence=sentence,
            at=at,
            time=one.said,
            chain=(*(each.id for each in outer), one.id),
            judged=Judged("happened", None) if at is None else judge_saying(sentence, at, outer),
            foreground=True,
            made_by=one.made_by,
            names=_names_of(one, roles, entities),
        )


def _is_done(one: Attribution, report: Report) -> bool:
    """ "vetoed the draft", "checked into a clinic": rather a deed than a saying."""
    unknown = one.stance == "asserts" and not one.made_by.startswith("attribution/")
    return unknown or type_of(one, report) == "act"


def _says_it_all(type: str, stance: Stance) -> bool:
    """Whether the type of the cue's own word is as fine as what is done with it."""
    return "statement" in ancestry(type) and (type != "statement" or stance in ("asserts", "confirms"))


def _names_of(one: Attribution, roles: Sequence[Role], entities: dict[str, str]) -> dict[str, str]:
    actors = [role.mention for role in roles if role.name == "actor"]
    return {actor: name for actor in actors for name in [one.source_entity or entities.get(actor)] if name}


def _in_front(trigger: Trigger) -> bool:
    """False for what is only presupposed: a noun that no verb carries, a relative clause."""
    token = trigger.sentence.tokens[trigger.at]
    if token.upos == "VERB":
        return token.deprel != "acl:relcl"
    if trigger.sentence.part in ("title", "subtitle"):
        return True
    return carrier_of(trigger.sentence, trigger.at) is not None or token.deprel in (
        "obj",
        "nsubj",
        "nsubj:pass",
    )
