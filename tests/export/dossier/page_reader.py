"""A written page, read back by the standard library's own parser, for the tests to ask."""

from html.parser import HTMLParser


class PageReader(HTMLParser):
    """Every element of a page as (name, attributes), its ids, its inner links, and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.comments: list[str] = []
        self._raw: str | None = None
        self.feed(page)
        self.close()

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [own["id"] or "" for _, own in self.elements if "id" in own]

    @property
    def jumps(self) -> list[str]:
        """Ids that links and marks on the page lead to."""
        links = [(own.get("href") or "") for name, own in self.elements if name == "a"]
        marks = [own["data-to"] or "" for _, own in self.elements if "data-to" in own]
        return [one[1:] for one in links if one.startswith("#")] + marks

    @property
    def text(self) -> str:
        """What a person can read, without style and script."""
        return "".join(self.words)

    def names(self) -> set[str]:
        """Names of elements that occur."""
        return {name for name, _ in self.elements}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._raw = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._raw:
            self._raw = None

    def handle_data(self, data: str) -> None:
        if self._raw is None:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)
