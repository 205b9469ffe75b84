"""The notation of times, their views, and what intervals say of each other."""

import pytest

from secondsource.model import Time

NOTATIONS = [
    "2023-08-03", "2023-07", "2023", "195X", "19XX", "-0489", "2023-08-03/2023-08-05", "1972/..",
    "../2023-12-31", "1939/1945", "2023-08-05T03:00+09:00", "2023-08-04T18Z",
    "2023-08-04T18:00/2023-08-05T09:00", "2013~", "P3D", "every P2Y", "every weekday(5)",
    "reference recent", "open between(weekday(4),weekday(6))", "open",
    "[2023-08-01..2023-08-09]/2023-08-10",
]  # fmt: skip


@pytest.mark.parametrize("notation", NOTATIONS)
def test_notation_round_trip(notation: str) -> None:
    time = Time.parse(notation)
    assert str(time) == notation
    assert Time.parse(str(time)) == time


@pytest.mark.parametrize(
    "notation", [*NOTATIONS, "[2021-04-01..2022-07-01]/[2022-03-31..2023-06-30]", "[..2020-01-01]/2021"]
)
def test_edtf_round_trip(notation: str) -> None:
    time = Time.parse(notation)
    if time.edtf is not None:
        again = Time.parse(time.edtf)
        assert again.days == time.days
        assert again.acled_precision == time.acled_precision
        assert again.ucdp_precision == time.ucdp_precision


@pytest.mark.parametrize(
    "notation", ["2023-02-30", "2023-13", "July", "2023-08-05T25:00", "1/2/3", "20023", ""]
)
def test_notation_refuses(notation: str) -> None:
    with pytest.raises(ValueError, match=r"time|calendar|month"):
        Time.parse(notation)


@pytest.mark.parametrize(
    ("notation", "edtf", "timex", "acled", "ucdp", "stix"),
    [
        ("2023-08-03", "2023-08-03", ("DATE", "2023-08-03"), 1, 1, "day"),
        ("2023-08-03/2023-08-05", "2023-08-03/2023-08-05", ("DATE", "2023-08-03"), 2, 2, "day"),
        ("2023-07-31/2023-08-06", "2023-07-31/2023-08-06", ("DATE", "2023-07-31"), 2, 3, "day"),
        ("2023-07", "2023-07", ("DATE", "2023-07"), 3, 4, "month"),
        ("2023", "2023", ("DATE", "2023"), None, 5, "year"),
        ("195X", "195X", ("DATE", "195"), None, None, "year"),
        ("2023-08-05T03:12", "2023-08-05T03:12", ("TIME", "2023-08-05T03:12"), 1, 1, "minute"),
        ("P3D", None, ("DURATION", "P3D"), None, None, None),
        ("every P2Y", None, ("SET", "P2Y"), None, None, None),
        ("reference recent", None, ("DATE", "PAST_REF"), None, None, None),
        ("open weekday(4)", None, ("DATE", "XXXX-WXX-4"), None, None, None),
        ("open date(XXXX-07)", None, ("DATE", "XXXX-07"), None, None, None),
    ],
)
def test_views(
    notation: str,
    edtf: str | None,
    timex: tuple[str, str],
    acled: int | None,
    ucdp: int | None,
    stix: str | None,
) -> None:
    time = Time.parse(notation)
    views = time.edtf, time.timex, time.acled_precision, time.ucdp_precision, time.stix_precision
    assert views == (edtf, timex, acled, ucdp, stix)


@pytest.mark.parametrize(
    ("left", "right", "covers", "overlaps", "before"),
    [
        ("2023-07", "2023-07-27", True, True, None),
        ("2023-07-27", "2023-07", False, True, None),
        ("2023-07-21/2023-07-31", "2023-08", False, False, True),
        ("1972/..", "2023-08", True, True, None),
        ("../2023-12-31", "2023-08", True, True, None),
        ("2023-08", "2023-07", False, False, False),
        ("open weekday(4)", "2023-08-03", None, None, None),
        ("reference recent", "2023-08-03", None, None, None),
        ("2023-08-04T18:00Z", "2023-08-05T03:00+09:00", True, True, None),
        ("2023-07-18", "2023-07-19T03:12+09:00", True, True, None),
        ("2023-07-19", "2023-07-19T03:12+09:00", True, True, None),
        ("2023-07-20", "2023-07-19T03:12+09:00", False, False, False),
        ("2023-07-19T03:12", "2023-07-18T18:12Z", None, None, None),
        ("2023-07-19T03:12", "2023-07-21T18:12Z", False, False, True),
    ],
)
def test_intervals(
    left: str, right: str, covers: bool | None, overlaps: bool | None, before: bool | None
) -> None:
    one, other = Time.parse(left), Time.parse(right)
    assert (one.covers(other), one.overlaps(other), one.before(other)) == (covers, overlaps, before)


def test_two_unknowns_are_not_equal() -> None:
    one, other = Time.parse("open weekday(4)"), Time.parse("open weekday(4)")
    assert one.same_interval(other) is None
    assert one.same_pattern(other)
    assert not Time.parse("open").same_pattern(Time.parse("open"))
