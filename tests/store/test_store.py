"""The store keeps what it is given, once, and gives it back unchanged."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from secondsource.model import Judgement, Mention, Note, Published, ReferenceEvent, Span
from secondsource.store import Given, SpanMismatch, StoreError, made_with, open_store, tables
from secondsource.store.searching import quote_words
from tests.values import LEFT, RIGHT, collation, original

BOTH = (LEFT, RIGHT)


def filled(path: Path):
    store = open_store(path)
    for text_, reading in zip(BOTH, collation().readings, strict=True):
        store.add(original(text_), reading)
    return store


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    with filled(tmp_path / "a.db") as store:
        assert store.readings() == collation().readings
        assert [one.content.decode() for one in store.originals()] == sorted(
            BOTH, key=lambda one: original(one).sha256
        )


def test_order_of_arrival_does_not_show(tmp_path: Path) -> None:
    left, right = collation().readings
    with open_store(tmp_path / "a.db") as store:
        assert store.add(original(RIGHT), right) == "new"
        assert store.add(original(LEFT), left) == "new"
        assert store.readings() == (left, right)


def test_a_second_time_adds_nothing(tmp_path: Path) -> None:
    left = collation().readings[0]
    with filled(tmp_path / "a.db") as store:
        before = store.digests()
        assert store.add(original(LEFT), left) == "same"
        assert store.digests() == before


def test_what_is_said_of_a_report_stays_until_something_else_is_said(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        assert store.give("r", None, None) == Given()
        assert store.give("r", "2024-03-05", None) == Given("2024-03-05")
        assert store.give("r", None, "The Lyne Herald") == Given("2024-03-05", "The Lyne Herald")
        assert store.give("r", "2024-03-06", None) == Given("2024-03-06", "The Lyne Herald")
        assert store.give("another", None, None) == Given()


def test_another_day_replaces_the_reading(tmp_path: Path) -> None:
    left = collation().readings[0]
    later = msgspec.structs.replace(left.report, published=Published("2024-03-06", "given"))
    with filled(tmp_path / "a.db") as store:
        assert store.add(original(LEFT), msgspec.structs.replace(left, report=later)) == "changed"
        assert store.readings()[0].report.published.value == "2024-03-06"
        assert store.search("rockets")[0].report in {one.report.id for one in store.readings()}
        assert len(store.readings()) == 2


def test_a_collation_is_kept_with_what_it_was_made_from(tmp_path: Path) -> None:
    with filled(tmp_path / "a.db") as store:
        assert store.collation() is None
        store.save_collation(collation(), "key")
        store.save_collation(collation(), "key")
        assert store.collation("key") == collation()
        assert store.collation("another") is None


def test_words_that_do_not_stand_there_are_refused(tmp_path: Path) -> None:
    left = collation().readings[0]
    wrong = Mention("aaaaaaaaaaaa:m9", Span(0, 4), "Navy", "organization")
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(SpanMismatch, match="m9 .* says 'Navy', at 0-4 stands 'Army'"):
            store.add(original(LEFT), msgspec.structs.replace(left, mentions=(*left.mentions, wrong)))
        assert store.readings() == ()


def test_judgements_notes_and_references_are_kept(tmp_path: Path) -> None:
    judgement = Judgement("not same", ("a:c0", "b:c0"), "Ana", "2024-03-06T10:00:00Z", "other port")
    note = Note("broken.html", None, "no text in it", "look at it", "intake")
    event = ReferenceEvent("2024-03-04", "launch", "two rockets", "list.csv")
    with open_store(tmp_path / "a.db") as store:
        store.judge(judgement)
        store.keep_notes([note, note])
        store.keep_notes([note])
        store.keep_reference("list.csv", [event, event])
        store.keep_reference("list.csv", [event])
        assert store.judgements() == (judgement,)
        assert store.file_notes() == (note,)
        assert store.references() == (event,)


def test_a_note_on_a_file_goes_when_the_file_is_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.keep_notes([Note("001.txt", None, "no text in it", "", "intake")])
        store.add(original(LEFT), collation().readings[0])
        assert store.file_notes() == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rockets army", 2),
        ("PÓRT lyne", 1),
        ('"', 0),
        ("army AND NOT rockets", 0),
        ("NEAR(", 0),
        ("coastal*", 1),
    ],
)
def test_words_are_looked_for_as_they_are(tmp_path: Path, words: str, found: int) -> None:
    with filled(tmp_path / "a.db") as store:
        assert len(store.search(words)) == found


def test_quoting_leaves_no_operator() -> None:
    assert quote_words('a OR b:c "d" ) \x00') == '"a" "OR" "b:c" """d"""'


def test_tables_and_schema_name_the_same_columns(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, store._engine.connect() as connection:
        for table in tables.ALL:
            there = connection.execute(text(f"SELECT name FROM pragma_table_info('{table.name}')")).scalars()
            assert list(there) == [one.name for one in table.columns], table.name


def test_a_newer_store_is_refused_in_one_line(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, store._writing() as connection:
        connection.execute(text("UPDATE meta SET value = '99' WHERE name = 'schema'"))
    with pytest.raises(StoreError, match=r"newer version \(schema 99"):
        open_store(tmp_path / "a.db")


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"not a database at all, only some words that are long enough" * 4, "not a SQLite database")],
)
def test_another_file_is_refused_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.db").write_bytes(content)
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == content


def test_a_folder_or_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="is not there"):
        open_store(tmp_path / "no" / "a.db")


def test_a_file_name_that_is_no_text_is_kept_as_far_as_it_is(tmp_path: Path) -> None:
    left = collation().readings[0]
    report = msgspec.structs.replace(left.report, file="caf\udce9.txt", name="caf\udce9")
    with open_store(tmp_path / "a.db") as store:
        store.add(original(LEFT), msgspec.structs.replace(left, report=report))
        store.keep_notes([Note("b\udce9.html", None, "holds no words", "", "intake")])
        assert store.readings()[0].report.file == "caf?.txt"
        assert store.file_notes()[0].report == "b?.html"


def test_a_report_is_known_by_its_bytes_its_code_and_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = original(LEFT).sha256
    left = collation().readings[0]
    with open_store(tmp_path / "a.db") as store:
        assert store.read_with(sha256, "default") == ()
        store.add(original(LEFT), left)
        assert store.read_with(sha256, "default") == (left.report.id,)
        assert store.read_with(sha256, "rules") == ()
        assert store.read_with(original(RIGHT).sha256, "default") == ()
        assert store.stale() == ()
        monkeypatch.setattr("secondsource.store.version._fingerprint", lambda: "another")
        made_with.cache_clear()
        assert store.read_with(sha256, "default") == ()
        assert store.stale() == (left.report.id,)
        assert store.add(original(LEFT), left) == "same"
        assert store.stale() == ()
    made_with.cache_clear()


@pytest.mark.parametrize("name", ["a?mode=ro.db", "b#c%41.db", "d e;f.db", "미사일.db", "--into.db"])
def test_any_file_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / name) as store:
        store.add(original(LEFT), collation().readings[0])
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(("version", "lacks"), [("1", "attribution antecedent"), ("2", "claim certainty")])
def test_a_store_of_an_earlier_version_gets_its_new_columns(tmp_path: Path, version: str, lacks: str) -> None:
    with open_store(tmp_path / "a.db") as store, store._writing() as connection:
        for one in ("attribution antecedent", "claim certainty") if version == "1" else (lacks,):
            connection.execute(text("ALTER TABLE {} DROP COLUMN {}".format(*one.split())))
        connection.execute(text(f"UPDATE meta SET value = '{version}' WHERE name = 'schema'"))
    with open_store(tmp_path / "a.db") as store, store._engine.connect() as connection:
        assert connection.execute(text("SELECT value FROM meta WHERE name = 'schema'")).scalar() == "3"
        for one in ("attribution antecedent", "claim certainty"):
            table, column = one.split()
            there = connection.execute(text(f"SELECT name FROM pragma_table_info('{table}')")).scalars()
            assert column in set(there)
