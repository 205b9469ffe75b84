"""An undated report and the times that it tells -> bounds of its day of publication, each with its words."""

from secondsource.model import Mention, Published, Report, Time
from secondsource.model.calendar import written_day


def date_report(report: Report, times: tuple[Mention, ...]) -> Published:
    """The report's publication: what was given or found, else inferred bounds, else unknown.

    Each bound names the words that set it in `because`; a time that may lie ahead sets none.
    """
    if report.published.status in ("given", "found"):
        return report.published
    told = [mention for mention in times if isinstance(mention.value, Time) and _looks_back(mention.value)]
    if not told:
        return report.published
    latest = max(told, key=lambda mention: _first_day(mention))
    day = written_day(_first_day(latest))
    reason = f"not before {day}: “{latest.text}” is told as past ({latest.value})"
    return Published(status="inferred", earliest=day, because=(*report.published.because, reason))


def _looks_back(time: Time) -> bool:
    return time.days is not None and time.qualifier != "ahead" and time.kind != "reference"


def _first_day(mention: Mention) -> int:
    assert isinstance(mention.value, Time)
    days = mention.value.days
    return days[0] if days is not None else 0
