"""PolNeAR's articles -> knowledge/attribution_odds.tsv: how likely a cue, a source, a content is right.

    python -m training.attribution.fit --data DIR [--every 3] [--keep analyses.pkl]

Three logistic models with plain weights over the signs of `attribution/signs.py`: is the cue one (a gold cue
shares a word with it, or its content overlaps a gold one's by half); is the source right, is the content, of
those that are. A cue inside a gold content is left out: the corpus marks no nested ones. Half of a target is
given for overlap by half, half for equality. Every third article of the train part is used.

The table that is shipped was fitted to the reader before the present one, which had seen these articles
twice. Fitted to the present one, which has seen them twelve times and is surer there than elsewhere, it does
better on PolNeAR's choosing half (half 73.8 for 73.3) and worse on the own reports of `bench/gold` (dev 78.0
for 80.1).
"""

import argparse
import pickle
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.attribution import _TOKEN, Link, read_links, token_numbers
from secondsource.attribution.choosing import is_open, is_quoted
from secondsource.attribution.finding import find_offers
from secondsource.attribution.options import Offer
from secondsource.attribution.quotations import find_quotations
from secondsource.attribution.signs import Place, content_signs, cue_signs, source_signs
from secondsource.attribution.tree import Tree
from secondsource.language import analyse
from secondsource.model import Report, Sentence
from secondsource.model.placed import Placed

TABLE = Path("src/secondsource/knowledge/attribution_odds.tsv")
LEAST_CASES = 6
SMALLEST = 0.02
DECAY = {"cue": 10.0, "source": 2.0, "content": 10.0}
Case = tuple[list[str], float]


class Article(NamedTuple):
    """A report that was analysed, with its gold links."""

    report: Report
    sentences: tuple[Sentence, ...]
    gold: list[Link]


def main() -> None:
    """Fits the three models and writes the table."""
    ways = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways.add_argument("--data", type=Path, required=True)
    ways.add_argument("--every", type=int, default=3)
    ways.add_argument("--keep", type=Path, help="where analyses are kept between runs (a private cache)")
    told = ways.parse_args()
    cases: dict[str, list[Case]] = {"cue": [], "source": [], "content": []}
    for article in read_articles(told.data, told.every, told.keep):
        for kind, found in cases_of(article).items():
            cases[kind] += found
    write({kind: fit(found, DECAY[kind]) for kind, found in cases.items()})
    print({kind: len(found) for kind, found in cases.items()})


def read_articles(data: Path, every: int, keep: Path | None) -> list[Article]:
    """Every so many-th article of PolNeAR's train part, with the first annotator's links."""
    if keep is not None and keep.exists():
        return [Article(*one) for one in pickle.loads(keep.read_bytes())]
    folder = data / "attribution" / "polnear" / "train"
    found = []
    for path in sorted((folder / "text").glob("*.txt"))[::every]:
        written = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if not written:
            continue
        text = path.read_text(encoding="utf-8")
        try:
            gold = read_links(text, written[0].read_text(encoding="utf-8"))
        except (TypeError, ValueError):
            print(f"left out, its annotation cannot be read: {path.stem}")
            continue
        report = Report("train", text, "", language="en")
        found.append(Article(report, analyse(report)[0], gold))
    if keep is not None:
        keep.write_bytes(pickle.dumps([tuple(one) for one in found]))
    return found


def cases_of(article: Article) -> dict[str, list[Case]]:
    """Signs and target of every cue, and of the sources and contents of those that are right."""
    report, sentences, gold = article
    tokens = [match.span() for match in _TOKEN.finditer(report.text)]
    quotations, _ = find_quotations(report)
    placed = Placed(quotations, lambda one: one.span)
    trees = [Tree(sentence) for sentence in sentences]
    cases: dict[str, list[Case]] = {"cue": [], "source": [], "content": []}
    for one in find_offers(report, sentences, trees, quotations):
        if not is_open(one.draft) or not one.contents:
            continue
        place = Place(trees[one.draft.number], sentences[one.draft.number], one)
        cue = token_numbers(tokens, one.draft.cue)
        link = _gold_of(one, cue, token_numbers(tokens, one.draft.content), gold)
        if link is None and any(cue <= other.content for other in gold):
            continue
        cases["cue"].append((cue_signs(place, is_quoted(placed, one.draft)), float(link is not None)))
        if link is None:
            continue
        for source in one.sources:
            found = token_numbers(tokens, source.spans)
            shared = bool(found & link.source) or not (found or link.source)
            cases["source"].append((source_signs(place, source), (shared + (found == link.source)) / 2))
        for content in one.contents:
            found = token_numbers(tokens, content.spans)
            half = 2 * len(found & link.content) >= len(found | link.content)
            cases["content"].append((content_signs(place, content), (half + (found == link.content)) / 2))
    return cases


def _gold_of(one: Offer, cue: frozenset[int], content: frozenset[int], gold: list[Link]) -> Link | None:
    """The gold link with the same cue, else with half of the content."""
    same = [other for other in gold if other.cue & cue]
    near = same or [
        other for other in gold if 2 * len(other.content & content) >= len(other.content | content)
    ]
    return max(near, key=lambda other: len(other.content & content), default=None)


def fit(cases: list[Case], decay: float, rounds: int = 400) -> dict[str, float]:
    """Weights of the signs that occur often enough: logistic loss with decay, by full steps of Adam."""
    counts = Counter(sign for signs, _ in cases for sign in set(signs))
    names = sorted(sign for sign, count in counts.items() if count >= LEAST_CASES)
    column = {sign: number for number, sign in enumerate(names)}
    rows = [[column[sign] for sign in set(signs) if sign in column] for signs, _ in cases]
    row = np.repeat(np.arange(len(rows)), [len(one) for one in rows])
    flat = np.concatenate([np.array(one, dtype=np.int64) for one in rows])
    target = np.array([one for _, one in cases])
    weight = np.zeros(len(names))
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for turn in range(1, rounds + 1):
        score = np.bincount(row, weights=weight[flat], minlength=len(rows))
        error = 1 / (1 + np.exp(-score)) - target
        slope = np.bincount(flat, weights=error[row], minlength=len(names)) + decay * weight
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        rate = 0.05 if turn < rounds // 2 else 0.01
        weight -= rate * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    return dict(zip(names, weight.tolist(), strict=True))


def write(models: dict[str, dict[str, float]]) -> None:
    """The table: signs in order, with weights of two places; what weighs next to nothing is left out."""
    lines = [
        f"{sign}\t{weight:.2f}"
        for model in models.values()
        for sign, weight in model.items()
        if abs(weight) >= SMALLEST
    ]
    TABLE.write_text("sign\tweight\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
