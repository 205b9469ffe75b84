"""The figures of one role -> where each lies on an axis that they share, so that a gap is seen as a gap."""

from collections.abc import Sequence
from typing import NamedTuple

from secondsource.export.dossier.element import Markup, element
from secondsource.model import Mention, Quantity

# A figure is drawn at least this wide, in hundredths of the axis.
_THINNEST = 3.0


class QuantityScale(NamedTuple):
    """Least and greatest figure of a row, in one unit."""

    least: float
    most: float

    def draw(self, figure: Quantity | None) -> Markup | None:
        """A bar from the figure's lower to its upper bound, open to the right when it has none."""
        if figure is None or figure.low is None:
            return None
        width = self.most - self.least
        begin = (figure.low - self.least) * 100 / width
        end = 100.0 if figure.high is None else (figure.high - self.least) * 100 / width
        wide = max(end - begin, _THINNEST)
        begin = min(begin, 100 - wide)
        look = "figure open-ended" if figure.high is None else "figure"
        line = element("line", x1="0", x2="100%", y1="5", y2="5", class_="grid")
        bar = element("rect", x=f"{begin:.1f}%", width=f"{wide:.1f}%", y="2", height="6", rx="2", class_=look)
        return element("svg", line, bar, class_="scale", aria_hidden="true")


def quantity_scale(told: Sequence[Quantity | None]) -> QuantityScale | None:
    """The axis of these figures; None unless two or more of one unit differ."""
    figures = [one for one in told if one is not None and one.low is not None]
    if len(figures) < 2 or len({one.unit for one in figures}) > 1:
        return None
    bounds = [bound for one in figures for bound in (one.low, one.high) if bound is not None]
    least, most = min(bounds), max(bounds)
    return QuantityScale(least, most) if least < most else None


def figure_of(value: str, mentions: Sequence[Mention]) -> Quantity | None:
    """The figure that a side gives: its value when it is one, else that of its first mention with one."""
    try:
        return Quantity.parse(value)
    except ValueError:
        return next((one.value for one in mentions if isinstance(one.value, Quantity)), None)
