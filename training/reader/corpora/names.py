"""re3d (defence and diplomacy, types of its own) -> documents with its names, in its habit and in ours."""

import json
from pathlib import Path

from training.reader.corpora.document import Document, from_text, mark_spans, part_of

OURS = {
    "Person": "person",
    "Organisation": "organization",
    "Location": "place|facility",
    "Nationality": "nationality",
    "Weapon": "weapon",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "Quantity": "quantity",
    "Money": "money",
    "DocumentReference": "document",
}
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
            document.layers["entity"] = [_ours(tag) for tag in document.layers["re3d"]]
            parts[part_of(row["_id"], "mmcttttttt")].append(document)
    return parts


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]  # type: ignore[misc]


def _ours(tag: str) -> str:
    if tag == "O" or tag[2:] not in OURS:
        return "O"
    return tag[:2] + OURS[tag[2:]]
