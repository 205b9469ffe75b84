"""Events and days of publication -> the timeline: bars as wide as is known, a lane for what has no date."""

from collections.abc import Sequence

from secondsource.export.dossier.catalogue import Catalogue, event_anchor
from secondsource.export.dossier.cell import show_words
from secondsource.export.dossier.chain import show_report
from secondsource.export.dossier.dates import Interval, interval_of, spoken
from secondsource.export.dossier.element import Markup, element, folded, join, jump
from secondsource.export.dossier.timeline_drawing import draw_axis, draw_legend, draw_track
from secondsource.export.dossier.timescale import Scale, scale_of
from secondsource.model import Event, Mention, Published

# More days of publication than this are folded away: the events are what the drawing is for.
_MOST_PUBLICATIONS = 4
_DOUBTED = ("disputed", "denied", "alleged")
# A day of publication that is known no better than this, in days, does not widen the drawing.
_MONTH = 31


def show_timeline(catalogue: Catalogue) -> Markup | None:
    """The section with bars, the lanes beside them, and the same as a table; None without events."""
    if not catalogue.events:
        return None
    dated = [(event, days) for event in catalogue.events if (days := interval_of(event.time)) is not None]
    dated.sort(key=lambda one: one[1].first if one[1].first is not None else one[1].last or 0)
    undated = [event for event in catalogue.events if interval_of(event.time) is None]
    published = _published(catalogue)
    known = [days for _, days, _ in published if days.first and days.last and days.last - days.first < _MONTH]
    scale = scale_of([*(days for _, days in dated), *known])
    rows: list[Markup] = []
    press: list[Markup] = []
    outside: list[tuple[Event, Interval]] = []
    if scale is not None:
        near = [one for one in published if scale.touches(one[1])]
        rows.append(draw_axis(scale))
        press = [_publication(scale, catalogue, *one) for one in near]
        rows += press if len(press) <= _MOST_PUBLICATIONS else []
        rows += [_bar(scale, catalogue, event, days) for event, days in dated if scale.touches(days)]
        outside = [(event, days) for event, days in dated if not scale.touches(days)]
    return element(
        "section",
        element("h2", "When"),
        draw_legend(_looks(catalogue, [event for event, _ in dated], bool(published))) if dated else None,
        element("ol", rows, class_="timeline") if rows else None,
        _folded_press(scale, press),
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


def _looks(catalogue: Catalogue, events: Sequence[Event], published: bool) -> list[str]:
    looks = ["bar disputed" if event.status in _DOUBTED else "bar" for event in events]
    looks += ["bar hatched" for event in events if is_assumed(catalogue, event)]
    return looks + (["press"] if published else [])


def _published(catalogue: Catalogue) -> list[tuple[str, Interval, Published]]:
    found = []
    for report, reading in catalogue.index.readings.items():
        published = reading.report.published
        bounds = f"{published.earliest or '..'}/{published.latest or '..'}"
        days = interval_of(published.value) or interval_of(bounds)
        if days is not None:
            found.append((report, days, published))
    return found


def _bar(scale: Scale, catalogue: Catalogue, event: Event, days: Interval) -> Markup:
    assumed = is_assumed(catalogue, event)
    look = "bar disputed" if event.status in _DOUBTED else "bar"
    look += "" if event.foreground else " background"
    look += " loose" if days.first is None or days.last is None else ""
    return element(
        "li",
        element("span", _title(catalogue, event), class_="what"),
        draw_track(scale, days, f"{look} hatched" if assumed else look),
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
        draw_track(scale, days, "press" if sure else "press hatched"),
        element(
            "span",
            spoken(days),
            "" if sure else element("span", f" {published.status}", class_="assumed"),
            class_="date",
        ),
        class_="row publication",
    )


def _title(catalogue: Catalogue, event: Event) -> Markup:
    number = catalogue.number[event.id]
    return jump(
        event_anchor(number), element("span", number, class_="number"), " ", element("bdi", event.title)
    )


def _folded_press(scale: Scale | None, press: list[Markup]) -> Markup | None:
    if scale is None or len(press) <= _MOST_PUBLICATIONS:
        return None
    rows = element("ol", draw_axis(scale), press, class_="timeline")
    return folded(f"{len(press)} days of publication", rows)


def _undated(catalogue: Catalogue, event: Event) -> Markup:
    times = [
        mention
        for row in catalogue.comparisons.get(event.id, ())
        if row.role == "time"
        for side in row.sides
        for mention in map(catalogue.mention, side.mentions)
        if mention is not None
    ]
    first: dict[str, Mention] = {}
    for mention in times:
        first.setdefault(mention.text.casefold(), mention)
    words = [join(" ", show_words(catalogue, one)) for one in list(first.values())[:3]]
    return join(_title(catalogue, event), words)


def _lane(label: str, rows: Sequence[Markup]) -> Markup | None:
    if not rows:
        return None
    return element(
        "div", element("h4", label), element("ul", [element("li", row) for row in rows]), class_="lane"
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
