"""Events -> the order in which they happened, as far as they are dated; open ones last."""

from collections.abc import Sequence

from secondsource.model import Event, Time


def arrange_timeline(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events by the first day they can have begun, the narrower first; undated ones after, as they came."""
    return tuple(sorted(events, key=_key))


def time_of(event: Event) -> Time | None:
    """The event's time, read from its notation; None when it has none."""
    if event.time is None:
        return None
    try:
        return Time.parse(event.time)
    except ValueError:
        return None


def _key(event: Event) -> tuple[bool, str, str]:
    time = time_of(event)
    if time is None or time.open:
        return True, "", ""
    begin = time.begin_earliest or time.end_latest or ""
    return False, begin, time.end_latest or "9999"
