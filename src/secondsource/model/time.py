"""When something is said to have happened: an interval with bounds, and the proof for it."""

import msgspec

from secondsource.model import timerelations, timeviews
from secondsource.model.calendar import read_day


class Time(msgspec.Struct, frozen=True):
    """Four bounds of an interval, each an ISO day (`2023-08-03`), minute (`2023-08-05T00:12`) or None.

    begin_earliest <= begin_latest <= end_latest, begin_earliest <= end_earliest <= end_latest; all None when
    it is open. `expression` is the operator tree in one line, comparable between reports even when nothing
    anchors it (`between(weekday(4),weekday(6))`).

    `kind` is point, interval, duration, set or reference (now, recently: never shown as a date);
    `granularity` second to millennium; `qualifier` early, mid, late, about, before, after, less, more;
    `anchor` says from what it was counted; `alternatives` are other readings, each with its weight; `role`
    tells the time of the event from that of speech and of publication ("KCNA reported on Saturday").

    Notation (`str` writes it, `parse` reads it): `2023-08-03`, `2023-07`, `195X`, `2023-08-03/2023-08-05`,
    `1972/..` (began in 1972), `../2023-12-31`, `2023-08-05T03:00+09:00`, `2013~`, `P3D`, `every P2Y`,
    `reference recent`, `open between(weekday(4),weekday(6))`.
    """

    begin_earliest: str | None = None
    begin_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None
    granularity: str = "day"
    kind: str = "point"
    expression: str = ""
    anchor: str = ""
    rule: str = ""
    zone: str | None = None
    qualifier: str = ""
    calendar: str = "gregorian"
    alternatives: tuple[tuple[str, float], ...] = ()
    words: str = ""
    role: str = ""

    @property
    def open(self) -> bool:
        """True when nothing bounds it, or when its bounds are too vague to be shown as a date."""
        return self.kind == "reference" or (self.begin_earliest is None and self.end_latest is None)

    def __str__(self) -> str:
        return timeviews.notation(self)

    @classmethod
    def parse(cls, notation: str) -> "Time":
        """The time that `str` wrote: bounds, kind and expression. Raises ValueError on anything else."""
        return cls(**timeviews.read_notation(notation))

    @property
    def edtf(self) -> str | None:
        """ISO 8601-2 (EDTF level 1, decades as level 2); None when open, a duration or a set."""
        return timeviews.edtf(self)

    @property
    def timex(self) -> tuple[str, str]:
        """TIMEX3 type and value (TimeML 1.2.1): ("DATE", "2023-07"), ("DURATION", "P3D"), ..."""
        return timeviews.timex(self)

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last day number that it may touch (see model.calendar); None when a side is open."""
        if self.open or self.begin_earliest is None or self.end_latest is None:
            return None
        return read_day(self.begin_earliest), read_day(self.end_latest)

    @property
    def acled_precision(self) -> int | None:
        """ACLED's time precision: 1 the day, 2 the week, 3 the month; None when it is wider or open."""
        width = self._width
        return None if width is None or width > 31 else 1 if width == 1 else 2 if width <= 7 else 3

    @property
    def ucdp_precision(self) -> int | None:
        """UCDP GED's date_prec: 1 the day, 2 two to six days, 3 the week, 4 the month, 5 up to a year."""
        width = self._width
        if width is None or width > 366:
            return None
        return next(code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if width <= most)

    @property
    def stix_precision(self) -> str | None:
        """STIX's precision of a time stamp: year, month, day, hour or minute; None when open."""
        if self.open:
            return None
        fine = ("second", "minute", "hour", "day", "month")
        return self.granularity if self.granularity in fine else "day" if self._width == 1 else "year"

    @property
    def _width(self) -> int | None:
        days = self.days
        return None if days is None else days[1] - days[0] + 1

    def same_pattern(self, other: "Time") -> bool:
        """True when both say the same thing in the calendar's terms, dated or not: equal operator trees."""
        return self.expression == other.expression != ""

    def same_interval(self, other: "Time") -> bool | None:
        """Whether all four bounds are equal; None when either is open."""
        if self.open or other.open:
            return None
        return timerelations.bounds_of(self) == timerelations.bounds_of(other)

    def covers(self, other: "Time") -> bool | None:
        """Whether `other` lies inside for certain; None when a bound that decides is open."""
        return timerelations.covers(self, other)

    def overlaps(self, other: "Time") -> bool | None:
        """Whether the two may share a moment; None when either is open, or one clock tells no zone."""
        return timerelations.overlaps(self, other)

    def before(self, other: "Time") -> bool | None:
        """Whether it is over when `other` begins; None when open or when the bounds leave both possible."""
        return timerelations.before(self, other)
