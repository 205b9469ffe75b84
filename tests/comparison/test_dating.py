"""Undated reports bounded by dated ones of the same events; orders that are conflicts, or tight."""

import pytest

from secondsource.collation import collate
from secondsource.model import Finding
from secondsource.model.calendar import read_day, written_day
from secondsource.model.reckoning import happened_when, published_when
from tests.values_collation import draw

FIRED = "[The army](actor state/KP) [fired](action launch) [two rockets](object weapon/rocket)"
VISIT = "[Xi](actor person/xi-jinping) [visited](action visit) [Minsk](place place/625144)"
DATED = f"{FIRED} on [Thursday](time 2024-05-02)."


def findings(*drawn: tuple[str, str | None]) -> list[Finding]:
    readings = [draw(f"r{number}", text, published) for number, (text, published) in enumerate(drawn)]
    return list(collate(readings).findings)


def unknown(*drawn: tuple[str, str | None]) -> str:
    return " | ".join(
        one.message for one in findings(*drawn) if one.what == "date unknown" and one.event is None
    )


@pytest.mark.parametrize(
    ("expression", "event", "published"),
    [
        ("weekday(4)", "2023-08-03/2023-08-05", "2023-08-03/2023-08-09"),
        ("between(weekday(4),weekday(6))", "2023-08-03/2023-08-05", "2023-08-05/2023-08-11"),
        ("daypart(morning,weekday(4))", "2023-08-03/2023-08-03", "2023-08-03/2023-08-09"),
        ("last(weekday(4))", "2023-08-03/2023-08-03", "2023-08-04/2023-08-16"),
        ("day(-1)", "2023-08-03/2023-08-03", "2023-08-04/2023-08-04"),
        ("unit(last,week)", "2023-08-03/2023-08-03", "2023-08-07/2023-08-13"),
        ("unit(this,month)", "2023-08-03/2023-08-03", "2023-08-01/2023-08-31"),
        ("unit(last,year)", "2023-08-03/2023-08-03", "2024-01-01/2024-12-31"),
        ("date(XXXX-07)", "2023-07-27/2023-07-27", "2023-07-27/2024-01-26"),
        ("weekday(1)", "2023-08-03/2023-08-05", None),
        ("recently", "2023-08-03/2023-08-05", None),
    ],
)
def test_when_an_event_is_told_so(expression: str, event: str, published: str | None) -> None:
    first, last = map(read_day, event.split("/"))
    found = published_when(expression, (first, last))
    assert (found and "/".join(map(written_day, found))) == published
    if found is not None:
        meant = happened_when(expression, found)
        assert meant is not None
        assert meant[0] <= first
        assert meant[1] >= first


def test_a_weekday_beside_a_dated_report_leaves_a_week() -> None:
    told = unknown((DATED, "2024-05-03"), (f"{FIRED} on [Thursday](time open weekday(4)).", None))
    assert "2024-05-02/2024-05-08" in told
    assert "“Thursday”, which r0 dates 2024-05-02" in told


def test_what_is_told_as_past_was_not_published_before() -> None:
    told = unknown((DATED, "2024-05-03"), (f"{FIRED}.", None))
    assert "not before 2024-05-02" in told


def test_bounds_go_from_report_to_report() -> None:
    second = f"{FIRED} on [Thursday](time open weekday(4)).\n{VISIT} on [Tuesday](time open weekday(2))."
    third = f"{VISIT}."
    told = unknown((DATED, "2024-05-03"), (second, None), (third, None))
    assert "r2 does not say when it was published; not before 2024-04-30" in told


def test_giving_one_date_bounds_the_others() -> None:
    first, second = (
        f"{FIRED} on [Thursday](time open weekday(4)).",
        f"{FIRED} [yesterday](time open day(-1)).",
    )
    assert "2024-05-03" not in unknown((first, None), (second, None))
    assert "2024-05-03" in unknown((DATED, "2024-05-03"), (second, None))


def test_a_report_that_no_day_fits() -> None:
    undated = f"{FIRED} [yesterday](time open day(-1)).\n{VISIT} [yesterday](time open day(-1))."
    visit = f"{VISIT} on [Monday](time 2024-05-06)."
    found = findings((DATED, "2024-05-03"), (visit, "2024-05-07"), (undated, None))
    assert any("no day of publication fits r2" in one.message for one in found)
