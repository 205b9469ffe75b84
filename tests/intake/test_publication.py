"""Words of a record, an address or a text -> the day of publication, and never a day that is not there."""

import pytest

from secondsource.intake import Source, open_source
from secondsource.intake.page_dates import dated_address, spells_out
from secondsource.intake.publication import day_in, published_as_given
from secondsource.intake.stamps import stamped


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("August 6, 2023", "2023-08-06"),
        ("Aug. 6, 2023 10:32 am", "2023-08-06"),
        ("Sunday, 6th August 2023", "2023-08-06"),
        ("06-Aug-2023", "2023-08-06"),
        ("2023/8/6", "2023-08-06"),
        ("2023-08-05T23:59:00-07:00", "2023-08-05"),
        ("Juche112.8.6.", "2023-08-06"),
        ("08/06/2023", None),
        ("August 2023", None),
        ("February 30, 2023", None),
        ("marched 6 miles in 2023", None),
    ],
)
def test_a_day_in_words(words: str, day: str | None) -> None:
    assert day_in(words) == day


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2023-08-06", "2023-08-06"),
        ("2023-08", "2023-08"),
        ("2023-08-03/2023-08-05", "2023-08-03/2023-08-05"),
        ("Sun, 06 Aug 2023 08:00:00 GMT", "2023-08-06"),
        ("2023-13-01", None),
        ("yesterday", None),
    ],
)
def test_a_day_as_given(words: str, value: str | None) -> None:
    published = published_as_given(words, "given in the record")
    assert (published.value if published else None) == value


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("SEOUL | Sun Aug 6 , 2023 3:31 pm EDT SEOUL - The army said", "2023-08-06"),
        ("By A. Person\n10:32 GMT, Monday, 6 August 2023\nThe army said", "2023-08-06"),
        ("2023-08-06 18:05 UTC The army said", "2023-08-06"),
        ("August 6, 2023 9:00 a.m. KST | The army said", "2023-08-06"),
        ("On August 6, 2023 at 10:32 GMT the ship left.", None),
        ("The ship left at 10:32 GMT on August 6, 2023.", None),
        ("It was seen between 10:32 GMT, 6 August 2023 and noon.", None),
        ("August 6, 2023. The ship left at dawn.", None),
        ("x" * 2000 + " Aug 6, 2023 3:31 pm EDT", None),
    ],
)
def test_a_stamp_in_the_opening(opening: str, day: str | None) -> None:
    found = stamped(opening)
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.example/2023/08/06/yard", "2023-08-06"),
        ("https://news.example/a-2023-08-06.html", "2023-08-06"),
        ("https://news.example/world/20230806_yard", "2023-08-06"),
        ("https://news.example/2023/08/yard", "2023-08"),
        ("https://news.example/20231945/yard", ""),
        ("https://news.example/2023/02/30/yard", "2023-02"),
        (None, ""),
    ],
)
def test_a_day_in_an_address(address: str | None, day: str) -> None:
    assert dated_address(address) == day


@pytest.mark.parametrize(
    ("source", "spelled"),
    [
        ("Posted 6 Aug. 2023", True),
        ("news/2023/08/06/", True),
        ("06.08.2023", False),
        ("August 2023", False),
        ("2023-08-061", False),
    ],
)
def test_a_search_is_believed_only_where_the_day_stands(source: str, spelled: bool) -> None:
    assert spells_out(source, "2023-08-06") is spelled


@pytest.mark.parametrize(
    ("text", "day", "outlet"),
    [
        ("SEOUL, Aug. 6, 2023 (Yonhap) -- The army said that it had seen a launch.", "2023-08-06", "Yonhap"),
        (f"Correction: August 7, 2023\n\nPublished 6 August 2023\n\n{'It was so. ' * 9}", "2023-08-06", None),
        (f"Updated 7 August 2023\n\nPublished 6 August 2023\n\n{'It was so. ' * 9}", "2023-08-06", None),
        (f"Updated 7 August 2023\n\n{'It was so. ' * 9}", "2023-08-07", None),
        (f"{'It was so. ' * 200}\n\n6 August 2023\n\n{'It was so. ' * 200}", None, None),
        ("SEOUL, Aug. 6 (Reuters) - The army said that it had seen a launch.", None, "Reuters"),
        ("Published: 6 August 2023\n\nThe army said that it had seen a launch.", "2023-08-06", None),
        ("The army said on August 6, 2023 that it had seen a launch.", None, None),
        (
            "The army had seen a launch.\n\n© 2023 Associated Press. All rights reserved.",
            None,
            "Associated Press",
        ),
    ],
)
def test_what_a_plain_text_tells_of_itself(text: str, day: str | None, outlet: str | None) -> None:
    (one,) = open_source(Source("a.txt", "text", "a", content=text.encode()))
    assert one.report is not None
    assert one.report.published.value == day
    assert one.report.published.status == ("found" if day else "unknown")
    assert one.report.outlet == outlet
