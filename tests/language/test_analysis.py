"""The rule reader's tags, lemmas and trees on plain sentences, and what becomes of text that is not read."""

import pytest

from secondsource.language import analyse
from secondsource.language.lemmas import lemma_of
from secondsource.model import Report, Token


def read(text: str, language: str | None = "en") -> tuple[Token, ...]:
    sentences, _ = analyse(Report("r", text, "", language=language), "rules")
    return tuple(token for sentence in sentences for token in sentence.tokens)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Two missiles were fired.", "nummod nsubj:pass aux:pass root punct"),
        ("The minister praised the soldiers.", "det nsubj root det obj punct"),
        ("She visited the plant in April.", "nsubj root det obj case obl punct"),
        ("He said the talks had failed.", "nsubj root det nsubj aux ccomp punct"),
    ],
)
def test_trees(text: str, relations: str) -> None:
    assert " ".join(token.deprel for token in read(text)) == relations


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("accused", "VBD", "accuse"), ("refuted", "VBN", "refute"), ("said", "VBD", "say"),
        ("denies", "VBZ", "deny"), ("depicting", "VBG", "depict"), ("planned", "VBD", "plan"),
        ("launches", "NNS", "launch"), ("men", "NNS", "man"), ("n’t", "RB", "not"), ("was", "VBD", "be"),
        ("allegations", "NNS", "allegation"), ("issuing", "VBG", "issue"),
        ("retreated", "VBD", "retreat"), ("signalling", "VBG", "signal"), ("convened", "VBN", "convene"),
    ],
)  # fmt: skip
def test_lemmas(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag) == lemma


def test_every_word_hangs_from_one_root() -> None:
    text = "When asked (twice) about it, Ruiz - the aide - said: “No!” But who, if anyone, knew?"
    sentences, notes = analyse(Report("r", text, ""), "rules")
    assert notes == ()
    for sentence in sentences:
        roots = [number for number, token in enumerate(sentence.tokens) if token.head == number]
        assert len(roots) == 1
        assert sentence.subtree(roots[0]) == tuple(range(len(sentence.tokens)))
        assert [token.deprel == "root" for token in sentence.tokens].count(True) == 1


def test_a_language_that_is_not_read_is_kept_and_noted() -> None:
    sentences, notes = analyse(Report("r", "Der Minister reist ab. Er bleibt fort.", "", language="de"))
    assert len(sentences) == 2
    assert not any(sentence.tokens for sentence in sentences)
    assert "not read (de)" in notes[0].message


def test_a_sentence_without_end_is_noted() -> None:
    sentences, notes = analyse(Report("r", "word " * 500, ""), "rules")
    assert (len(sentences), sentences[0].tokens) == (1, ())
    assert "500 words" in notes[0].message


def test_an_unknown_reader_is_refused() -> None:
    with pytest.raises(ValueError, match="no reader named 'fast'"):
        analyse(Report("r", "Go.", ""), "fast")
