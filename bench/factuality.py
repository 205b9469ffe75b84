"""UW, MEANTIME and UDS-IH2 -> how near the factuality of each event comes: mean absolute error, Pearson's r.

`reader` is what the shipped reader's factuality head says of the word; `rules` what the claims stage says,
put on the same scale. `ridge` is fitted here, on the training part of the set that is measured, over both
and the words around, as the published systems are; it is no part of the package. `words` is the same ridge
without anything of ours but tags and trees, `constant` the mean of the training part.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from secondsource.attribution import find_attributions
from secondsource.claims.factuality import judge_factuality
from secondsource.language import analyse
from secondsource.language.encoder import Encoder, EncoderUnavailable
from secondsource.language.encoder.reading import WordReader
from secondsource.language.encoder.windows import YES
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Report, Sentence

SETS = ("UW", "MEANTIME", "UDS_IH2")
SCALE = {
    "happened": 3.0,
    "ongoing": 3.0,
    "background": 3.0,
    "planned": 1.0,
    "ordered": 0.5,
    "possible": 0.5,
    "hypothetical": 0.0,
    "denied": -3.0,
}
MOST_WORDS = 80_000
LEAST_SEEN, MOST_COLUMNS = 3, 3000
STRENGTHS = (3.0, 10.0, 30.0)
_MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-lrb-": "(", "-rrb-": ")"}
Array = np.ndarray[Any, Any]


class Event(NamedTuple):
    """One event mention: its gold value, what we say of it, and its features for the ridge."""

    gold: float
    reader: float
    rules: float
    ours: frozenset[str]
    words: frozenset[str]


def run(data: Path, part: str = "dev") -> dict[str, float]:
    """Print and give error and correlation on the part of every set that is there."""
    scores: dict[str, float] = {}
    try:
        reader = WordReader(Encoder.load().weights, ())
    except EncoderUnavailable as reason:
        print(f"nothing measured: {reason}")
        return {}
    for name in SETS:
        folder = data / "attribution" / "factuality" / name
        if not (folder / f"{part}.jsonl").exists():
            continue
        measured = read_events(folder / f"{part}.jsonl", reader)
        train = read_events(folder / "train.jsonl", reader) if (folder / "train.jsonl").exists() else []
        print(f"{name} {part}, {len(measured)} events")
        for kind, told in predictions(train, measured).items():
            error, r = error_and_r([one.gold for one in measured], told)
            print(f"  {kind:10} mean error {error:6.3f}   r {r:6.3f}")
            scores[f"{name.lower()}_{kind}_error"], scores[f"{name.lower()}_{kind}_r"] = error, r
    return scores


def read_events(path: Path, reader: WordReader) -> list[Event]:
    """The events of a file; every line is a tokenised sentence with its targets."""
    events: list[Event] = []
    count = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = [_MARKS.get(word, word) for word in row["text"].split()]
        count += len(words)
        if count > MOST_WORDS:
            break
        if words and row["targets"]:
            events += events_of(words, row["targets"], reader)
    return events


def events_of(words: list[str], targets: list[dict[str, Any]], reader: WordReader) -> list[Event]:
    """The events of one sentence: the head on the words as given, the stages on the words put together."""
    ends = [-YES] * (len(words) - 1) + [YES]
    head = reader.read(words, [0] + [1] * (len(words) - 1), ends, {len(words)}).factuality
    report = Report("bench", " ".join(words), "", language="en")
    sentences, _ = analyse(report, "default")
    mentions, _ = find_mentions(report, sentences)
    attributions, _ = find_attributions(report, sentences, mentions)
    starts = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]
    found = []
    for target in targets:
        place = target["span1"][0]
        where = token_at(sentences, starts[place]) if place < len(words) else None
        if where is None:
            continue
        sentence, index = where
        around = around_of(sentence, index, attributions)
        judged = judge_factuality(sentence, index, around).factuality
        ours = {f"is {judged}", *(f"in {one.stance} {one.commitment}" for one in around)}
        found.append(
            Event(
                float(target["label"]),
                3 * np.tanh(head[place] / 3),
                SCALE[judged],
                frozenset(ours),
                features(sentence, index),
            )
        )
    return found


def token_at(sentences: tuple[Sentence, ...], start: int) -> tuple[Sentence, int] | None:
    """The token that covers a character."""
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.start <= start < token.end:
                return sentence, index
    return None


def around_of(sentence: Sentence, index: int, attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """The attributions in whose content a token stands, the widest first."""
    start = sentence.tokens[index].start
    around = [one for one in attributions if any(span.start <= start < span.end for span in one.content)]
    return sorted(around, key=lambda one: -max(len(span) for span in one.content))


def features(sentence: Sentence, index: int) -> frozenset[str]:
    """The word, its tag and relation, what governs it, what modifies it, and the words near it."""
    token = sentence.tokens[index]
    found = {f"word {token.lemma}", f"tag {token.xpos}", f"relation {token.deprel}"}
    place = index
    for step in ("above", "higher", "highest"):
        if sentence.tokens[place].head == place:
            break
        relation, place = sentence.tokens[place].deprel, sentence.tokens[place].head
        above = sentence.tokens[place]
        found |= {f"{step} {above.lemma}", f"{step} {relation}", f"{step} {relation} {above.lemma}"}
        found |= {f"{step} has {sentence.tokens[one].lemma}" for one in modifiers(sentence, place)}
    found |= {f"has {sentence.tokens[one].lemma}" for one in modifiers(sentence, index)}
    for near in (-2, -1, 1, 2):
        if 0 <= index + near < len(sentence.tokens):
            found.add(f"{near} {sentence.tokens[index + near].text.lower()}")
    return frozenset(found)


def modifiers(sentence: Sentence, index: int) -> list[int]:
    """Auxiliaries, negations, markers and adverbs of a word."""
    kinds = ("aux", "advmod", "mark", "det", "cop")
    return [one for one in sentence.children(index) if sentence.tokens[one].deprel.split(":")[0] in kinds]


def predictions(train: list[Event], measured: list[Event]) -> dict[str, list[float]]:
    """Every way of answering -> its answers."""
    told = {"reader": [one.reader for one in measured], "rules": [one.rules for one in measured]}
    if train:
        told["constant"] = [float(np.mean([one.gold for one in train]))] * len(measured)
        told["words"] = ridge(train, measured, ours=False)
        told["ridge"] = ridge(train, measured, ours=True)
    return told


def ridge(train: list[Event], measured: list[Event], ours: bool) -> list[float]:
    """Ridge regression, its strength chosen on the last fifth of the training part."""

    def names(one: Event) -> list[str]:
        return [*one.words, *(one.ours if ours else ())]

    seen = Counter(name for one in train for name in names(one))
    kept = [
        name for name, count in sorted(seen.items(), key=lambda one: (-one[1], one[0])) if count >= LEAST_SEEN
    ]
    columns = {name: place for place, name in enumerate(kept[:MOST_COLUMNS])}

    def matrix(events: list[Event]) -> Array:
        table = np.zeros((len(events), len(columns) + 5), np.float32)
        for row, one in enumerate(events):
            for name in names(one):
                if name in columns:
                    table[row, columns[name]] = 1
            table[row, -1] = 1
            if ours:
                low, high = min(one.reader, 0.0), max(one.reader, 0.0)
                table[row, -5:-1] = (2 * low, 2 * high, one.rules, one.reader * one.rules / 3)
        return table

    inputs, gold = matrix(train), np.array([one.gold for one in train], np.float32)
    split = len(train) * 4 // 5
    parts = [
        (block.T @ block, block.T @ goal)
        for block, goal in ((inputs[:split], gold[:split]), (inputs[split:], gold[split:]))
    ]
    tried = []
    for strength in STRENGTHS:
        answers = np.clip(inputs[split:] @ fit(*parts[0], strength), -3, 3)
        tried.append((float(np.abs(answers - gold[split:]).mean()), strength))
    weights = fit(parts[0][0] + parts[1][0], parts[0][1] + parts[1][1], min(tried)[1])
    return [float(one) for one in np.clip(matrix(measured) @ weights, -3, 3)]


def fit(products: Array, goals: Array, strength: float) -> Array:
    """Weights of a ridge regression; the last column is the constant, which is not held down."""
    held = np.full(len(goals), strength, np.float32)
    held[-1] = 0.01
    weights: Array = np.linalg.solve(products + np.diag(held), goals)
    return weights


def error_and_r(gold: list[float], told: list[float]) -> tuple[float, float]:
    """Mean absolute error and Pearson's r (0 where nothing varies)."""
    left, right = np.array(gold), np.array(told)
    r = float(np.corrcoef(left, right)[0, 1]) if left.std() and right.std() else 0.0
    return round(float(np.abs(left - right).mean()), 4), round(r, 4)
