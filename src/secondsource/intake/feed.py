"""A news feed (RSS, Atom, RDF) -> a Draft an entry: its headline, its text, its day and its address."""

from io import BytesIO
from typing import Any

from secondsource.intake.decoding import Decoded, without_unsafe
from secondsource.intake.draft import Draft
from secondsource.intake.limits import Limits
from secondsource.intake.passages import Bytes, locate
from secondsource.intake.publication import day_in
from secondsource.intake.refusal import Refused
from secondsource.intake.sheet import letters_of
from secondsource.intake.source import Source
from secondsource.intake.tree import plain, prune, tree_of
from secondsource.model import Original, Passage, Published

MADE_BY = "intake.feed"
_BLOCKS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr", "table", "figure")


def drafts_of_feed(decoded: Decoded, original: Original, source: Source, limits: Limits) -> tuple[Draft, ...]:
    """The entries of a feed that hold words, in its order. Raises Refused when it is no feed, or has none.

    feedparser keeps the date as the feed writes it, so that the day is the publisher's own.
    """
    import feedparser

    feed = feedparser.parse(BytesIO(original.content), sanitize_html=True, resolve_relative_uris=False)
    if not feed.get("version"):
        raise Refused("is neither a feed nor a page", "give a feed in RSS or Atom, or a page", MADE_BY)
    points = Bytes(decoded.exact or decoded.text, decoded.encoding, decoded.first_byte)
    damage: tuple[tuple[str, str], ...] = ()
    if feed.get("bozo"):
        damage = (
            (f"is a damaged feed: {plain(str(feed.get('bozo_exception')))[:120]}", "entries may be missing"),
        )
    about = feed.get("feed", {})
    drafts = []
    for number, entry in enumerate(feed.entries, start=1):
        title = plain(_safe(entry.get("title")))
        text, whole = _words(entry, limits)
        if not any(character.isalpha() for character in title + text):
            continue
        text = f"{title}\n{text}".strip() if letters_of(text.split("\n")[0]) != letters_of(title) else text
        stretches = locate(text, decoded.text)
        places = points.at([place for stretch in stretches for place in (stretch.first, stretch.last)])
        doubts = (
            ()
            if whole
            else (("is the summary of a report in a feed", "read the report itself for the rest"),)
        )
        drafts.append(
            Draft(
                text=text,
                original=original,
                name=_safe(entry.get("id")) or f"{source.name}:{number}",
                file=source.file,
                place=f"{source.place}, entry {number}",
                url=_safe(entry.get("link")) or None,
                title=title or None,
                told_outlet=plain(_safe(about.get("title"))) or None,
                told_language=_safe(about.get("language")) or None,
                published=_published(entry),
                passages=tuple(
                    Passage(stretch.span, places[2 * n], places[2 * n + 1])
                    for n, stretch in enumerate(stretches)
                ),
                doubts=(*decoded.doubts, *damage, *doubts),
            )
        )
    if not drafts:
        raise Refused("is a feed without entries", "nothing was read from it", MADE_BY)
    return tuple(drafts)


def _words(entry: Any, limits: Limits) -> tuple[str, bool]:
    """The paragraphs of an entry, a line each, and whether they are its content and not a summary."""
    contents = [_safe(content.get("value")) for content in entry.get("content") or ()]
    summary = _safe(entry.get("summary"))
    longest = max([*contents, summary], key=len, default="")
    if not longest.strip():
        return "", False
    tree = tree_of(f"<html><body>{longest}</body></html>", limits)
    prune(tree, limits)
    for element in tree.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = (plain(line) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line), longest in contents


def _published(entry: Any) -> Published:
    for name in ("published", "created", "updated"):
        day = day_in(_safe(entry.get(name)))
        if day:
            return Published(day, "found", because=(f"feed entry ({name})",))
    return Published()


def _safe(words: Any) -> str:
    return without_unsafe(str(words or "").strip())[0]
