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
# how many windows' scores are kept until they are decoded together
WINDOWS_AT_ONCE = 16


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
        self._inputs = {one.name for one in weights.session.get_inputs()}
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
        # a graph that knows no mask cannot tell padding from text
        batches = make_batches(windows) if "mask" in self._inputs else make_batches(windows, 1)
        mentions: list[tuple[int, Array, Array, float]] = []
        waiting: list[Window] = []
        scores: list[dict[str, Array]] = []
        for place, batch in enumerate(batches):
            told = self._run(batch, ends)
            for row, window in enumerate(batch):
                self._take_words(reading, window, row, told, words)
                if self._labels.same is not None:
                    mentions += self._mentions(reading, window, row, told)
            waiting += batch
            scores.append({name: told[name] for name in ("found_ends", "links", *self._chains)})
            if len(waiting) >= WINDOWS_AT_ONCE or place + 1 == len(batches):
                self._take_spans(reading, waiting, _stack(scores))
                waiting, scores = [], []
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

    def _run(self, batch: list[Window], ends: list[float]) -> dict[str, Array]:
        arrays = fill_arrays(batch, ends)
        arrays["embedded"] = self._weights.embed(arrays.pop("pieces"))
        given = {name: array for name, array in arrays.items() if name in self._inputs}
        return dict(zip(self._outputs, self._weights.session.run(self._outputs, given), strict=True))

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
        first, last = window.first, window.last
        own = self._labels.words
        for layer, into in (("upos", reading.upos), ("xpos", reading.xpos)):
            names = own[layer]
            into[first:last] = [names[number] for number in told[layer][row, : last - first].tolist()]
        scripts = [own["lemma"][number] for number in told["lemma"][row, : last - first].tolist()]
        reading.lemmas[first:last] = map(apply_script, words[first:last], scripts)
        reading.factuality[first:last] = told["factuality"][row, : last - first].tolist()
        ends = np.flatnonzero(told["found_ends"][row, : last - first]).tolist()
        if not ends or ends[-1] != last - first - 1:
            ends.append(last - first - 1)
        begin = 0
        for end in ends:
            reading.ends[first + end] = True
            self._take_tree(reading, window, row, told, begin, end + 1)
            begin = end + 1

    def _take_tree(
        self, reading: WordReading, window: Window, row: int, told: dict[str, Array], begin: int, end: int
    ) -> None:
        heads = (told["heads"][row, begin:end] - begin).clip(0, end - begin - 1).tolist()
        names = self._labels.relations
        relations = [names[number] for number in told["relations"][row, begin:end].tolist()]
        heads, relations = make_tree(heads, relations, told["arcs"][row, begin:end, begin:end])
        first, last = window.first + begin, window.first + end
        reading.heads[first:last] = [first + head for head in heads]
        reading.relations[first:last] = relations

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
            shares = rows[:, cues].mean(0).tolist()
            reading.links[window.first + first] = {
                window.first + cue: share for cue, share in zip(cues, shares, strict=True)
            }


def _stack(scores: list[dict[str, Array]]) -> dict[str, Array]:
    """The scores of several batches as of one, padded to the longest."""
    found: dict[str, Array] = {}
    for name in scores[0]:
        arrays = [one[name] for one in scores]
        longest = [max(array.shape[axis] for array in arrays) for axis in range(1, arrays[0].ndim)]
        whole = np.zeros((sum(len(array) for array in arrays), *longest), arrays[0].dtype)
        row = 0
        for array in arrays:
            whole[(slice(row, row + len(array)), *map(slice, array.shape[1:]))] = array
            row += len(array)
        found[name] = whole
    return found
