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
    runs: list[list[int]] = []
    for number in sorted(numbers):
        gap = range(runs[-1][-1] + 1, number) if runs else range(0)
        if runs and all(sentence.tokens[one].upos == "PUNCT" for one in gap):
            runs[-1] += [*gap, number]
        else:
            runs.append([number])
    trimmed = (trim(sentence, run) for run in runs)
    return [Span(sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end) for run in trimmed if run]


QUOTES = frozenset("\"“”«»„‟''``") | {"''", "``"}
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_LOOSE = frozenset(".,;:—–-…") | {"--", "...", ".."}


def trim(sentence: Tree, run: list[int]) -> list[int]:
    """The run without loose punctuation at either end."""
    first, last = 0, len(run)
    words = sentence.tokens
    while first < last and (words[run[first]].text in _LOOSE or words[run[first]].text in _CLOSING):
        first += 1
    while last > first and (words[run[last - 1]].text in _LOOSE or words[run[last - 1]].text in _OPENING):
        last -= 1
    return run[first:last]
