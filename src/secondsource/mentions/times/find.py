"""Report -> mentions of kind time, each with its Time, and notes on what cannot be dated."""

from msgspec.structs import replace

from secondsource.mentions.times.anchors import Anchors
from secondsource.mentions.times.checks import (
    contradictions,
    ends_before_it_begins,
    not_in_calendar,
    wrong_weekday,
)
from secondsource.mentions.times.found import Found
from secondsource.mentions.times.matches import cut
from secondsource.mentions.times.phrases import all_matches
from secondsource.mentions.times.resolver import resolve
from secondsource.mentions.times.roles import role_of
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.values import time_of
from secondsource.mentions.times.walk import resolve_matches
from secondsource.model import Mention, Note, Published, Report, Sentence, Span, Time

_GIVE_THE_DAY = "give the day with --published YYYY-MM-DD"


def find_times(
    report: Report, sentences: tuple[Sentence, ...] = ()
) -> tuple[tuple[Mention, ...], tuple[Note, ...]]:
    """Every time that the report tells, resolved against its day of publication when that is known.

    The words alone decide; `sentences` are taken so that every finder of mentions has one shape.
    """
    text = cut(report.text)
    matches = all_matches(text)
    published = day_of_publication(report.published)
    mentions: list[Mention] = []
    notes: list[Note] = []
    spans = [Span(*text.place(match)) for match in matches]
    roles = [role_of(report, text, match, span) for match, span in zip(matches, spans, strict=True)]
    aside = frozenset(index for index, role in enumerate(roles) if role != "event")
    resolved = resolve_matches(text, matches, published, aside)
    wrong = contradictions(text, resolved)
    for index, (span, role, found) in enumerate(zip(spans, roles, resolved, strict=True)):
        if found.match.rule == "reference" and found.match.last - found.match.first == 1:
            continue  # "a recent test" tells how things stand, not when this one was
        words = span.of(report.text)
        time = time_of(found.tree, found.extent, found.match.rule, words, role)
        others = other_readings(found.tree, published)
        time = replace(time, alternatives=others) if others else time
        mentions.append(
            Mention(f"{report.id}:t{len(mentions) + 1}", span, words, "time", time, made_by=time.rule)
        )
        notes.extend(_doubts(report, span, words, time, found, published))
        if index in wrong:
            message = f"“{words}”: {wrong[index]}"
            notes.append(Note(report.id, span, message, "check it in the original", time.rule))
    return tuple(mentions), tuple(notes)


def day_of_publication(published: Published) -> int | None:
    """The day number of a publication that is given or found, to the day; None otherwise."""
    if published.value is None or published.status not in ("given", "found"):
        return None
    try:
        time = Time.parse(published.value)
    except ValueError:
        return None
    days = time.days
    return days[0] if days is not None and days[0] == days[1] else None


def other_readings(tree: Tree, published: int | None) -> tuple[tuple[str, float], ...]:
    """What else the words may mean, with its weight: month or day first; this 15th or the next."""
    anchors = Anchors(published)
    if tree[0] == "named":
        days = [resolve((*tree[:2], rule, tree[-1]), anchors) for rule in tree[3:-1]]
        others = [one for one in days if one is not None and one != resolve(tree, anchors)]
        return tuple((str(time_of(tree, one, "", "")), 0.5 / len(others)) for one in others)
    if tree[0] == "either":
        other = resolve(tree[2], anchors)
    elif tree[:3] == ("date", None, None):
        other = resolve(tree, anchors._replace(tense=1))
        if other == resolve(tree, anchors):
            return ()
    else:
        return ()
    return () if other is None else ((str(time_of(tree, other, "", "")), 0.4),)


def _doubts(
    report: Report, span: Span, words: str, time: Time, found: Found, published: int | None
) -> list[Note]:
    """What a reader should know of this value: not dated, or dated on an assumption."""
    if time.alternatives:
        others = ", ".join(value for value, _ in time.alternatives)
        return [Note(report.id, span, f"“{words}” may also be {others}", "check the value", time.rule)]
    if (wrong := wrong_weekday(found)) is not None:
        return [Note(report.id, span, f"“{words}”: {wrong}", "check the day in the original", time.rule)]
    if found.extent is not None and found.extent.note:
        return [Note(report.id, span, f"“{words}”: {found.extent.note}", "check the value", time.rule)]
    if not time.open or time.kind != "point":
        return []
    if not_in_calendar(found.tree):
        message = f"“{words}” is not in the calendar"
        return [Note(report.id, span, message, "check the day in the original", time.rule)]
    if ends_before_it_begins(found.tree):
        message = f"“{words}” ends before it begins"
        return [Note(report.id, span, message, "check the days in the original", time.rule)]
    if published is None:
        message = f"“{words}” is not dated: the day of publication is not known"
        return [Note(report.id, span, message, _GIVE_THE_DAY, time.rule)]
    return [
        Note(report.id, span, f"“{words}” is not dated: nothing in the report says from when", "", time.rule)
    ]
