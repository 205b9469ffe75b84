"""Events and days of publication -> the timeline: bars as wide as is known, a lane for what has no date."""

from collections.abc import Iterable, Sequence

from secondsource.export.dossier.catalogue import Catalogue, event_anchor
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.dates import Interval, interval_of, spoken
from secondsource.export.dossier.element import Markup, element, folded, join, jump
from secondsource.export.dossier.matrix import show_words
from secondsource.export.dossier.timescale import Scale, scale_of, ticks_of
from secondsource.model import Event, Published

# A day in a span of years would be thinner than a hair: no bar is drawn narrower, in hundredths of the width.
_THINNEST = 0.9


def show_timeline(catalogue: Catalogue) -> Markup | None:
    """The section with bars, the lanes beside them, and the same as a table; None without events."""
    if not catalogue.events:
        return None
    dated = [(event, days) for event in catalogue.events if (days := interval_of(event.time)) is not None]
    undated = [event for event in catalogue.events if interval_of(event.time) is None]
    published = _published(catalogue)
    scale = scale_of([days for _, days in dated] or [days for _, days, _ in published])
    rows: list[Markup] = []
    outside: list[tuple[Event, Interval]] = []
    if scale is not None:
        near = [one for one in published if _touches(scale, one[1])]
        rows.append(_axis(scale))
        rows += [_publication(scale, catalogue, *one) for one in near]
        rows += [_bar(scale, catalogue, event, days) for event, days in dated if _touches(scale, days)]
        outside = [(event, days) for event, days in dated if not _touches(scale, days)]
    return element(
        "section",
        element("h2", "When"),
        _legend(catalogue) if dated else None,
        element("ol", rows, class_="timeline") if rows else None,
        _lane(
            "Outside this span",
            [join(_title(catalogue, event), " ", spoken(days)) for event, days in outside],
        ),
        _lane("Not dated", [_undated(catalogue, event) for event in undated]),
        folded("The same as a table", _table(catalogue)),
        id="when",
    )


def is_assumed(catalogue: Catalogue, event: Event) -> bool:
    """True when the event's date rests on a day of publication that nobody gave."""
    if any(one.what == "date assumed" for one in catalogue.findings.get(event.id, ())):
        return True
    reports = {catalogue.index.report_of(one) for one in event.claims} & set(catalogue.index.readings)
    return bool(reports) and all(
        catalogue.reading(one).report.published.status == "inferred" for one in reports
    )


def _published(catalogue: Catalogue) -> list[tuple[str, Interval, Published]]:
    found = []
    for report, reading in catalogue.index.readings.items():
        published = reading.report.published
        bounds = f"{published.earliest or '..'}/{published.latest or '..'}"
        days = interval_of(published.value) or interval_of(bounds)
        if days is not None:
            found.append((report, days, published))
    return found


def _touches(scale: Scale, days: Interval) -> bool:
    return (days.first is None or days.first <= scale.last) and (
        days.last is None or days.last >= scale.first
    )


def _axis(scale: Scale) -> Markup:
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


def _bar(scale: Scale, catalogue: Catalogue, event: Event, days: Interval) -> Markup:
    assumed = is_assumed(catalogue, event)
    look = "bar disputed" if event.status in ("disputed", "denied", "alleged") else "bar"
    look += "" if event.foreground else " background"
    return element(
        "li",
        element("span", _title(catalogue, event), class_="what"),
        _track(scale, days, f"{look} hatched" if assumed else look),
        element(
            "span",
            spoken(days),
            element("span", " assumed", class_="assumed") if assumed else None,
            class_="date",
        ),
        class_="row",
    )


def _publication(
    scale: Scale, catalogue: Catalogue, report: str, days: Interval, published: Published
) -> Markup:
    sure = published.status in ("given", "found")
    return element(
        "li",
        element(
            "span",
            show_report(catalogue, report, named=True),
            element("span", " published", class_="aside"),
            class_="what",
        ),
        _track(scale, days, "press" if sure else "press hatched"),
        element(
            "span",
            spoken(days),
            "" if sure else element("span", f" {published.status}", class_="assumed"),
            class_="date",
        ),
        class_="row publication",
    )


def _track(scale: Scale, days: Interval, look: str) -> Markup:
    begin = scale.at(days.first) if days.first is not None else 0.0
    end = scale.at(days.last + 1) if days.last is not None else 100.0
    width = max(end - begin, _THINNEST)
    grid = [
        element(
            "line", x1=_percent(scale.at(day)), x2=_percent(scale.at(day)), y1="0", y2="100%", class_="grid"
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


def _title(catalogue: Catalogue, event: Event) -> Markup:
    number = catalogue.number[event.id]
    return jump(
        event_anchor(number), element("span", number, class_="number"), " ", element("bdi", event.title)
    )


def _undated(catalogue: Catalogue, event: Event) -> Markup:
    times = [
        mention
        for row in catalogue.comparisons.get(event.id, ())
        if row.role == "time"
        for side in row.sides
        for mention in map(catalogue.mention, side.mentions)
        if mention is not None
    ]
    return join(_title(catalogue, event), [join(" ", show_words(catalogue, one)) for one in times[:3]])


def _lane(label: str, rows: Sequence[Markup]) -> Markup | None:
    if not rows:
        return None
    return element(
        "div", element("h4", label), element("ul", [element("li", row) for row in rows]), class_="lane"
    )


def _legend(catalogue: Catalogue) -> Markup:
    shown: Iterable[tuple[str, str]] = [
        ("bar", "happened, as told"),
        ("bar disputed", "disputed or alleged"),
        ("press", "published"),
    ]
    if any(is_assumed(catalogue, one) for one in catalogue.events):
        shown = [*shown, ("bar hatched", "rests on an assumed day of publication")]
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


def _table(catalogue: Catalogue) -> Markup:
    rows = [
        element(
            "tr",
            element("td", _title(catalogue, event)),
            element("td", event.status),
            element("td", spoken(days) if (days := interval_of(event.time)) else "not dated"),
            element("td", event.time or ""),
            element("td", "assumed" if days and is_assumed(catalogue, event) else ""),
        )
        for event in catalogue.events
    ]
    head = [element("th", one, scope="col") for one in ("event", "status", "when", "notation", "")]
    table = element("table", element("thead", element("tr", head)), element("tbody", rows), class_="plain")
    return element(
        "div", table, class_="frame", role="region", aria_label="Timeline as a table", tabindex="0"
    )


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"
