"""re3d (defence and diplomacy, types of its own) -> documents with its names, in its habit and in ours."""

import json
from pathlib import Path

from training.reader.corpora.document import Document, from_text, mark_spans, part_of

OURS = {
    "Person": "person",
    "Organisation": "organization",
    "Location": "place",
    "Nationality": "nationality",
    "Weapon": "weapon",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "Quantity": "quantity",
    "Money": "money",
    "DocumentReference": "document",
}
NAMED = frozenset({"Person", "Organisation", "Location"})
SMALL = frozenset({"of", "for", "the", "and", "al", "-", "bin"})
CLOSED = frozenset({"BBC Online"})  # CC BY-NC


def read_re3d(folder: Path) -> dict[str, list[Document]]:
    """Split by document: two tenths measure, one tenth chooses. Rejected spans (confidence 0) are dropped."""
    parts: dict[str, list[Document]] = {"train": [], "choose": [], "measure": []}
    for path in sorted(folder.glob("*/documents.json")):
        if path.parent.name in CLOSED:
            continue
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for row in _rows(path.with_name("entities.json")):
            if row["confidence"] > 0:
                entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
        for row in _rows(path):
            document = from_text(f"{path.parent.name}/{row['_id']}", "re3d", row["text"])
            spans = sorted(entities.get(row["_id"], []), key=lambda span: (span[0] - span[1], span[0]))
            document.layers["re3d"] = list(mark_spans(document, spans))
            document.layers["entity"] = list(_ours(document))
            parts[part_of(row["_id"], "mmcttttttt")].append(document)
    return parts


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]  # type: ignore[misc]


def _ours(document: Document) -> list[str | None]:
    """Tags in our kinds; people, organizations and places only where they are named, else left open."""
    tags: list[str | None] = []
    names: set[int] = set()
    open_: list[int] = []
    for place, tag in enumerate([*document.layers["re3d"], "O"]):
        if not tag.startswith("I-") and open_:
            words = [document.words[i] for i in open_]
            if all(word[:1].isupper() or word in SMALL for word in words) and words[0] != "We":
                names.update(open_)
            open_ = []
        if tag != "O" and (tag.startswith("I-") or tag[2:] in NAMED):
            open_.append(place)
    for place, tag in enumerate(document.layers["re3d"]):
        ours = OURS.get(tag[2:])
        if ours is None:
            tags.append("O")
        elif tag[2:] in NAMED and place not in names:
            tags.append(None)
        else:
            tags.append(tag[:2] + ours)
    return tags
