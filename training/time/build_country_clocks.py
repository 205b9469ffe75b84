"""The tz database's table of zones -> knowledge/country_clocks.tsv: the zone of a country, its hemisphere.

    python training/time/build_country_clocks.py [/usr/share/zoneinfo/zone.tab]

A country whose zones differ has none here: its local time cannot be told from its name. The tz database is in
the public domain. North of 15 degrees south the seasons are called as in the north, or not at all.
"""

import re
import sys
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from secondsource.knowledge import load

TABLE = Path("src/secondsource/knowledge/country_clocks.tsv")
OFFICIAL = {
    "CN": "Asia/Shanghai",
    "UA": "Europe/Kyiv",
}  # one official time, whatever the database keeps apart
SOUTH = -15


def main(source: Path) -> None:
    """Writes the row of each state of knowledge/states.tsv that has one zone, or lies in the south."""
    zones: defaultdict[str, list[str]] = defaultdict(list)
    latitudes: dict[str, int] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, place, zone = line.split("\t")[:3]
        zones[code].append(zone)
        latitudes.setdefault(code, int((re.match(r"[+-]\d\d", place) or [place])[0]))
    lines = []
    for row in load("states"):
        code = row["code"]
        zone = OFFICIAL.get(code, "") or _only_zone(zones.get(code, []))
        south = "south" if latitudes.get(code, 0) <= SOUTH else "north"
        if zone or south == "south":
            lines.append(f"{code}\t{zone}\t{south}")
    head = "# Made by training/time/build_country_clocks.py from the tz database (public domain).\n"
    TABLE.write_text(head + "code\tzone\thalf\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


def _only_zone(zones: list[str]) -> str:
    """The zone, when all zones of the country keep the same time in January and in July."""
    kept = {
        tuple(datetime(2023, month, 1, tzinfo=ZoneInfo(zone)).strftime("%z") for month in (1, 7))
        for zone in zones
    }
    return zones[0] if len(kept) == 1 else ""


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/zoneinfo/zone.tab"))
