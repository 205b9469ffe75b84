"""HTML -> Page: main text with its title, site, date and language, and where the text stood in the source."""

import logging
import re
from collections.abc import Mapping

import msgspec

from secondsource.intake.decoding import Decoded
from secondsource.intake.draft import Draft
from secondsource.intake.limits import USUAL, Limits
from secondsource.intake.linked import Linked, linked_of
from secondsource.intake.page_dates import published_of_page
from secondsource.intake.passages import Bytes, Stretch, locate
from secondsource.intake.refusal import Refused
from secondsource.intake.sheet import letters_of
from secondsource.intake.source import Source
from secondsource.intake.tree import Tree, meta, plain, prune, tree_of
from secondsource.model import Original, Passage, Published
from secondsource.model.report import PartKind

MADE_BY = "intake.page"
_SITE = re.compile(r"\s[|\-–—·»]\s")
# What libraries log of a page is either in a note of ours or of no use to the reader.
for _library in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)
_CALLED: tuple[tuple[str, PartKind], ...] = (
    ("caption", "caption"),
    ("byline", "byline"),
    ("author", "byline"),
    ("standfirst", "subtitle"),
    ("subtitle", "subtitle"),
    ("subheadline", "subtitle"),
    ("article-deck", "subtitle"),
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_.:\-]{2,40})")


class Page(msgspec.Struct, frozen=True):
    """What a page tells: the text of its report, and what it says of itself (None where it is silent)."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = Published()
    told_parts: Mapping[str, PartKind] = msgspec.field(default_factory=dict)
    stretches: tuple[Stretch, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


def told_charset(content: bytes) -> str | None:
    """The charset that a page declares in its first 4,096 bytes."""
    found = _CHARSET.search(content[:4096])
    return found.group(1).decode("ascii") if found else None


def draft_of_page(
    decoded: Decoded, original: Original, source: Source, limits: Limits, address: str | None = None
) -> Draft:
    """A Draft of the page's main text; `address` is where it was found, if known.

    Raises Refused when it is too large, too deep, or holds no text.
    """
    page = page_of(decoded.text, limits, address)
    points = Bytes(decoded.exact or decoded.text, decoded.encoding, decoded.first_byte)
    places = points.at([place for stretch in page.stretches for place in (stretch.first, stretch.last)])
    return Draft(
        text=page.text,
        original=original,
        name=source.name,
        file=source.file,
        place=source.place,
        url=page.url,
        title=page.title,
        told_outlet=page.outlet,
        told_language=page.language,
        told_parts=page.told_parts,
        published=page.published,
        passages=tuple(
            Passage(stretch.span, places[2 * n], places[2 * n + 1])
            for n, stretch in enumerate(page.stretches)
        ),
        doubts=(*decoded.doubts, *page.doubts),
    )


def page_of(source: str, limits: Limits = USUAL, address: str | None = None) -> Page:
    """The Page that an HTML source shows. Raises Refused when it is too large, too deep, or has no text."""
    tree = tree_of(source, limits)
    linked, doubts = linked_of(tree, limits)
    language = tree.get("lang") or tree.get("xml:lang")
    outlet = linked.publisher or meta(tree, "og:site_name", "application-name", "al:android:app_name")
    title = title_of(tree, linked, outlet)
    url = linked.url or meta(tree, "og:url") or _canonical(tree) or address
    prune(tree, limits)
    published = published_of_page(tree, linked, source, url)
    told_parts = told_parts_of(tree)
    text = main_text(tree)
    if not any(character.isalpha() for character in text):
        raise Refused(
            "is a page with no text of a report", "look at it in a browser, and save its text", MADE_BY
        )
    if title and not _begins_with(text, title):
        text = f"{title}\n{text}"
    return Page(
        text=text,
        title=title,
        outlet=outlet,
        url=url,
        language=language,
        published=published,
        told_parts=told_parts,
        stretches=locate(text, source),
        doubts=doubts,
    )


def told_parts_of(tree: Tree) -> dict[str, PartKind]:
    """What the page's own marks say of its short paragraphs, by their letters."""
    told: dict[str, PartKind] = {}
    for element in tree.iter("figcaption", "p", "div", "span", "h2", "a", "address"):
        called = " ".join(element.get(name) or "" for name in ("class", "itemprop", "rel")).lower()
        kind: PartKind | None = "caption" if element.tag == "figcaption" else None
        for word, one in _CALLED:
            if kind is None and word in called:
                kind = one
        if kind and len(words := element.text_content()) <= 600 and (letters := letters_of(words)):
            told.setdefault(letters, kind)
    return told


def main_text(tree: Tree) -> str:
    """The report's paragraphs, a line each, as trafilatura finds them (https://trafilatura.readthedocs.io)."""
    import trafilatura

    found = trafilatura.bare_extraction(
        tree, with_metadata=False, include_comments=False, include_tables=True
    )
    lines = str(getattr(found, "text", None) or "").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def title_of(tree: Tree, linked: Linked, outlet: str | None) -> str | None:
    """The headline: what the page's data call it, else its one h1, else its title without the site's name."""
    heads = [words for head in tree.iter("h1") if (words := plain(" ".join(head.itertext())))]
    told = linked.headline or meta(tree, "og:title", "twitter:title")
    element = next(tree.iter("title"), None)
    whole = plain(element.text_content()) if element is not None else ""
    for head in heads:
        if told and _same(head, told) or whole and _same(head, whole):
            return head
    if told:
        return _without_site(told, outlet)
    if len(heads) == 1:
        return heads[0]
    return _SITE.split(whole)[0].strip() or None


def _without_site(title: str, outlet: str | None) -> str:
    """`Yard opened in north | The Example` -> `Yard opened in north`, when The Example is the outlet."""
    pieces = _SITE.split(title)
    if outlet and len(pieces) > 1 and letters_of(pieces[-1]) == letters_of(outlet):
        return title[: title.rindex(pieces[-1])].rstrip(" |-–—·»")
    return title


def _same(left: str, right: str) -> bool:
    a, b = letters_of(left), letters_of(right)
    return (
        bool(a and b)
        and (a.startswith(b) or b.startswith(a))
        and min(len(a), len(b)) * 3 >= max(len(a), len(b))
    )


def _begins_with(text: str, title: str) -> bool:
    return any(_same(line, title) and len(line) < 2 * len(title) + 20 for line in text.split("\n", 4)[:4])


def _canonical(tree: Tree) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return str(link.get("href")).strip()
    return None
