"""A web archive (WARC) -> where in the file each of its pages stands, and where the file is cut or damaged.

Both common readers take a file that was cut for a whole one, so the places are found here, and the bytes of
every record are accounted for. ISO 28500:2017, WARC file format.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from secondsource.intake.limits import Limits

GZIP = b"\x1f\x8b\x08"
BLOCK = 64 << 10
HEAD = 16 << 10
_LENGTH = re.compile(rb"^content-length:\s{0,8}(\d{1,15})\s{0,8}$", re.I | re.M)
_TYPE = re.compile(rb"^warc-type:\s{0,8}(response|resource|conversion)\b", re.I | re.M)
_PAGE = re.compile(rb"^content-type:\s{0,8}(?:text/(?:html|plain)|application/xhtml)", re.I | re.M)


class Member(NamedTuple):
    """Bytes `[first, last)` of the archive that hold a page; `fault` says what is wrong there."""

    first: int
    last: int
    fault: str = ""


class Skipped(NamedTuple):
    """How many whole records hold no page: requests, pictures, notes of the crawler."""

    records: int


def members_of(path: Path, limits: Limits) -> Iterator[Member | Skipped]:
    """Every record of the archive that may hold a page, in order, then how many others there were."""
    size = path.stat().st_size
    skipped = 0
    with path.open("rb") as stream:
        packed = stream.read(3) == GZIP
        records = _packed(stream, size, limits) if packed else _plain(stream, size)
        for member, head, length in records:
            if member.fault or _holds_page(head, length):
                yield member
            else:
                skipped += 1
    yield Skipped(skipped)


def unpack(content: bytes, limits: Limits) -> bytes | None:
    """The bytes of one member; None when they are more than a member may have."""
    if not content.startswith(GZIP):
        return content
    unpacked = zlib.decompressobj(wbits=31).decompress(content, limits.member + 1)
    return unpacked if len(unpacked) <= limits.member else None


def _holds_page(head: bytes, length: int) -> bool:
    """True when the head of a record says so, or when more records than one are packed together."""
    end = head.find(b"\r\n\r\n")
    told = _LENGTH.search(head[: max(end, 0)])
    if told and length > end + int(told[1]) + 64:
        return True
    return bool(_TYPE.search(head[: max(end, 0)]) and _PAGE.search(head.replace(b"\r\n", b"\n")))


def _packed(stream: BinaryIO, size: int, limits: Limits) -> Iterator[tuple[Member, bytes, int]]:
    first = 0
    while first < size:
        stream.seek(first)
        unpacker = zlib.decompressobj(wbits=31)
        head, length, at, fault = b"", 0, first, ""
        waiting = b""
        while not unpacker.eof and not fault:
            block = waiting or stream.read(BLOCK)
            if not block:
                fault = f"is cut after byte {size}: its last record is not whole"
                break
            try:
                out = unpacker.decompress(block, BLOCK * 16)
            except zlib.error:
                fault = f"is damaged at byte {first}: the record there cannot be unpacked"
                break
            waiting = unpacker.unconsumed_tail
            at += len(block) - len(waiting) - len(unpacker.unused_data)
            head, length = (head + out)[:HEAD], length + len(out)
            if length > (1 << 20) and length > 100 * (at - first):
                fault = f"holds more than a hundred times its size at byte {first}: the record is not read"
        yield Member(first, size if fault else at, fault), head, length
        first = _next(stream, first + 1, size, GZIP) if fault else at


def _plain(stream: BinaryIO, size: int) -> Iterator[tuple[Member, bytes, int]]:
    first = 0
    while first < size:
        stream.seek(first)
        head = stream.read(HEAD)
        end = head.find(b"\r\n\r\n")
        told = _LENGTH.search(head[: max(end, 0)].replace(b"\r\n", b"\n"))
        if not head.startswith(b"WARC/") or told is None:
            if head.strip(b"\r\n"):
                yield Member(first, first, f"is damaged at byte {first}: no record begins there"), head, 0
            first = _next(stream, first + 1, size, b"WARC/1.")
            continue
        last = first + end + 4 + int(told[1])
        if last > size:
            yield Member(first, size, f"is cut after byte {size}: its last record is not whole"), head, 0
            first = _next(stream, first + 1, size, b"WARC/1.")
            continue
        yield Member(first, last), head[: last - first], last - first
        stream.seek(last)
        gap = stream.read(4)
        first = last + len(gap) - len(gap.lstrip(b"\r\n"))


def _next(stream: BinaryIO, start: int, size: int, mark: bytes) -> int:
    """Where the next record may begin; the end of the file when none does."""
    stream.seek(start)
    before = b""
    at = start
    while block := stream.read(BLOCK):
        found = (before + block).find(mark)
        if found >= 0:
            return at - len(before) + found
        at += len(block)
        before = (before + block)[-len(mark) + 1 :]
    return size
