"""Report -> mentions of kind time, each with its Time, and notes on what cannot be dated."""

from secondsource.mentions.times.matches import cut
from secondsource.mentions.times.phrases import all_matches
from secondsource.mentions.times.roles import role_of
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.values import time_of
from secondsource.mentions.times.walk import Found, resolve_matches
from secondsource.model import Mention, Note, Published, Report, Sentence, Span, Time
from secondsource.model.calendar import month_length

_GIVE_THE_DAY = "give the day with --published YYYY-MM-DD"
_MADE_BY = "times"


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
    for span, role, found in zip(spans, roles, resolve_matches(text, matches, published, aside), strict=True):
        if found.match.rule == "reference" and found.match.last - found.match.first == 1:
            continue  # "a recent test" tells how things stand, not when this one was
        words = span.of(report.text)
        time = time_of(found.tree, found.extent, found.match.rule, words, role)
        mentions.append(
            Mention(f"{report.id}:t{len(mentions) + 1}", span, words, "time", time, made_by=time.rule)
        )
        notes.extend(_doubts(report, span, words, time, found, published))
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


def not_in_calendar(tree: Tree) -> bool:
    """Whether the tree names a day that no month has, such as 30 February."""
    if tree[0] == "date":
        year, month, day = tree[1:4]
        if month is None or day is None:
            return day is not None and not 1 <= day <= 31
        return not 1 <= month <= 12 or not 1 <= day <= month_length(2000 if year is None else year, month)
    return any(isinstance(part, tuple) and not_in_calendar(part) for part in tree[1:])


def _doubts(
    report: Report, span: Span, words: str, time: Time, found: Found, published: int | None
) -> list[Note]:
    """What a reader should know of this value: not dated, or dated on an assumption."""
    if found.extent is not None and found.extent.note:
        return [Note(report.id, span, f"“{words}”: {found.extent.note}", "check the value", time.rule)]
    if not time.open or time.kind != "point":
        return []
    if not_in_calendar(found.tree):
        message = f"“{words}” is not in the calendar"
        return [Note(report.id, span, message, "check the day in the original", time.rule)]
    if published is None:
        message = f"“{words}” is not dated: the day of publication is not known"
        return [Note(report.id, span, message, _GIVE_THE_DAY, time.rule)]
    return [
        Note(report.id, span, f"“{words}” is not dated: nothing in the report says from when", "", time.rule)
    ]
