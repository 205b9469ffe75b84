"""Undated reports: bounds and ranked intervals, each with the words that say so."""

import pytest

from secondsource.mentions.dating import date_report
from secondsource.mentions.times import find_times
from secondsource.model import Published, Report


def dated(text: str, published: Published = Published()) -> Published:  # noqa: B008
    report = Report(id="r", text=text, sha256="", published=published)
    return date_report(report, find_times(report)[0])


def test_an_anniversary_in_a_month_that_is_past_bounds_the_report() -> None:
    published = dated(
        "It held a parade in late July to commemorate the 70th anniversary of the Korean War armistice."
    )
    assert (published.status, published.value) == ("inferred", None)
    assert (published.earliest, published.latest) == ("2023-07-27", "2024-07-19")
    assert "70th anniversary" in published.because[0]
    assert published.intervals[0].startswith("2023-07-27/")


def test_a_bare_day_gives_days_of_a_year_that_is_not_known() -> None:
    published = dated("A ship was launched at the yard on July 20.")
    assert published.earliest is None
    first = published.intervals[0].split("/")
    assert first[0] <= "XXXX-07-21" <= first[-1]
    assert any("July 20" in reason for reason in published.because)


def test_a_full_date_told_as_past_is_a_bound() -> None:
    assert dated("The pact was signed on 5 March 2019.").earliest == "2019-03-05"


def test_a_deadline_is_no_bound() -> None:
    assert dated("The pact must be signed by 5 March 2019.").earliest is None


@pytest.mark.parametrize("text", ["He toured three plants.", "He came on Saturday.", "Shares fell recently."])
def test_without_evidence_it_cannot_be_dated(text: str) -> None:
    assert dated(text) == Published()


def test_what_was_given_stays() -> None:
    given = Published("2023-08-06", "given")
    assert dated("The pact was signed on 5 March 2019.", given) == given
