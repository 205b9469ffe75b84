"""Intervals on a scale -> inline SVG: axis, bars, legend. Places are in hundredths, so any width fits."""

from collections.abc import Sequence

from secondsource.export.dossier.dates import Interval
from secondsource.export.dossier.element import Markup, element, join
from secondsource.export.dossier.timescale import Scale, ticks_of

# A day in a span of years would be thinner than a hair: no bar is drawn narrower, in hundredths of the width.
_THINNEST = 0.9
_LEGEND = (
    ("bar", "happened, as told"),
    ("bar disputed", "disputed, denied or alleged"),
    ("press", "published"),
    ("bar hatched", "rests on an assumed day of publication"),
)


def draw_axis(scale: Scale) -> Markup:
    """The row with the labels of the ticks."""
    marks = [
        join(
            element(
                "line",
                x1=_percent(scale.at(day)),
                x2=_percent(scale.at(day)),
                y1="16",
                y2="24",
                class_="tick",
            ),
            element("text", label, x=_percent(scale.at(day)), y="11", class_="tick-label"),
        )
        for day, label in ticks_of(scale)
    ]
    return element(
        "li",
        element("svg", marks, class_="track axis", aria_hidden="true"),
        class_="row axis-row",
        role="presentation",
    )


def draw_track(scale: Scale, days: Interval, look: str) -> Markup:
    """One bar over the grid, as wide as its days; arrows where it goes on beyond the edge."""
    begin = scale.at(days.first) if days.first is not None else 0.0
    end = scale.at(days.last + 1) if days.last is not None else 100.0
    width = max(end - begin, _THINNEST)
    grid = [
        element(
            "line", x1=_percent(scale.at(day)), x2=_percent(scale.at(day)), y1="-99", y2="199", class_="grid"
        )
        for day, _ in ticks_of(scale)
    ]
    high = look.startswith("press")
    bar = element(
        "rect",
        x=_percent(min(begin, 100 - width)), width=_percent(width), y="11" if high else "7",
        height="6" if high else "14", rx="3", class_=look,
    )  # fmt: skip
    open_left = days.first is None or days.first < scale.first
    open_right = days.last is None or days.last > scale.last
    arrows = [
        element("text", "◂", x="0", y="18", class_="onward") if open_left else None,
        element("text", "▸", x="100%", y="18", class_="onward end") if open_right else None,
    ]
    return element("svg", grid, bar, arrows, class_="track", aria_hidden="true")


def draw_legend(looks: Sequence[str]) -> Markup:
    """What each of these looks of a bar means; the pattern of the hatched ones is defined here."""
    shown = [(look, words) for look, words in _LEGEND if look in looks]
    swatches = [
        element(
            "span",
            element(
                "svg",
                element("rect", width="22", height="10", y="2", rx="3", class_=look),
                class_="swatch",
                aria_hidden="true",
            ),
            element("span", words),
        )
        for look, words in shown
    ]
    hatch = element("line", x1="0", y1="0", x2="0", y2="6", class_="hatch-line")
    pattern = element(
        "pattern",
        hatch,
        id="hatch",
        width="5",
        height="6",
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element(
        "p",
        element("svg", element("defs", pattern), class_="defs", aria_hidden="true"),
        swatches,
        class_="legend",
    )


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"
