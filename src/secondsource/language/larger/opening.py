"""The name of a larger reader (`spacy:en_core_web_sm`) -> the reader, loaded once a process."""

from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from secondsource.language.larger.unavailable import ReaderUnavailable
from secondsource.model import Note, Report, Sentence

# kind: (module, class, what follows the colon)
KINDS = {
    "gliner": ("names", "NameFinder", "gliner:FOLDER"),
    "openai": ("endpoint", "Endpoint", "openai:BASE_URL#MODEL"),
    "spacy": ("pipeline", "Pipeline", "spacy:PIPELINE"),
}


class Larger(Protocol):
    """What every larger reader can do."""

    def check(self) -> None:
        """Raises ReaderUnavailable when it cannot read now."""

    def read(
        self, report: Report, sentences: tuple[Sentence, ...]
    ) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
        """The sentences with what it says put in the place of what the default reader says."""


@lru_cache(maxsize=2)
def open_reader(name: str) -> Larger:
    """The reader of this name. Raises ReaderUnavailable, which says in one line what is missing."""
    kind, _, which = name.partition(":")
    if kind not in KINDS:
        raise ReaderUnavailable(f"no reader named {name!r}: choose one of default, rules, {forms()}")
    module, maker, form = KINDS[kind]
    if not which:
        raise ReaderUnavailable(f"say which: --reader {form}")
    found = import_module(f"secondsource.language.larger.{module}")
    return cast(Larger, getattr(found, maker)(which))


def forms() -> str:
    """How each kind is written."""
    return ", ".join(form for _, _, form in KINDS.values())
