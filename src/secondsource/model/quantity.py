"""Numbers and ranges with their unit and hedge, and the one notation that writes and reads them."""

import re

import msgspec

_NUMBER = r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_FORM = re.compile(
    rf"(?P<low>{_NUMBER}|\?)(?:\.\.(?P<high>{_NUMBER}|\?))?(?: (?P<unit>[^~]+?))?(?P<hedge> ~.*)?$"
)


class Quantity(msgspec.Struct, frozen=True):
    """At least `low`, at most `high` (None: not told) of `unit`; `hedge` are the words that soften it.

    Written `2 missile`, `24..? soldier ~dozens of`, `1000..1100 km`, `1..? shell ~a significant amount of`.
    """

    low: float | None
    high: float | None
    unit: str = ""
    hedge: str = ""

    def __str__(self) -> str:
        low, high = _written(self.low), _written(self.high)
        number = low if self.low == self.high and self.low is not None else f"{low}..{high}"
        return " ".join(part for part in (number, self.unit, self.hedge and f"~{self.hedge}") if part)

    @classmethod
    def parse(cls, notation: str) -> "Quantity":
        """The quantity that `str` wrote. Raises ValueError on anything else."""
        match = _FORM.match(notation)
        if match is None:
            raise ValueError(
                f"{notation!r} is not a quantity: write '2 missile' or '24..? soldier ~dozens of'"
            )
        low = _read(match["low"])
        high = low if match["high"] is None else _read(match["high"])
        return cls(low, high, match["unit"] or "", (match["hedge"] or "").removeprefix(" ~"))


def _written(number: float | None) -> str:
    if number is None:
        return "?"
    return str(int(number)) if number == int(number) else repr(number)


def _read(text: str) -> float | None:
    return None if text == "?" else float(text)
