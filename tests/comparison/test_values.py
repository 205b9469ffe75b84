"""Cases of fits.txt: how two fillers of one role fit, either way round."""

import re
from pathlib import Path

import pytest

from secondsource.comparison.fillers import Filler
from secondsource.comparison.values import fits
from secondsource.model import Quantity, Time

PATH = Path(__file__).parent / "fits.txt"
CASE = re.compile(
    r"\[(?P<left>[^]]+)\]\((?P<was>.*?)\) ~ \[(?P<right>[^]]+)\]\((?P<is>.*?)\) = (?P<how>[a-z ]+)$"
)
TURNED = {"left finer": "right finer", "right finer": "left finer"}


def filler(report: str, words: str, given: str) -> Filler:
    kind, _, notation = given.partition(" ")
    if kind == "time":
        return Filler(report, words, (), value=Time.parse(notation))
    if kind == "quantity":
        return Filler(report, words, (), value=Quantity.parse(notation))
    return Filler(report, words, (), entity=given or None)


def cases() -> list[tuple[Filler, Filler, str]]:
    found = []
    for number, line in enumerate(PATH.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            match = CASE.match(line)
            if match is None:
                raise ValueError(f"{PATH.name}:{number}: malformed case: {line!r}")
            left, right = filler("a", match["left"], match["was"]), filler("b", match["right"], match["is"])
            found.append((left, right, match["how"]))
    return found


@pytest.mark.parametrize(("left", "right", "how"), cases(), ids=lambda one: getattr(one, "words", one))
def test_fits(left: Filler, right: Filler, how: str) -> None:
    there, back = fits(left, right), fits(right, left)
    assert (there.how if there else "nothing") == how
    assert (back.how if back else "nothing") == TURNED.get(how, how)
