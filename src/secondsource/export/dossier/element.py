"""Names, attributes and children -> HTML: the one place where markup is made, and where text is escaped."""

from collections.abc import Iterable
from typing import TypeAlias

# Characters that HTML forbids or that a terminal or editor would obey are shown, not passed on.
_CONTROLS = {code: 0x2400 + code for code in range(32) if code not in (9, 10)} | {127: 0x2421}
_OPENING_MARKS = ("“", "”", "„", "«", "»", "‘", '"', "'")
_EMPTY = frozenset({"meta"})
_EMPTY_IN_SVG = frozenset({"rect", "line"})


class Markup(str):
    """HTML that this module made. Any other string is text, and is escaped when it becomes a child."""

    __slots__ = ()


Child: TypeAlias = "str | int | None | Iterable[Child]"


def escape(text: str) -> Markup:
    """The text as HTML shows it literally, in content and between double quotes."""
    if isinstance(text, Markup):
        return text
    plain = text.translate(_CONTROLS)
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(plain.replace('"', "&quot;").replace("'", "&#39;"))


def join(*children: Child) -> Markup:
    """Children one after the other; None is nothing."""
    return Markup("".join(_pieces(children)))


def element(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """`<name attributes>children</name>`; see `opening` for attributes."""
    if name in _EMPTY:
        return opening(name, **attributes)
    if name in _EMPTY_IN_SVG:
        return Markup(f"{opening(name, **attributes)[:-1]}/>")
    return Markup(f"{opening(name, **attributes)}{join(*children)}</{name}>")


def opening(name: str, /, **attributes: str | int | bool | None) -> Markup:
    """The opening tag. `class_` is written class, `data_to` data-to; False and None leave an attribute out.

    Raises ValueError for an address that is neither a place on the page nor http(s), and for attributes that
    hold code.
    """
    written = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        if attribute == "style" or attribute.startswith("on"):
            raise ValueError(f"{attribute} holds code: put it into dossier.css or dossier.js")
        if attribute == "href" and not _may_follow(str(value)):
            raise ValueError("an address must start with #, http:// or https://")
        written.append(attribute if value is True else f'{attribute}="{escape(str(value))}"')
    return Markup(f"<{' '.join(written)}>")


def closing(name: str) -> Markup:
    """The closing tag."""
    return Markup(f"</{name}>")


def jump(anchor: str, *children: Child, class_: str | None = None) -> Markup:
    """A link to a place on this page."""
    return element("a", *children, class_=class_, href=f"#{anchor}")


def address(url: str) -> Markup:
    """A web address: a link when it is http or https, else only its text."""
    if not _may_follow(url) or url.startswith("#"):
        return element("bdi", url, class_="address")
    return element("a", element("bdi", url), class_="address", href=url, rel="noreferrer noopener nofollow")


def shortened(text: str, most: int = 240) -> Markup:
    """The text; when it is longer than `most` characters its beginning, and the whole behind a fold."""
    if len(text) <= most:
        return element("bdi", text)
    return element(
        "details",
        element(
            "summary",
            element("bdi", text[:most]),
            "… ",
            element("span", f"all {len(text)} characters", class_="more"),
        ),
        element("bdi", text),
        class_="long",
    )


def quoted(words: str, link: Markup) -> Markup:
    """Words of a report as a quotation; marks of its own that they open with are not doubled."""
    return element("span" if words.lstrip().startswith(_OPENING_MARKS) else "q", link, class_="quote")


def folded(label: str, *children: Child, class_: str = "fold") -> Markup:
    """Children behind a summary that a click opens."""
    return element("details", element("summary", label), *children, class_=class_)


def listed(rows: Iterable[Markup], *, most: int = 8, class_: str | None = None, name: str = "rows") -> Markup:
    """A list; what goes beyond `most` rows stands behind a fold that counts it."""
    every = [element("li", row) for row in rows]
    head = element("ul", every[:most], class_=class_)
    if len(every) <= most:
        return head
    return join(head, folded(f"{len(every) - most} more {name}", element("ul", every[most:], class_=class_)))


def _may_follow(url: str) -> bool:
    return url.startswith("#") or url.lower().startswith(("http://", "https://"))


def _pieces(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, str):
            yield escape(child)
        elif isinstance(child, int):
            yield str(child)
        else:
            yield from _pieces(child)
