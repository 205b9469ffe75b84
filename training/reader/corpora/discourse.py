"""GUM's discourse relations -> layers `attribution` and `link`, for the sentences that it gives to somebody.

eRST (Zeldes et al. 2025) marks which clause attributes which others, and the words of the source. Nominal
cues and "the report's claim" are not marked, so every other word is left open; so is where a cue ends. What
further sentences add to what was said is theirs by discourse, not by attribution: they are left open too.
"""

import json
import re
from pathlib import Path
from typing import Any

from training.reader.corpora.document import Document

Row = list[str]
_UNIT = re.compile(r"(?:^|\|)Discourse=([^|]*)")
_SOURCE = re.compile(r"sem-atsrc-([\d,\-]+?)-(?:_|gold)")
_NO_CUE = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def read_relations(folder: Path) -> dict[str, list[tuple[list[int], list[int]]]]:
    """Document -> (numbers of the attributing units, numbers of the units of what is said), positive ones."""
    found: dict[str, list[tuple[list[int], list[int]]]] = {}
    path = folder / "attribution.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        if row["relation"] == "attribution-positive":
            units = [[int(number) for number in row[key]] for key in ("attribution_edus", "content_edus")]
            found.setdefault(row["doc"], []).append((units[0], units[1]))
    return found


def add_attributions(
    document: Document,
    sentences: list[tuple[dict[str, str], list[Row]]],
    relations: list[tuple[list[int], list[int]]],
) -> None:
    """The two layers; every word outside the marked clauses is open."""
    units, signals = _units(sentences)
    sentence = [number for number, (_, rows) in enumerate(sentences) for _ in rows]
    tags: list[Any] = [None] * len(document.words)
    links: list[int | None] = [None] * len(document.words)
    upos = document.layers["upos"]
    for attributing, said in relations:
        sources = [word for unit in attributing for word in _sources(signals.get(unit, ""))]
        content = [word for unit in said for word in units.get(unit, ())]
        cues = [word for unit in attributing for word in units.get(unit, ()) if word not in sources]
        cue = next((word for word in cues if upos[word] not in _NO_CUE), None)
        content = [word for word in content if cue is not None and sentence[word] == sentence[cue]]
        if not content or cue is None or any(word >= len(tags) for word in sources):
            continue
        for words, label in ((sources, "source"), (content, "content")):
            for place, word in enumerate(sorted(words)):
                after = place and sorted(words)[place - 1] == word - 1
                tags[word] = ("I-" if after else "B-") + label
                links[word] = cue
        for word in cues:
            if tags[word] is None and upos[word] == "VERB":
                tags[word] = "B-cue" if word == cue else None
    document.layers |= {"attribution": tags, "link": _with_cues(tags, links)}


def _with_cues(tags: list[Any], links: list[int | None]) -> list[int | None]:
    """Links whose cue's first word is marked; the others are left open."""
    return [link if link is not None and tags[link] == "B-cue" else None for link in links]


def _units(sentences: list[tuple[dict[str, str], list[Row]]]) -> tuple[dict[int, list[int]], dict[int, str]]:
    units: dict[int, list[int]] = {}
    signals: dict[int, str] = {}
    index, unit = 0, 0
    for _, rows in sentences:
        for row in rows:
            told = _UNIT.search(row[9])
            if told:
                number = re.search(r":(\d+)", told[1])
                unit = int(number[1]) if number else unit + 1
                signals[unit] = told[1]
            units.setdefault(unit, []).append(index)
            index += 1
    return units, signals


def _sources(signals: str) -> list[int]:
    found: list[int] = []
    for places in _SOURCE.findall(signals):
        for place in places.split(","):
            first, _, last = place.partition("-")
            found += range(int(first) - 1, int(last or first))
    return found
