"""The shipped reader on plain sentences: spans as drawn, trees that a rule can use, no character lost."""

from pathlib import Path

import pytest

from secondsource.language import analyse, split_sentences
from secondsource.language.encoder import Encoder, load_encoder
from secondsource.model import Report, Sentence
from tests.tables import Case, load_cases

CASES = load_cases(Path(__file__).with_name("encoder.txt"), ("layer",))


def read(text: str) -> tuple[Sentence, ...]:
    return analyse(Report("r", text, ""))[0]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = load_encoder()
    assert found is not None, "the shipped weights are not there"
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_spans_are_as_drawn(encoder: Encoder, case: Case) -> None:
    found = sorted(
        (one.span.start, one.span.end, one.label)
        for sentence in read(case.text)
        for one in sentence.proposals
        if one.layer == case.settings["layer"]
    )
    assert (found == sorted(case.marks)) is not case.known_failure, found


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Two missiles were fired by the navy.", "nummod nsubj:pass aux:pass root case det obl:agent punct"),
        ("He said the talks had failed.", "nsubj root det nsubj aux ccomp punct"),
        ("Kim, who visited the plant, ordered an inspection.",
         "nsubj punct nsubj acl:relcl det obj punct root det obj punct"),
    ],
)  # fmt: skip
def test_trees(encoder: Encoder, text: str, relations: str) -> None:
    (sentence,) = read(text)
    assert " ".join(token.deprel for token in sentence.tokens) == relations


def test_tags_and_lemmas(encoder: Encoder) -> None:
    (sentence,) = read("The factories were visited.")
    assert [token.lemma for token in sentence.tokens] == ["the", "factory", "be", "visit", "."]
    assert [token.xpos for token in sentence.tokens] == ["DT", "NNS", "VBD", "VBN", "."]


def test_every_word_of_a_long_report_is_in_one_sentence(encoder: Encoder) -> None:
    text = "\n\n".join(f"Ship {n} left port {n}. It met ship {n + 1}, officials said." for n in range(120))
    report = Report("r", text + "\n" + "endless " * 900, "")
    sentences = encoder.analyse(report, split_sentences(report))
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert "".join(token.text for token in tokens) == "".join(report.text.split())
    assert all(report.text[token.start : token.end] == token.text for token in tokens)
    assert [sentence.id for sentence in sentences] == [f"r:s{n}" for n in range(len(sentences))]
    for sentence in sentences:
        roots = [number for number, token in enumerate(sentence.tokens) if token.head == number]
        assert len(roots) == 1
        assert len(sentence.subtree(roots[0])) == len(sentence.tokens)


def test_reading_twice_gives_the_same(encoder: Encoder) -> None:
    text = "SEOUL SAYS TWO ROCKETS FELL INTO THE SEA. Tokyo confirmed this, the agency said."
    assert read(text) == read(text)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "😀 !!! \ufeff", "a" * 5000, "\u202eabc\u202c " * 50])
def test_strange_text_is_read_without_a_word_lost(encoder: Encoder, text: str) -> None:
    words = "".join(token.text for sentence in read(text) for token in sentence.tokens)
    assert words == "".join(text.split())


def test_a_cue_ties_its_source_and_content(encoder: Encoder) -> None:
    text = "The governor said the bridge was shut. The mayor denied it."
    tied = {
        one.span.of(text): one.of.of(text)
        for sentence in read(text)
        for one in sentence.proposals
        if one.layer == "attribution" and one.of is not None
    }
    assert tied["The governor"] == "said"
    assert tied["The mayor"] == "denied"
