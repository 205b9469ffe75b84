"""EWT with its trees and names -> a spaCy pipeline trained from scratch on the same, to measure ours beside.

`python -m training.reader.peer_spacy DATA OUT`: tagger, parser and names over a small CNN, no pretrained vectors; the
best by the choosing part is kept in OUT/model-best. `python -m bench reader --data DATA --peer OUT/model-best`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin

from training.reader.corpora import Document, read_corpus

SENTENCES = 10
PIPELINE = ["tagger", "parser", "ner"]


def docs_of(document: Document, vocab: Any) -> Iterator[Doc]:
    """Pieces of up to SENTENCES sentences; the tag is the universal one, the root is its own head."""
    ends = [place + 1 for place, end in enumerate(document.layers["ends"]) if end]
    stops = ends[SENTENCES - 1 :: SENTENCES]
    if not stops or stops[-1] != len(document.words):
        stops.append(len(document.words))
    begin = 0
    for stop in stops:
        heads = [head - begin for head in document.layers["head"][begin:stop]]
        yield Doc(
            vocab,
            words=document.words[begin:stop],
            spaces=[*(gap > 0 for gap in document.gaps[begin + 1 : stop]), False],
            tags=document.layers["upos"][begin:stop],
            heads=heads,
            deps=[
                "ROOT" if head == place else relation
                for place, (head, relation) in enumerate(
                    zip(heads, document.layers["deprel"][begin:stop], strict=True)
                )
            ],
            ents=[tag or "" for tag in document.layers["uner"][begin:stop]] if "uner" in document.layers else None,
        )
        begin = stop


def main() -> None:
    """Writes the documents as spaCy keeps them, and trains."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--steps", type=int, default=3000)
    told = asked.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    parts = read_corpus("ewt", told.data)
    vocab = spacy.blank("en").vocab
    for part in ("train", "choose"):
        kept = DocBin()
        for document in parts[part]:
            for doc in docs_of(document, vocab):
                kept.add(doc)
        kept.to_disk(told.out / f"{part}.spacy")
    config = init_config(lang="en", pipeline=PIPELINE, optimize="efficiency")
    config["paths"]["train"] = str(told.out / "train.spacy")
    config["paths"]["dev"] = str(told.out / "choose.spacy")
    config["training"] |= {"max_steps": told.steps, "patience": 0, "eval_frequency": 500, "seed": 1}
    config.to_disk(told.out / "config.cfg")
    train(told.out / "config.cfg", told.out)


if __name__ == "__main__":
    main()
