"""A second person's labels -> agreement with the first: raw, Cohen's kappa, and by class.

`python -m bench.gold.agreement` reads stances_second.tsv (id, stance, commitment), or a file that is named
behind it, beside stances.tsv; `--differences` prints the cues on which the two differ, of the half `dev` or,
with `--all`, of both.
"""

import sys
from collections import Counter
from pathlib import Path

from bench.gold.stances import COMMITMENTS, STANCES, Cue, read_stances, undrawn
from tests.tables import MalformedCase

PATH = Path(__file__).with_name("stances_second.tsv")
HEADER = "id\tstance\tcommitment"
Labels = tuple[str, str]


def read_second(path: Path, cues: tuple[Cue, ...]) -> dict[str, Labels]:
    """Stance and commitment by id. Raises MalformedCase on what is unknown, doubled or missing."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if header != HEADER:
        raise MalformedCase(f"{path.name}:1: columns are not {HEADER.split()}")
    known, found = {one.id for one in cues}, dict[str, Labels]()
    for number, line in enumerate(lines, start=2):
        id, *labels = line.split("\t")
        if id not in known or id in found:
            raise MalformedCase(f"{path.name}:{number}: {id!r} is no cue, or stands twice")
        if len(labels) != 2 or labels[0] not in STANCES or labels[1] not in COMMITMENTS:
            raise MalformedCase(f"{path.name}:{number}: {labels} are not a stance and a commitment")
        found[id] = (labels[0], labels[1])
    if known - set(found):
        raise MalformedCase(f"{path.name}: {len(known - set(found))} cues have no second label")
    return found


def kappa(pairs: list[Labels]) -> float:
    """Cohen's kappa of (first, second)."""
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(left[name] * right[name] for name in left) / len(pairs) ** 2
    return (raw(pairs) - chance) / (1 - chance) if chance < 1 else 1.0


def raw(pairs: list[Labels]) -> float:
    """The share of pairs that are equal."""
    return sum(one == other for one, other in pairs) / len(pairs)


def by_class(pairs: list[Labels]) -> dict[str, float]:
    """F1 of the second labels against the first, by class: the share on which both agree."""
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    both = Counter(one for one, other in pairs if one == other)
    return {name: 2 * both[name] / (left[name] + right[name]) for name in sorted({*left, *right})}


def main(arguments: list[str]) -> None:
    """Prints the agreement, and the differences when asked."""
    named = [one for one in arguments if not one.startswith("--")]
    cues = read_stances()
    second = read_second(Path(named[0]) if named else PATH, cues)
    for place, name in enumerate(("stance", "commitment")):
        pairs = [(one.first[place], second[one.id][place]) for one in cues]
        print(f"{name}: {len(pairs)} cues, agree {100 * raw(pairs):.1f} %, kappa {kappa(pairs):.3f}")
        for label, value in by_class(pairs).items():
            print(f"  {label:12} {100 * value:6.1f}")
    if "--differences" in arguments:
        for one in cues:
            if one.first != second[one.id] and (one.half == "dev" or "--all" in arguments):
                print(
                    one.id,
                    *one.first,
                    "|",
                    *second[one.id],
                    "|",
                    one.stance,
                    one.commitment,
                    "|",
                    undrawn(one),
                )


if __name__ == "__main__":
    main(sys.argv[1:])
