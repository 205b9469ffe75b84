"""Calendar arithmetic: day numbers from any year, before the common era too.

Days are counted from 1970-01-01 in the proleptic Gregorian calendar; year 0 is 1 BC, as in ISO 8601.
The two conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
"""

from functools import lru_cache

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(maxsize=65536)
def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01; the day is not checked against the month's length."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


@lru_cache(maxsize=65536)
def civil(number: int) -> tuple[int, int, int]:
    """Year, month, day of a day number."""
    era, of_era = divmod(number + 719468, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def month_length(year: int, month: int) -> int:
    """Days in this month."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def weekday(number: int) -> int:
    """1 is Monday, 7 is Sunday (ISO 8601)."""
    return (number + 3) % 7 + 1


def week(number: int) -> tuple[int, int]:
    """ISO year and week of a day number."""
    thursday = number + 4 - weekday(number)
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


@lru_cache(maxsize=65536)
def written_day(number: int) -> str:
    """`2023-08-03`; years before 1 are negative, `-0489-01-01`."""
    year, month, day = civil(number)
    return f"{written_year(year)}-{month:02d}-{day:02d}"


def written_year(year: int) -> str:
    """Four digits, with a sign before year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


@lru_cache(maxsize=65536)
def read_day(text: str) -> int:
    """The day number of `2023-08-03` (a time of day after it is ignored). Raises ValueError."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = digits.split("T")[0].split("-")
    if len(parts) != 3:
        raise ValueError(f"{text!r} is not a day: write 2023-08-03")
    year, month, day = sign * int(parts[0]), int(parts[1]), int(parts[2])
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        raise ValueError(f"{text!r} is not in the calendar")
    return day_number(year, month, day)


def unit_bounds(year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """First and last day number of a year, a month or a day."""
    if month is None:
        return day_number(year), day_number(year + 1) - 1
    if day is None:
        following = (year + 1, 1) if month == 12 else (year, month + 1)
        return day_number(year, month), day_number(*following) - 1
    return day_number(year, month, day), day_number(year, month, day)
