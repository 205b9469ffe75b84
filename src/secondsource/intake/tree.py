"""HTML source -> a pruned tree that is safe to search: bounded in elements, depth and attributes."""

from typing import Any

from secondsource.intake.limits import Limits
from secondsource.intake.refusal import Refused

MADE_BY = "intake.tree"
Tree = Any  # an lxml.html.HtmlElement: lxml carries no types
_REMOVED = ("script", "style", "template", "svg", "iframe", "object", "embed", "canvas")


def tree_of(source: str, limits: Limits) -> Tree:
    """The tree of a page. Raises Refused when it has too many elements, or nests them too deep."""
    from lxml import etree
    from lxml import html as pages

    starts = source.count("<") - source.count("</")
    if starts > 2 * limits.elements:
        raise _refused("elements", starts, limits.elements)
    parser = pages.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        tree = pages.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Refused(
            "is a page with no elements", "look at it in a browser, and save its text", MADE_BY
        ) from None
    number, depth, deepest = 0, 0, 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        number, depth = number + 1, depth + 1
        deepest = max(deepest, depth)
    if number > limits.elements:
        raise _refused("elements", number, limits.elements)
    if deepest > limits.depth:
        raise _refused("elements inside each other", deepest, limits.depth)
    return tree


def prune(tree: Tree, limits: Limits) -> None:
    """Takes out what no reader sees as text, and attributes that are too long (embedded pictures)."""
    for element in list(tree.iter(*_REMOVED)):
        element.drop_tree()
    for element in tree.iter():
        for name, value in list(element.attrib.items()):
            if len(value) > limits.attribute:
                del element.attrib[name]


def meta(tree: Tree, *names: str) -> str | None:
    """The content of the first meta element with one of these names, the names tried in order."""
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = plain(element.get("content") or "")
        if name and content:
            contents.setdefault(name.strip().lower(), content)
    return next((contents[name] for name in names if name in contents), None)


def plain(words: str) -> str:
    """The words with every run of blanks made one."""
    return " ".join(words.split())


def _refused(what: str, found: int, limit: int) -> Refused:
    return Refused(
        f"is a page with {found:,} {what}, at most {limit:,} are read",
        "save its text, or raise the limit",
        MADE_BY,
    )
