"""What an open time may mean when publication is only inferred: ranked, and still open."""

from secondsource.mentions.dating import date_report
from secondsource.mentions.possible import rank_open_times
from secondsource.mentions.times import find_times
from secondsource.model import Report, Time

TEXT = (
    "Between Thursday and Saturday, he toured plants. It held a parade in late July to commemorate "
    "the 70th anniversary of the Korean War armistice."
)


def test_an_open_time_gets_ranked_readings_and_stays_open() -> None:
    report = Report(id="r", text=TEXT, sha256="")
    times = find_times(report)[0]
    ranked = rank_open_times(report, times, date_report(report, times))
    visit = ranked[0].value
    assert isinstance(visit, Time)
    assert visit.open
    assert "2023-08-03/2023-08-05" in dict(visit.alternatives)
    assert abs(sum(weight for _, weight in visit.alternatives) - 1) < 0.01


def test_without_an_inferred_year_nothing_changes() -> None:
    report = Report(id="r", text="He toured plants on Thursday, and on July 20 a ship.", sha256="")
    times = find_times(report)[0]
    assert rank_open_times(report, times, date_report(report, times)) == times
