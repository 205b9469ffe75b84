"""Source -> Opened: the bytes of one document, decoded, and made a Report, or a note that says why not."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import msgspec

from secondsource.intake.capture import drafts_of_member
from secondsource.intake.decoding import NotText, decode
from secondsource.intake.draft import Draft, make_report
from secondsource.intake.feed import drafts_of_feed
from secondsource.intake.limits import USUAL, Limits
from secondsource.intake.page import draft_of_page, told_charset
from secondsource.intake.plain import draft_of_text
from secondsource.intake.record import draft_of_record
from secondsource.intake.refusal import Refused
from secondsource.intake.source import Kind, Source, find_sources, is_open, sources_of_stream, too_large
from secondsource.model import Note, Original, Report

MADE_BY = "intake.opening"
MEDIA_TYPES = {
    "text": "text/plain",
    "page": "text/html",
    "record": "application/json",
    "feed": "application/xml",
}


class Opened(msgspec.Struct, frozen=True):
    """What became of one source: a report with its original, or neither; the notes say why."""

    original: Original | None = None
    report: Report | None = None
    notes: tuple[Note, ...] = ()


def open_reports(
    paths: Iterable[str | Path],
    published: str | None = None,
    outlet: str | None = None,
    limits: Limits = USUAL,
) -> Iterator[Opened]:
    """Everything below these paths, in this process: for tests and small work (run/ has deadlines)."""
    for source in find_sources(paths, limits):
        if isinstance(source, Note):
            yield Opened(notes=(source,))
        else:
            yield from open_source(source, published, outlet, limits)


def open_source(
    source: Source, published: str | None = None, outlet: str | None = None, limits: Limits = USUAL
) -> tuple[Opened, ...]:
    """The reports of one source (most often one). Never raises for what a document holds."""
    try:
        content = _bytes_of(source, limits)
        kind = _kind_of(source, content)
        if kind == "record" and source.kind == "unknown":
            return _records_by_looking(source, content, published, outlet, limits)
        drafts = _drafts(source, kind, content, limits)
        for draft in drafts:
            _check_text(draft.text, limits)
    except Refused as refused:
        note = Note(source.place, None, refused.message, refused.advice, refused.made_by)
        return (Opened(notes=(note,)),)
    made = ((draft.original, *make_report(draft, published, outlet)) for draft in drafts)
    return tuple(Opened(original, report, notes) for original, report, notes in made)


def _bytes_of(source: Source, limits: Limits) -> bytes:
    largest = {
        "text": limits.text,
        "page": limits.page,
        "record": limits.record,
        "feed": limits.feed,
        "archive": limits.member,
    }.get(source.kind, max(limits.text, limits.page))
    content = source.content
    if content is None:
        assert source.file is not None
        try:
            with open(source.file, "rb") as stream:
                stream.seek(source.first_byte)
                wanted = largest + 1 if source.last_byte is None else source.last_byte - source.first_byte
                content = stream.read(wanted)
                size = max(len(content), stream.seek(0, 2) if source.last_byte is None else 0)
        except FileNotFoundError:
            raise Refused("is no longer there", "it was moved or deleted while reading", MADE_BY) from None
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            raise Refused(f"cannot be read: {why}", "check the file and its rights", MADE_BY) from None
    else:
        size = len(content)
    if size > largest:
        note = too_large(source.place, size, largest, "report")
        raise Refused(note.message, note.advice, MADE_BY)
    if not content.strip():
        raise Refused("is empty", "nothing was read from it", MADE_BY)
    return content


def _kind_of(source: Source, content: bytes) -> Kind:
    """The kind as named, but for what no text begins with; what has no name is known by its first bytes."""
    if source.kind in ("page", "record", "feed", "archive"):
        return source.kind
    head = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "page"
    if source.kind == "text":
        return "text"
    if head.startswith(b"{"):
        return "record"
    if head.startswith((b"<?xml", b"<rss", b"<feed")) and re.search(rb"<(?:rss|feed|rdf:rdf)[\s>]", head):
        return "feed"
    return "page" if head.startswith((b"<head", b"<body")) or b"<html" in head else "text"


def _records_by_looking(
    source: Source, content: bytes, published: str | None, outlet: str | None, limits: Limits
) -> tuple[Opened, ...]:
    """Records of a source whose name does not say that it holds some: one over many lines, or one a line."""
    if is_open(content.lstrip().split(b"\n", 1)[0]):
        return open_source(msgspec.structs.replace(source, kind="record"), published, outlet, limits)
    opened: list[Opened] = []
    for line in sources_of_stream(BytesIO(content), source.place, limits, source.name):
        if isinstance(line, Note):
            opened.append(Opened(notes=(line,)))
        else:
            opened.extend(
                open_source(msgspec.structs.replace(line, file=source.file), published, outlet, limits)
            )
    return tuple(opened)


def _drafts(source: Source, kind: Kind, content: bytes, limits: Limits) -> tuple[Draft, ...]:
    if kind == "archive":
        return drafts_of_member(content, source, limits)
    told = told_charset(content) if kind in ("page", "feed") else None
    try:
        decoded = decode(content, "utf-8" if kind == "record" else told)
    except NotText as error:
        raise Refused(str(error), "give a text, a page, or records", MADE_BY) from None
    original = Original(hashlib.sha256(content).hexdigest(), MEDIA_TYPES[kind], decoded.encoding, content)
    if kind == "page":
        return (draft_of_page(decoded, original, source, limits),)
    if kind == "record":
        return (draft_of_record(decoded, original, source, limits),)
    if kind == "feed":
        return drafts_of_feed(decoded, original, source, limits)
    return (draft_of_text(decoded, original, source),)


def _check_text(text: str, limits: Limits) -> None:
    if not any(character.isalpha() for character in text):
        raise Refused("holds no words", "nothing was read from it", MADE_BY)
    if len(text) > limits.text:
        found, limit, what = len(text), limits.text, "characters"
    elif (lines := text.count("\n") + text.count("\r")) > limits.paragraphs:
        found, limit, what = lines, limits.paragraphs, "lines"
    else:
        return
    raise Refused(
        f"too long for one report: {found:,} {what}, at most {limit:,} are read",
        "split it into single reports, or raise the limit",
        MADE_BY,
    )
