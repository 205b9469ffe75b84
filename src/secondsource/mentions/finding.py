"""Report and sentences -> every mention in text order, numbered, with what each stands for."""

from collections.abc import Iterable

import msgspec

from secondsource.mentions.actions import find_actions
from secondsource.mentions.actors import find_actors
from secondsource.mentions.bodies import find_bodies
from secondsource.mentions.candidate import Candidate, keep_compatible
from secondsource.mentions.coreference import resolve_references
from secondsource.mentions.credits import find_credited
from secondsource.mentions.documents import find_documents
from secondsource.mentions.equipment import described_sites, named_arms
from secondsource.mentions.facilities import find_facilities
from secondsource.mentions.groups import find_groups
from secondsource.mentions.names import find_names
from secondsource.mentions.occasions import find_occasions
from secondsource.mentions.offices import find_offices
from secondsource.mentions.places import find_places
from secondsource.mentions.proposed import are_meant
from secondsource.mentions.quantities import find_quantities
from secondsource.mentions.shortnames import find_short_names, with_full_names, without_surnames
from secondsource.mentions.surroundings import Surroundings
from secondsource.mentions.times import find_times
from secondsource.mentions.unlisted import find_unlisted
from secondsource.mentions.weapons import find_weapons
from secondsource.model import Mention, Note, Report, Sentence
from secondsource.model.placed import Placed


def find_mentions(
    report: Report, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Note, ...]]:
    """Mentions of every kind in text order, ids `REPORT:m1`, and notes on what is doubtful in them."""
    around = Surroundings(report, sentences)
    times, notes_on_times = find_times(report, sentences)
    dated = Placed((one.span for one in times), lambda span: span)
    things = (one for one in _find_things(around) if one.kind != "quantity" or not dated.reaching(one.span))
    candidates = resolve_references(around, keep_compatible((*map(_of_time, times), *things)))
    found = [_mention(report, one) for one in candidates]
    actions, notes_on_actions = find_actions(report, around.sentences, found)
    return _numbered(report, (*found, *actions)), (*notes_on_times, *notes_on_actions)


def _find_things(around: Surroundings) -> Iterable[Candidate]:
    weapons = find_weapons(around)
    credited = find_credited(around)
    arms = named_arms(around)
    named = [one.span for one in (*weapons, *credited) if one.made_by in ("weapons.named", "credits.agency")]
    # "HMS Westminster" is no place, though Westminster is one
    longer = Placed((one.span for one in arms), lambda span: span)
    names = tuple(
        name
        for name in find_names(around)
        if not any(span.overlaps(name.span) for span in named)
        and not any(
            len(span) > len(name.span) and span.covers(name.span) for span in longer.reaching(name.span)
        )
    )
    actors = find_actors(around, names)
    taken = {one.span for one in actors}
    states = [one for one in actors if one.kind == "state"]
    bodies = find_bodies(around, states)
    offices = find_offices(around, (*actors, *bodies))
    known = [
        *credited,
        *actors,
        *bodies,
        *are_meant(around, (one for one in find_places(around, names) if one.span not in taken)),
    ]
    known.extend(find_unlisted(around, (*known, *weapons), offices, single=False))
    known = with_full_names(without_surnames(around, known))
    known.extend(are_meant(around, find_short_names(around, known)))
    known.extend(find_unlisted(around, (*known, *weapons), offices, single=True))
    others = (
        *offices,
        *find_groups(around, states),
        *find_facilities(around, weapons),
        *find_documents(around),
    )
    taken_by = Placed((one.span for one in (*known, *weapons, *others)), lambda span: span)
    weapons += tuple(one for one in arms if not taken_by.reaching(one.span))
    others += tuple(described_sites(around, (*known, *weapons, *others)))
    kinds = ("organization", "person", "facility")
    bodies_named = Placed((one.span for one in known if one.kind in kinds), lambda span: span)
    return (
        *known,
        *weapons,
        *(
            one
            for one in others
            if not any(span != one.span and span.covers(one.span) for span in bodies_named.reaching(one.span))
        ),
        *find_quantities(around),
        *find_occasions(around),
    )


def _of_time(time: Mention) -> Candidate:
    return Candidate(time.span, "time", time.value, time.entity, time.made_by, time.confidence)


def _mention(report: Report, one: Candidate) -> Mention:
    words = one.span.of(report.text)
    return Mention("", one.span, words, one.kind, one.value, one.entity, one.made_by, one.confidence)


def _numbered(report: Report, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=lambda one: (one.span.start, -one.span.end, one.kind))
    return tuple(
        msgspec.structs.replace(one, id=f"{report.id}:m{number}")
        for number, one in enumerate(ordered, start=1)
    )
