"""When something is said to have happened: an interval with bounds, and the proof for it."""

import msgspec


class Time(msgspec.Struct, frozen=True):
    """Four bounds of an interval, each an ISO day (`2023-08-03`), minute (`2023-08-05T00:12`) or None.

    begin_earliest <= begin_latest <= end_latest, begin_earliest <= end_earliest <= end_latest; all None when
    it is open. `expression` is the operator tree in one line, comparable between reports even when nothing
    anchors it (`between(weekday(4),weekday(6))`).
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

    @property
    def open(self) -> bool:
        """True when nothing bounds it."""
        return self.begin_earliest is None and self.end_latest is None
