"""A page's JSON-LD -> what it says of the report: headline, publisher, dates; read under a size cap."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from secondsource.intake.limits import Limits, in_words
from secondsource.intake.tree import Tree, plain

ARTICLES = ("Article", "BlogPosting", "Report", "LiveBlogPosting", "WebPage")


class Linked(msgspec.Struct, frozen=True):
    """What schema.org data on the page say of it; None where they are silent."""

    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def linked_of(tree: Tree, limits: Limits) -> tuple[Linked, tuple[tuple[str, str], ...]]:
    """The first description of an article on the page (schema.org), and what was doubtful."""
    doubts: list[tuple[str, str]] = []
    found: list[dict[str, Any]] = []
    room = limits.linked
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        words = (script.text or "").strip()
        if len(words) > room:
            doubts.append(
                (
                    f"its linked data exceed {in_words(limits.linked)}: not read",
                    "date and outlet may be missing",
                )
            )
            break
        room -= len(words)
        try:
            found.extend(_objects(json.loads(words, strict=False)))
        except (ValueError, RecursionError):
            doubts.append(("its linked data are not JSON", "date and outlet may be missing"))
    articles = sorted((thing for thing in found if _rank(thing) < 9), key=_rank)
    for thing in articles:
        return (
            Linked(
                headline=_words(thing.get("headline") or thing.get("name")),
                publisher=_words(thing.get("publisher")),
                published=_words(thing.get("datePublished")),
                url=_words(thing.get("url")),
            ),
            tuple(doubts),
        )
    return Linked(), tuple(doubts)


def _rank(thing: dict[str, Any]) -> int:
    kinds = thing.get("@type")
    names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    if any(isinstance(name, str) and name.endswith("Article") for name in names):
        return 0
    ranks = [ARTICLES.index(name) for name in names if isinstance(name, str) and name in ARTICLES]
    return min(ranks, default=9)


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for part in value:
            yield from _objects(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)


def _words(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return plain(value) or None if isinstance(value, str) else None
