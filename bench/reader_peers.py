"""Gold words -> what other readers score on them: the linear one, and a spaCy pipeline where one is named.

The pipeline is trained from scratch on the same train part (training/reader/peer_spacy.py); its folder is
named by the variable SECONDSOURCE_PEER.
"""

import os
import time
from collections.abc import Iterator
from typing import Any

from bench.reader_counts import Counts, add, f1
from bench.reader_scores import spans_of
from secondsource.language.analysis import plain
from secondsource.language.attaching import attach_words
from secondsource.language.hashing import code_of, codes_of_word
from secondsource.language.labelling import label_relations
from secondsource.language.tagging import tag_words
from secondsource.language.weights import load_weights
from training.reader.corpora import Document


def linear_scores(documents: list[Document]) -> dict[str, float]:
    """UPOS, UAS and LAS in per cent, gold words and sentences given."""
    counts: Counts = {}
    for document in documents:
        bounds = [0] + [place + 1 for place, end in enumerate(document.layers["ends"]) if end]
        pairs = list(zip(bounds, bounds[1:], strict=False))
        words = [[plain(word) for word in document.words[first:last]] for first, last in pairs]
        tags = tag_words(words, load_weights("tags"))
        forms = [[codes_of_word(word)[0] for word in line] for line in words]
        marks = [[code_of(tag) for tag in line] for line in tags]
        heads = attach_words(forms, marks, load_weights("arcs"))
        relations = label_relations(forms, marks, heads, load_weights("relations"))
        for (first, _), line, above, names in zip(pairs, tags, heads, relations, strict=True):
            for place, (tag, head, name) in enumerate(zip(line, above, names, strict=True)):
                index = first + place
                add(counts, "upos", tag.split("|")[1] == document.layers["upos"][index], 1, 1)
                right = first + head == document.layers["head"][index]
                add(counts, "uas", right, 1, 1)
                add(counts, "las", right and name == document.layers["deprel"][index], 1, 1)
    return {score: f1(counts, score) for score in ("upos", "uas", "las")}


def spacy_scores(documents: list[Document], texts: list[str]) -> dict[str, float]:
    """UPOS, UAS and LAS with gold words and sentences, span F1 of names with gold words, words a CPU second
    from raw text; empty, with one line that says why, where there is no such pipeline."""
    folder = os.environ.get("SECONDSOURCE_PEER")
    if not folder:
        print("no spaCy pipeline measured beside it: SECONDSOURCE_PEER names none")
        return {}
    try:
        import spacy
    except ImportError:
        print("no spaCy pipeline measured beside it: spaCy is not installed")
        return {}
    pipeline = spacy.load(folder)
    counts: Counts = {}
    for document in documents:
        _count_trees(counts, document, pipeline)
        if "uner" in document.layers:
            _count_names(counts, document, pipeline)
    found = {score: f1(counts, score) for score in ("upos", "uas", "las", "names")}
    if texts:
        pipeline(texts[0])
        begun = time.process_time()
        for text in texts:
            pipeline(text)
        seconds = time.process_time() - begun
        found["words a CPU second"] = round(sum(len(text.split()) for text in texts) / seconds)
    return found


def _count_trees(counts: Counts, document: Document, pipeline: Any) -> None:
    for first, last in _sentences(document):
        doc = pipeline(_doc(document, first, last, pipeline.vocab, whole=True))
        for token in doc:
            index = first + token.i
            relation = "root" if token.head.i == token.i else token.dep_
            right = first + token.head.i == document.layers["head"][index]
            add(counts, "upos", token.tag_ == document.layers["upos"][index], 1, 1)
            add(counts, "uas", right, 1, 1)
            add(counts, "las", right and relation == document.layers["deprel"][index], 1, 1)


def _count_names(counts: Counts, document: Document, pipeline: Any) -> None:
    tags = document.layers["uner"]
    doc = pipeline(_doc(document, 0, len(document.words), pipeline.vocab, whole=False))
    found = {(one.start, one.end, one.label_) for one in doc.ents}
    found = {one for one in found if all(tag is not None for tag in tags[one[0] : one[1]])}
    gold = set(spans_of(tags))
    add(counts, "names", len(gold & found), len(found), len(gold))


def _sentences(document: Document) -> Iterator[tuple[int, int]]:
    begin = 0
    for place, end in enumerate(document.layers["ends"]):
        if end:
            yield begin, place + 1
            begin = place + 1


def _doc(document: Document, first: int, last: int, vocab: Any, whole: bool) -> Any:
    """Gold words as the pipeline takes them; `whole` tells it that they are one sentence."""
    from spacy.tokens import Doc

    gaps = document.gaps[first + 1 : last]
    starts = [place == 0 for place in range(last - first)] if whole else None
    return Doc(
        vocab,
        words=document.words[first:last],
        spaces=[*(gap > 0 for gap in gaps), False],
        sent_starts=starts,
    )
