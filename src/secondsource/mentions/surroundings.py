"""A report and its sentences -> what finders ask of the words around a span."""

from bisect import bisect_right
from functools import cached_property

from secondsource.knowledge.matcher import Folded, fold
from secondsource.model import Report, Sentence, Span

READ_PARTS = ("title", "subtitle", "byline", "dateline", "body", "caption")


class Surroundings:
    """The report as finders see it: its sentences, and the words before and after a span."""

    def __init__(self, report: Report, sentences: tuple[Sentence, ...]) -> None:
        self.report = report
        self.text = report.text
        # A sentence in a language that is not read has no words to ask about.
        self.sentences = tuple(one for one in sentences if one.part in READ_PARTS and one.tokens)
        self._starts = [one.span.start for one in self.sentences]

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence that holds a span wholly, or None."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or not self.sentences[index].span.covers(span):
            return None
        return self.sentences[index]

    def tokens_of(self, sentence: Sentence, span: Span) -> tuple[int, int]:
        """Indices of the first and the last token that a span touches."""
        ends = _ends(sentence)
        first = bisect_right(ends, span.start)
        last = max(first, bisect_right(ends, span.end - 1))
        return min(first, len(ends) - 1), min(last, len(ends) - 1)

    def words_before(self, span: Span, count: int = 3) -> tuple[str, ...]:
        """Up to `count` tokens of the same sentence before a span, nearest first, as written."""
        sentence = self.sentence_of(span)
        if sentence is None:
            return ()
        first, _ = self.tokens_of(sentence, span)
        return tuple(token.text for token in sentence.tokens[max(0, first - count) : first][::-1])

    def words_after(self, span: Span, count: int = 3) -> tuple[str, ...]:
        """Up to `count` tokens of the same sentence after a span, as written."""
        sentence = self.sentence_of(span)
        if sentence is None:
            return ()
        _, last = self.tokens_of(sentence, span)
        return tuple(token.text for token in sentence.tokens[last + 1 : last + 1 + count])

    @cached_property
    def folded(self) -> Folded:
        """The text as the tables of names are matched against it."""
        return fold(self.text)

    @cached_property
    def proposed(self) -> bool:
        """Whether a trained reader read the report, and so said where names are."""
        return any(sentence.proposals for sentence in self.sentences)

    @cached_property
    def shouted(self) -> frozenset[str]:
        """Ids of sentences in capitals alone, where a capital tells nothing."""
        return frozenset(one.id for one in self.sentences if _is_shouted(one))

    @cached_property
    def headlines(self) -> frozenset[str]:
        """Ids of sentences in which nearly every word has a capital."""
        return frozenset(one.id for one in self.sentences if _is_title_case(one))


def _ends(sentence: Sentence) -> list[int]:
    return [token.end for token in sentence.tokens]


def _is_shouted(sentence: Sentence) -> bool:
    # The first words tell: a sentence is shouted from its start.
    letters = [mark for token in sentence.tokens[:16] for mark in token.text if mark.isalpha()]
    return len(letters) > 12 and sum(mark.isupper() for mark in letters) > 0.8 * len(letters)


def _is_title_case(sentence: Sentence) -> bool:
    words = [token.text for token in sentence.tokens if len(token.text) > 3 and token.text.isalpha()]
    share = 0.9 if sentence.tokens[-1].text == "." else 0.75
    return len(words) > 3 and sum(word[0].isupper() for word in words) > share * len(words)
