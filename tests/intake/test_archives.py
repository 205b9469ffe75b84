"""Web archives, whole, cut and damaged -> every whole page, and every loss told."""

import gzip
import random
from pathlib import Path

import pytest

from secondsource.intake import open_reports
from secondsource.intake.checking import passage_holds

SENTENCE = "The minister opened a shipyard in the north on Monday and said that it would build six frigates."


def page(number: int) -> bytes:
    return (
        f"<html><head><title>Yard {number}</title></head><body><article><h1>Yard {number} opened</h1>"
        f"<p>{SENTENCE} It was yard {number}.</p><p>{SENTENCE}</p></article></body></html>"
    ).encode()


def record(number: int, body: bytes | None = None, kind: str = "text/html", packed: bool = False) -> bytes:
    body = page(number) if body is None else body
    encoding = b"Content-Encoding: gzip\r\n" if packed else b""
    sent = gzip.compress(body, mtime=0) if packed else body
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n" + encoding + b"\r\n" + sent
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        "WARC-Date: 2023-08-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


INFO = (
    b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n"
    b"Content-Length: 4\r\n\r\na: b\r\n\r\n"
)


def written(folder: Path, records: list[bytes], name: str) -> Path:
    path = folder / name
    path.write_bytes(
        b"".join(gzip.compress(one, mtime=0) if name.endswith(".gz") else one for one in records)
    )
    return path


def read(path: Path) -> tuple[list[str], list[str]]:
    everything = list(open_reports([path]))
    for one in everything:
        if one.report and one.original:
            assert all(
                passage_holds(one.original, one.report.text, passage) for passage in one.report.passages
            )
    return (
        [one.report.url or "" for one in everything if one.report],
        [note.message for one in everything for note in one.notes],
    )


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_every_page_is_read_and_the_rest_is_counted(tmp_path: Path, name: str) -> None:
    records = [INFO, record(1), record(2, b"\x89PNG", "image/png"), record(3, packed=True)]
    pages, notes = read(written(tmp_path, records, name))
    assert pages == ["https://news.example/1", "https://news.example/3"]
    assert notes == ["2 of its records hold no page and were not read"]


def test_records_packed_together_are_read(tmp_path: Path) -> None:
    pages, _ = read(written(tmp_path, [INFO + record(1) + record(2)], "a.warc.gz"))
    assert pages == ["https://news.example/1", "https://news.example/2"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_every_cut_inside_a_record_is_told(tmp_path: Path, name: str) -> None:
    records = [record(number) for number in range(4)]
    whole = written(tmp_path, records, name).read_bytes()
    lengths = [len(gzip.compress(one, mtime=0)) if name.endswith(".gz") else len(one) for one in records]
    ends = [sum(lengths[: number + 1]) for number in range(4)]
    path = tmp_path / name
    draw = random.Random(7)
    for _ in range(25):
        cut = draw.randrange(5, len(whole) - 5)
        path.write_bytes(whole[:cut])
        pages, notes = read(path)
        complete = (
            sum(end - 4 <= cut for end in ends) if name == "a.warc" else sum(end <= cut for end in ends)
        )
        assert len(pages) == complete
        assert any("is cut after byte" in note or "no record begins" in note for note in notes) or cut in ends


def test_a_damaged_record_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, [record(number) for number in range(3)], "a.warc.gz")
    content = bytearray(path.read_bytes())
    first = len(gzip.compress(record(0), mtime=0))
    for at in range(first + 40, first + 60):
        content[at] ^= 0xFF
    path.write_bytes(bytes(content))
    pages, notes = read(path)
    assert pages == ["https://news.example/0", "https://news.example/2"]
    assert any(f"damaged at byte {first}" in note for note in notes)


def test_a_record_that_unpacks_to_a_hundred_times_its_size_is_refused(tmp_path: Path) -> None:
    bomb = record(1, b"<html>" + b"a" * (30 << 20))
    pages, notes = read(written(tmp_path, [record(0), bomb, record(2)], "a.warc.gz"))
    assert pages == ["https://news.example/0", "https://news.example/2"]
    assert any("more than a hundred times" in note for note in notes)


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"not an archive at all")
    assert read(path) == ([], ["is damaged at byte 0: no record begins there"])
