"""The parts of the trained reader that need no weights, each on cases a person can check."""

import numpy as np
import pytest

from secondsource.language.encoder import Encoder, EncoderUnavailable
from secondsource.language.encoder.attributions import join_attributions
from secondsource.language.encoder.chain import Chain
from secondsource.language.encoder.lemmas import apply_script
from secondsource.language.encoder.pieces import word_shape
from secondsource.language.encoder.proposals import calibrate, fact_label
from secondsource.language.encoder.reading import WordReading
from secondsource.language.encoder.trees import make_tree
from secondsource.language.encoder.windows import MOST_PIECES_A_WINDOW, cut_windows, make_batches


@pytest.mark.parametrize(
    ("form", "script", "lemma"),
    [
        ("armies", "-3+y", "army"),
        ("Was", "-3+be", "be"),
        ("Moscow", "-0+", "moscow"),
        ("is", "-5+be", "is"),  # does not fit: left as it is
        ("a", "-1+", "a"),  # would leave nothing
    ],
)
def test_scripts_make_lemmas(form: str, script: str, lemma: str) -> None:
    assert apply_script(form, script) == lemma


def test_shapes_tell_capitals_digits_and_gaps_apart() -> None:
    words = ["kim", "Kim", "KIM", "K", "McKay", "18", "-"]
    assert len({word_shape(word, gap) for word in words[:-1] for gap in (0, 1, 2)}) == 18
    assert word_shape("-", 0) != word_shape("18", 2)


def scores_for(labels: list[str], *wanted: str) -> "np.ndarray":  # type: ignore[type-arg]
    return np.array([[[2.0 if label == word else 0.0 for label in labels] for word in wanted]], np.float32)


def test_a_span_never_goes_on_with_what_it_did_not_begin() -> None:
    labels = ["O", "B-weapon", "I-weapon", "B-place", "I-place"]
    chain = Chain(labels, [[0.0] * 5] * 5)
    scores = scores_for(labels, "B-weapon", "I-place", "I-weapon", "O")
    scores[0, 1, 2] = 1.0
    path = chain.best(scores, [4])[0]
    assert [labels[number] for number in path] == ["B-weapon", "I-weapon", "I-weapon", "O"]
    assert [span[:3] for span in chain.spans(path, scores[0])] == [(0, 3, "weapon")]


def test_learned_steps_weigh_in() -> None:
    labels = ["O", "B-cue", "I-cue"]
    steps = [[0.0, 0.0, 0.0], [0.0, -9.0, 3.0], [0.0, 0.0, 0.0]]
    scores = scores_for(labels, "B-cue", "B-cue")
    assert Chain(labels, steps).best(scores, [2])[0] == [1, 2]
    assert Chain(labels, [[0.0] * 3] * 3).best(scores, [2])[0] == [1, 1]


def test_rows_of_other_lengths_are_decoded_as_if_alone() -> None:
    labels = ["O", "B-cue", "I-cue", "B-source", "I-source"]
    random = np.random.default_rng(1)
    chain = Chain(labels, random.normal(size=(5, 5)).tolist())
    scores = random.normal(size=(3, 9, 5)).astype(np.float32)
    together = chain.best(scores, [9, 4, 1])
    assert together == [chain.best(scores[row : row + 1], [size])[0] for row, size in enumerate([9, 4, 1])]
    assert [len(path) for path in together] == [9, 4, 1]


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        ([1, 1, 1], [1, 1, 1]),  # a tree stays
        ([0, 1, 1], [1, 1, 1]),  # of two roots the likelier one is kept
        ([1, 0, 2], [1, 2, 2]),  # a circle is cut where it loses least
        ([1, 2, 0], [1, 2, 2]),  # no root at all
    ],
)
def test_heads_become_one_tree(heads: list[int], tree: list[int]) -> None:
    scores = np.array([[0.0, 5.0, 1.0], [4.0, 3.0, 3.5], [1.0, 2.0, 3.2]], np.float32)
    if heads == [0, 1, 1]:
        scores[2, 2] = -1.0
    found, relations = make_tree(heads, ["nsubj", "nsubj", "obj"], scores)
    assert found == tree
    assert [name == "root" for name in relations] == [head == word for word, head in enumerate(found)]


def test_windows_hold_every_word_once_and_end_where_sentences_may() -> None:
    words = ["word"] * 700
    pieces = [[7, 8] if place % 3 else [7] for place in range(700)]
    safe = set(range(20, 701, 20))
    windows = cut_windows(words, [1] * 700, pieces, safe)
    assert [one.first for one in windows[1:]] == [one.last for one in windows[:-1]]
    assert windows[0].first == 0
    assert windows[-1].last == 700
    assert all(one.last in safe and len(one.pieces) <= MOST_PIECES_A_WINDOW + 2 for one in windows)
    firsts = [one.first for one in windows]
    assert sorted(one.first for batch in make_batches(windows) for one in batch) == firsts
    assert [len(batch) for batch in make_batches(windows, 1)] == [1] * len(windows)


def test_a_sentence_longer_than_a_window_is_read_in_pieces() -> None:
    windows = cut_windows(["x"] * 500, [1] * 500, [[5]] * 500, {500})
    assert sum(one.last - one.first for one in windows) == 500
    assert len(windows) == 4


def a_reading(
    words: list[str], ends: list[int], gaps: list[int], spans: list[tuple[int, int, str]]
) -> WordReading:
    count = len(words)
    reading = WordReading(
        ["X"] * count, ["X"] * count, words, list(range(count)), ["dep"] * count,
        [place in ends for place in range(count)], [0.0] * count, gaps,
    )  # fmt: skip
    reading.spans["attribution"] = [(first, last, label, 0.9) for first, last, label in spans]
    return reading


def test_contents_end_with_their_sentence_and_paragraph() -> None:
    words = "Seoul said the base shut . The mayor left".split()
    reading = a_reading(words, [5, 8], [2, *[1] * 8], [(0, 1, "source"), (1, 2, "cue"), (2, 8, "content")])
    assert join_attributions(reading, words)[2][:3] == (2, 6, "content")
    reading = a_reading(words, [8], [2, 1, 1, 1, 1, 1, 2, 1, 1], [(1, 2, "cue"), (2, 9, "content")])
    assert join_attributions(reading, words)[1][:3] == (2, 6, "content")


def test_a_content_before_its_cue_begins_with_the_sentence() -> None:
    words = "But the van was late , a driver said .".split()
    reading = a_reading(words, [9], [1] * 10, [(1, 5, "content"), (6, 8, "source"), (8, 9, "cue")])
    reading.links = {1: {8: -0.1}, 6: {8: -0.1}}
    joined = join_attributions(reading, words)
    assert joined[0][:3] == (0, 5, "content")
    assert [one[4] for one in joined] == [(8, 9)] * 3


def test_confidence_follows_the_measured_curve() -> None:
    curve = [(0.2, 0.1), (0.6, 0.5), (0.9, 0.9)]
    assert [calibrate(curve, score) for score in (0.0, 0.4, 0.6, 1.0)] == pytest.approx([0.1, 0.3, 0.5, 0.9])
    assert calibrate([], 0.7) == 0.7


def test_factuality_is_told_on_the_scale_of_factbank() -> None:
    assert [fact_label(value) for value in (3.0, 1.5, 0.6, 0.0, -1.0, -2.0, -3.0)] == [
        "CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-",
    ]  # fmt: skip


def test_absent_and_altered_files_are_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(EncoderUnavailable, match="cannot be read"):
        Encoder.load(tmp_path)
    (tmp_path / "labels.json").write_text(
        '{"name":"n","words":{},"relations":[],"steps":{},"sha256":{"layers.onnx":"00"}}'
    )
    (tmp_path / "layers.onnx").write_bytes(b"altered")
    with pytest.raises(EncoderUnavailable, match="layers.onnx is not the file"):
        Encoder.load(tmp_path / ".")
