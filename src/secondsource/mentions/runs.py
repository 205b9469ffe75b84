"""Tokens of a sentence -> runs of capitalised words that may each be one name."""

from collections.abc import Iterator
from typing import NamedTuple

from secondsource.knowledge.name_parts import EndingKind, endings, given_names, titles
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.model import Sentence, Span

_INSIDE = words_in("inside a name")
_MONTHS = words_in("month or weekday")
_PLACE_FIRST = words_in("first word of a place")
_DIRECTIONS = ("North", "South", "East", "West", "International", "Command")


class Run(NamedTuple):
    """Tokens `[first, last]` of a sentence that may be one name."""

    sentence: Sentence
    first: int
    last: int

    def words(self) -> list[str]:
        """Its words as written."""
        return [token.text for token in self.sentence.tokens[self.first : self.last + 1]]


def find_runs(sentence: Sentence, inside: list[Candidate]) -> Iterator[Run]:
    """Stretches of capitalised words, with the small words inside them, that no known name covers."""
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        if not _is_name_word(sentence, index):
            index += 1
            continue
        last = index
        while True:
            step = last + 1
            while step < len(tokens) and step - last <= 3 and tokens[step].text.lower() in _INSIDE:
                step += 1
            if step >= len(tokens) or step - last > 3 or not _is_name_word(sentence, step):
                break
            last = step
        last = _with_second_half(sentence, index, last)
        span = Span(tokens[index].start, tokens[last].end)
        if not any(one.span.covers(span) for one in inside):
            yield Run(sentence, index, last)
        index = last + 1


def _with_second_half(sentence: Sentence, first: int, last: int) -> int:
    """`Chang Ho-jin`: the second half of a Korean first name has no capital."""
    tokens = sentence.tokens
    if first == last or last + 2 >= len(tokens) or tokens[last + 1].text not in ("-", "\u2010", "\u2011"):
        return last
    half, name = tokens[last + 2], tokens[last]
    glued = name.end == tokens[last + 1].start and tokens[last + 1].end == half.start
    short = len(name.text) < 6 and len(half.text) < 6 and half.text.isalpha() and half.text.islower()
    return last + 2 if glued and short and half.text not in words_in("after a hyphen, no name") else last


def _is_name_word(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if not token.text[:1].isupper() or token.text in _MONTHS:
        return False
    if token.upos in ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX") and len(token.text) < 7:
        return False
    if index == 0 or sentence.tokens[index - 1].text in ("“", '"', "‘", "'", ":", "—", "–"):
        following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
        proper = following is not None and following.text[:1].isupper() and token.upos != "ADV"
        return (
            token.text in given_names()
            or (token.upos == "PROPN" and (proper or len(token.text) > 3))
            or (proper and token.upos in ("NOUN", "ADJ"))
        )
    return True


def part_run(run: Run, inside: list[Candidate], offices: tuple[Candidate, ...]) -> Iterator[Run]:
    """`Odesa Governor Oleh Kiper` is place, office and person; `Odesa National University` is one name."""
    for part in (piece for whole in _parted(run) for piece in _after_states(whole, inside)):
        if part.first < part.last and kind_by_ending(part.words()) is not None:
            yield _without_titles(part)
            continue
        start = part.first
        for index in range(part.first, part.last + 2):
            token = part.sentence.tokens[index] if index <= part.last else None
            cut = token is None or any(
                one.span.start <= token.start < one.span.end and token.text[:1].isupper()
                for one in (*inside, *offices)
            )
            if cut:
                if index > start:
                    yield _without_titles(_trimmed(Run(part.sentence, start, index - 1)))
                start = index + 1


def _after_states(run: Run, inside: list[Candidate]) -> Iterator[Run]:
    """`Security Council of Belarus Alexander Volfovich`: a body ends with its state, a person begins."""
    tokens, start = run.sentence.tokens, run.first
    for one in inside:
        if one.kind != "state" or one.made_by == "actors.adjective":
            continue
        last = next((at for at in range(start, run.last) if tokens[at].end == one.span.end), None)
        before = [token.text.lower() for token in tokens[start:last][-3:]] if last is not None else []
        if last is not None and "of" in before and tokens[last + 1].text[:1].isupper():
            yield Run(run.sentence, start, last)
            start = last + 1
    yield Run(run.sentence, start, run.last)


def _parted(run: Run) -> Iterator[Run]:
    """`Smith and Jones` are two, `Ministry of Trade and Industry` is one; `'s` parts owner and owned."""
    words, start = run.words(), run.first
    for offset, word in enumerate(words):
        lowered = word.lower()
        owned = lowered in ("'s", "’s")
        joined = lowered in ("and", "&") and "of" not in words[start - run.first : offset] and lowered != "&"
        placed = lowered in ("in", "on") or (
            lowered == "the" and words[offset - 1 : offset] not in (["of"], ["for"])
        )
        if (
            owned
            or joined
            or placed
            or (lowered in ("of", "for") and not _heads_body(words[start - run.first : offset]))
        ):
            if run.first + offset > start:
                yield _trimmed(Run(run.sentence, start, run.first + offset - 1))
            start = run.first + offset + 1
    if start <= run.last:
        yield _trimmed(Run(run.sentence, start, run.last))


def _trimmed(run: Run) -> Run:
    first, last = run.first, run.last
    tokens = run.sentence.tokens
    while first < last and tokens[first].text.lower() in _INSIDE and tokens[first].text[0].islower():
        first += 1
    while last > first and tokens[last].text.lower() in _INSIDE:
        last -= 1
    return Run(run.sentence, first, last)


def _without_titles(run: Run) -> Run:
    words = run.words()
    while len(words) > 1 and words[0] in titles() and words[0] not in given_names():
        run, words = Run(run.sentence, run.first + 1, run.last), words[1:]
    return run


def _heads_body(words: list[str]) -> bool:
    return bool(words) and endings().get(words[-1], "thing") != "thing"


def kind_by_ending(words: list[str]) -> EndingKind | None:
    """`Korea Maritime Institute`, `Ministry of Trade`, `Taedong River`, `Mount Hermon`."""
    if words[0] in ("Operation", "Exercise", "Hurricane", "Typhoon", "Project", "Storm"):
        return "thing"
    if len(words) < 2:
        return None
    if words[0] in _PLACE_FIRST and not any(word in endings() for word in words):
        return "place"
    kind = endings().get(words[-1].rstrip("."))
    if kind is None and words[-1] in _DIRECTIONS:
        kind = endings().get(words[-2])
    for before, word in zip(words, words[1:], strict=False):
        if kind is None and word in ("of", "for") and endings().get(before) != "thing":
            kind = endings().get(before)  # "National Institute of Allergy and Infectious Diseases"
    if words[0] in ("Mount", "Lake", "Cape", "Mt"):
        kind = "place"
    return kind
