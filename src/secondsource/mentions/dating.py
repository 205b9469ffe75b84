"""An undated report and its times -> when it was published: bounds and ranked intervals, with reasons.

Every bare day, anniversary and dateline says how far off the publication may be; the odds were counted on a
state agency's archive with its dates hidden (training/time), and are multiplied over the days of a year.
"""

import re
from functools import cache
from math import log
from typing import NamedTuple

from secondsource.knowledge import load
from secondsource.mentions.times.matches import cut
from secondsource.mentions.times.tense import tense_at
from secondsource.model import Mention, Published, Report, Time
from secondsource.model.calendar import civil, day_number, written_day

_BARE_DAY = re.compile(r"(?<!until\()(?<!by\()date\(XXXX-(\d\d)-(\d\d)\)")
_BARE_MONTH = re.compile(r"date\(XXXX-(\d\d)\)")
_ANNIVERSARY = re.compile(r"anniversary\(\d+,")
_MOST_SIGNALS = 8
_CORE, _WHOLE = 0.8, 0.95
_EVE = 10
_MOST_WIDE = 200
_LEAP = 2000


class Signal(NamedTuple):
    """What a mention says of publication: its kind, a month and day, the year if known, and the words."""

    kind: str
    month: int
    day: int
    year: int | None
    words: str


def date_report(report: Report, times: tuple[Mention, ...]) -> Published:
    """The report's publication: what was given or found, else inferred bounds and intervals, else unknown.

    `earliest` and `latest` are ISO days; `intervals` are ranked, as days (`2023-07-28/2023-08-07`),
    with `XXXX` for a year that nothing tells. Each comes with its words in `because`.
    """
    if report.published.status in ("given", "found"):
        return report.published
    told = [mention for mention in times if isinstance(mention.value, Time)]
    signals = find_signals(report, told)
    earliest, latest, reasons = _bounds(told, signals)
    year, named = _year_of(signals)
    intervals = _intervals(signals, year, earliest) if signals else ()
    if earliest is None and not intervals:
        return report.published
    if named:
        reasons.append(named)
    reasons += [f"near {one.month:02d}-{one.day:02d}: “{one.words}”" for one in signals if one.year is None][
        :4
    ]
    return Published(
        status="inferred",
        earliest=None if earliest is None else written_day(earliest),
        latest=None if latest is None else written_day(latest),
        because=(*report.published.because, *reasons),
        intervals=intervals,
    )


def find_signals(report: Report, times: list[Mention]) -> list[Signal]:
    """Days that publication cannot be far from: bare days, anniversaries, a dateline's day."""
    text = cut(report.text)
    words_at = {offset: index for index, offset in enumerate(text.offsets)}
    found: list[Signal] = []
    for mention in times:
        value = mention.value
        assert isinstance(value, Time)
        bare = _BARE_DAY.search(value.expression)
        if _ANNIVERSARY.match(value.expression) and value.days is not None:
            found.append(Signal("anniversary", *_month_day(value.days[0]), mention.text))
        elif bare is not None:
            first = words_at.get(mention.span.start, 0)
            last = first + max(1, len(mention.text.split()))
            ahead = tense_at(text, first, last) > 0
            kind = "dateline" if _is_dateline(report, mention) else "ahead" if ahead else "day"
            found.append(Signal(kind, int(bare[1]), int(bare[2]), None, mention.text))
    unique = {(one.kind, one.month, one.day): one for one in reversed(found)}
    return sorted(unique.values(), key=lambda one: (one.kind != "dateline", found.index(one)))[:_MOST_SIGNALS]


def _month_day(day: int) -> tuple[int, int, int]:
    year, month, of_month = civil(day)
    return month, of_month, year


def _is_dateline(report: Report, mention: Mention) -> bool:
    after = report.text[mention.span.end : mention.span.end + 14]
    return report.part_at(mention.span) == "dateline" or (
        mention.span.start < 120 and re.match(r"\s*(?:\([A-Z][A-Za-z ]{1,10}\)|[–—]|--)", after) is not None
    )


def _bounds(times: list[Mention], signals: list[Signal]) -> tuple[int | None, int | None, list[str]]:
    """Not before the last day told as past; not a year after a month that is told without its year."""
    reasons = []
    spans = {one.value.days for one in times if isinstance(one.value, Time) and one.value.days is not None}
    wide = [(first, last) for first, last in sorted(spans) if first != last][:_MOST_WIDE]
    dated = [
        (first, -mention.span.start, mention) for mention in times if (first := _first_day(mention, wide))
    ]
    if not dated:
        return None, None, []
    earliest, _, mention = max(dated)
    reasons.append(f"not before {written_day(earliest)}: “{mention.text}” is told ({mention.value})")
    latest = None
    year = next((one.year for one in signals if one.year is not None), None)
    for other in times:
        value = other.value
        if not isinstance(value, Time) or value.days is None or not _loose(value, other.text):
            continue
        if civil(value.days[0])[0] == year:
            latest = value.days[0] + 364
            reasons.append(f"not after {written_day(latest)}: “{other.text}” is told without its year")
            break
    return earliest, latest, reasons


def _first_day(mention: Mention, wide: list[tuple[int, int]]) -> int | None:
    """The first day that lets this be told as past; the eve of an anniversary that may lie ahead."""
    value = mention.value
    assert isinstance(value, Time)
    if (
        value.days is None
        or value.kind == "reference"
        or value.expression.startswith(("by(", "until(", "coming("))
    ):
        return None
    day = value.days[0]
    if not _ANNIVERSARY.match(value.expression):
        return day
    return day if any(first <= day <= last for first, last in wide) else day - _EVE


def _loose(value: Time, words: str) -> bool:
    """A month or day whose words name no year, though its year became known."""
    told_in_full = re.search(r"\d{4}", words) is not None
    return "date(" in value.expression and not told_in_full and value.granularity in ("day", "month")


def _year_of(signals: list[Signal]) -> tuple[int | None, str]:
    """The year that an anniversary gives, or a weekday beside a day of the month."""
    for one in signals:
        if one.year is not None:
            return one.year, f"in {one.year}: “{one.words}”"
    return None, ""


def _intervals(signals: list[Signal], year: int | None, earliest: int | None) -> tuple[str, ...]:
    """The likeliest stretches of days, best first: those with four fifths of the odds, then nearly all."""
    start = day_number(year or _LEAP)
    days = range(start, start + 366) if year is None else range(start, day_number(year + 2))
    # Days told in one report lean on each other, so their odds count for less than their number.
    shared = len(signals) ** 0.5
    scores = [sum(_odds(one, day, year) for one in signals) / shared for day in days]
    if year is not None and earliest is not None:
        scores = [score if day >= earliest else -1e9 for score, day in zip(scores, days, strict=True)]
    top = max(scores)
    weights = [2.718281828 ** (score - top) for score in scores]
    whole = sum(weights)
    order = sorted(range(len(weights)), key=lambda at: (-weights[at], at))
    chosen: list[int] = []
    tiers: list[list[int]] = []
    mass = 0.0
    for at in order:
        mass += weights[at] / whole
        chosen.append(at)
        if mass >= (_CORE if not tiers else _WHOLE):
            tiers.append(list(chosen))
            if len(tiers) == 2:
                break
    found: list[tuple[int, int]] = []
    covered: set[int] = set()
    for tier in tiers:
        runs = _runs([at for at in sorted(tier) if at not in covered])
        runs.sort(key=lambda run: (-sum(weights[run[0] : run[1] + 1]), run[0]))
        found.extend(runs)
        covered.update(at for first, last in runs for at in range(first, last + 1))
    return tuple(_written(start + first, start + last, year is not None) for first, last in found)


def _runs(days: list[int]) -> list[tuple[int, int]]:
    """Stretches of days, over gaps of one or two."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and day - runs[-1][1] <= 3:
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return runs


def _written(first: int, last: int, year_known: bool) -> str:
    begin, end = written_day(first), written_day(last)
    if not year_known:
        begin, end = f"XXXX{begin[4:]}", f"XXXX{end[4:]}"
    return begin if begin == end else f"{begin}/{end}"


def _odds(signal: Signal, day: int, year: int | None) -> float:
    """Logarithm of the odds that a report of this day tells the signal's day so."""
    if signal.year is not None and year is not None:
        gap = day - day_number(signal.year, signal.month, signal.day)
    else:
        near = civil(day)[0]
        gap = min(
            (day - day_number(one, signal.month, signal.day) for one in (near - 1, near, near + 1)), key=abs
        )
    return log(_density(signal.kind, gap))


def _density(kind: str, gap: int) -> float:
    for first, last, weight in _odds_table().get(kind, ()):
        if first <= gap <= last:
            return weight / (last - first + 1)
    return 1e-6


@cache
def _odds_table() -> dict[str, tuple[tuple[int, int, float], ...]]:
    table: dict[str, tuple[tuple[int, int, float], ...]] = {}
    for row in load("dating_odds"):
        stretch = (int(row["first"]), int(row["last"]), float(row["weight"]))
        table[row["kind"]] = (*table.get(row["kind"], ()), stretch)
    return table
