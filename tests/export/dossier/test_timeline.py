"""Dates in words, the stretch of days drawn, and its ticks."""

import pytest

from secondsource.export.dossier.dates import Interval, interval_of, spoken_notation
from secondsource.export.dossier.quantity_scale import figure_of, quantity_scale
from secondsource.export.dossier.timescale import scale_of, ticks_of
from secondsource.model.calendar import day_number, written_day


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("2023-08-03", "3 August 2023"),
        ("2023-08-03/2023-08-05", "3 to 5 August 2023"),
        ("2023-07-30/2023-08-02", "30 July to 2 August 2023"),
        ("2022-12-30/2023-01-02", "30 December 2022 to 2 January 2023"),
        ("2023-07", "July 2023"),
        ("2023-02/2023-03", "February to March 2023"),
        ("2022-11/2023-03", "November 2022 to March 2023"),
        ("2021", "2021"),
        ("195X", "1950 to 1959"),
        ("2023-08-05T07:10+09:00", "5 August 2023, 07:10 +09:00"),
        ("2025-06-17T22:10Z", "17 June 2025, 22:10 UTC"),
        ("2025-06-18T06:00/2025-06-18T11:59", "18 June 2025, 06:00 to 11:59"),
        ("2022-02-24/..", "from 24 February 2022"),
        ("../2023-08-06", "until 6 August 2023"),
        ("open weekday(4)", None),
        ("P3D", None),
        ("reference recent", None),
        ("not a time", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_in_words(notation: str | None, words: str | None) -> None:
    assert spoken_notation(notation) == words


@pytest.mark.parametrize(
    ("notations", "drawn"),
    [
        (["2023-08-03/2023-08-05"], ("2023-08-02", "2023-08-06")),
        (["2023-08-03", "1953-07-27", "2023-07-27"], ("2023-07-26", "2023-08-04")),
        (["2023-08-03", "2000/2023"], ("2023-08-02", "2023-08-04")),
        (["1953-07-27"], ("1953-07-26", "1953-07-28")),
        (["../2023-08-06"], ("2023-08-05", "2023-08-07")),
    ],
)
def test_far_and_wide_intervals_do_not_flatten_the_rest(notations: list[str], drawn: tuple[str, str]) -> None:
    scale = scale_of([days for one in notations if (days := interval_of(one))])
    assert scale is not None
    assert (written_day(scale.first), written_day(scale.last)) == drawn


def test_nothing_dated_has_no_scale() -> None:
    assert scale_of([]) is None


@pytest.mark.parametrize("width", [1, 3, 10, 40, 100, 300, 800, 3000, 20_000, 400_000])
def test_a_handful_of_ticks_at_any_width(width: int) -> None:
    first = day_number(2023, 3, 17)
    scale = scale_of([Interval(first, first + width)])
    assert scale is not None
    ticks = ticks_of(scale)
    assert 1 <= len(ticks) <= 8
    assert all(scale.first <= day <= scale.last for day, _ in ticks)
    assert len({label for _, label in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("values", "value", "drawn"),
    [
        (["2 rocket", "3 rocket"], "2 rocket", ("0.0%", "3.0%", "figure")),
        (["2 rocket", "3 rocket"], "3 rocket", ("97.0%", "3.0%", "figure")),
        (["60..? drone", "100 drone ~about"], "60..? drone", ("0.0%", "100.0%", "figure open-ended")),
        (["100..200 km", "300 km"], "100..200 km", ("0.0%", "50.0%", "figure")),
    ],
)
def test_figures_share_an_axis(values: list[str], value: str, drawn: tuple[str, str, str]) -> None:
    scale = quantity_scale([figure_of(one, ()) for one in values])
    assert scale is not None
    begin, width, look = drawn
    assert f'<rect x="{begin}" width="{width}" y="2" height="6" rx="2" class="{look}"/>' in (
        scale.draw(figure_of(value, ())) or ""
    )


@pytest.mark.parametrize(
    "values",
    [["2 rocket"], ["2 rocket", "2 rocket"], ["2 rocket", "3 km"], ["rockets", "two"], ["? km", "3 km"]],
)
def test_no_axis_without_two_figures_of_one_unit(values: list[str]) -> None:
    assert quantity_scale([figure_of(one, ()) for one in values]) is None
