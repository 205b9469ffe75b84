"""One role of one event in one report -> a cell of the matrix: the words as said, their value, their rank."""

import re
from dataclasses import dataclass

from secondsource.export.dossier.catalogue import Catalogue, cell_anchor, written_value
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.dates import spoken_notation
from secondsource.export.dossier.element import Markup, element, folded, join, jump, quoted, shortened
from secondsource.export.dossier.quantity_scale import QuantityScale, figure_of, quantity_scale
from secondsource.model import Comparison, Mention, Quantity, Side

_MOST_WORDS = 4
_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their) ")


@dataclass(frozen=True)
class ShownSide:
    """A side of a comparison with its mentions, its figure if it is one, and its rank from coarse to fine."""

    side: Side
    mentions: tuple[Mention, ...]
    figure: Quantity | None
    rank: str


@dataclass(frozen=True)
class ShownRow:
    """The sides of a comparison, and the axis that their figures share."""

    sides: tuple[ShownSide, ...]
    scale: QuantityScale | None


def shown_row(catalogue: Catalogue, row: Comparison) -> ShownRow:
    """What every cell of a row needs to know of the whole row."""
    sides = []
    for order, side in enumerate(row.sides):
        mentions = tuple(one for one in map(catalogue.mention, side.mentions) if one is not None)
        # A year is written like a figure, but lies on no axis of figures.
        figure = None if row.role == "time" else figure_of(side.value, mentions)
        sides.append(ShownSide(side, mentions, figure, _rank(row, order)))
    return ShownRow(tuple(sides), quantity_scale([one.figure for one in sides]))


def show_cell(catalogue: Catalogue, report: str, row: ShownRow, event: int, number: int) -> Markup:
    """What one report says of the role; silent when it says nothing."""
    anchor = cell_anchor(event, number, catalogue.place(report))
    who = element("span", show_report(catalogue, report, named=True), class_="whose")
    values = [_side(catalogue, report, one, row.scale) for one in row.sides]
    if any(values):
        return element("td", who, values, id=anchor, tabindex="-1", class_="cell")
    dot = element("span", "·", class_="sign", aria_hidden="true")
    return element(
        "td", who, element("span", dot, " silent", class_="verdict silent"), id=anchor, class_="cell nothing"
    )


def show_words(catalogue: Catalogue, mention: Mention) -> Markup:
    """The words of a mention, quoted, leading to where they stand."""
    return quoted(mention.text, jump(catalogue.anchor(mention.id), shortened(mention.text), class_="value"))


def _side(catalogue: Catalogue, report: str, shown: ShownSide, scale: QuantityScale | None) -> Markup | None:
    first: dict[str, Mention] = {}
    for mention in shown.mentions:
        if catalogue.index.report_of(mention.id) == report:
            first.setdefault(mention.text.casefold(), mention)
    if not first and report not in shown.side.reports:
        return None
    words = [show_words(catalogue, one) for one in first.values()]
    rest = words[_MOST_WORDS:]
    value = shown.side.value or next((written_value(one.value) for one in first.values()), "")
    told = {_plain(one.text) for one in first.values()}
    return element(
        "div",
        words[:_MOST_WORDS],
        folded(f"{len(rest)} more", rest) if rest else None,
        element("span", _shown(value), class_="normal") if told != {_plain(value)} else None,
        scale.draw(shown.figure) if scale else None,
        element("span", shown.rank, class_="rank") if shown.rank else None,
        class_="side",
    )


def _plain(words: str) -> str:
    """Words without case and article, to see whether a value says more than they do."""
    return _ARTICLE.sub("", words.strip().casefold(), count=1)


def _shown(value: str) -> Markup:
    days = spoken_notation(value)
    return join(days, " ", element("span", value, class_="notation")) if days else shortened(value)


def _rank(row: Comparison, order: int) -> str:
    if row.verdict != "finer" or len(row.sides) < 2:
        return ""
    return "(=) finer" if order == len(row.sides) - 1 else "coarser" if order == 0 else "between"
