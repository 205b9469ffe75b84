"""CoNLL-U treebanks (EWT with its names and factuality, GUM) -> documents with tags, lemmas and trees.

Names of EWT: Universal NER. Factuality of EWT: UDS-IH2. GUM: only the genres whose texts are openly licensed,
with mentions, which of them are the same, and who says what.
"""

import json
from pathlib import Path
from typing import Any

from training.reader.corpora.discourse import add_attributions, read_relations
from training.reader.corpora.document import HALVES, Document, mend_tags, part_of
from training.reader.corpora.entities import Marked, add_mentions, read_marks
from training.reader.corpora.lemmas import lemma_script

OPEN_GENRES = frozenset("news interview bio voyage academic speech textbook vlog conversation court".split())
_NAMED = {"person": "person", "organization": "organization", "place": "place"}
Row = list[str]


def read_ewt(folder: Path) -> dict[str, list[Document]]:
    """English Web Treebank; the test file is measured when it is there, else half of dev."""
    names, facts = _read_names(folder.parents[1] / "entities/uner_ewt"), _read_facts(folder.parents[1])
    parts: dict[str, list[Document]] = {"train": [], "choose": [], "measure": []}
    has_test = any(folder.glob("*-test*.conllu"))
    for path in sorted(folder.glob("*.conllu")):
        for document, sentences in _documents(path, "ewt"):
            _add_names(document, sentences, names)
            _add_facts(document, sentences, facts)
            parts[_part(path.name, document.name, has_test)].append(document)
    return parts


def read_gum(folder: Path) -> dict[str, list[Document]]:
    """The openly licensed genres of GUM; the test folder is measured when it is there, else half of dev."""
    parts: dict[str, list[Document]] = {"train": [], "choose": [], "measure": []}
    has_test = (folder / "test").is_dir()
    relations = read_relations(folder.parents[1] / "attribution/gum")
    for path in sorted(folder.glob("*/GUM_*.conllu")):
        if path.stem.split("_")[1] in OPEN_GENRES:
            for document, sentences in _documents(path, "gum"):
                marks = read_marks(sentences)
                document.layers["entity"] = _named_mentions(document, marks)
                add_mentions(document, marks)
                add_attributions(document, sentences, relations.get(document.name, []))
                parts[_part(path.parent.name, document.name, has_test)].append(document)
    return parts


def _part(where: str, name: str, has_test: bool) -> str:
    if "train" in where:
        return "train"
    if "test" in where:
        return "measure"
    return "choose" if has_test else part_of(name, HALVES)


def _documents(path: Path, corpus: str) -> list[tuple[Document, list[tuple[dict[str, str], list[Row]]]]]:
    found: list[tuple[Document, list[tuple[dict[str, str], list[Row]]]]] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        about: dict[str, str] = {}
        rows: list[Row] = []
        for line in block.split("\n"):
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                about[key.strip().split(" ")[0]] = value.strip()
            else:
                rows.append(line.split("\t"))
        if "newdoc" in about or not found:
            layers: dict[str, list[Any]] = {
                layer: [] for layer in ("upos", "xpos", "lemma", "head", "deprel", "ends")
            }
            found.append((Document(about.get("newdoc", path.stem), corpus, layers=layers), []))
        _add_sentence(found[-1][0], about, rows)
        found[-1][1].append((about, [row for row in rows if row[0].isdigit()]))
    return found


def _add_sentence(document: Document, about: dict[str, str], rows: list[Row]) -> None:
    first, layers = len(document.words), document.layers
    gap = 2 if "newpar" in about or not document.words else 1
    joined_until = 0
    after_joined = 1
    for row in rows:
        if "." in row[0]:
            continue
        after = 0 if "SpaceAfter=No" in row[9] else 1
        if "-" in row[0]:
            joined_until, after_joined = int(row[0].split("-")[1]), after
            continue
        number = int(row[0])
        document.words.append(row[1].replace(" ", ""))
        document.gaps.append(gap)
        gap = after if number > joined_until else after_joined if number == joined_until else 0
        layers["upos"].append(row[3])
        layers["xpos"].append(None if row[4] == "_" else row[4])
        layers["lemma"].append(lemma_script(row[1], row[2]))
        head = int(row[6]) if row[6].isdigit() else 0
        layers["head"].append(first + (head or number) - 1)
        layers["deprel"].append(row[7])
        layers["ends"].append(0)
    layers["ends"][-1] = 1


def _read_names(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.iob2")):
        key = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# sent_id"):
                key = line.split("=")[1].strip()
                found[key] = []
            elif line and not line.startswith("#"):
                tag = line.split("\t")[2]
                found[key].append(tag if tag[2:] in {"PER", "ORG", "LOC"} else "O")
    return found


def _add_names(document: Document, sentences: list[Any], names: dict[str, list[str]]) -> None:
    tags: list[str | None] = []
    for about, rows in sentences:
        known = names.get(about.get("sent_id", ""))
        tags += known if known is not None and len(known) == len(rows) else [None] * len(rows)
    document.layers["uner"] = mend_tags(tags)
    wider = {"PER": "person", "ORG": "organization", "LOC": "place"}
    document.layers["entity"] = [
        tag if tag is None else unnamed(upos) if tag == "O" else tag[:2] + wider[tag[2:]]
        for tag, upos in zip(document.layers["uner"], document.layers["upos"], strict=True)
    ]


def unnamed(upos: str) -> str:
    """What a word may be that is in no name: of no kind, or of one that is not marked."""
    return "?" if upos in {"NOUN", "PROPN", "ADJ", "NUM", "SYM", "ADP", "PUNCT"} else "O"


def _read_facts(root: Path) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for path in sorted((root / "attribution/factuality/UDS_IH2").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            targets = [(target["span1"][0], target["label"]) for target in row["targets"]]
            found.setdefault(row["text"], []).extend(targets)
    return found


def _add_facts(document: Document, sentences: list[Any], facts: dict[str, list[tuple[int, float]]]) -> None:
    values: list[float | None] = []
    for _, rows in sentences:
        here: list[float | None] = [None] * len(rows)
        for index, value in facts.get(" ".join(row[1] for row in rows), []):
            if index < len(here):
                here[index] = value
        values += here
    document.layers["factuality"] = values


def _named_mentions(document: Document, marks: list[Marked]) -> list[str | None]:
    """Mentions of a person, organization or place that are all proper nouns; other proper nouns are open."""
    tags: list[str | None] = [
        None if upos == "PROPN" or word[:1].isupper() else unnamed(upos)
        for word, upos in zip(document.words, document.layers["upos"], strict=True)
    ]
    for mark in marks:
        _mark_name(document, tags, mark.kind, mark.first, mark.last)
    return tags


def _mark_name(document: Document, tags: list[str | None], kind: str, first: int, last: int) -> None:
    upos = document.layers["upos"]
    while first < last and upos[first] in {"DET", "PUNCT"}:
        first += 1
    while last > first and upos[last] in {"PUNCT", "PART"}:
        last -= 1
    words = range(first, last + 1)
    if kind in _NAMED and all(upos[i] == "PROPN" and tags[i] is None for i in words):
        for i in words:
            tags[i] = ("B-" if i == first else "I-") + _NAMED[kind]
