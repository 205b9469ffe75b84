"""Gold words and sentences -> what the small linear reader (the one that needs no encoder) scores on them."""

from bench.reader_counts import Counts, add, f1
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
