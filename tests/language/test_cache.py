"""The cache of readings: the same bytes with it and without; a damaged file breaks no reading."""

import multiprocessing
import sqlite3
import stat
from pathlib import Path

import msgspec
import pytest

from secondsource.language import split_sentences
from secondsource.language.encoder import Encoder, EncoderUnavailable
from secondsource.language.encoder.cache import NAME, Cache, cache_folder
from secondsource.language.encoder.reading import WordReading
from secondsource.model import Report

TEXT = (
    "Ruritania denied on Monday that it had sold rockets. “We sold none,” its minister said.\n\nNobody knows."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SECONDSOURCE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def encoder(cached: bool) -> Encoder:
    try:
        return Encoder.load(cached=cached)
    except EncoderUnavailable:
        pytest.skip("the shipped weights are not there")


def bytes_of(reader: Encoder, text: str = TEXT) -> bytes:
    report = Report("r", text, "")
    return msgspec.json.encode(reader.analyse(report, split_sentences(report)))


def without_graph(monkeypatch: pytest.MonkeyPatch, reader: Encoder) -> None:
    def run(*_: object) -> None:
        raise AssertionError("the graph was run")

    monkeypatch.setattr(reader._reader, "_run", run)


def test_a_second_reading_runs_no_graph_and_says_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = bytes_of(encoder(False))
    assert not folder.exists()
    assert bytes_of(encoder(True)) == plain
    again = encoder(True)
    without_graph(monkeypatch, again)
    assert bytes_of(again) == plain
    with pytest.raises(AssertionError, match="graph"):
        bytes_of(again, TEXT + " Somebody does.")
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "damage", ["entry", "entry of another", "no database", "column", "locked", "a folder"]
)
def test_a_damaged_file_is_passed_over_and_made_anew(
    folder: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = bytes_of(encoder(True))
    path = folder / NAME
    if damage == "no database":
        for one in folder.iterdir():
            one.write_bytes(b"not a database at all" * 400)
    elif damage == "a folder":
        for one in folder.iterdir():
            one.unlink()
        path.mkdir()
    else:
        connection = sqlite3.connect(path, isolation_level=None)
        if damage == "locked":
            connection.execute("BEGIN EXCLUSIVE")
        elif damage == "column":
            connection.execute("UPDATE reading SET value = 'words', used = 'never'")
        elif damage == "entry":
            connection.execute("UPDATE reading SET value = substr(value, 1, 40)")
        else:
            other = Cache(folder, encoder(False).weights.labels)
            other.put(connection.execute("SELECT key FROM reading").fetchone()[0], a_reading(3))
            other.close()
    reader = encoder(True)
    assert bytes_of(reader) == plain
    if damage not in ("locked", "a folder"):
        bytes_of(reader)  # a file that was no database is made by the reading after the one that found it
        healed = encoder(True)
        without_graph(monkeypatch, healed)
        assert bytes_of(healed) == plain


def a_reading(words: int) -> WordReading:
    many = ["x"] * words
    return WordReading(many, many, many, [0] * words, many, [True] * words, [0.0] * words, [1] * words)


def test_the_file_keeps_below_its_bound(folder: Path) -> None:
    labels = encoder(False).weights.labels
    cache = Cache(folder, labels, most=200_000)
    texts = [[f"word{number}x{place}" for place in range(400)] for number in range(450)]
    for words in texts:
        reading = a_reading(len(words))
        reading.lemmas = words
        cache.put(cache.key(words, [1], [0.0], {1}), reading)
    cache.close()
    size = sum(one.stat().st_size for one in folder.iterdir() if one.name == NAME)
    with sqlite3.connect(folder / NAME) as connection:
        kept = connection.execute("SELECT count(*) FROM reading").fetchone()[0]
    assert 100 <= kept < 450
    assert size < 2_000_000


def write_many(folder: str, number: int) -> None:
    cache = Cache(Path(folder), Encoder.load().weights.labels)
    for place in range(50):
        words = [f"{(number + place) % 60}"]
        cache.put(cache.key(words, [1], [0.0], {1}), a_reading(1))
        cache.get(cache.key(words, [1], [0.0], {1}), 1)


def test_many_processes_write_one_file(folder: Path) -> None:
    encoder(False)
    context = multiprocessing.get_context("spawn")
    children = [context.Process(target=write_many, args=(str(folder), number)) for number in (0, 7, 20)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0, 0]
    with sqlite3.connect(folder / NAME) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM reading").fetchone()[0] >= 50


def test_the_folder_is_the_systems_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECONDSOURCE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == Path("/somewhere/secondsource")
