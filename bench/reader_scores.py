"""Annotated documents and a word reader -> counts of right, found and gold, head by head."""

from collections.abc import Callable
from typing import Any

from bench.reader_counts import Counts, add
from bench.reader_mentions import count_mentions
from secondsource.language.encoder.attributions import join_attributions
from secondsource.language.encoder.proposals import NAMED, entities_of, events_of
from secondsource.language.encoder.reading import SpanFound, WordReader, WordReading
from secondsource.language.encoder.windows import NO, YES
from training.reader.corpora import Document
from training.reader.corpora.document import sentence_ends

Span = tuple[int, int, str]
KINDS = {ours: theirs for theirs, ours in NAMED.items()}


def score_documents(reader: WordReader, documents: list[Document], gold_ends: bool) -> Counts:
    """Right, found and gold of every layer that the documents have; with their sentences given or not."""
    counts: Counts = {}
    for document in documents:
        safe = set(sentence_ends(document))
        size = len(document.words)
        ends = [0.0] * size
        if gold_ends:
            ends = [YES if place + 1 in safe else NO for place in range(size)]
        reading = reader.read(document.words, document.gaps, ends, safe)
        _count_words(counts, document, reading)
        _count_spans(counts, document, reading)
        if "link" in document.layers and document.corpus != "gum":
            _count_links(counts, document, reading)
        if document.mentions and reading.mentions:
            count_mentions(counts, document, reading)
    return counts


def _count_words(counts: Counts, document: Document, reading: WordReading) -> None:
    layers = document.layers
    told: dict[str, list[Any]] = {"upos": reading.upos, "xpos": reading.xpos}
    for layer, ours in told.items():
        for gold, one in zip(layers.get(layer, ()), ours, strict=False):
            if gold is not None:
                add(counts, layer, gold == one, 1, 1)
    if "lemma" in layers:
        from secondsource.language.encoder.lemmas import apply_script

        for word, script, lemma in zip(document.words, layers["lemma"], reading.lemmas, strict=True):
            add(counts, "lemma", apply_script(word, script) == lemma, 1, 1)
    if "head" in layers:
        for place, head in enumerate(layers["head"]):
            right = reading.heads[place] == head
            add(counts, "uas", right, 1, 1)
            add(counts, "las", right and reading.relations[place] == layers["deprel"][place], 1, 1)
    for place, gold in enumerate(layers.get("factuality", ())):
        if gold is not None:
            add(counts, "factuality error", abs(reading.factuality[place] - gold), 1, 1)


def _count_spans(counts: Counts, document: Document, reading: WordReading) -> None:
    choices: dict[str, Callable[[], list[SpanFound]]] = {
        "uner": lambda: reading.spans["uner"],
        "re3d": lambda: reading.spans["re3d"],
        "shipped names": lambda: [
            (*one[:2], KINDS[one[2]], one[3]) for one in entities_of(reading) if one[2] in KINDS
        ],
        "meantime": lambda: reading.spans["meantime"],
        "ecbplus": lambda: reading.spans["ecbplus"],
        "timebank": lambda: events_of(reading),
        "attribution": lambda: [one[:4] for one in join_attributions(reading, document.words)],
    }
    for layer, choose in choices.items():
        gold_layer = "uner" if layer == "shipped names" else layer
        if gold_layer not in document.layers or (layer == "attribution" and document.corpus == "gum"):
            continue  # of GUM's attributions only parts are marked
        tags = document.layers[gold_layer]
        gold = set(spans_of(tags))
        found = {
            (first, last, label)
            for first, last, label, _ in choose()
            if all(tag is not None for tag in tags[first:last])
        }
        if layer in {"meantime", "ecbplus", "timebank"}:
            bare_gold, bare = {one[:2] for one in gold}, {one[:2] for one in found}
            add(counts, layer, len(bare_gold & bare), len(bare), len(bare_gold))
            add(counts, layer + " class", len(gold & found), len(found), len(gold))
        else:
            add(counts, layer, len(gold & found), len(found), len(gold))
        for label in sorted({one[2] for one in gold | found}):
            own, ours = {one for one in gold if one[2] == label}, {one for one in found if one[2] == label}
            add(counts, f"{layer} {label}", len(own & ours), len(ours), len(own))
            if layer == "attribution":
                words, our_words = _words(own), _words(ours)
                add(counts, f"token {label}", len(words & our_words), len(our_words), len(words))


def _count_links(counts: Counts, document: Document, reading: WordReading) -> None:
    """Pairs (source or content, cue) with all words of both right; and with their first words right."""
    tags, links = document.layers["attribution"], document.layers["link"]
    cues = {first: (first, last) for first, last, label in spans_of(tags) if label == "cue"}
    gold = {
        ((first, last, label), cues[links[first]])
        for first, last, label in spans_of(tags)
        if label != "cue" and links[first] in cues
    }
    found = {
        ((first, last, label), cue)
        for first, last, label, _, cue in join_attributions(reading, document.words)
        if label != "cue" and cue is not None
    }
    add(counts, "linked pairs", len(gold & found), len(found), len(gold))
    spans = {one[0] for one in gold} & {one[0] for one in found}
    both = [(one, cue) for one, cue in found if one in spans]
    right = sum(any(one == other and cue[0] == same[0] for other, same in gold) for one, cue in both)
    add(counts, "link of a right span", right, len(both), len(both))


def spans_of(tags: list[Any]) -> list[Span]:
    """Spans of begin/inside/outside tags: first word, last word + 1, label."""
    found: list[Span] = []
    for place, tag in enumerate(tags):
        if not isinstance(tag, str) or tag[1:2] != "-":
            continue
        if tag[0] == "I" and found and found[-1][1] == place and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], place + 1, tag[2:])
        else:
            found.append((place, place + 1, tag[2:]))
    return found


def _words(spans: set[Span]) -> set[int]:
    return {place for first, last, _ in spans for place in range(first, last)}
