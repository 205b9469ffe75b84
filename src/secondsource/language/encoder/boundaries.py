"""A span of source or content that the tagger found -> the same with its ends put where the tree has them."""

from collections.abc import Callable

from secondsource.language.encoder.reading import WordReading

Edges = tuple[int, int]
Near = dict[int, str]
OPENERS = frozenset({"“", '"', "‘", "``"})


class Ground:
    """A reading's words with their sentence bounds and whatever else was found near them."""

    def __init__(
        self, reading: WordReading, words: list[str], found: list[tuple[int, int, str, float]]
    ) -> None:
        self.words, self.heads, self.relations = words, reading.heads, reading.relations
        self.gaps = reading.gaps
        self.begins: list[int] = []
        self.ends: list[int] = []
        begin = 0
        for place, end in enumerate(reading.ends):
            if end or place + 1 == len(words):
                self.begins += [begin] * (place + 1 - begin)
                self.ends += [place + 1] * (place + 1 - begin)
                begin = place + 1
        self.label = {place: label for first, last, label, _ in found for place in range(first, last)}

    def any_speech(self, first: int, last: int) -> bool:
        """Whether a source or cue stands between the two words."""
        return any(self.label.get(place) in {"source", "cue"} for place in range(first, last))


def end_with_sentence(ground: Ground, first: int, last: int, cue: Edges | None) -> Edges:
    """{... under wraps ." Hillary Clinton} has -> {... under wraps ."}"""
    begin = ground.begins[last - 1]
    if begin <= first or last == ground.ends[last - 1]:
        return first, last
    if ground.any_speech(last, min(last + 4, ground.ends[last - 1])):
        return first, last
    return first, begin


def begin_with_sentence(ground: Ground, first: int, last: int, cue: Edges | None) -> Edges:
    """But {the van was late} , a source said -> {But the van was late} , a source said"""
    begin = ground.begins[first]
    if cue is None or cue[0] < last or ground.begins[cue[0]] != begin or ground.any_speech(begin, first):
        return first, last
    return begin, last


def stay_in_paragraph(ground: Ground, first: int, last: int, cue: Edges | None) -> Edges:
    """{arms for its war \n Breaking News} -> {arms for its war}; an open quotation may go on"""
    for place in range(first + 1, last):
        if ground.gaps[place] == 2 and not _is_quoted(ground.words[first:place]):
            if cue is not None and cue[0] >= place:
                return stay_in_paragraph(ground, place, last, cue)
            return first, place
    return first, last


def _is_quoted(words: list[str]) -> bool:
    return any(word in OPENERS for word in words)


CONTENT_RULES: tuple[Callable[[Ground, int, int, Edges | None], Edges], ...] = (
    stay_in_paragraph,
    end_with_sentence,
    begin_with_sentence,
)


def mend_content(ground: Ground, first: int, last: int, cue: Edges | None) -> Edges:
    """The span after every rule in order."""
    for rule in CONTENT_RULES:
        first, last = rule(ground, first, last, cue)
    return first, last
