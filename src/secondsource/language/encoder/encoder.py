"""A report and its rule-made sentence bounds -> sentences with tokens, trees and proposals."""

from functools import lru_cache
from pathlib import Path

from secondsource.language.encoder.cache import Cache, cache_folder
from secondsource.language.encoder.files import EncoderUnavailable, Weights
from secondsource.language.encoder.proposals import bounded, make_proposals
from secondsource.language.encoder.reading import WordReader, WordReading
from secondsource.language.encoder.windows import YES
from secondsource.language.words import split_words
from secondsource.model import Report, Sentence, Span, Token

FOLDER = Path(__file__).resolve().parents[2] / "models" / "reader"
# how much the rule splitter's word weighs beside the reader's own, tuned on the choosing part
RULED, OTHERWISE = 1.5, -3.0
HEADS = ("attribution", "ecbplus", "entity", "meantime", "uner")


class Encoder:
    """The trained reader. Give it reports one after another; the same report gives the same sentences."""

    def __init__(self, weights: Weights, cache: Cache | None = None) -> None:
        self.weights = weights
        self._cache = cache
        self._reader = WordReader(weights, HEADS)

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 1, cached: bool = False) -> "Encoder":
        """The shipped reader, or that in `folder`. Raises EncoderUnavailable, which says why.

        A `cached` one keeps what it reads in the user's cache folder, and reads the same words once.
        """
        weights = Weights(folder or FOLDER, threads)
        return cls(weights, Cache(cache_folder(), weights.labels) if cached else None)

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return self.weights.vocabulary.parent

    @property
    def made_by(self) -> str:
        """Name and hash, as proposals carry it."""
        return self.weights.labels.made_by

    def analyse(self, report: Report, bounds: list[tuple[Span, int]]) -> tuple[Sentence, ...]:
        """Sentences of the report with tokens, trees and proposals; every word of `bounds` is in one.

        `bounds` are the rule splitter's sentences with their paragraphs' numbers, in order. Inside a
        paragraph the reader may place ends elsewhere; it never joins paragraphs.
        """
        spans: list[Span] = []
        ends: list[float] = []
        paragraphs: list[int] = []
        safe: set[int] = set()
        for place, (bound, paragraph) in enumerate(bounds):
            words = split_words(report.text, bound.start, bound.end)
            spans += words
            paragraphs += [paragraph] * len(words)
            ends += [OTHERWISE] * len(words)
            if words:
                ends[-1] = RULED
            safe.add(len(spans))
            last = place + 1 == len(bounds) or bounds[place + 1][1] != paragraph
            if last and spans:
                ends[-1] = YES
        if not spans:
            return ()
        words_read = [span.of(report.text) for span in spans]
        reading = self._read(words_read, _gaps(report.text, spans, paragraphs), ends, safe)
        proposals = make_proposals(reading, spans, words_read, self.weights.labels)
        sentences: list[Sentence] = []
        begin = given = 0
        for index, end in enumerate(reading.ends):
            if not end:
                continue
            tokens = tuple(
                Token(
                    spans[i].start, spans[i].end, words_read[i], reading.lemmas[i], reading.upos[i],
                    reading.xpos[i], reading.heads[i] - begin, reading.relations[i],
                )
                for i in range(begin, index + 1)
            )  # fmt: skip
            whole = Span(spans[begin].start, spans[index].end)
            until = given
            while until < len(proposals) and proposals[until][0] <= index:
                until += 1
            here = tuple(one for _, one in proposals[given:until])
            given = until
            sentences.append(
                Sentence(
                    f"{report.id}:s{len(sentences)}",
                    whole,
                    report.part_at(whole),
                    paragraphs[begin],
                    tokens,
                    here,
                    tuple(round(bounded(one), 2) for one in reading.factuality[begin : index + 1]),
                )
            )
            begin = index + 1
        return tuple(sentences)

    def _read(self, words: list[str], gaps: list[int], ends: list[float], safe: set[int]) -> WordReading:
        if self._cache is None:
            return self._reader.read(words, gaps, ends, safe)
        key = self._cache.key(words, gaps, ends, safe)
        reading = self._cache.get(key, len(words))
        if reading is None:
            reading = self._reader.read(words, gaps, ends, safe)
            self._cache.put(key, reading)
        return reading


def _gaps(text: str, spans: list[Span], paragraphs: list[int]) -> list[int]:
    """What stands before each word: 2 a new paragraph (also the first), 1 white space, 0 nothing."""
    found = [2]
    for before, span, paragraph, one in zip(spans, spans[1:], paragraphs, paragraphs[1:], strict=False):
        found.append(2 if paragraph != one else int(span.start > before.end))
    return found


@lru_cache(maxsize=4)
def load_encoder(threads: int = 1, cached: bool = False) -> Encoder | None:
    """The shipped reader, loaded once a process; None when its files are absent or altered."""
    try:
        return Encoder.load(threads=threads, cached=cached)
    except EncoderUnavailable:
        return None
