"""Words of a report -> what every head says of each word, over all windows, in report order."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from secondsource.language.encoder.antecedents import find_antecedents
from secondsource.language.encoder.chain import FAR, Chain
from secondsource.language.encoder.files import Weights
from secondsource.language.encoder.lemmas import apply_script
from secondsource.language.encoder.pieces import PieceCutter
from secondsource.language.encoder.trees import make_tree
from secondsource.language.encoder.windows import Window, cut_windows, fill_arrays, make_batches

Array = np.ndarray[Any, Any]
SpanFound = tuple[int, int, str, float]


@dataclass
class WordReading:
    """One entry a word: tags, lemma, governor (index in the report; a root its own), relation, sentence end.

    `spans` maps a span head to (first word, last word + 1, label, raw score); `links` gives, for the words of
    sources and contents, the cues that they may belong to with the mean log share of each. `gaps` says what
    stands before each word: 0 nothing, 1 white space, 2 a new paragraph. `mentions` gives the kind of thing
    that the phrase of a word names, `antecedents` the head of an earlier phrase for the same, with its share.
    """

    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    ends: list[bool]
    factuality: list[float]
    gaps: list[int]
    spans: dict[str, list[SpanFound]] = field(default_factory=dict)
    links: dict[int, dict[int, float]] = field(default_factory=dict)
    mentions: dict[int, str] = field(default_factory=dict)
    antecedents: dict[int, tuple[int, float]] = field(default_factory=dict)


class WordReader:
    """Runs the graph over words. Holds nothing of a report after `read` returns."""

    def __init__(self, weights: Weights, heads: tuple[str, ...] | None = None) -> None:
        self._weights = weights
        self._labels = weights.labels
        self._cutter = PieceCutter(weights.vocabulary)
        wanted = self._labels.steps if heads is None else heads
        own = weights.labels
        self._chains = {
            head: Chain(own.words[head], own.steps[head], own.lean.get(head, 0.0)) for head in sorted(wanted)
        }
        self._outputs = [
            "upos", "xpos", "lemma", "found_ends", "arcs", "heads", "relations", "factuality", "links",
            *self._chains,
        ]  # fmt: skip
        if own.same is not None:
            self._outputs += ["mention", "same_later", "same_earlier", "same_none"]

    def read(self, words: list[str], gaps: list[int], ends: list[float], safe: set[int]) -> WordReading:
        """What the heads say. `ends` and `safe` are those of `fill_arrays` and `cut_windows`."""
        count = len(words)
        reading = WordReading(
            ["X"] * count, ["FW"] * count, [""] * count, list(range(count)), ["dep"] * count, [False] * count,
            [0.0] * count, gaps, {head: [] for head in self._chains},
        )  # fmt: skip
        pieces = self._cutter.cut(words)
        windows = cut_windows(words, gaps, pieces, safe)
        mentions: list[tuple[int, Array, Array, float]] = []
        for batch in make_batches(windows):
            arrays = fill_arrays(batch, ends)
            arrays["embedded"] = self._weights.embed(arrays.pop("pieces"))
            told = dict(zip(self._outputs, self._weights.session.run(self._outputs, arrays), strict=True))
            for row, window in enumerate(batch):
                self._take_words(reading, window, row, told, words)
                if self._labels.same is not None:
                    mentions += self._mentions(reading, window, row, told)
            self._take_spans(reading, batch, told)
        for found in reading.spans.values():
            found.sort()
        if mentions and self._labels.same is not None:
            mentions.sort(key=lambda one: one[0])
            places, later, earlier, none = zip(*mentions, strict=True)
            written = np.array([pieces[place][0] for place in places])
            reading.antecedents = find_antecedents(
                list(places), np.stack(later), np.stack(earlier), np.array(none), written, self._labels.same
            )
        return reading

    def _mentions(
        self, reading: WordReading, window: Window, row: int, told: dict[str, Array]
    ) -> list[tuple[int, Array, Array, float]]:
        """(word, its vector as the later and as the earlier of two, score of being first) of each mention."""
        kinds = self._labels.words["mention"]
        found = []
        for place, number in enumerate(told["mention"][row, : window.last - window.first].tolist()):
            if kinds[number] != "O":
                index = window.first + place
                reading.mentions[index] = kinds[number]
                vectors = told["same_later"][row, place], told["same_earlier"][row, place]
                found.append((index, *vectors, float(told["same_none"][row, place])))
        return found

    def _take_words(
        self, reading: WordReading, window: Window, row: int, told: dict[str, Array], words: list[str]
    ) -> None:
        count = window.last - window.first
        begin = 0
        own = self._labels.words
        sentence_ends = told["found_ends"][row]
        for place in range(count):
            index = window.first + place
            reading.upos[index] = own["upos"][told["upos"][row, place]]
            reading.xpos[index] = own["xpos"][told["xpos"][row, place]]
            reading.lemmas[index] = apply_script(words[index], own["lemma"][told["lemma"][row, place]])
            reading.factuality[index] = float(told["factuality"][row, place])
            if sentence_ends[place] or place == count - 1:
                reading.ends[index] = True
                self._take_tree(reading, window, row, told, begin, place + 1)
                begin = place + 1

    def _take_tree(
        self, reading: WordReading, window: Window, row: int, told: dict[str, Array], begin: int, end: int
    ) -> None:
        heads = [min(max(int(head) - begin, 0), end - begin - 1) for head in told["heads"][row, begin:end]]
        relations = [self._labels.relations[number] for number in told["relations"][row, begin:end]]
        heads, relations = make_tree(heads, relations, told["arcs"][row, begin:end, begin:end])
        for place, (head, relation) in enumerate(zip(heads, relations, strict=True)):
            index = window.first + begin + place
            reading.heads[index] = window.first + begin + head
            reading.relations[index] = relation

    def _take_spans(self, reading: WordReading, batch: list[Window], told: dict[str, Array]) -> None:
        lengths = [len(window.places) for window in batch]
        after_end = np.zeros(told["found_ends"].shape, np.float32)
        after_end[:, 1:] = told["found_ends"][:, :-1]
        for head, chain in self._chains.items():
            barred = chain.inside if head != "attribution" else chain.inside_but("content")
            told[head] = told[head] + after_end[:, :, None] * barred * FAR
            paths = chain.best(told[head], lengths)
            for row, (window, path) in enumerate(zip(batch, paths, strict=True)):
                spans = chain.spans(path, told[head][row])
                if head == "attribution":
                    self._take_links(reading, window, spans, told["links"][row])
                reading.spans[head] += [
                    (window.first + first, window.first + last, label, score)
                    for first, last, label, score in spans
                ]

    def _take_links(
        self, reading: WordReading, window: Window, spans: list[SpanFound], scores: Array
    ) -> None:
        """For each source and content, the mean log share of every cue of the window, and of none (-1)."""
        cues = [first for first, _, label, _ in spans if label == "cue"]
        for first, last, label, _ in spans:
            if label == "cue" or not cues:
                continue
            rows = scores[first:last, : window.last - window.first]
            rows = rows - rows.max(1, keepdims=True)
            rows = rows - np.log(np.exp(rows).sum(1, keepdims=True))
            reading.links[window.first + first] = {
                window.first + cue: float(rows[:, cue].mean()) for cue in cues
            }
