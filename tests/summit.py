"""A summit as five outlets tell it, drawn by hand: an agency, a wire, its edited copy, two that followed."""

from pathlib import Path

from secondsource.model import Reading
from tests.values_collation import draw

_DRAWN = Path(__file__).parent / "summit_drawn"
_REPORTS = (
    ("agency", "2025-05-20", "BelTA"),
    ("copy", "2025-05-21", "Harbour Daily"),
    ("denial", "2025-05-22", "Gulf Post"),
    ("second", "2025-05-22", "Baltic Observer"),
    ("wire", "2025-05-20", "Meridian"),
)


def summit() -> tuple[Reading, ...]:
    """The five readings in order of their names."""
    return tuple(
        draw(name, (_DRAWN / f"{name}.txt").read_text(encoding="utf-8"), published, outlet)
        for name, published, outlet in _REPORTS
    )
