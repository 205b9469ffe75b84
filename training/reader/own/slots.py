"""Tables of names (ours, and those of the facts folder) -> what may stand in each slot of a template."""

import csv
import json
import re
from pathlib import Path

from secondsource.knowledge import load

_ARMOUR = re.compile(
    r"tank|vehicle|carrier|aircraft|helicopter|fighter|bomber|ship|boat|frigate|corvette|destroyer", re.I
)
_ARM = re.compile(
    r"missile|howitzer|gun|mortar|rocket|launcher|mine|drone|UAV|munition|grenade|rifle|bomb|torpedo", re.I
)
_CLASSES = ("battlefieldsupport", "antiarmor", "antiair", "antiship", "strategic", "tactical")


def read_slots(data: Path) -> dict[str, list[str]]:
    """Slot name -> its fillings, sorted; the tables of facts add to our own where the folder has them."""
    states = [row for row in load("states") if row["adjective"] and row["capital"]]
    weapons, platforms = _from_tables(data / "facts/weapons")
    weapons |= {name for row in load("weapons") for name in row["names"].split("|") if len(name) < 40}
    for path in sorted(data.glob("facts/dprk_facts/*/missile.en.json")):
        weapons |= {re.sub(r" \(.*", "", one["name"]) for one in _values(path)}
    facilities = set(_FACILITIES)
    for path in sorted(data.glob("facts/dprk_facts/*/facility.en.json")):
        named = {one["name"] for one in _values(path)}
        facilities |= {name for name in named if len(name.split()) > 1}
    cities = sorted({row["name"] for row in load("places") if int(row["population"] or 0) > 400_000})
    return {
        "weapon": sorted(weapons),
        "platform": sorted(platforms),
        "facility": sorted(facilities),
        "person": sorted(row["name"] for row in load("persons")),
        "organization": sorted(row["name"] for row in load("organizations")),
        "state": sorted(row["name"] for row in states),
        "adjective": sorted(row["adjective"] for row in states),
        "people": sorted(row["adjective"] for row in states),
        "capital": sorted(row["capital"] for row in states),
        "city": cities,
        "number": "two three four five six seven dozens of|about 40|some 120|up to 300|15|2,000".replace(
            " ", "|", 5
        ).split("|"),
        "range": [
            "about 800 km",
            "1,200 kilometres",
            "350 miles",
            "up to 4,500 km",
            "roughly 600 kilometers",
        ],
        "money": ["$40 million", "€1.2 billion", "$900,000", "£65 million", "more than $3 billion"],
    }


def _values(path: Path) -> list[dict[str, str]]:
    told = json.loads(path.read_text(encoding="utf-8"))
    told = told.get("facilities", told) if isinstance(told, dict) else {}
    return [one for one in told.values() if isinstance(one, dict) and "name" in one]


def _from_tables(folder: Path) -> tuple[set[str], set[str]]:
    weapons: set[str] = set()
    platforms: set[str] = set()
    if not folder.is_dir():
        return {"short-range ballistic missiles"}, {"destroyer"}
    with (folder / "oryx_totals_by_system_wide.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["system"].replace("'", "").strip()
            if "(" not in name and len(name) < 45:
                if _ARM.search(name):
                    weapons.add(name)
                elif _ARMOUR.search(name):
                    platforms.add(name)
    with (folder / "dis_entities.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = row["name"] or ""
            if not 3 < len(name) < 30 or re.search(r"[(),/]|Stage|Booster", name):
                continue
            if row["kind"] == "munition" and row["domain"] in _CLASSES:
                weapons.add(name)
            elif row["kind"] == "platform" and row["domain"] == "air":
                platforms.add(name)
    return weapons, platforms


_FACILITIES = (
    "air base", "ammunition depot", "ammunition plant", "arms factory", "army headquarters",
    "artillery plant", "border crossing", "chemical plant", "command centre", "dockyard",
    "enrichment facility", "fuel depot", "gas terminal", "hydroelectric dam", "launch pad",
    "machine factory", "military airfield", "military base", "missile base", "missile factory",
    "munitions factory", "naval base", "naval shipyard", "nuclear complex", "nuclear power plant",
    "nuclear test site", "oil refinery", "power station", "production line", "radar site",
    "reprocessing plant", "research reactor", "rocket engine test stand", "satellite control centre",
    "shell factory", "shipyard", "space centre", "tank factory", "training ground",
    "underground bunker", "uranium mine", "weapons laboratory", "weapons storage site",
)  # fmt: skip
