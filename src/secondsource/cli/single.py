"""One event -> its lines of the dossier, each claim with who says it, and why the claims are one event."""

from collections.abc import Iterator

import click

from secondsource.cli.beside import chain_in_words
from secondsource.cli.dossier import about_events, tell_event
from secondsource.cli.lists import numbered_events
from secondsource.cli.names import Names
from secondsource.cli.plain import hang, quote
from secondsource.model import Collation, Event
from secondsource.model.index import index_of


def find_event(what: str, collation: Collation) -> Event:
    """The event of this number or id, or the only one whose id begins so. Raises click.UsageError."""
    events = numbered_events(collation)
    for number, event in events:
        if what in (str(number), event.id):
            return event
    begun = [event for _, event in events if event.id.startswith(what)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise click.UsageError(f"{what!r} begins {len(begun)} ids: {', '.join(one.id for one in begun[:4])}")
    raise click.UsageError(f"{what!r} is no event and no list; `secondsource show events` names the events")


def write_single(event: Event, collation: Collation, width: int) -> Iterator[str]:
    """Lines of one event."""
    names = Names(index_of(collation.readings))
    yield from tell_event(event, about_events(collation)[event.id], names, width)
    yield ""
    yield f"Claims ({event.id})"
    for id in event.claims:
        claim = names.index.claims.get(id)
        if claim is None:
            continue
        text = names.index.readings[names.index.report_of(id)].report.text
        sentence = names.index.sentences.get(claim.sentence)
        yield from hang(
            f"{claim.type} · {claim.factuality} · {chain_in_words(claim, names)}", width, f"  {id}  "
        )
        if sentence is not None:
            yield from hang(quote(sentence.span.of(text), 400), width, "      ")
    for link in event.links:
        points = sum(reason.points for reason in link.reasons)
        yield from hang(f"{link.left} and {link.right}: {points:+g} points", width, "  ")
        for reason in link.reasons:
            yield from hang(f"{reason.points:+g} {reason.name}: {reason.detail}", width, "      ")
    for reason_of_voices in event.voices.because:
        yield from hang(names.sentence(reason_of_voices), width, "  voices: ", "    ")
