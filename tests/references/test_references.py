"""Tables of known events in the shapes that people publish them in: which day, which kind, which words."""

from pathlib import Path

import pytest

from secondsource.references import UnreadableList, load_reference
from secondsource.references.days import find_order, read_day

DAYS = """
2023-07-24          2023-07-24
2023-7-4            2023-07-04
2023/07/24          2023-07-24
2023-07-24T10:00Z   2023-07-24
2023-07             2023-07
2023                2023
20230724            2023-07-24
9-Apr-84            1984-04-09
12-Apr-23           2023-04-12
24 July 2023        2023-07-24
1st of              None
1st May 2020        2020-05-01
July 24, 2023       2023-07-24
Sept. 3, 2017       2017-09-03
Jul-19              2019-07
July 2023           2023-07
Julember 2023       None
03/04/2021          2021
04/04/2021          2021-04-04
31/02/2021          2021
2023-02-30          None
unknown             None
"""


@pytest.mark.parametrize("line", DAYS.strip().splitlines())
def test_a_day_as_people_write_it(line: str) -> None:
    written, expected = line[:20].strip(), line[20:].strip()
    assert str(read_day(written)) == expected


@pytest.mark.parametrize(
    ("column", "order", "second"),
    [
        (("13/04/2021", "03/04/2021"), "day first", "2021-04-03"),
        (("04/13/2021", "03/04/2021"), "month first", "2021-03-04"),
        (("13/04/2021", "04/13/2021", "03/04/2021"), "unknown", "2021"),
    ],
)
def test_a_column_shows_its_order_or_the_day_is_not_invented(
    column: tuple[str, ...], order: str, second: str
) -> None:
    assert find_order(column) == order
    assert read_day(column[-1], find_order(column)) == second


TABLES = {
    "a.csv": (
        'N,Date,Missile Name,Missile Type,Additional Information\n1,9-Apr-84,Lance B,SRBM,"new, x"\n2,,,,\n',
        ("1984-04-09", "missile SRBM", "Lance B · new, x"),
    ),
    "b.tsv": (
        "day\tkind\tdescription\nJuly 24, 2023\tlaunch\ttwo rockets\n",
        ("2023-07-24", "launch", "two rockets"),
    ),
    "c.csv": ("Event_Date;Category;Summary\n2023-07;strike;a depot\n", ("2023-07", "strike", "a depot")),
    "d.json": (
        '{"groups":[{"rows":[{"date":"2023-07-24","missile":"lance-b","outcome":"x","description":"fired"}]}]}',
        ("2023-07-24", "missile lance-b", "fired"),
    ),
    "e.json": (
        '[{"year":2023,"month":7,"day":4,"tag":"talks","headline":"Envoys meet","text":"They met."}]',
        ("2023-07-04", "talks", "Envoys meet · They met."),
    ),
    "f.jsonl": (
        '{"when":"2023-07-24","type":"parade","title":"Parade"}\n',
        ("2023-07-24", "parade", "Parade"),
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_found_by_their_headers(tmp_path: Path, name: str) -> None:
    text, expected = TABLES[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    [event] = load_reference(tmp_path / name).events
    assert (event.date, event.kind, event.description, event.source) == (*expected, name)


def test_rows_without_a_day_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("date,event\n2023-07-24,launch\nsoon,launch\n", encoding="utf-8")
    loaded = load_reference(path)
    assert len(loaded.events) == 1
    assert loaded.notes[0].message == "1 of 2 rows have no date that can be read (the first: 'soon')"


def test_letters_of_another_encoding_are_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("date,event\n2023-07-24,caf\xe9\n".encode("cp1252"))
    loaded = load_reference(path)
    assert loaded.events[0].description == "café"
    assert "a guess" in loaded.notes[0].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("just some words\n", "is not a table"),
        ("{oops", "is not JSON"),
        ("[" * 100_000, "nested too deep"),
        ("name,colour\na,b\n", "no column of dates"),
        ("date,colour\n2023-07-24,b\n", "no column 'kind' or 'description'"),
        ("date,event\nsoon,b\n", "no row has a date"),
        ("", "is not a table"),
    ],
)
def test_what_is_no_list_is_told_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableList, match=message) as fault:
        load_reference(tmp_path / "a.csv")
    assert "\n" not in str(fault.value)
