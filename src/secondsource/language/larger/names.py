"""A report's sentences -> the same with names by a GLiNER model (Zaratiana et al. 2024) in a local folder."""

import hashlib
from pathlib import Path
from typing import Any

from secondsource.language.larger.placing import Told, place, put
from secondsource.language.larger.unavailable import ReaderUnavailable
from secondsource.model import Note, Report, Sentence, Span

KINDS = (
    "document", "facility", "money", "nationality", "organization", "person", "place", "platform", "product",
    "quantity", "vehicle", "weapon",
)  # fmt: skip
THRESHOLD = 0.4
MOST_WORDS = 250  # such a model silently leaves unread what lies beyond its own limit
CONFIG = "gliner_config.json"


class NameFinder:
    """Asks the model for our kinds, sentence by sentence; tags, trees and who says what stay as they are."""

    def __init__(self, which: str) -> None:
        folder = Path(which)
        if not (folder / CONFIG).is_file():
            raise ReaderUnavailable(f"{which} is no folder of a GLiNER model: there is no {CONFIG} in it")
        try:
            from gliner import GLiNER
        except ImportError:
            raise ReaderUnavailable("gliner is not installed: pip install 'secondsource[gliner]'") from None
        try:
            self._model: Any = GLiNER.from_pretrained(str(folder), local_files_only=True)
        except Exception as fault:
            why = f"{type(fault).__name__}: {str(fault)[:120]}"
            raise ReaderUnavailable(f"the GLiNER model in {which} cannot be loaded: {why}") from fault
        self.made_by = f"gliner/{folder.resolve().name}@{_hash_of(folder)}"

    def check(self) -> None:
        """Nothing more: what was loaded can read."""

    def read(
        self, report: Report, sentences: tuple[Sentence, ...]
    ) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
        told = [one for sentence in sentences for one in self._told(report.text, sentence)]
        kept, notes = place(report, sentences, told, self.made_by)
        return put(sentences, frozenset({"entity"}), [Span(0, len(report.text))], kept), tuple(notes)

    def _told(self, text: str, sentence: Sentence) -> list[Told]:
        found = []
        for first in range(0, len(sentence.tokens), MOST_WORDS):
            piece = sentence.tokens[first : first + MOST_WORDS]
            begin = piece[0].start
            said = self._model.predict_entities(text[begin : piece[-1].end], list(KINDS), threshold=THRESHOLD)
            for one in sorted(said, key=lambda one: (one["start"], one["end"], one["label"])):
                span = Span(begin + one["start"], begin + one["end"])
                found.append(Told("entity", one["label"], span, one["text"], round(float(one["score"]), 3)))
        return found


def _hash_of(folder: Path) -> str:
    """12 hex digits over the names, sizes and configuration of the model's files."""
    told = hashlib.sha256((folder / CONFIG).read_bytes())
    for path in sorted(folder.iterdir()):
        if path.is_file():
            told.update(f"{path.name} {path.stat().st_size}\n".encode())
    return told.hexdigest()[:12]
