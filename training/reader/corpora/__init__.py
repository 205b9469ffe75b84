"""In: a folder of annotated public data. Out: documents with the layers that their annotators gave.

Add: a module with a reader `(folder) -> dict of part -> documents`, and its line in `READERS`. A layer
that a corpus does not annotate is absent; a word that it leaves open is None. Needs no torch: the benchmark
reads the same corpora through this folder.
"""

from collections.abc import Callable
from pathlib import Path

from training.reader.corpora.document import PARTS, Document
from training.reader.corpora.happenings import read_ecbplus, read_meantime, read_timebank
from training.reader.corpora.names import read_re3d
from training.reader.corpora.speech import read_polnear
from training.reader.corpora.trees import read_ewt, read_gum

READERS: dict[str, tuple[str, Callable[[Path], dict[str, list[Document]]], bool]] = {
    # name: (folder below the data, reader, does the set state an open licence)
    "ewt": ("syntax/ud_ewt", read_ewt, True),
    "gum": ("syntax/gum", read_gum, True),
    "re3d": ("entities/re3d", read_re3d, True),
    "polnear": ("attribution/polnear", read_polnear, False),
    "meantime": ("events/meantime", read_meantime, True),
    "ecbplus": ("events/ecbplus", read_ecbplus, True),
    "timebank": ("time/tempeval3", read_timebank, False),
}


def read_corpus(name: str, root: Path) -> dict[str, list[Document]]:
    """The corpus' documents by part (train, choose, measure); empty lists when its folder is absent."""
    folder, reader, _ = READERS[name]
    if not (root / folder).is_dir():
        return {part: [] for part in PARTS}
    return reader(root / folder)


__all__ = ["PARTS", "READERS", "Document", "read_corpus"]
