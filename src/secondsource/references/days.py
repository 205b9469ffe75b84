"""A day as people write it in tables -> ISO day, month or year; what is not certain is not invented.

`9-Apr-84` is 1984-04-09, `July 2023` is 2023-07, `03/04/2021` is 2021 unless the column shows its order.
"""

import datetime
import re
from collections.abc import Iterable
from typing import Literal

Order = Literal["day first", "month first", "unknown"]
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_FULL = frozenset(
    "january february march april may june july august september sept october november december".split()
)
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$")
_YEAR = re.compile(r"^(\d{4})$")
_SOLID = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([A-Za-z]{3,9})\.?[-/, ]+(\d{4}|\d\d)$")
_MONTH_FIRST = re.compile(r"^([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$")
_MONTH = re.compile(r"^([A-Za-z]{3,9})\.?[-/, ]+(\d{4}|\d\d)$")
_NUMBERS = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)$")


def find_order(written: Iterable[str]) -> Order:
    """Whether a column of days in numbers has the day or the month first: a number over 12 tells."""
    found = [match for one in written if (match := _NUMBERS.match(one.strip()))]
    if any(int(match[1]) > 12 for match in found):
        return "unknown" if any(int(match[2]) > 12 for match in found) else "day first"
    return "month first" if any(int(match[2]) > 12 for match in found) else "unknown"


def read_day(written: str, order: Order = "unknown") -> str | None:
    """ISO day, month or year; None when it is no date, or a day that no calendar has."""
    text = " ".join(written.split())
    if match := _ISO.match(text) or _SOLID.match(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _YEAR.match(text):
        return match[1]
    if match := _DAY_FIRST.match(text):
        return _iso(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.match(text):
        return _iso(int(match[3]), _month(match[1]), int(match[2]))
    if match := _MONTH.match(text):
        return _iso(_year(match[2]), _month(match[1]), None)
    if match := _NUMBERS.match(text):
        first, second, year = int(match[1]), int(match[2]), _year(match[3])
        if order == "unknown":
            return f"{year:04d}" if first != second else _iso(year, first, second)
        day, month = (first, second) if order == "day first" else (second, first)
        return _iso(year, month, day)
    return None


def _month(name: str) -> int:
    low = name.lower()
    return _MONTHS.get(low[:3], 0) if low in _FULL or len(low) == 3 else 0


def _year(text: str) -> int:
    # Two digits from 50 on are the last century's: tables of known events seldom start before.
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 50 else 2000)


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        return datetime.date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return None
