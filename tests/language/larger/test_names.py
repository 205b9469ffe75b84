"""A GLiNER model of the same interface -> names where they stand in the text word for word, else notes."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from secondsource.language import analyse, check_reader
from secondsource.language.larger import ReaderUnavailable, open_reader
from secondsource.model import Report

TEXT = "Rebels in Goma fired a Grad rocket. Nobody was hurt."


class Model:
    """Says what it is told to say, of every text that holds the words; `shifted` miscounts by one."""

    asked: list[tuple[str, tuple[str, ...]]] = []

    @classmethod
    def from_pretrained(cls, folder: str, local_files_only: bool = False) -> "Model":
        assert local_files_only, "a model is never fetched"
        if (Path(folder) / "broken").exists():
            raise RuntimeError("no weights in it")
        return cls()

    def predict_entities(self, text: str, labels: list[str], threshold: float = 0.5) -> list[dict[str, Any]]:
        Model.asked.append((text, tuple(labels)))
        said = [
            ("Goma", "place", 0),
            ("Grad rocket", "weapon", 0),
            ("Rebels", "person", 1),
            ("obody", "person", 0),
        ]
        return [
            {"start": text.index(words) + by, "end": text.index(words) + by + len(words), "text": words,
             "label": label, "score": 0.87654}
            for words, label, by in said
            if words in text
        ]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    module = ModuleType("gliner")
    module.GLiNER = Model  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", module)
    (tmp_path / "gliner_config.json").write_text("{}")
    open_reader.cache_clear()
    Model.asked = []
    return tmp_path


def test_names_take_the_place_of_the_default_readers(folder: Path) -> None:
    sentences, notes = analyse(Report("r", TEXT, ""), f"gliner:{folder}")
    found = [one for sentence in sentences for one in sentence.proposals if one.layer == "entity"]
    assert [(one.label, one.span.of(TEXT), one.confidence) for one in found] == [
        ("place", "Goma", 0.877),
        ("weapon", "Grad rocket", 0.877),
    ]
    assert {one.made_by.partition("@")[0] for one in found} == {f"gliner/{folder.name}"}
    assert [(note.message, note.span is not None) for note in notes] == [
        ("the reader's person “Rebels” does not stand there", True),
        ("the reader's person “obody” does not begin and end with words", True),
    ]
    assert [text for text, _ in Model.asked] == ["Rebels in Goma fired a Grad rocket.", "Nobody was hurt."]
    assert all(token.upos for sentence in sentences for token in sentence.tokens)


def test_a_long_sentence_is_asked_in_pieces_and_nothing_is_left_out(folder: Path) -> None:
    text = "Goma " * 380 + "fell."
    analyse(Report("r", text, ""), f"gliner:{folder}")
    assert sum(asked.count("Goma") for asked, _ in Model.asked) == 380
    assert len(Model.asked) > 1


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("config", "is no folder of a GLiNER model"),
        ("weights", "cannot be loaded: RuntimeError: no weights in it"),
        ("package", r"gliner is not installed: pip install 'secondsource\[gliner\]'"),
    ],
)
def test_what_is_missing_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, spoil: str, told: str
) -> None:
    if spoil == "config":
        (folder / "gliner_config.json").unlink()
    elif spoil == "weights":
        (folder / "broken").write_text("")
    else:
        monkeypatch.setitem(sys.modules, "gliner", None)
    with pytest.raises(ReaderUnavailable, match=told) as fault:
        check_reader(f"gliner:{folder}")
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("name", ["fast", "gliner", "gliner:", "bert:base", ""])
def test_names_that_no_reader_has(name: str) -> None:
    with pytest.raises(ReaderUnavailable, match="gliner:FOLDER"):
        check_reader(name)
