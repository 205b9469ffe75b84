"""One JSON object -> Draft: a report as a line of JSONL, with what its fields say of it."""

from json import JSONDecodeError, JSONDecoder
from typing import Any

import msgspec

from secondsource.intake.decoding import Decoded, without_unsafe
from secondsource.intake.draft import Draft
from secondsource.intake.limits import Limits
from secondsource.intake.page import Page, page_of
from secondsource.intake.passages import Bytes, json_points
from secondsource.intake.refusal import Refused
from secondsource.intake.source import Source
from secondsource.model import Original, Passage, Span

MADE_BY = "intake.record"
ADVICE = 'write one object a line, such as {"text": "...", "title": "...", "published": "2023-08-06"}'
# Archives and scrapers call the same field by other names; the first that holds words counts.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "story_text", "content", "article"),
    "html": ("html",),
    "id": ("id", "name"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "publisher", "site_name"),
    "published": ("published", "date_published", "datePublished", "date"),
    "language": ("language", "lang"),
}


class Member(msgspec.Struct, frozen=True):
    """One field of a record: its value, and where that stands in the line, in code points."""

    value: Any
    start: int
    end: int


def draft_of_record(decoded: Decoded, original: Original, source: Source, limits: Limits) -> Draft:
    """A Draft of the record's text or html. Raises Refused when it is no object, or holds neither."""
    members = members_of(decoded.text)
    told = {name: member for name in NAMES if (member := _first(members, NAMES[name])) is not None}
    field = told.get("text") or told.get("html")
    if field is None:
        raise Refused('has neither "text" nor "html"', ADVICE, MADE_BY)
    words, doubts = without_unsafe(str(field.value))
    page = page_of(words, limits) if "text" not in told else Page(words)

    def text_of(name: str) -> str | None:
        return without_unsafe(str(told[name].value).strip())[0] or None if name in told else None

    return Draft(
        text=page.text,
        original=original,
        name=text_of("id") or source.name,
        file=source.file,
        place=source.place,
        url=text_of("url") or page.url,
        title=text_of("title") or page.title,
        told_outlet=text_of("outlet") or page.outlet,
        told_published=text_of("published"),
        told_language=text_of("language") or page.language,
        told_parts=page.told_parts,
        published=page.published,
        passages=_passages(decoded, field, page, whole="text" in told),
        doubts=(*decoded.doubts, *doubts, *page.doubts),
    )


def members_of(line: str) -> dict[str, Member]:
    """The fields of one JSON object, with their places. Raises Refused when the line is no object."""
    decoder = JSONDecoder()
    blank = " \t\r\n"
    at = len(line) - len(line.lstrip(blank + "\ufeff"))
    members: dict[str, Member] = {}
    try:
        if not isinstance(decoder.raw_decode(line, at)[0], dict):
            raise Refused("is JSON, but not an object", ADVICE, MADE_BY)
        at += 1
        while True:
            while line[at] in blank + ",":
                at += 1
            if line[at] == "}":
                break
            key, at = decoder.raw_decode(line, at)
            while line[at] in blank + ":":
                at += 1
            start = at
            value, at = decoder.raw_decode(line, at)
            members[key] = Member(value, start, at)
    except JSONDecodeError as error:
        raise Refused(
            f"is not JSON: {error.msg.lower()} at character {error.pos + 1}", ADVICE, MADE_BY
        ) from None
    except RecursionError:
        raise Refused("is JSON nested too deep", ADVICE, MADE_BY) from None
    except (ValueError, IndexError):
        raise Refused("is JSON with a number that is too long", ADVICE, MADE_BY) from None
    if line[at + 1 :].strip(blank):
        raise Refused(f"has something after its object, at character {at + 2}", ADVICE, MADE_BY)
    return members


def _first(members: dict[str, Member], names: tuple[str, ...]) -> Member | None:
    for name in names:
        member = members.get(name)
        if member and isinstance(member.value, (str, int)) and str(member.value).strip():
            return member
    return None


def _passages(decoded: Decoded, field: Member, page: Page, whole: bool) -> tuple[Passage, ...]:
    """Where the field's characters stand among the bytes of the line, escapes and all."""
    points = Bytes(decoded.exact or decoded.text, decoded.encoding, decoded.first_byte)
    if whole:
        places = points.at([field.start + 1, field.end - 1])
        return (Passage(Span(0, len(page.text)), places[0], places[1]),)
    inside = [place for stretch in page.stretches for place in (stretch.first, stretch.last)]
    raw = json_points(decoded.text[field.start : field.end], inside)
    places = points.at([field.start + place for place in raw])
    return tuple(
        Passage(stretch.span, places[2 * n], places[2 * n + 1]) for n, stretch in enumerate(page.stretches)
    )
