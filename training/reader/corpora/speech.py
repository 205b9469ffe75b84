"""PolNeAR (who said what in US political news; brat) -> documents with source, cue, content, links."""

import re
from pathlib import Path

from training.reader.corpora.document import HALVES, Document, from_text, mark_spans, part_of

_SPAN = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
_LINK = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def read_polnear(folder: Path) -> dict[str, list[Document]]:
    """The first annotator of each article; test is measured when it is there, else half of dev.

    Layer `attribution` tags words source, cue or content; layer `link` names, for a word of a source or
    content, the first word of its cue (its own index when the cue is unknown).
    """
    parts: dict[str, list[Document]] = {"train": [], "choose": [], "measure": []}
    has_test = (folder / "test").is_dir()
    for part in ("train", "dev", "test"):
        annotations: dict[str, Path] = {}
        for path in sorted((folder / part / "attributions").glob("*.ann")):
            annotations.setdefault(path.stem.rsplit("_", 1)[0], path)
        for path in sorted((folder / part / "text").glob("*.txt")):
            # an annotator's mark may follow the article's name, or be part of it
            found = annotations.get(path.stem) or annotations.get(path.stem.rsplit("_", 1)[0])
            if found is None:
                continue
            text = path.read_bytes().decode("utf-8")
            where = part_of(path.stem, HALVES) if part == "dev" and not has_test else part
            where = {"dev": "choose", "test": "measure"}.get(where, where)
            parts[where].append(_document(path.stem, text, found.read_text(encoding="utf-8")))
    return parts


def _document(name: str, text: str, annotation: str) -> Document:
    document = from_text(name, "polnear", text)
    pieces: dict[str, list[tuple[int, int]]] = {}
    spans: list[tuple[int, int, str]] = []
    for key, kind, places in _SPAN.findall(annotation):
        for place in places.split(";"):
            start, end = (int(number) for number in place.split())
            pieces.setdefault(key, []).append((start, end))
            spans.append((start, end, kind.lower()))
    spans.sort(key=lambda span: (span[2] == "content", span[0]))
    tags = mark_spans(document, spans)
    document.layers["attribution"] = list(tags)
    document.layers["link"] = _links(document, annotation, pieces, tags)
    return document


def _links(
    document: Document, annotation: str, pieces: dict[str, list[tuple[int, int]]], tags: list[str | None]
) -> list[int | None]:
    links: list[int | None] = [None] * len(document.words)
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        members = _LINK.findall(line)
        cues = [place for kind, key in members if kind == "Cue" for place in pieces.get(key, [])]
        target = None
        if cues:
            first = min(cues)[0]
            target = next((i for i, end in enumerate(document.ends) if end > first), None)
        for kind, key in members:
            if kind == "Cue":
                continue
            for start, end in pieces.get(key, []):
                for i, begin in enumerate(document.starts):
                    tag = tags[i]
                    if begin < end and document.ends[i] > start and tag and tag[2:] == kind.lower():
                        links[i] = i if target is None else target
    return links
