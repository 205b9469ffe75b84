"""Report -> mentions of kind time, each with its Time, and notes on what cannot be dated."""

from msgspec.structs import replace

from secondsource.mentions.times.anchors import Anchors
from secondsource.mentions.times.matches import cut
from secondsource.mentions.times.phrases import all_matches
from secondsource.mentions.times.resolver import resolve
from secondsource.mentions.times.roles import role_of
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.values import time_of
from secondsource.mentions.times.walk import Found, resolve_matches
from secondsource.model import Mention, Note, Published, Report, Sentence, Span, Time
from secondsource.model.calendar import month_length, weekday, written_day

_GIVE_THE_DAY = "give the day with --published YYYY-MM-DD"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
        others = other_readings(found.tree, published)
        time = replace(time, alternatives=others) if others else time
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


def other_readings(tree: Tree, published: int | None) -> tuple[tuple[str, float], ...]:
    """What else the words may mean, with its weight: month or day first; this 15th or the next."""
    anchors = Anchors(published)
    if tree[0] == "either":
        other = resolve(tree[2], anchors)
    elif tree[:3] == ("date", None, None):
        other = resolve(tree, anchors._replace(tense=1))
        if other == resolve(tree, anchors):
            return ()
    else:
        return ()
    return () if other is None else ((str(time_of(tree, other, "", "")), 0.4),)


def wrong_weekday(found: Found) -> str | None:
    """`Saturday, 27 July 2023` was a Thursday: what is wrong, when the weekday does not fit the date."""
    tree, extent = found.tree, found.extent
    if tree[0] != "date" or len(tree) < 5 or extent is None or extent.begin is None:
        return None
    true = weekday(extent.begin)
    return None if true == tree[4] else f"{written_day(extent.begin)} is a {_DAYS[true - 1]}"


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
    if published is None:
        message = f"“{words}” is not dated: the day of publication is not known"
        return [Note(report.id, span, message, _GIVE_THE_DAY, time.rule)]
    return [
        Note(report.id, span, f"“{words}” is not dated: nothing in the report says from when", "", time.rule)
    ]
