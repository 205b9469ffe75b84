"""Histories with annotated dates -> the costs of a step in mentions/times/histories.py, by trial.

    python training/time/fit_histories.py DATA/time/wikiwars

The documents whose names begin with one of HELD are kept out of the fit and scored at the end.
"""

import sys
from pathlib import Path

from bench.time_scores import count, total
from bench.time_sets import Document, timeml_documents
from secondsource.mentions.times import histories, walk
from secondsource.mentions.times.histories import Costs, History
from secondsource.mentions.times.timeml import find_timexes
from secondsource.mentions.times.trees import Tree
from secondsource.model.calendar import read_day

HELD = ("13", "19", "21")
TRIED = {
    "ahead": (0.04, 0.07, 0.1, 0.15),
    "back": (0.2, 0.4, 0.8, 1.2, 2.0),
    "month_back": (0.02, 0.05, 0.11, 0.2),
    "pass_date": (0.4, 0.6, 0.9, 1.3),
    "pass_year": (0.2, 0.3, 0.45, 0.7, 1.0),
    "far": (18, 36, 60),
}
_read_history = histories.read_history


def right_values(documents: list[Document], costs: Costs) -> int:
    """Right values over the documents when the steps cost so much."""

    def with_costs(trees: list[Tree]) -> History:
        return _read_history(trees, costs)

    walk.read_history = with_costs  # type: ignore[assignment]
    return total(count(one.times, find_timexes(one.text, read_day(one.published))) for one in documents).right


def main(folder: Path) -> None:
    """Prints the best costs found by two rounds over each cost alone."""
    documents = list(timeml_documents(folder))
    fitted = [one for one in documents if not one.name.startswith(HELD)]
    held = [one for one in documents if one.name.startswith(HELD)]
    best = Costs()
    score = right_values(fitted, best)
    for _ in range(2):
        for name, values in TRIED.items():
            for value in values:
                costs = best._replace(**{name: value})
                right = right_values(fitted, costs)
                if right > score:
                    best, score = costs, right
    print(best, "right:", score, "held out:", right_values(held, best))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
