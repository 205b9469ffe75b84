"""Small spaCy pipelines made here -> tags, trees and names on our words; skipped where spaCy is absent."""

from pathlib import Path
from typing import Any

import pytest

from secondsource.language import analyse, check_reader
from secondsource.language.larger import ReaderUnavailable, open_reader
from secondsource.model import Report

TEXT = "The Kestrel sank off Lyne.\n\nNobody at the Harrow yard knew why on Monday"
PATTERNS = [
    {"label": "GPE", "pattern": "Lyne"},
    {"label": "WEAPON", "pattern": "Kestrel"},
    {"label": "DATE", "pattern": "Monday"},
    {"label": "SHIPYARD", "pattern": "Harrow"},
]
TRAINED = [
    ("Troops sold rifles to rebels .", [1, 1, 1, 1, 3, 1], "nsubj ROOT dobj prep pobj punct",
     "NNS VBD NNS IN NNS ."),
    ("Rebels fired mortars .", [1, 1, 1, 1], "nsubj ROOT dobj punct", "NNS VBD NNS ."),
    ("Troops fired rifles .", [1, 1, 1, 1], "nsubj ROOT dobj punct", "NNS VBD NNS ."),
]  # fmt: skip


@pytest.fixture(scope="module")
def spacy() -> Any:
    return pytest.importorskip("spacy")


@pytest.fixture
def named(spacy: Any, tmp_path: Path) -> str:
    pipeline = spacy.blank("en", meta={"name": "rules_of_ours", "version": "1.2"})
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)
    pipeline.to_disk(tmp_path / "named")
    open_reader.cache_clear()
    return f"spacy:{tmp_path / 'named'}"


@pytest.fixture(scope="module")
def parsed(spacy: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    from spacy.tokens import Doc
    from spacy.training import Example

    pipeline = spacy.blank("en", meta={"name": "three", "version": "0.1"})
    pipeline.add_pipe("tagger")
    pipeline.add_pipe("parser", config={"min_action_freq": 1})
    examples = []
    for text, heads, deps, tags in TRAINED:
        words = text.split()
        gold = Doc(pipeline.vocab, words=words, heads=heads, deps=deps.split(), tags=tags.split())
        examples.append(Example(Doc(pipeline.vocab, words=words), gold))
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(60):
        pipeline.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("parsed")
    pipeline.to_disk(folder)
    return f"spacy:{folder}"


def test_names_by_a_pipeline_are_of_our_kinds_or_noted(named: str) -> None:
    sentences, notes = analyse(Report("r", TEXT, ""), named)
    found = [one for sentence in sentences for one in sentence.proposals if one.layer == "entity"]
    assert [(one.label, one.span.of(TEXT)) for one in found] == [("weapon", "Kestrel"), ("place", "Lyne")]
    assert {one.made_by for one in found} == {"spacy/en_rules_of_ours@1.2"}
    assert [note.message for note in notes] == ["the reader's label SHIPYARD is none that is known"]
    assert "reader_labels.tsv" in notes[0].advice


def test_a_parser_gives_trees_in_our_relations(parsed: str) -> None:
    text = "Rebels sold mortars to troops.\n\nTroops fired mortars."
    sentences, notes = analyse(Report("r", text, ""), parsed)
    assert notes == ()
    assert [sentence.span.of(text) for sentence in sentences] == text.split("\n\n")
    assert [sentence.id for sentence in sentences] == ["r:s0", "r:s1"]
    assert [sentence.paragraph for sentence in sentences] == [0, 1]
    first = sentences[0].tokens
    assert " ".join(one.deprel for one in first) == "nsubj root obj case obl punct"
    assert [first[one.head].text for one in first] == ["sold", "sold", "sold", "troops", "sold", "sold"]
    assert [one.xpos for one in first] == ["NNS", "VBD", "NNS", "IN", "NNS", "."]


def test_a_sentence_too_long_for_words_stays(parsed: str) -> None:
    text = "Rebels fired mortars.\n\n" + "and " * 450
    sentences, _ = analyse(Report("r", text, ""), parsed)
    assert " ".join(one.span.of(text) for one in sentences).split() == text.split()


@pytest.mark.usefixtures("spacy")
def test_a_pipeline_that_is_not_there_is_one_line() -> None:
    with pytest.raises(ReaderUnavailable, match="spaCy cannot load 'en_none'") as fault:
        check_reader("spacy:en_none")
    assert "\n" not in str(fault.value)


def test_without_spacy_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(ReaderUnavailable, match=r"pip install 'secondsource\[spacy\]'"):
        check_reader("spacy:anything")
