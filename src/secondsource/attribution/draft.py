"""One attribution while it is being put together, and the order in which drafts become values."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from secondsource.attribution.tree import Tree
from secondsource.model import Span
from secondsource.model.attribution import Commitment, Medium, Resolution, Stance


@dataclass(slots=True)
class Draft:
    """Source, cue and content so far; `number` is the sentence's, `head` the cue's token in it.

    `source_head` is the token that heads the source (in sentence `number`), `strong` tells that the content
    is a clause or a quotation, not a phrase. A `doubtful` one needs more than a rule to be kept, a
    `certain` one nothing else: its word has no other sense.
    """

    number: int
    head: int
    stance: Stance
    made_by: str
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    source_head: int | None = None
    source_entity: str | None = None
    how: Resolution = "explicit"
    medium: Medium = "unknown"
    commitment: Commitment = "Uu"
    said: str | None = None
    outer: "Draft | None" = None
    answers: "Draft | None" = None
    strong: bool = True
    quoted: bool = False
    doubtful: bool = False
    certain: bool = False
    antecedent: list[Span] = field(default_factory=list)

    @property
    def place(self) -> tuple[Span, Span]:
        """Where it stands, for the order of the report."""
        first = min([*self.cue, *self.content, *self.source])
        return (self.cue[0] if self.cue else first, first)


def spans_of(sentence: Tree, numbers: Iterable[int]) -> list[Span]:
    """The stretches of neighbouring words, without punctuation at their ends but for marks of quotation.

    A gap of punctuation alone does not part a stretch.
    """
    words, ordered = sentence.tokens, sorted(numbers)
    if ordered and ordered[-1] - ordered[0] == len(ordered) - 1:
        first, last = trim(sentence, ordered[0], ordered[-1])
        return [Span(words[first].start, words[last].end)] if first <= last else []
    runs: list[list[int]] = []
    last = -1
    for number in ordered:
        if runs and (number == last + 1 or all_marks(sentence, range(last + 1, number))):
            runs[-1][1] = number
        else:
            runs.append([number, number])
        last = number
    trimmed = [trim(sentence, first, last) for first, last in runs]
    return [Span(words[first].start, words[last].end) for first, last in trimmed if first <= last]


def all_marks(sentence: Tree, gap: range) -> bool:
    """Whether nothing but punctuation stands here."""
    return all(sentence.tokens[one].upos == "PUNCT" for one in gap)


QUOTES = frozenset("\"“”«»„‟''``") | {"''", "``"}
_LOOSE = frozenset(".,;:—–-…") | {"--", "...", ".."}
_LOOSE_BEFORE, _LOOSE_AFTER = _LOOSE | frozenset("”»"), _LOOSE | frozenset("“«„")


def trim(sentence: Tree, first: int, last: int) -> tuple[int, int]:
    """The first and last word of a stretch without loose punctuation at either end; turned about if none."""
    words = sentence.tokens
    while first <= last and words[first].text in _LOOSE_BEFORE:
        first += 1
    while first <= last and words[last].text in _LOOSE_AFTER:
        last -= 1
    return first, last
