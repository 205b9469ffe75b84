"""A text -> its paragraphs, and what has been marked of them so far: what the rules for parts look at."""

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

from secondsource.model import Span
from secondsource.model.report import PartKind

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLOCK = re.compile(r"[^\r\n\u2028\u2029]+(?:(?:\r\n|\r|\n)[^\r\n\u2028\u2029]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_EDGES = " \t\xa0\u200b*•·▪►▶→»«>|–—-:…!.,"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


class Mark(msgspec.Struct, frozen=True):
    """What a rule says of one paragraph."""

    kind: PartKind
    because: str
    made_by: str = ""


class Paragraph(msgspec.Struct, frozen=True, dict=True):
    """One paragraph without the blanks around it."""

    span: Span
    text: str

    @cached_property
    def key(self) -> str:
        """The words for looking up: lower case, straight quotes, no marks at either end."""
        return " ".join(self.text.translate(_QUOTES).casefold().split()).strip(_EDGES)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, split at blanks."""
        return tuple(self.text.split())

    @cached_property
    def running(self) -> bool:
        """True when it reads as a paragraph of the report: whole sentences, and not only a few words."""
        ends = bool(_ENDS_SENTENCE.search(self.text))
        return (ends and len(self.words) >= 12) or len(self.words) >= 30

    @cached_property
    def sentence(self) -> bool:
        """True when it ends as a sentence does."""
        return bool(_ENDS_SENTENCE.search(self.text))


class Sheet:
    """The paragraphs of a text, in order, and the marks that rules have given them."""

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Paragraph, ...],
        title: str | None,
        told: Mapping[str, PartKind] | None,
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.title = title
        self.told = told or {}
        self.marks: dict[int, Mark] = {}

    def body(self) -> list[int]:
        """Indices of the paragraphs that nothing has marked."""
        return [index for index in range(len(self.paragraphs)) if index not in self.marks]

    def first_running(self) -> int:
        """Index of the first unmarked paragraph of running text; the number of paragraphs when none is.

        In a bulletin of short sentences only, it is the first sentence.
        """
        body = self.body()
        for index in body:
            if self.paragraphs[index].running:
                return index
        return next((index for index in body if self.paragraphs[index].sentence), len(self.paragraphs))

    def last_running(self) -> int:
        """Index of the last unmarked paragraph of running text; -1 when none is."""
        for index in reversed(self.body()):
            if self.paragraphs[index].running:
                return index
        return -1


def sheet_of(text: str, title: str | None = None, told: Mapping[str, PartKind] | None = None) -> Sheet:
    """The sheet of a text: a paragraph a line, or a block between empty lines when lines are wrapped."""
    pattern = _BLOCK if _is_wrapped(text) else _LINE
    paragraphs = []
    for match in pattern.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        stripped = words.strip()
        if stripped:
            paragraphs.append(Paragraph(Span(start, start + len(stripped)), stripped))
    return Sheet(text, tuple(paragraphs), title, told)


def letters_of(text: str) -> str:
    """Letters and digits only, lower case: for telling whether two lines say the same words."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _is_wrapped(text: str) -> bool:
    """True for text broken into lines of one width: most lines of its blocks are full, and go on below."""
    full = going_on = 0
    for block in _BLOCK.finditer(text[:20_000]):
        lines = [line.rstrip() for line in block.group().splitlines()]
        if len(lines) < 2:
            continue
        going_on += len(lines) - 1
        full += sum(50 <= len(line) <= 100 and not _ENDS_SENTENCE.search(line) for line in lines[:-1])
    return going_on >= 3 and full * 3 >= going_on * 2 and max(map(len, text[:20_000].splitlines())) <= 110
