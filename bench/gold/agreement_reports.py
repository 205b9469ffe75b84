"""A second person's stances and chains of some drawn reports -> agreement with what is drawn.

`python -m bench.gold.agreement_reports` reads reports_second.tsv (report, number, stance, chain, answers), or a
file that is named behind it; `--differences` prints where the two differ.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from bench.chains import merged
from bench.gold.agreement import kappa, raw
from bench.gold.reports import DrawnReport, Said, read_reports
from bench.gold.stances import STANCES
from bench.said import fits, gold_words
from tests.tables import MalformedCase

PATH = Path(__file__).with_name("reports_second.tsv")
HEADER = "report\tnumber\tstance\tchain\tanswers"


class Second(NamedTuple):
    """A drawn attribution with the second labels."""

    drawn: DrawnReport
    said: Said
    stance: str
    chain: tuple[str, ...]
    answers: tuple[int, ...]


def read_second(path: Path, reports: tuple[DrawnReport, ...]) -> list[Second]:
    """The second labels; a report is there whole or not at all. Raises MalformedCase."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if header != HEADER:
        raise MalformedCase(f"{path.name}:1: columns are not {HEADER.split()}")
    drawn = {(one.name, str(said.number)): (one, said) for one in reports for said in one.said}
    found: dict[tuple[str, str], Second] = {}
    for number, line in enumerate(lines, start=2):
        fields = line.split("\t")
        key = (fields[0], fields[1]) if len(fields) == 5 else ("", "")
        if key not in drawn or key in found:
            raise MalformedCase(f"{path.name}:{number}: {key} is no attribution, or stands twice")
        first, *chain = fields[3].split(" > ")
        if fields[2] not in STANCES or first != "outlet":
            raise MalformedCase(f"{path.name}:{number}: {fields[2:4]} are not a stance and a chain")
        answers = tuple(int(one) for one in fields[4].split(" or ") if one.isdigit())
        found[key] = Second(*drawn[key], fields[2], tuple(chain), answers)
    names = {name for name, _ in found}
    missing = [key for key in drawn if key[0] in names and key not in found]
    if missing:
        raise MalformedCase(f"{path.name}: without {missing}")
    return list(found.values())


def same_chain(one: Second) -> bool:
    """Whether both chains have the same links, each by a shared word that means something."""
    left, right = (
        merged([gold_words(name, one.drawn) for name in chain]) for chain in (one.said.chain, one.chain)
    )
    return len(left) == len(right) and all(map(fits, left, right))


def main(arguments: list[str]) -> None:
    """Prints the agreement, and the differences when asked."""
    named = [one for one in arguments if not one.startswith("--")]
    rows = read_second(Path(named[0]) if named else PATH, read_reports())
    stances = [(one.said.stance, one.stance) for one in rows]
    print(f"{len({one.drawn.name for one in rows})} reports, {len(rows)} attributions")
    print(f"stance: agree {100 * raw(stances):.1f} %, kappa {kappa(stances):.3f}")
    print(f"chains: the same {100 * sum(map(same_chain, rows)) / len(rows):.1f} %")
    answering = [one for one in rows if one.said.answers or one.answers]
    same = sum(bool(set(one.said.answers) & set(one.answers)) for one in answering)
    print(f"answers: {len(answering)} given by either, {same} the same")
    if "--differences" in arguments:
        for one in rows:
            told = set(one.said.answers) & set(one.answers) or one.said.answers == one.answers
            if one.said.stance != one.stance or not same_chain(one) or not told:
                left = (one.said.stance, " > ".join(one.said.chain), one.said.answers)
                print(
                    one.drawn.name,
                    one.said.number,
                    *left,
                    "|",
                    one.stance,
                    " > ".join(one.chain),
                    one.answers,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
