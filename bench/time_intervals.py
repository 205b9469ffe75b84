"""Calendar intervals: ours against SCATE's, and phrases that other libraries fail, at the day."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from bench.time_sets import interval_documents, stress_phrases, undated_reports
from secondsource.mentions.dating import date_report
from secondsource.mentions.times import find_times
from secondsource.mentions.times.timeml import timed
from secondsource.model import Published, Report, Time
from secondsource.model.calendar import read_day

_CLOCK = re.compile(r"T[\d:]+(?:Z|[+-]\d\d:\d\d)?")


def report_of(text: str, published: str | None) -> Report:
    """A report of this text alone."""
    known = Published(published, "given") if published else Published()
    return Report(id="0" * 12, text=text, sha256="", published=known)


def score_intervals(data: Path) -> tuple[int, int, int]:
    """Intervals of SCATE, how many are found exactly, how many overlap."""
    total = exact = overlapping = 0
    for document, wanted in interval_documents(data):
        found = timed(document.text, read_day(document.published))
        found += [
            (one.span.start, one.span.end, one.value)
            for one in find_times(report_of(document.text, document.published))[0]
            if isinstance(one.value, Time)
        ]
        for start, end, first, after in wanted:
            total += 1
            near = [one for one in found if one[0] < end and start < one[1]]
            if not near:
                continue
            best = max(near, key=lambda one: _likeness(one, start, end))
            moments = _moments(best[2], document.published)
            gold = datetime.fromisoformat(first), datetime.fromisoformat(after)
            exact += moments == gold
            overlapping += moments is not None and moments[0] < gold[1] and gold[0] < moments[1]
    return total, exact, overlapping


def _likeness(one: tuple[int, int, Time], start: int, end: int) -> float:
    return (min(one[1], end) - max(one[0], start)) / (max(one[1], end) - min(one[0], start))


def _moments(time: Time, published: str) -> tuple[datetime, datetime] | None:
    """First moment and the moment after, as SCATE counts: `since 1972` begins when 1972 is over, and what
    reaches to now ends with the day before publication."""
    begin, end = time.begin_earliest, time.end_latest
    if begin is None or end is None or begin.startswith("-"):
        return None
    to_now = time.expression.startswith(("past(", "since("))
    if time.expression.startswith("since(") and time.begin_latest is not None:
        first = _moment(time.begin_latest) + timedelta(days=1)
    else:
        first = _moment(begin)
    last = _moment(end)
    if to_now and end == published:
        return first, last
    if "T" not in end:
        return first, last + timedelta(days=1)
    return first, last + timedelta(
        hours=1 if time.granularity == "hour" else 0, minutes=time.granularity != "hour"
    )


def _moment(bound: str) -> datetime:
    return datetime.fromisoformat(bound if "T" not in bound or ":" in bound else f"{bound}:00")


def score_stress(data: Path) -> tuple[int, int, int, int]:
    """Phrases told on 2023-08-07: those with a definite interval and how many are read so; all of them, and
    how many are read right: dated, fuzzy or a set where they are so, refused where nothing dates them."""
    definite = dated = total = right = 0
    for phrase, wanted in stress_phrases(data):
        values = [one.value for one in find_times(report_of(f"He saw it {phrase}.", "2023-08-07"))[0]]
        times = [one for one in values if isinstance(one, Time)]
        kind, expected = _expected(wanted)
        if expected is not None:
            fits = any(_agree(one, expected, wanted.split(" ")[0]) for one in times)
        elif kind == "refused":
            # Bounds that leave the day open are no answer that could be wrong.
            fits = bool(times) and all(one.open or one.begin_earliest != one.begin_latest for one in times)
        else:
            fits = any(one.kind == kind for one in times)
        total, right = total + 1, right + fits
        if kind == "definite":
            definite, dated = definite + 1, dated + fits
    return definite, dated, total, right


def _expected(wanted: str) -> tuple[str, Time | None]:
    """What kind of answer is right, and the interval where one is."""
    if wanted.startswith("~"):
        return "reference", None
    if wanted.startswith("set"):
        return "set", None
    try:
        expected = Time.parse(_CLOCK.sub("", wanted.split(" ")[0]))
    except ValueError:
        return "refused", None
    loose = re.search(r"\b(?:if|or|by tense|fuzzy|\+ count)", wanted)
    return "either" if loose else "definite", expected


def _agree(time: Time, expected: Time, written: str) -> bool:
    """Whether the days are the same, or, where a moment in a zone is expected, that moment."""
    if _days(time) == _days(expected):
        return True
    return written.endswith("Z") and time.zone is not None and time.covers(Time.parse(written)) is True


def _days(time: Time) -> tuple[str | None, str | None]:
    begin, end = time.begin_earliest, time.end_latest
    return begin and begin.split("T")[0], end and end.split("T")[0]


def score_undated(data: Path) -> dict[str, float]:
    """Every second text of the archive, date and dateline hidden: answers, true ones, widths in days."""
    texts = answered = inside = best = bounded = kept = 0
    widths = []
    path = data / "reports" / "kcna_archive" / "kcna_articles.jsonl"
    for number, (report, day) in enumerate(undated_reports(path)):
        if number % 2 == 0:  # the odds were counted on these
            continue
        texts += 1
        published = date_report(report, find_times(report)[0])
        if published.earliest is not None:
            bounded += 1
            kept += published.earliest <= day and (published.latest is None or day <= published.latest)
        if published.intervals:
            answered += 1
            inside += any(_holds(one, day) for one in published.intervals)
            best += _holds(published.intervals[0], day)
            widths.append(_width(published.intervals[0]))
    if not texts:
        return {}
    return {
        "texts": texts, "answered": answered,
        "inside": inside / max(answered, 1), "best": best / max(answered, 1),
        "median_width": sorted(widths)[len(widths) // 2] if widths else 0,
        "bounded": bounded, "bounds_kept": kept / max(bounded, 1),
    }  # fmt: skip


def _holds(interval: str, day: str) -> bool:
    begin, _, end = interval.partition("/")
    if begin.startswith("XXXX"):
        begin, end, day = begin[4:], end[4:], day[4:]
    return begin <= day <= (end or begin)


def _width(interval: str) -> int:
    begin, _, end = interval.replace("XXXX", "2000").partition("/")
    return read_day(end or begin) - read_day(begin) + 1
