"""PolNeAR -> token F1 of source, cue and content, and whole attributions found by half or exactly.

half: content overlap (intersection over union of tokens) of at least .5, and sources that share a token or
are both empty; exact3: all three equal in tokens; one-to-one, best content overlap first. The time is that of
the stage alone, after reader and mentions.
"""

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from secondsource.attribution import find_attributions
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Report, Span
from training.reader.corpora.document import HALVES, part_of

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Link(NamedTuple):
    """Source, cue and content as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def run(data: Path, part: str = "dev", reader: str = "default") -> dict[str, float]:
    """Print and give the scores of PolNeAR's part; nested links are left out, as the corpus has none.

    Half of dev chose the weights, so the other half is measured too, alone.
    """
    found: dict[str, float] = {}
    folder = data / "attribution" / "polnear" / part
    read = [(name, (gold, find_links(text, reader))) for name, text, gold in read_articles(folder)]
    parts = {part: [pair for _, pair in read]}
    if part == "dev":
        parts["measure"] = [pair for name, pair in read if part_of(name, HALVES) == "measure"]
    for told, pairs in parts.items():
        if not pairs:
            continue
        scores = score_links(pairs)
        print(f"PolNeAR {told}, {len(pairs)} articles, reader {reader}")
        for name, value in scores.items():
            print(f"  {name:20} {100 * value:6.1f}")
        found |= {f"polnear_{told}_{name}": round(value, 4) for name, value in scores.items()}
    texts = [text for _, text, _ in read_articles(folder)][::4]
    spent = time_articles(texts, reader)
    print(f"{spent:.1f} ms for 850 words after reader and names, {len(texts)} articles")
    return found | {"polnear_ms_for_850_words": round(spent, 2)}


def time_articles(texts: list[str], reader: str, repeats: int = 5) -> float:
    """Milliseconds for 850 words: the best of some runs of every article, together.

    The time is that of the thread: the reader's others may still be winding down.
    """
    seconds = 0.0
    for text in texts:
        report = Report("bench", text, "", language="en")
        sentences, _ = analyse(report, reader)
        mentions, _ = find_mentions(report, sentences)
        runs = []
        for _ in range(repeats):
            begun = time.thread_time()
            find_attributions(report, sentences, mentions)
            runs.append(time.thread_time() - begun)
        seconds += min(runs)
    return 1000 * seconds * 850 / max(sum(len(text.split()) for text in texts), 1)


def read_articles(folder: Path) -> Iterator[tuple[str, str, list[Link]]]:
    """Name, text and gold links (the first annotator's) of every article; the folders are brat's."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        written = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if written:
            yield path.stem, text, read_links(text, written[0].read_text(encoding="utf-8"))


def read_links(text: str, written: str) -> list[Link]:
    """Gold links of a brat file, as token numbers of the text."""
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    spans: dict[str, list[Span]] = {}
    links = []
    for line in sorted(written.splitlines(), key=lambda line: line.startswith("E")):
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, places = rest.split("\t")[0].partition(" ")
            spans[key] = [Span(*map(int, place.split())) for place in places.split(";")]
        elif key.startswith("E"):
            parts: dict[str, list[Span]] = {role: [] for role in ROLES}
            for argument in rest.split():
                role, _, name = argument.partition(":")
                role = role.lower().rstrip("0123456789")
                if role in parts:
                    parts[role] += spans.get(name, [])
            links.append(Link(*(token_numbers(tokens, parts[role]) for role in ROLES)))
    return [link for link in links if any(link)]


def find_links(text: str, reader: str) -> list[Link]:
    """What the project finds: links that are not inside another one's, joint sources put together."""
    report = Report("bench", text, "", language="en")
    sentences, _ = analyse(report, reader)
    mentions, _ = find_mentions(report, sentences)
    found, _ = find_attributions(report, sentences, mentions)
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    relays = {one.id for one in found if not one.cue}
    together: dict[tuple[frozenset[int], frozenset[int]], frozenset[int]] = {}
    for one in found:
        if not one.cue or (one.within is not None and one.within not in relays):
            continue
        key = (token_numbers(tokens, one.cue), token_numbers(tokens, one.content))
        together[key] = together.get(key, frozenset()) | token_numbers(tokens, one.source)
    return [Link(source, cue, content) for (cue, content), source in together.items()]


def token_numbers(tokens: list[tuple[int, int]], spans: list[Span] | tuple[Span, ...]) -> frozenset[int]:
    """Numbers of the tokens that share a character with a span."""
    ends = [end for _, end in tokens]
    numbers = set[int]()
    for span in spans:
        first = bisect_right(ends, span.start)
        last = bisect_left(tokens, (span.end, -1))
        numbers |= set(range(first, last))
    return frozenset(numbers)


def score_links(pairs: list[tuple[list[Link], list[Link]]]) -> dict[str, float]:
    """F1 of tokens by role; precision, recall and F1 of half; F1 of exact3."""
    scores: dict[str, float] = {}
    for role in ROLES:
        right = ours = theirs = 0
        for gold, found in pairs:
            left = frozenset[int]().union(*(getattr(one, role) for one in gold))
            mine = frozenset[int]().union(*(getattr(one, role) for one in found))
            right, ours, theirs = right + len(left & mine), ours + len(mine), theirs + len(left)
        scores[f"{role}_token_f1"] = 2 * right / max(ours + theirs, 1)
    matched = [match_links(gold, found) for gold, found in pairs]
    ours, theirs = sum(len(found) for _, found in pairs), sum(len(gold) for gold, _ in pairs)
    half = sum(len(one) for one in matched)
    exact = sum(
        gold[left] == found[mine]
        for (gold, found), one in zip(pairs, matched, strict=True)
        for left, mine in one
    )
    scores["half_precision"], scores["half_recall"] = half / max(ours, 1), half / max(theirs, 1)
    scores["half"] = 2 * half / max(ours + theirs, 1)
    scores["exact3"] = 2 * exact / max(ours + theirs, 1)
    return scores


def match_links(gold: list[Link], found: list[Link]) -> list[tuple[int, int]]:
    """Pairs (gold, found) that match by half, one to one, best content overlap first."""
    candidates = []
    for left, one in enumerate(gold):
        for mine, other in enumerate(found):
            union = len(one.content | other.content)
            overlap = len(one.content & other.content) / union if union else 0.0
            if overlap >= 0.5 and (one.source & other.source or not (one.source or other.source)):
                candidates.append((-overlap, left, mine))
    pairs: list[tuple[int, int]] = []
    for _, left, mine in sorted(candidates):
        if all(left != other and mine != another for other, another in pairs):
            pairs.append((left, mine))
    return pairs
