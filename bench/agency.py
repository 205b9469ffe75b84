"""PolNeAR's `wire` column -> is the agency whose text a report prints found: precision, recall, right agency.

Reads metadata.tsv, which the corpus has beside its texts, if it was put into `attribution/polnear`. The
answer is that of the attribution stage (the link that it puts behind a whole report) or, where there is none,
of the lineage's credits (an edited copy of an agency).
"""

from collections.abc import Iterator
from pathlib import Path

from secondsource.intake import Source, open_source
from secondsource.knowledge.standing import name_of, row_of
from secondsource.lineage.credits import credits_of
from secondsource.model import Report
from secondsource.reading import read_report

PARTS = ("train", "dev")
NOTHING = frozenset({"", "None", "NA"})


def run(data: Path, reader: str = "rules") -> dict[str, float]:
    """Print and give the scores of the parts that may be looked at; a report without an agency counts too."""
    folder = data / "attribution" / "polnear"
    if not (folder / "metadata.tsv").exists():
        print("attribution/polnear/metadata.tsv is not there: nothing measured")
        return {}
    rows = [(gold, agencies_of(report, reader)) for report, gold in reports_of(folder)]
    gold = sum(bool(one) for one, _ in rows)
    scores = {"reports": float(len(rows)), "with_agency": float(gold)}
    for place, name in enumerate(("stage", "credits", "either")):
        given = [(one, found[place]) for one, found in rows]
        told, right = sum(bool(mine) for _, mine in given), sum(bool(one and mine) for one, mine in given)
        same = sum(bool(mine and one and one.lower() in names_of(mine)) for one, mine in given)
        scores |= {
            f"{name}_precision": right / max(told, 1),
            f"{name}_recall": right / max(gold, 1),
            f"{name}_right_agency": same / max(right, 1),
        }
    for name, value in scores.items():
        print(f"  {name:24} {value if value > 1 else 100 * value:6.1f}")
    return {f"agency_{name}": round(value, 4) for name, value in scores.items()}


def reports_of(folder: Path) -> Iterator[tuple[Report, str]]:
    """Every report with the agency that the metadata give for it ("" where none)."""
    header, *lines = (folder / "metadata.tsv").read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    for line in lines:
        row = dict(zip(names, line.split("\t"), strict=False))
        path = folder / row["compartment"] / "text" / f"{row['filename']}.txt"
        if row["compartment"] not in PARTS or not path.exists():
            continue
        source = Source(path.name, "text", path.stem, content=path.read_bytes())
        report = open_source(source, outlet=row["filename"].partition("_")[0])[0].report
        if report is not None:
            yield report, "" if row["wire"] in NOTHING else row["wire"]


def agencies_of(report: Report, reader: str) -> tuple[str, str, str]:
    """Entities of the agency by the stage, by the credits, and by the first of them that answers."""
    reading = read_report(report, reader)
    behind = [one.source_entity for one in reading.attributions if not one.cue and one.source_entity]
    stage = next((one for one in behind if is_agency(one)), "")
    copies = [one.origin for one in credits_of([reading]) if one.how == "edited copy"]
    credits = next((one for one in copies if is_agency(one)), "")
    return stage, credits, stage or credits


def is_agency(entity: str) -> bool:
    """Whether an entity is a news agency, not a paper or a broadcaster."""
    return (row_of(entity) or {}).get("sort") == "agency"


def names_of(entity: str) -> set[str]:
    """Every name of an agency, lower case."""
    row = row_of(entity) or {}
    return {name_of(entity).lower(), *row.get("also", "").lower().split("|")}
