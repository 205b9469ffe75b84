"""Spans of source, cue and content -> the same, mended by the tree, each tied to its cue."""

from secondsource.language.encoder.boundaries import Ground, mend_content
from secondsource.language.encoder.reading import WordReading

Joined = tuple[int, int, str, float, tuple[int, int] | None]
FARTHEST = -6.0


def join_attributions(reading: WordReading, words: list[str]) -> list[Joined]:
    """Each span with the words of its cue; None when no cue of its window is likely (mean log share < -6)."""
    spans = reading.spans["attribution"]
    cues = {first: (first, last) for first, last, label, _ in spans if label == "cue"}
    ground = Ground(reading, words, spans)
    found: list[Joined] = []
    for first, last, label, score in spans:
        if label == "cue":
            found.append((first, last, label, score, (first, last)))
            continue
        cue = _cue_of(first, reading, cues)
        if label == "content":
            first, last = mend_content(ground, first, last, cue)
        found.append((first, last, label, score, cue))
    return found


def _cue_of(first: int, reading: WordReading, cues: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    likely = reading.links.get(first, {})
    best = max(likely, key=lambda cue: (likely[cue], -abs(cue - first)), default=None)
    if best is None or likely[best] < FARTHEST:
        return None
    return cues.get(best)
