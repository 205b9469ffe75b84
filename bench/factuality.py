"""UW, MEANTIME and UDS-IH2 -> how near the certainty of each event comes: mean absolute error, r, F1.

`package` is what the package says of a claim there, by the claims stage's own function; `without head`
the same by `--reader rules`, which gives no value of its own for a word. `class` is the class alone
(planned, denied, ...) put on the scale, `head` the trained reader's value alone. Fitted here for
comparison, on the training part of the set that is measured: `words`, a ridge over words, tags and trees,
and `constant`, its mean. F1 is of three classes: it did (over 1.5), it did not (under -1.5), open
(between).
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from secondsource.attribution import find_attributions
from secondsource.claims.certainty import judge
from secondsource.claims.speech import Links
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Report, Sentence, Span

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
HALF = 1.5
MOST_WORDS = 80_000
LEAST_SEEN, MOST_COLUMNS = 3, 3000
STRENGTHS = (3.0, 10.0, 30.0)
_MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-lrb-": "(", "-rrb-": ")"}
Array = np.ndarray[Any, Any]


class Event(NamedTuple):
    """One event mention: its gold value, and where it stands, within whose words."""

    gold: float
    sentence: Sentence
    index: int
    around: tuple[Attribution, ...]


def run(data: Path, part: str = "dev") -> dict[str, float]:
    """Print and give error, correlation and F1 on the part of every set that is there."""
    scores: dict[str, float] = {}
    for name in SETS:
        folder = data / "attribution" / "factuality" / name
        if not (folder / f"{part}.jsonl").exists():
            continue
        told = dict(predictions(folder, part))
        gold = told.pop("gold")
        print(f"{name} {part}, {len(gold)} events          error      r   F1 did, open, did not")
        for kind, values in told.items():
            error, r = error_and_r(gold, values)
            f1 = f1_of_classes(gold, values)
            print(f"  {kind:28} {error:6.3f} {r:6.3f}   " + " ".join(f"{one:5.3f}" for one in f1))
            key = f"{name.lower()}_{kind.replace(' ', '_')}"
            scores |= {f"{key}_error": error, f"{key}_r": r, f"{key}_f1": round(sum(f1) / len(f1), 4)}
    return scores


def predictions(folder: Path, part: str) -> Iterator[tuple[str, list[float]]]:
    """The gold values, then every way of answering with its answers, in the order of the events."""
    measured = list(read_events(folder / f"{part}.jsonl"))
    gold = [one.gold for one in measured]
    yield "gold", gold
    judged = [judge(one.sentence, one.index, one.around) for one in measured]
    yield "package", [one.certainty or 0.0 for one in judged]
    alone = read_events(folder / f"{part}.jsonl", "rules")
    yield "without head", [judge(one.sentence, one.index, one.around).certainty or 0.0 for one in alone]
    yield "class", [SCALE[one.factuality] for one in judged]
    if all(one.sentence.certainties for one in measured):
        yield "head", [one.sentence.certainties[one.index] for one in measured]
    if (folder / "train.jsonl").exists():
        train = list(read_events(folder / "train.jsonl"))
        yield "words", ridge(train, measured)
        yield "constant", [float(np.mean([one.gold for one in train]))] * len(gold)


def read_events(path: Path, reader: str = "default") -> Iterator[Event]:
    """The events of a file; every line is a tokenised sentence with its targets."""
    count = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = [_MARKS.get(word, word) for word in row["text"].split()]
        count += len(words)
        if count > MOST_WORDS:
            break
        if not words or not row["targets"]:
            continue
        report = Report("bench", " ".join(words), "", language="en")
        sentences, _ = analyse(report, reader)
        mentions, _ = find_mentions(report, sentences)
        links = Links(find_attributions(report, sentences, mentions)[0])
        starts = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]
        for target in row["targets"]:
            place = target["span1"][0]
            where = token_at(sentences, starts[place]) if place < len(words) else None
            if where is not None:
                token = where[0].tokens[where[1]]
                around = links.chains(Span(token.start, token.end))[0]
                yield Event(float(target["label"]), *where, around)


def token_at(sentences: tuple[Sentence, ...], start: int) -> tuple[Sentence, int] | None:
    """The token that covers a character."""
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.start <= start < token.end:
                return sentence, index
    return None


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


def ridge(train: list[Event], measured: list[Event]) -> list[float]:
    """Ridge regression, its strength chosen on the last fifth of the training part."""
    rows = [features(one.sentence, one.index) for one in train]
    seen = Counter(name for row in rows for name in row)
    kept = [
        name for name, count in sorted(seen.items(), key=lambda one: (-one[1], one[0])) if count >= LEAST_SEEN
    ]
    columns = {name: place for place, name in enumerate(kept[:MOST_COLUMNS])}

    def matrix(rows: list[frozenset[str]]) -> Array:
        table = np.zeros((len(rows), len(columns) + 1), np.float32)
        for place, row in enumerate(rows):
            table[place, [columns[name] for name in row if name in columns]] = 1
        table[:, -1] = 1
        return table

    inputs, gold = matrix(rows), np.array([one.gold for one in train], np.float32)
    split = len(train) * 4 // 5
    parts = [
        (block.T @ block, block.T @ goal)
        for block, goal in ((inputs[:split], gold[:split]), (inputs[split:], gold[split:]))
    ]
    tried = []
    for strength in STRENGTHS:
        answers = np.clip(inputs[split:] @ solve(*parts[0], strength), -3, 3)
        tried.append((float(np.abs(answers - gold[split:]).mean()), strength))
    weights = solve(parts[0][0] + parts[1][0], parts[0][1] + parts[1][1], min(tried)[1])
    answers = matrix([features(one.sentence, one.index) for one in measured]) @ weights
    return [float(one) for one in np.clip(answers, -3, 3)]


def solve(products: Array, goals: Array, strength: float) -> Array:
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


def f1_of_classes(gold: list[float], told: list[float]) -> list[float]:
    """F1 of what did happen, is open, did not happen."""
    left, right = ([(one > HALF) - (one < -HALF) for one in values] for values in (gold, told))
    found = []
    for kind in (1, 0, -1):
        both = sum(one == other == kind for one, other in zip(left, right, strict=True))
        found.append(round(2 * both / max(1, left.count(kind) + right.count(kind)), 4))
    return found
