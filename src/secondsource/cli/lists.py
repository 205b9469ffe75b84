"""Collation -> one list out of it: events, reports, claims, timeline, voices, notes or findings."""

from collections.abc import Callable, Iterator

from secondsource.cli.beside import chain_in_words
from secondsource.cli.dossier import events_by_story
from secondsource.cli.names import Names, time_in_words
from secondsource.cli.plain import columns, hang, one_line, pad, quote
from secondsource.cli.reports import tell_note, tell_report
from secondsource.model import Collation, Event, Note, Time
from secondsource.model.index import index_of

Lister = Callable[[Collation, Names, int, tuple[Note, ...]], Iterator[str]]


def write_list(what: str, collation: Collation, width: int, file_notes: tuple[Note, ...]) -> Iterator[str]:
    """Lines of the list of this name; one line says so when there is nothing in it."""
    lines = list(LISTS[what](collation, Names(index_of(collation.readings)), width, file_notes))
    yield from lines or [f"no {what}"]


def _events(collation: Collation, names: Names, width: int, _: tuple[Note, ...]) -> Iterator[str]:
    for number, event in numbered_events(collation):
        reports = tuple(dict.fromkeys(claim.rpartition(":")[0] for claim in event.claims))
        about = f"{one_line(event.title)} · {event.type} · {_when(event)} · {event.status}"
        yield from hang(f"{about} · {names.reports(reports)} · {event.id}", width, f"{number:>4}  ")


def _reports(collation: Collation, names: Names, width: int, _: tuple[Note, ...]) -> Iterator[str]:
    for reading in collation.readings:
        for line in tell_report(reading, names, width, notes=False):
            yield line[2:]


def _claims(collation: Collation, names: Names, width: int, _: tuple[Note, ...]) -> Iterator[str]:
    index = names.index
    for reading in collation.readings:
        for claim in reading.claims:
            action = index.mentions.get(claim.action)
            roles = [
                f"{role.name} {quote(index.mentions[role.mention].text, 50)}"
                for role in claim.roles
                if role.mention in index.mentions
            ]
            told = quote(action.text, 50) if action else ""
            head = f"{claim.type} {told} · {claim.factuality} · {chain_in_words(claim, names)}"
            yield from hang(
                " · ".join((head, *roles)), width, f"{names.report(reading.report.id)}  {claim.id}  ", "    "
            )


def _timeline(collation: Collation, names: Names, width: int, _: tuple[Note, ...]) -> Iterator[str]:
    """Dated events by their first day; what no day is known for comes last, and says so."""
    events = sorted(numbered_events(collation), key=lambda one: (_first_day(one[1]), one[0]))
    room = min(36, max([10, *(columns(_when(event)) for _, event in events)]))
    for number, event in events:
        status = "" if event.status.startswith("happened") else f" ({event.status})"
        yield from hang(f"{one_line(event.title)}{status} [{number}]", width, f"{pad(_when(event), room)}  ")


def _voices(collation: Collation, names: Names, width: int, _: tuple[Note, ...]) -> Iterator[str]:
    for number, event in numbered_events(collation):
        voices = event.voices
        count = str(voices.least) if voices.least == voices.most else f"{voices.least} to {voices.most}"
        yield from hang(f"{one_line(event.title)}: {count}", width, f"{number:>4}  ")
        for one in voices.who:
            party = ", party to the event" if one.party else ""
            yield from hang(
                f"{names.speaker(one.voice)} {one.stance} in {names.reports(one.reports)}{party}",
                width,
                " " * 8,
            )
        for reason in voices.because:
            yield from hang(names.sentence(reason), width, " " * 8 + "because ", " " * 10)
    for derivation in collation.derivations:
        origin = (
            names.voice(derivation.origin) if "/" in derivation.origin else names.report(derivation.origin)
        )
        share = f", {derivation.share:.0%} of its words shared" if derivation.share else ""
        yield from hang(f"{names.report(derivation.report)}: {derivation.how} of {origin}{share}", width, "")
        for reason in derivation.because:
            yield from hang(names.sentence(reason), width, " " * 8 + "because ", " " * 10)


def _notes(collation: Collation, names: Names, width: int, file_notes: tuple[Note, ...]) -> Iterator[str]:
    own = tuple(note for reading in collation.readings for note in reading.notes)
    for note in (*own, *collation.notes, *file_notes):
        for line in tell_note(note, names, width):
            yield line[4:]


def _findings(collation: Collation, names: Names, width: int, _: tuple[Note, ...]) -> Iterator[str]:
    numbers = {event.id: number for number, event in numbered_events(collation)}
    for number, one in enumerate(collation.findings, start=1):
        about = f" [{numbers[one.event]}]" if one.event in numbers else ""
        words = " · ".join(
            quote(names.index.mentions[m].text) for m in one.mentions if m in names.index.mentions
        )
        yield from hang(f"{one.what}: {one.message}{about}", width, f"{number:>4}  ! ", " " * 8)
        if words:
            yield from hang(words, width, " " * 8)


def numbered_events(collation: Collation) -> list[tuple[int, Event]]:
    """Events in the order of the dossier, counted from 1: `show 3` means the third."""
    by_story = events_by_story(collation)
    return list(enumerate((event for events in by_story.values() for event in events), start=1))


def _when(event: Event) -> str:
    return time_in_words(event.time) if event.time else "not dated"


def _first_day(event: Event) -> str:
    """The first day that it may have begun on; what has none sorts after every year."""
    try:
        time = Time.parse(event.time or "")
    except ValueError:
        return "~"
    return time.begin_earliest or time.end_latest or "~"


LISTS: dict[str, Lister] = {
    "events": _events,
    "reports": _reports,
    "claims": _claims,
    "timeline": _timeline,
    "voices": _voices,
    "notes": _notes,
    "findings": _findings,
}
