"""A dated archive with its dates hidden -> knowledge/dating_odds.tsv: how far publication is from a day told.

    python training/time/fit_dating.py DATA/reports/kcna_archive/kcna_articles.jsonl

Every second text (by order) is counted, the others are left for the bench.
"""

import sys
from collections import Counter
from pathlib import Path

from bench.time_sets import undated_reports
from secondsource.mentions.dating import find_signals
from secondsource.mentions.times import find_times
from secondsource.model.calendar import day_number, read_day

BINS = (
    (-183, -61), (-60, -31), (-30, -16), (-15, -8), (-7, -4), (-3, -2), (-1, -1), (0, 0), (1, 1), (2, 2),
    (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 9), (10, 12), (13, 16), (17, 21), (22, 30),
    (31, 60), (61, 183),
)  # fmt: skip
SMOOTHING = {"day": 1.0, "ahead": 1.0, "anniversary": 1.0, "dateline": 0.2}
DATELINE = Counter({0: 1700, 1: 60, 2: 8})  # the archive's own datelines against its dates


def main(path: Path) -> None:
    """Counts the gaps of every second text and writes the table."""
    gaps: dict[str, Counter[int]] = {kind: Counter() for kind in SMOOTHING}
    gaps["dateline"] = DATELINE
    for index, (report, day) in enumerate(undated_reports(path)):
        if index % 2:
            continue
        published = read_day(day)
        year = int(day[:4])
        for one in find_signals(report, list(find_times(report)[0])):
            if one.kind == "dateline":
                continue
            near = [day_number(each, one.month, one.day) for each in (year - 1, year, year + 1)]
            if one.year is not None:
                near = [day_number(one.year, one.month, one.day)]
            gaps[one.kind][min((published - each for each in near), key=abs)] += 1
    lines = []
    for kind, counts in gaps.items():
        weights = [
            sum(n for gap, n in counts.items() if first <= gap <= last)
            + SMOOTHING[kind] * min(1, 8 / (last - first + 1))
            for first, last in BINS
        ]
        lines += [
            f"{kind}\t{first}\t{last}\t{weight / sum(weights):.5f}"
            for (first, last), weight in zip(BINS, weights, strict=True)
        ]
    table = Path("src/secondsource/knowledge/dating_odds.tsv")
    table.write_text("kind\tfirst\tlast\tweight\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print({kind: sum(counts.values()) for kind, counts in gaps.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
