"""The calendars of the package holidays -> knowledge/feasts.tsv: first and last day of each movable feast.

    python training/time/build_feasts.py

Islamic months begin with the sight of the moon: where the package estimates them, their days may be one off.
"""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import holidays
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

TABLE = Path("src/secondsource/knowledge/feasts.tsv")
YEARS = range(1950, 2051)
ONE_DAY = datetime.timedelta(days=1)
CHINESE, HEBREW, HINDU, ISLAMIC = _ChineseLunisolar(), _HebrewLunisolar(), _HinduLunisolar(), _IslamicLunar()
# Feast -> how its first day is asked for, and how many days it lasts.
ONCE_A_YEAR: dict[str, tuple[Callable[[int], Any], int]] = {
    "lunar new year": (CHINESE.lunar_new_year_date, 1),
    "dragon boat": (CHINESE.dragon_boat_date, 1),
    "double ninth": (CHINESE.double_ninth_date, 1),
    "mid-autumn": (CHINESE.mid_autumn_date, 1),
    "buddha": (CHINESE.buddha_birthday_date, 1),
    "passover": (HEBREW.passover_date, 7),
    "rosh hashanah": (HEBREW.rosh_hashanah_date, 2),
    "yom kippur": (HEBREW.yom_kippur_date, 1),
    "sukkot": (HEBREW.sukkot_date, 7),
    "hanukkah": (HEBREW.hanukkah_date, 8),
    "purim": (HEBREW.purim_date, 1),
    "diwali": (HINDU.diwali_india_date, 1),
    "holi": (HINDU.holi_date, 1),
    "dussehra": (HINDU.dussehra_date, 1),
}
BY_MOON: dict[str, Callable[[int], Any]] = {
    "eid al-fitr": ISLAMIC.eid_al_fitr_dates,
    "eid al-adha": ISLAMIC.eid_al_adha_dates,
    "ashura": ISLAMIC.ashura_dates,
    "mawlid": ISLAMIC.mawlid_dates,
    "hijri new year": ISLAMIC.hijri_new_year_dates,
}
KOREAN = {"korean new year": "Korean New Year", "chuseok": "Chuseok"}


def main() -> None:
    """Writes every feast of every year for which the package has it."""
    lines = sorted(set(_rows()))
    head = "# Made by training/time/build_feasts.py with the package holidays (MIT).\nfeast\tfirst\tlast\n"
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _rows() -> Iterator[str]:
    for year in YEARS:
        for feast, (dated, days) in ONCE_A_YEAR.items():
            for first in _days(dated(year)):
                yield _row(feast, first, days)
        for feast, by_moon in BY_MOON.items():
            for day, _ in by_moon(year):
                yield _row(feast, day, 1)
        for first, _ in ISLAMIC.ramadan_beginning_dates(year):
            ends = [day for one in (year, year + 1) for day, _ in ISLAMIC.eid_al_fitr_dates(one)]
            length = min((day - first).days for day in ends if day > first)
            yield _row("ramadan", first, length)
        korea = holidays.country_holidays("KR", years=year, language="en_US")
        named = {name: day for day, name in sorted(korea.items(), reverse=True)}
        for feast, name in KOREAN.items():
            lunar = ONCE_A_YEAR["lunar new year" if feast == "korean new year" else "mid-autumn"][0](year)
            yield _row(feast, named[name] if name in named else _days(lunar)[0], 1)


def _days(found: Any) -> list[datetime.date]:
    """The package answers with a day, a day and whether it is estimated, or a set of either."""
    if isinstance(found, set):
        return [day for one in found for day in _days(one)]
    day = found[0] if isinstance(found, tuple) else found
    return [] if day is None else [day]


def _row(feast: str, first: datetime.date, days: int) -> str:
    return f"{feast}\t{first}\t{first + (days - 1) * ONE_DAY}"


if __name__ == "__main__":
    main()
