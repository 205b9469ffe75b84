"""Hostile and broken dates: a note or nothing, never a crash, never a wrong day; time linear in length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.mentions.dating import date_report
from secondsource.mentions.times import find_times
from secondsource.mentions.times.timeml import find_timexes
from secondsource.model import Published, Report, Time


def read(text: str, published: str | None = "2023-08-06") -> list[Time]:
    known = Published(published, "given") if published else Published()
    found = find_times(Report(id="r", text=text, sha256="", published=known))[0]
    return [one.value for one in found if isinstance(one.value, Time)]


@pytest.mark.parametrize(
    "words",
    ["30 February 2023", "February 30", "31 April 2023", "2023-13-45", "99/99/2023", "February 29, 2023"],
)
def test_a_day_that_is_not_in_the_calendar_stays_open(words: str) -> None:
    report = Report(id="r", text=f"It was on {words}.", sha256="", published=Published("2023-08-06", "given"))
    mentions, notes = find_times(report)
    assert all(one.value.open for one in mentions if isinstance(one.value, Time))
    assert not mentions or any("calendar" in note.message for note in notes)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Juche 112 (2023) was quiet.", ["2023", "2023"]),
        ("Founded on July 27, Juche 112 (2023), it grew.", ["2023-07-27", "2023"]),
        ("It was on 5 May 2023 and on 5 May 2022.", ["2023-05-05", "2022-05-05"]),
    ],
)
def test_two_calendars_or_two_years_in_one_line(text: str, days: list[str]) -> None:
    assert [str(one) for one in read(text)] == days


def test_days_of_a_future_publication_are_those_before_it() -> None:
    report = Report(
        id="r",
        text="He came on 5 May 2023. She left yesterday.",
        sha256="",
        published=Published("2999-01-01", "given"),
    )
    days = [str(one.value) for one in find_times(report)[0]]
    assert days == ["2023-05-05", "2998-12-31"]


@pytest.mark.parametrize("words", ["year 0", "in 20023", "31/04", "٣٠ يوليو ٢٠٢٣", "８月３日", "in ①⑨⑨⑨"])
def test_digits_that_name_no_day_make_none(words: str) -> None:
    assert [str(one) for one in read(f"It was {words}.") if not one.open and one.granularity == "day"] == []


def test_a_publication_in_the_future_or_broken_is_no_crash() -> None:
    assert str(read("He came on Monday.", "2999-01-01")[0]) == "2998-12-31"
    assert read("He came on Monday.", "not a day")[0].open


def test_ten_thousand_dates_in_one_line_take_linear_time() -> None:
    def seconds(many: int) -> float:
        started = time.process_time()
        find_timexes("on July 24, 2023, and between Thursday and Saturday, " * many, 19_575)
        return time.process_time() - started

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(500), 0.005)


@pytest.mark.parametrize(
    "piece", ["the ", "a few ", "1 ", "and ", "- ", "last ", "\n \n", "early ", "'", "of the "]
)
def test_long_runs_of_little_words_take_linear_time(piece: str) -> None:
    started = time.process_time()
    find_timexes(piece * 60_000, 19_575)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "piece",
    [
        "Victory Day and the 70th anniversary of the armistice in July, he said on Friday. ",
        "3:00 a.m. (1800 GMT Friday) ",
        "of the anniversary of the ",
        "In March 1944 and in May, ",
        "In Australia last summer, in May 1999, five days after the launch, ",
        "Victory Day in Juche 112 (2022) at 3:00 a.m. (1807 GMT), ",
    ],
)
def test_whole_reports_take_linear_time(piece: str) -> None:
    def seconds(many: int) -> float:
        report = Report(id="r", text=piece * many, sha256="")
        started = time.process_time()
        date_report(report, find_times(report)[0])
        return time.process_time() - started

    seconds(20)
    assert seconds(2_000) < 30 * max(seconds(200), 0.01)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("Jul Mon 0123456789-/:.,'’ the of last week century BC ago\n"), max_size=80
    )
)
def test_any_string_is_read_without_a_crash(text: str) -> None:
    for one in read(text):
        assert isinstance(str(one), str)
        assert one.timex[0] in ("DATE", "TIME", "DURATION", "SET")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It was on Saturday, July 27, 2023.", "2023-07-27 is a Thursday"),
        ("It was on 03/04/2023.", "may also be 2023-04-03"),
        ("It was on the 15th.", "may also be 2023-08-15"),
        ("It was on 30 February.", "is not in the calendar"),
        ("Shares rose in the second quarter of fiscal year 2023.", "fiscal year"),
        ("They met on 31/04/2023.", "is not in the calendar"),
        ("They met from 5 May 2023 to 3 May 2023.", "ends before it begins"),
        ("It was in Juche 112 (2022).", "the Juche year told before it is 2023"),
        ("It rose at 3:00 a.m. Korean time (1900 GMT Friday).", "the time told before it is 18:00 GMT"),
        ("It rose at 3:00 a.m. (1807 GMT).", "no time zone lies between the two clocks"),
        ("They met on Victory Day.", "may also be"),
    ],
)
def test_a_doubtful_date_carries_a_note(text: str, message: str) -> None:
    report = Report(id="r", text=text, sha256="", published=Published("2023-08-06", "given"))
    assert any(message in note.message for note in find_times(report)[1])
