"""A day with a clock and its zone in the opening of a text -> the day of publication that it stamps.

`SEOUL | Sun Aug 6, 2023 3:31 pm EDT`, `10:32 GMT, Monday, 6 August 2023`: what happened has no such clock
beside it, or a preposition before it ("on August 6, 2023 at 10:32 GMT the ship left").
"""

import re

from secondsource.intake.publication import ABOVE, DAYS, day_in
from secondsource.model import Published

_CLOCK = r"[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?"
_ZONE = r"(?:[ECMP][SD]?T|AKDT|AKST|GMT|BST|UTC|CES?T|EES?T|MSK|IR[SD]T|IST|PKT|SGT|HKT|JST|KST|AE[SD]T)"
_BETWEEN = r"[\s,|@\u2022\u00b7-]{1,5}(?:at\s)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?[\s,]{1,3})?"
_STAMPS = tuple(
    re.compile(pattern, re.I)
    for day in (pattern.pattern for pattern in DAYS)
    for pattern in (
        rf"{day}{_BETWEEN}{_CLOCK}\s?\(?{_ZONE}\b",
        rf"\b{_CLOCK}\s?\(?{_ZONE}\)?{_BETWEEN}{_WEEKDAY}{day}",
    )
)
_TOLD = re.compile(
    rf"\b(?:on|at|of|since|until|till|by|before|after|from|to|between|and){_BETWEEN}{_WEEKDAY}$", re.I
)


def stamped(text: str) -> Published | None:
    """Published with the first stamp of a text's opening; None without one.

    >>> stamped("SEOUL | Sun Aug 6, 2023 3:31 pm EDT The army said").value
    '2023-08-06'
    """
    opening = text[:ABOVE]
    found = [
        match
        for pattern in _STAMPS
        for match in pattern.finditer(opening)
        if not _TOLD.search(opening[max(0, match.start() - 24) : match.start()])
    ]
    for match in sorted(found, key=lambda match: match.start()):
        day = day_in(match[0])
        if day is not None:
            words = " ".join(match[0].split())
            return Published(day, "found", because=(f"stamp {words!r}",))
    return None
