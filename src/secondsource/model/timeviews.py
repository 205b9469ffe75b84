"""Time -> its notation, EDTF and TIMEX3, and back from the notation."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from secondsource.model.calendar import civil, read_day, unit_bounds, week, written_day, written_year

if TYPE_CHECKING:
    from secondsource.model.time import Time

_UNIT = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_DECADE = re.compile(r"(-?)(\d{2,3})(X{1,2})$")
_MINUTE = re.compile(r"(-?\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:\d\d)?$")
_DURATION = re.compile(r"P[\dXT][\dXYMWDHSTCEQL.]*$")
_LENGTH = re.compile(r"(?:duration|past|coming|every)\((P[^),]*)")
_SEASON = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI", "fall": "FA"}
_DAYPART = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "daytime": "DT",
}
_REFERENCE = {"now": "PRESENT_REF", "recent": "PAST_REF", "past": "PAST_REF"}
Bounds = dict[str, Any]


def zone_minutes(zone: str | None) -> int:
    """Minutes east of UTC of `+09:00`, `Z` or None."""
    if not zone or zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    return -minutes if zone[0] == "-" else minutes


def notation(time: "Time") -> str:
    """The one notation of a time; see Time."""
    about = "~" if time.qualifier == "about" else ""
    if time.kind == "reference":
        return f"reference {time.expression}".rstrip()
    if time.open:
        if time.kind == "duration":
            return timex(time)[1] + about
        if time.kind == "set":
            return f"every {time.expression.removeprefix('every(').removesuffix(')')}"
        return f"open {time.expression}".rstrip()
    return _interval(time) + about


def _interval(time: "Time") -> str:
    begin, end = time.begin_earliest, time.end_latest
    whole = time.begin_earliest == time.begin_latest and time.end_earliest == time.end_latest
    if whole and begin is not None and end is not None:
        if "T" in begin or "T" in end:
            zone = time.zone or ""
            return begin + zone if begin == end else f"{begin}{zone}/{end}{zone}"
        unit = _unit_of(begin, end)
        return unit if unit is not None else f"{begin}/{end}"
    return f"{_side(time.begin_earliest, time.begin_latest)}/{_side(time.end_earliest, time.end_latest)}"


def _side(first: str | None, last: str | None) -> str:
    if first is None and last is None:
        return ".."
    if first == last and first is not None:
        return first
    if first is not None and last is not None and "T" not in first + last:
        unit = _unit_of(first, last)
        if unit is not None:
            return unit
    return f"[{first or ''}..{last or ''}]"


@lru_cache(maxsize=8192)
def _unit_of(begin: str, end: str) -> str | None:
    """The day, month, year, decade or century whose first and last day these are."""
    if begin == end:
        return begin
    (year, month, day), (last_year, last_month, _) = civil(read_day(begin)), civil(read_day(end))
    if (
        year == last_year
        and month == last_month
        and unit_bounds(year, month) == (read_day(begin), read_day(end))
    ):
        return f"{written_year(year)}-{month:02d}"
    if (month, day) != (1, 1) or read_day(end) != unit_bounds(last_year)[1]:
        return None
    if year == last_year:
        return written_year(year)
    if year < 0:
        return None
    if last_year - year == 9 and year % 10 == 0:
        return f"{year // 10:03d}X"
    return f"{year // 100:02d}XX" if last_year - year == 99 and year % 100 == 0 else None


def edtf(time: "Time") -> str | None:
    """The EDTF view: uncertain sides that are no calendar unit become their outer day with `~`."""
    if time.open or time.kind in ("duration", "set"):
        return None
    text = notation(time)
    if "[" not in text:
        return text
    begin, _, end = text.partition("/")
    return f"{_BOUNDS.sub(_first_day, begin)}/{_BOUNDS.sub(_last_day, end)}"


_BOUNDS = re.compile(r"\[([^.\]]*)\.\.([^\]]*)\]")


def _first_day(bounds: re.Match[str]) -> str:
    return f"{bounds[1]}~" if bounds[1] else ".."


def _last_day(bounds: re.Match[str]) -> str:
    return f"{bounds[2]}~" if bounds[2] else ".."


def read_notation(text: str) -> Bounds:
    """The fields of the time written here. Raises ValueError with what would be right."""
    if text == "open" or text.startswith("open "):
        return {"expression": text[5:]}
    if text.startswith("reference"):
        return {"expression": text[10:], "kind": "reference"}
    if text.startswith("every "):
        return {"expression": f"every({text[6:]})", "kind": "set"}
    about = {"qualifier": "about"} if text.endswith("~") else {}
    plain = text.removesuffix("~")
    if _DURATION.match(plain):
        return {"expression": f"duration({plain})", "kind": "duration", **about}
    if "/" not in plain:
        first, last, grain, zone = _read_unit(plain)
        bounds = {"begin_earliest": first, "begin_latest": first, "end_earliest": last, "end_latest": last}
        return {**bounds, "granularity": grain, "zone": zone, **about}
    sides = plain.split("/")
    if len(sides) != 2:
        raise ValueError(f"{text!r} is not a time: one '/' between begin and end")
    if sides[0].endswith("~"):  # an uncertain begin, as the EDTF view writes it
        about = {"qualifier": "about"}
    begin, end = _read_side(sides[0].removesuffix("~"), True), _read_side(sides[1], False)
    grain = begin[2] or end[2] or "day"
    names = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    fields = dict(zip(names, begin[:2] + end[:2], strict=True))
    return {**fields, "granularity": grain, "kind": "interval", "zone": begin[3] or end[3], **about}


def _read_side(text: str, begins: bool) -> tuple[str | None, str | None, str | None, str | None]:
    if text == "..":
        return None, None, None, None
    if text.startswith("[") and text.endswith("]") and ".." in text:
        first, last = text[1:-1].split("..", 1)
        for one in (first, last):
            if one:
                read_day(one)
        return first or None, last or None, "day", None
    first, last, grain, zone = _read_unit(text)
    return first, last, grain, zone


def _read_unit(text: str) -> tuple[str, str, str, str | None]:
    minute = _MINUTE.match(text)
    if minute:
        read_day(minute[1])
        if int(minute[2]) > 24 or int(minute[3] or 0) > 59:
            raise ValueError(f"{text!r}: there is no such time of day")
        bound = text.removesuffix(minute[5] or "")
        return bound, bound, "second" if minute[4] else "minute" if minute[3] else "hour", minute[5]
    unit = _UNIT.match(text)
    if unit:
        year, month, day = int(unit[1]), unit[2] and int(unit[2]), unit[3] and int(unit[3])
        if month is not None and not 1 <= int(month) <= 12:
            raise ValueError(f"{text!r}: there is no month {month}")
        if day is not None:
            read_day(text)
        first, last = unit_bounds(year, month or None, day or None)
        return written_day(first), written_day(last), "day" if day else "month" if month else "year", None
    decade = _DECADE.match(text)
    if decade and len(decade[2]) + len(decade[3]) == 4:
        span = 10 ** len(decade[3])
        first_year = int(decade[2]) * span
        last = unit_bounds(first_year + span - 1)[1]
        return (
            written_day(unit_bounds(first_year)[0]),
            written_day(last),
            "decade" if span == 10 else "century",
            None,
        )
    raise ValueError(
        f"{text!r} is not a time: write 2023-07-27, 2023-07-24/2023-07-26, P3D or open weekday(4)"
    )


def timex(time: "Time") -> tuple[str, str]:
    """TIMEX3 type and value; what TIMEX3 cannot hold (the two ends of a range) becomes its length."""
    expression = time.expression
    length = _LENGTH.match(expression)
    if length:
        return ("SET" if expression.startswith("every") else "DURATION"), length[1]
    if time.kind == "reference":
        return "DATE", _REFERENCE.get(expression, "FUTURE_REF")
    if time.kind == "set":
        return "SET", _undated(expression.removeprefix("every(").removesuffix(")"))
    if time.open:
        value = _undated(expression)
        return ("TIME" if "T" in value else "DATE"), value
    value = _dated(time)
    return ("TIME" if "T" in value else "DATE"), value


def _undated(expression: str) -> str:
    """`weekday(4)` -> XXXX-WXX-4; `date(XXXX-07)` -> XXXX-07; else XXXX-XX-XX."""
    found = re.match(r"(?:\w+\()*weekday\((\d)\)", expression)
    if found:
        return f"XXXX-WXX-{found[1]}"
    found = re.search(r"date\(([^)]*)\)", expression)
    if found:
        return found[1]
    found = re.search(r"season\((\w\w)\)", expression)
    if found:
        return f"XXXX-{found[1]}"
    found = re.search(r"daypart\((\w+)", expression)
    return f"XXXX-XX-XXT{_DAYPART.get(found[1], 'MO')}" if found else "XXXX-XX-XX"


def _fiscal(time: "Time") -> str:
    """TIMEX3 has no fiscal years: the number that the words name, else that of the calendar."""
    told = re.search(r"date\((\d{4})\)", time.expression)
    part = re.search(r"nth\((\d),(quarter|half)", time.expression)
    first, month, _ = civil(read_day(time.begin_earliest or ""))
    # Bounds that hold for any fiscal year begin nine months before the calendar's.
    loose = time.begin_earliest != time.begin_latest
    year = told[1] if told else written_year(first + (month + 9 > 12) if loose else first)
    return year if part is None else f"{year}-{part[2][0].upper()}{part[1]}"


def _dated(time: "Time") -> str:
    begin = time.begin_earliest or time.end_latest or ""
    if "fiscal(" in time.expression:
        return _fiscal(time)
    if time.begin_earliest is None and time.end_earliest is not None:
        begin = time.end_earliest
    grain = time.granularity
    day = begin.partition("T")[0]
    year, month, _ = civil(read_day(day))
    shown = written_year(year) if year > 0 else f"BC{1 - year:04d}"
    if grain in ("second", "minute", "hour"):
        return (begin if ":" in begin else f"{begin}:00") + ("Z" if time.zone == "Z" else "")
    if grain in _DAYPART:
        return f"{day}T{_DAYPART[grain]}"
    if grain == "week":
        return "{:04d}-W{:02d}".format(*week(read_day(day)))
    if grain == "weekend":
        return "{:04d}-W{:02d}-WE".format(*week(read_day(day)))
    if grain == "month":
        return f"{shown}-{month:02d}"
    if grain == "quarter":
        return f"{shown}-Q{(month + 2) // 3}"
    if grain == "half":
        return f"{shown}-H{1 if month < 7 else 2}"
    if grain in _SEASON:
        return f"{shown}-{_SEASON[grain]}"
    if grain == "year":
        return shown
    if grain in ("decade", "century", "millennium") and year <= 0 and time.end_latest is not None:
        shown = f"BC{1 - civil(read_day(time.end_latest))[0]:04d}"
    if grain == "decade":
        return shown[:-1]
    if grain in ("century", "millennium"):
        return shown[:-2] if grain == "century" else shown[:-3]
    return day if year > 0 else shown + day[day.index("-", 1) :]
