"""The labels of every head: collected from the documents, written beside the weights."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from training.reader.corpora import Document

TAGS = ("upos", "xpos", "lemma", "ends", "mention")
SPANS = ("uner", "re3d", "entity", "attribution", "meantime", "ecbplus")
ENTITY = (
    "person", "organization", "place", "nationality", "weapon", "platform", "vehicle", "facility", "quantity",
    "money", "document", "product",
)  # fmt: skip


@dataclass
class Labels:
    """`words` maps a layer to its labels in order; `spans` are the layers of begin/inside/outside tags."""

    words: dict[str, list[str]]
    relations: list[str]
    spans: tuple[str, ...] = SPANS

    @classmethod
    def collect(cls, documents: list[Document], seen: int = 3) -> "Labels":
        """Labels that occur at least `seen` times; every span label has both B and I."""
        counts: dict[str, Counter[str]] = {}
        relations: Counter[str] = Counter()
        for document in documents:
            for layer in (*TAGS, *SPANS):
                counts.setdefault(layer, Counter()).update(
                    str(label) for label in document.layers.get(layer, ()) if label is not None
                )
            relations.update(document.layers.get("deprel", ()))
        words = {layer: sorted(label for label, n in counts[layer].items() if n >= seen) for layer in TAGS}
        for layer in SPANS:
            kinds = sorted({label[2:] for label in counts[layer] if label[1:2] == "-"})
            kinds = list(ENTITY) if layer == "entity" else kinds
            words[layer] = ["O"] + [f"{letter}-{kind}" for kind in kinds for letter in "BI"]
        return cls(words, sorted(label for label, n in relations.items() if n >= seen))

    def widened(self, other: "Labels") -> "Labels":
        """These labels, with the layers that only `other` has."""
        return Labels({**other.words, **self.words}, self.relations or other.relations, self.spans)

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=0))

    @classmethod
    def read(cls, path: Path) -> "Labels":
        return cls(**json.loads(path.read_text()))

    def allowed(self, layer: str, label: str | None) -> list[bool]:
        """Which labels of a span layer agree with what the annotators said.

        None: any. `?`: whatever is no person, organization or place (the set marks no other kinds).
        `B-place|facility`: either.
        """
        own = self.words[layer]
        if label is None:
            return [True] * len(own)
        if label == "?":
            return [one[2:] not in {"person", "organization", "place"} for one in own]
        letter, kinds = label[:2], label[2:].split("|")
        return [one[:2] == letter and one[2:] in kinds if letter[1:] == "-" else one == label for one in own]
