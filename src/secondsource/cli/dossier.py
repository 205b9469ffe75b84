"""Collation -> the dossier as text: what happened, who says so, where reports agree, what to look at.

Lines are made of the same parts in the same columns; width is the terminal's, or 100 in a pipe.
"""

from collections.abc import Iterator
from typing import NamedTuple

from secondsource.cli.beside import find_beside, tell_beside
from secondsource.cli.matrix import tell_comparisons
from secondsource.cli.names import Names
from secondsource.cli.plain import columns, hang, one_line, pad
from secondsource.cli.reports import tell_reports
from secondsource.model import Collation, Comparison, Event, Finding, Note
from secondsource.model.index import index_of

_EVENTS = 20  # of a story that are told in full; `show events` lists them all
_VOICES = 6  # that are named in a line; `show voices` names them all


def write_dossier(
    collation: Collation,
    width: int = 100,
    saved_to: str = "",
    file_notes: tuple[Note, ...] = (),
    names: Names | None = None,
) -> Iterator[str]:
    """Lines of the dossier, without line ends; `names` are those of the larger collation it is part of."""
    names = names or Names(index_of(collation.readings))
    beside, told = find_beside(collation, names), about_events(collation)
    by_story = events_by_story(collation)
    yield from _head(collation, len(beside), width, saved_to, file_notes)
    for story in collation.stories:
        events = by_story[story.id]
        if events and len(collation.stories) > 1:
            reports = f"{_count(len(story.reports), 'report')}: {names.reports(story.reports)}"
            yield ""
            yield from hang(f"STORY {one_line(story.title)} · {reports}", width, "")
        for event in events[:_EVENTS]:
            yield ""
            yield from tell_event(event, told[event.id], names, width)
        if len(events) > _EVENTS:
            yield ""
            yield f"… and {_count(len(events) - _EVENTS, 'smaller event')}: secondsource show events"
        own = set(story.reports)
        yield from _findings(
            [one for one in told[None].findings if one.reports and own >= set(one.reports)], width
        )
    yield from _findings([one for one in told[None].findings if not one.reports], width)
    yield from tell_beside(beside, names, width)
    yield from tell_reports(collation, names, width, file_notes)


class About(NamedTuple):
    """What is compared and found about one event, or about none."""

    comparisons: list[Comparison]
    findings: list[Finding]


def about_events(collation: Collation) -> dict[str | None, About]:
    """Comparisons and findings by event's id; under None what is found about a report or a story."""
    told: dict[str | None, About] = {None: About([], [])}
    for event in collation.events:
        told[event.id] = About([], [])
    for comparison in collation.comparisons:
        told.setdefault(comparison.event, About([], [])).comparisons.append(comparison)
    for finding in collation.findings:
        told.setdefault(finding.event, About([], [])).findings.append(finding)
    return told


def _head(
    collation: Collation, beside: int, width: int, saved_to: str, file_notes: tuple[Note, ...]
) -> Iterator[str]:
    """The first line: how much there is, and where it is kept."""
    outlets = {one.report.outlet for one in collation.readings if one.report.outlet}
    notes = sum(len(one.notes) for one in collation.readings) + len(collation.notes) + len(file_notes)
    told = [
        _count(len(collation.readings), "report"),
        _count(len(outlets), "outlet") if outlets else "outlets not named",
        f"{len(collation.stories)} {'story' if len(collation.stories) == 1 else 'stories'}",
        _count(len(collation.events), "event"),
        f"{_count(beside, 'claim')} beside them",
        _count(notes, "note"),
    ]
    left, right = " · ".join(told), f"saved to {one_line(saved_to)}" if saved_to else ""
    yield from _with_margin(left, right, width)


def events_by_story(collation: Collation) -> dict[str, list[Event]]:
    """Events by their story's id, foreground first; else as they were linked, the weightiest first."""
    told: dict[str, list[Event]] = {story.id: [] for story in collation.stories}
    for event in sorted(collation.events, key=lambda one: not one.foreground):
        told.setdefault(event.story, []).append(event)
    return told


def tell_event(event: Event, about: About, names: Names, width: int) -> Iterator[str]:
    """One event: its head, who stands behind it, a line a role, and what to look at."""
    status = event.status.upper() if event.status == "disputed" else event.status
    yield from _with_margin(one_line(event.title), status, width)
    yield from _voices(event, names, width)
    if event.status in ("disputed", "alleged", "denied"):
        yield from _stances(event, names, width)
    yield from tell_comparisons(about.comparisons, names, width)
    yield from _findings(about.findings, width)


def _voices(event: Event, names: Names, width: int) -> Iterator[str]:
    voices, reports = event.voices, _reports_of(event)
    number = str(voices.least) if voices.least == voices.most else f"{voices.least} to {voices.most}"
    told = [names.voice(one.voice) + (" (party to the event)" if one.party else "") for one in voices.who]
    behind = f": {_several(told, '; ')}" if told else ""
    yield from hang(f"reports {len(reports)} · voices {number}{behind}", width, "  ", "    ")


def _stances(event: Event, names: Names, width: int) -> Iterator[str]:
    """`asserts: the ministry, a diplomat · denies: Russia`: who stands on which side."""
    sides: dict[str, list[str]] = {}
    for one in event.voices.who:
        sides.setdefault(one.stance, []).append(names.speaker(one.voice))
    told = [f"{stance}: {_several(voices, ', ')}" for stance, voices in sides.items()]
    if told:
        yield from hang(" · ".join(told), width, "  ", "    ")


def _several(voices: list[str], between: str) -> str:
    """At most `_VOICES` of them in full; how many more there are."""
    more = f"{between}and {len(voices) - _VOICES} more" if len(voices) > _VOICES else ""
    return between.join(voices[:_VOICES]) + more


def _findings(findings: list[Finding], width: int) -> Iterator[str]:
    for one in findings:
        lines = hang(one.message, width - 24, "  ! ")
        yield f"{pad(lines[0], width - columns(one.what))}{one.what}"
        yield from lines[1:]


def _with_margin(left: str, right: str, width: int) -> Iterator[str]:
    """The left text, and the right one at the margin of its last line when there is room."""
    lines = hang(left, width, "", "  ")
    room = width - columns(right)
    if right and columns(lines[-1]) + 2 <= room:
        lines[-1] = pad(lines[-1], room) + right
    elif right:
        lines.append(" " * max(2, room) + right)
    yield from lines


def _reports_of(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.rpartition(":")[0] for claim in event.claims))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
