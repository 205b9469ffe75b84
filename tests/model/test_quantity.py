"""What `str` writes of a quantity, `parse` reads; anything else is refused."""

import pytest

from secondsource.model import Quantity


@pytest.mark.parametrize(
    ("quantity", "notation"),
    [
        (Quantity(2, 2, "missile"), "2 missile"),
        (Quantity(100, 200, "km"), "100..200 km"),
        (Quantity(1.5, 2.5, "km"), "1.5..2.5 km"),
        (Quantity(24, None, "soldier", "dozens of"), "24..? soldier ~dozens of"),
        (Quantity(None, 60), "?..60"),
        (Quantity(-5, -5, "degree"), "-5 degree"),
        (Quantity(0.00001, 0.00001, "kg"), "1e-05 kg"),
    ],
)
def test_what_is_written_is_read(quantity: Quantity, notation: str) -> None:
    assert str(quantity) == notation
    assert Quantity.parse(notation) == quantity


@pytest.mark.parametrize("notation", ["", "two missiles", "1.2.3 km", "1...2", "..5"])
def test_anything_else_is_refused(notation: str) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        Quantity.parse(notation)
