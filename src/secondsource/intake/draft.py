"""What a document tells of itself -> Report: its id, its parts, its date, outlet and language."""

import hashlib
from collections.abc import Mapping

import msgspec

from secondsource.intake.outlets import find_outlet
from secondsource.intake.parts import mark_parts
from secondsource.intake.publication import find_published, published_as_given
from secondsource.intake.stamps import stamped
from secondsource.intake.tongue import find_language
from secondsource.model import Note, Original, Part, Passage, Published, Report
from secondsource.model.report import PartKind

MADE_BY = "intake.draft"


class Draft(msgspec.Struct, frozen=True):
    """A document on the way to a Report: its text, and what it says of itself, each None where silent.

    `told_*` is what the document (or the record it came in) states outright; `published` is a date that was
    found in a page with its method; `told_parts` holds the letters of paragraphs that the page itself marks
    (as caption, byline or subtitle), which then need no guessing.
    """

    text: str
    original: Original
    name: str
    file: str | None = None
    place: str = ""
    url: str | None = None
    title: str | None = None
    told_outlet: str | None = None
    told_published: str | None = None
    told_language: str | None = None
    told_parts: Mapping[str, PartKind] = msgspec.field(default_factory=dict)
    published: Published = Published()
    passages: tuple[Passage, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


def make_report(
    draft: Draft, published: str | None = None, outlet: str | None = None
) -> tuple[Report, tuple[Note, ...]]:
    """The Report of a draft; `published` and `outlet` are the caller's word, and outweigh the document's."""
    id = identity(draft)
    parts = mark_parts(draft.text, draft.title, draft.told_parts)
    when, doubts = _when(draft, parts, published)
    name_of_outlet = outlet or find_outlet(draft.text, parts, draft.told_outlet, draft.url)
    report = Report(
        id=id,
        text=draft.text,
        sha256=draft.original.sha256,
        name=draft.name,
        file=draft.file,
        url=draft.url,
        title=draft.title or _title(draft.text, parts),
        outlet=name_of_outlet,
        published=when,
        language=find_language(draft.text, draft.told_language),
        parts=parts,
        passages=draft.passages,
    )
    notes = [Note(id, None, message, advice, MADE_BY) for message, advice in (*draft.doubts, *doubts)]
    return report, tuple(notes)


def identity(draft: Draft) -> str:
    """12 hex digits of SHA-256 over text, outlet and address as the document tells them.

    The caller's options do not enter, so that one file stays one report however it is read.
    """
    told = "\x00".join((draft.text, draft.told_outlet or "", draft.url or ""))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _when(
    draft: Draft, parts: tuple[Part, ...], given: str | None
) -> tuple[Published, tuple[tuple[str, str], ...]]:
    doubts: list[tuple[str, str]] = []
    for words, reason in ((given, "given by the reader"), (draft.told_published, "given in the record")):
        if not words:
            continue
        value = published_as_given(words, reason)
        if value is not None:
            return value, tuple(doubts)
        doubts.append((f"the date {words[:60]!r} ({reason}) is not understood", "write it as 2023-08-06"))
    if draft.published.value:
        return draft.published, tuple(doubts)
    found = find_published(draft.text, parts)
    if not found.value:
        found = stamped(draft.text) or draft.published
    return found, tuple(doubts)


def _title(text: str, parts: tuple[Part, ...]) -> str | None:
    for part in parts:
        if part.kind == "title":
            return part.span.of(text)
    return None
