"""Marks of the treebanks, on sentences of our own -> mentions, which are the same, and who says what."""

from typing import Any

import pytest

from training.reader.corpora.discourse import add_attributions
from training.reader.corpora.document import Document
from training.reader.corpora.entities import add_mentions, read_marks
from training.reader.own import own_document

# word, part of speech, governor (from 1; 0 the root), the corpus' last column
SPOKEN = (
    ("The", "DET", 2, "Entity=(1-organization-new|Discourse=attribution-positive:1->2:0:sem-atsrc-1-2-_"),
    ("navy", "NOUN", 3, "Entity=1)"),
    ("said", "VERB", 0, "_"),
    ("that", "SCONJ", 8, "Discourse=ROOT:2:0"),
    ("its", "PRON", 6, "Entity=(2-object-new(1-organization-giv)"),
    ("ship", "NOUN", 8, "Entity=2)"),
    ("had", "AUX", 8, "_"),
    ("left", "VERB", 3, "_"),
    ("Busan", "PROPN", 8, "Entity=(3-place-new)"),
    (".", "PUNCT", 3, "_"),
)


def drawn(rows: tuple[tuple[str, str, int, str], ...]) -> tuple[Document, list[Any]]:
    words = [row[0] for row in rows]
    heads = [(row[2] or number) - 1 for number, row in enumerate(rows, start=1)]
    document = Document("drawn", "gum", words, [1] * len(rows))
    document.layers = {"upos": [row[1] for row in rows], "head": heads}
    columns = [[str(n), row[0], "_", row[1], "_", "_", str(row[2]), "_", "_", row[3]] for n, row in
               enumerate(rows, start=1)]  # fmt: skip
    return document, [({}, columns)]


def test_mentions_nest_and_carry_the_number_of_their_thing() -> None:
    document, sentences = drawn(SPOKEN)
    add_mentions(document, read_marks(sentences))
    told = {
        document.words[word]: (document.layers["mention"][word], document.layers["thing"][word])
        for word in document.mentions
    }
    assert told == {
        "navy": ("organization", 1),
        "its": ("organization", 1),
        "ship": ("object", 2),
        "Busan": ("place", 3),
    }
    assert document.mentions[1] == (0, 2)
    assert document.mentions[5] == (4, 6)


def test_who_says_what_leaves_open_what_is_not_marked() -> None:
    document, sentences = drawn(SPOKEN)
    add_attributions(document, sentences, [([1], [2])])
    assert document.layers["attribution"] == [
        "B-source", "I-source", "B-cue", "B-content", *["I-content"] * 6,
    ]  # fmt: skip
    assert document.layers["link"] == [2, 2, None, *[2] * 7]
    add_attributions(document, sentences, [])
    assert document.layers["attribution"] == [None] * len(SPOKEN)


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ('"{The port is shut},"  [the mayor](source) [said](cue).', '"The port is shut,"'),
        ("[The mayor](source) [said](cue) “{the port is shut}.”", "“the port is shut.”"),
        ("[The mayor](source) [said](cue) {the port is shut}.", "the port is shut"),
        ('[The mayor](source) [called](cue) the port {"shut"}.', '"shut"'),
    ],
)
def test_content_is_taken_with_its_quotation_marks(line: str, content: str) -> None:
    document = own_document("drawn", line)
    inside = [place for place, tag in enumerate(document.layers["attribution"]) if "content" in str(tag)]
    text = document.text[document.starts[inside[0]] : document.ends[inside[-1]]]
    assert text == content
