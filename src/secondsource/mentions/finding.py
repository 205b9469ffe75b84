"""Report and sentences -> every mention in text order, numbered, with what each stands for."""

from collections.abc import Iterable

import msgspec

from secondsource.mentions.actions import find_actions
from secondsource.mentions.actors import find_actors
from secondsource.mentions.candidate import Candidate, keep_compatible
from secondsource.mentions.documents import find_documents
from secondsource.mentions.facilities import find_facilities
from secondsource.mentions.groups import find_groups
from secondsource.mentions.names import find_names
from secondsource.mentions.occasions import find_occasions
from secondsource.mentions.offices import find_offices
from secondsource.mentions.places import find_places
from secondsource.mentions.quantities import find_quantities
from secondsource.mentions.surroundings import Surroundings
from secondsource.mentions.times import find_times
from secondsource.mentions.weapons import find_weapons
from secondsource.model import Mention, Note, Report, Sentence


def find_mentions(
    report: Report, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Note, ...]]:
    """Mentions of every kind in text order, ids `REPORT:m1`, and notes on what is doubtful in them."""
    around = Surroundings(report, sentences)
    times, notes_on_times = find_times(report, sentences)
    candidates = keep_compatible((*map(_of_time, times), *_find_things(around)))
    found = [_mention(report, one) for one in candidates]
    actions, notes_on_actions = find_actions(report, around.sentences, found)
    return _numbered(report, (*found, *actions)), (*notes_on_times, *notes_on_actions)


def _find_things(around: Surroundings) -> Iterable[Candidate]:
    names = find_names(around)
    actors = find_actors(around, names)
    taken = {one.span for one in actors}
    states = [one for one in actors if one.kind == "state"]
    weapons = find_weapons(around)
    return (
        *actors,
        *(one for one in find_places(around, names) if one.span not in taken),
        *find_offices(around, states),
        *find_groups(around, states),
        *weapons,
        *find_facilities(around, weapons),
        *find_quantities(around),
        *find_occasions(around),
        *find_documents(around),
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
