"""Paths -> Sources: which documents there are to open, in an order that never changes."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from secondsource.intake.archive import Skipped, members_of
from secondsource.intake.limits import USUAL, Limits, in_words
from secondsource.model import Note

Kind = Literal["text", "page", "record", "feed", "archive", "unknown"]

ENDINGS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "archive",
    ".warc.gz": "archive",
    ".jsonl": "record",
    ".ndjson": "record",
}
MADE_BY = "intake.source"


class Source(msgspec.Struct, frozen=True):
    """One document that has not been opened yet: where its bytes are, or the bytes themselves.

    `place` is how notes speak of it (`wire.jsonl, line 3`); `first_byte` and `last_byte` bound it inside
    `file` (`last_byte` None: up to the end); `content` holds the bytes when there is no file.
    """

    place: str
    kind: Kind
    name: str
    file: str | None = None
    first_byte: int = 0
    last_byte: int | None = None
    content: bytes | None = None


def find_sources(paths: Iterable[str | Path], limits: Limits = USUAL) -> Iterator[Source | Note]:
    """Every document below these paths ("-" is standard input), in the order given, folders by name.

    A file or folder that is reached twice (by a link, or named again) is taken once.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if str(path) == "-":
            yield from sources_of_stream(sys.stdin.buffer, "standard input", limits)
        else:
            yield from _below(Path(path), seen, limits, named=True)


def _below(path: Path, seen: set[tuple[int, int]], limits: Limits, named: bool) -> Iterator[Source | Note]:
    try:
        about = path.stat()
    except FileNotFoundError:
        yield _missing(path)
        return
    except OSError as error:
        yield Note(
            str(path), None, f"cannot be opened: {_reason(error)}", "check the path and its rights", MADE_BY
        )
        return
    identity = (about.st_dev, about.st_ino)
    if identity in seen:
        if path.is_dir() and path.is_symlink():
            yield Note(str(path), None, "links to a folder that is read already", "nothing is lost", MADE_BY)
        return
    seen.add(identity)
    if path.is_dir():
        yield from _in_folder(path, seen, limits)
    elif not path.is_file():
        yield Note(
            str(path), None, "is not a file or a folder", "give a file, a folder, or - for input", MADE_BY
        )
    else:
        kind = _kind_named(path)
        if kind == "record":
            yield from _lines_of_file(path, limits)
        elif kind == "archive":
            yield from _members_of_file(path, limits)
        elif named or kind != "unknown":
            yield Source(str(path), kind, path.stem, path.as_posix())


def _in_folder(folder: Path, seen: set[tuple[int, int]], limits: Limits) -> Iterator[Source | Note]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield Note(
            str(folder), None, f"cannot be listed: {_reason(error)}", "check the folder's rights", MADE_BY
        )
        return
    visible = [path for path in inside if not path.name.startswith(".")]
    other = [path for path in visible if _kind_named(path) == "unknown" and path.is_file()]
    for path in visible:
        if path not in other:
            yield from _below(path, seen, limits, named=False)
    if other:
        yield Note(
            str(folder),
            None,
            f"files with another ending were not read: {len(other)} (the first: {other[0].name})",
            "name a file itself to have it read: what it holds is then found by looking",
            MADE_BY,
        )
    elif not visible:
        yield Note(
            str(folder), None, "is an empty folder", "give a folder with .txt, .html or .jsonl", MADE_BY
        )


def _kind_named(path: Path) -> Kind:
    """The kind that the ending of a file's name tells, `.warc.gz` among them."""
    both = "".join(path.suffixes[-2:]).lower()
    return ENDINGS.get(both) or ENDINGS.get(path.suffix.lower(), "unknown")


def _members_of_file(path: Path, limits: Limits) -> Iterator[Source | Note]:
    stem = path.name.split(".")[0]
    try:
        for number, found in enumerate(members_of(path, limits), start=1):
            if isinstance(found, Skipped):
                if found.records:
                    message = f"{found.records} of its records hold no page and were not read"
                    yield Note(str(path), None, message, "they are requests, pictures and the like", MADE_BY)
            elif found.fault:
                yield Note(str(path), None, found.fault, "get an undamaged copy of the archive", MADE_BY)
            else:
                place = f"{path}, record at byte {found.first}"
                name = f"{stem}:{number}"
                yield Source(place, "archive", name, path.as_posix(), found.first, found.last)
    except OSError as error:
        yield Note(str(path), None, f"cannot be read: {_reason(error)}", "check the file's rights", MADE_BY)


def _lines_of_file(path: Path, limits: Limits) -> Iterator[Source | Note]:
    try:
        with path.open("rb") as stream:
            yield from _lines(stream, str(path), path.stem, path.as_posix(), limits)
    except OSError as error:
        yield Note(str(path), None, f"cannot be read: {_reason(error)}", "check the file's rights", MADE_BY)


def _lines(
    stream: BinaryIO,
    place: str,
    stem: str,
    file: str | None,
    limits: Limits,
    head: bytes = b"",
    skipped: int = 0,
) -> Iterator[Source | Note]:
    """One Source a line; a line over the limit is skipped whole, with a note, in bounded memory.

    `head` is a line that was read already, `skipped` how many empty ones stood before it.
    """
    number, at, empty = skipped, 0, True
    while line := head or stream.readline(limits.record + 1):
        head = b""
        number += 1
        here = f"{place}, line {number}"
        first, at = at, at + len(line)
        if len(line) > limits.record and not line.endswith(b"\n"):
            while rest := stream.readline(1 << 20):
                at += len(rest)
                if rest.endswith(b"\n"):
                    break
            empty = False
            yield too_large(here, at - first, limits.record, "record")
        elif line.strip():
            empty = False
            name = f"{stem}:{number}"
            if file is None:
                yield Source(here, "record", name, content=line)
            else:
                yield Source(here, "record", name, file, first, at)
    if empty:
        yield Note(place, None, "is empty", "nothing was read from it", MADE_BY)


def sources_of_stream(
    stream: BinaryIO, place: str, limits: Limits = USUAL, stem: str = "input"
) -> Iterator[Source | Note]:
    """What standard input brings: records when the first thing in it is an object, else one document."""
    skipped, head = 0, stream.readline(limits.record + 1)
    while head and not head.strip():
        skipped, head = skipped + 1, stream.readline(limits.record + 1)
    if head.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(b"{") and not is_open(head):
        yield from _lines(stream, place, stem, None, limits, head, skipped)
        return
    largest = max(limits.text, limits.page, limits.record)
    content = head + stream.read(max(largest - len(head) + 1, 0))
    size = len(content)
    while rest := stream.read(1 << 20):
        size += len(rest)
    if size > largest:
        yield too_large(place, size, largest, "report")
    else:
        yield Source(place, "unknown", stem, content=content)


def is_open(line: bytes) -> bool:
    """True for the first line of an object that is written over many lines."""
    return line.rstrip().endswith((b"{", b",", b"["))


def too_large(place: str, size: int, limit: int, kind: str) -> Note:
    """The note for a document over its limit: refused whole, not cut."""
    return Note(
        place,
        None,
        f"too large for one {kind}: {in_words(size)}, at most {in_words(limit)} are read",
        "split it into single reports, or raise the limit",
        MADE_BY,
    )


def _missing(path: Path) -> Note:
    if path.is_symlink():
        return Note(
            str(path), None, "links to nothing", "remove the link, or restore what it points to", MADE_BY
        )
    return Note(str(path), None, "does not exist", "check the path", MADE_BY)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
