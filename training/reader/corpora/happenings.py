"""MEANTIME, ECB+ (event mentions, by word) and TimeBank (TimeML) -> documents with events, habits apart."""

import html
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

from training.reader.corpora.document import Document, from_text, from_words, mark_spans, part_of

_ENTITY = {"PER": "person", "ORG": "organization", "LOC": "place", "PRO": "product"}
_VALUE = {"MONEY": "money", "QUANTITY": "quantity", "PERCENT": "quantity"}


def read_meantime(folder: Path) -> dict[str, list[Document]]:
    """MEANTIME English with class (grammatical, speech, other); only the first sentences were annotated."""
    parts: dict[str, list[Document]] = {"train": [], "choose": [], "measure": []}
    for path in sorted((folder / "intra-doc_annotation").glob("*/*.xml")):
        root = ElementTree.parse(path).getroot()
        document, order, sentence_of = _words(path, root, "meantime")
        spans, kinds, classes = _markables(root, order), {}, {}
        for instance in root.iter("EVENT"):
            classes[instance.get("m_id")] = (instance.get("class") or "OTHER").lower()
        for instance in root.iter("ENTITY"):
            classes[instance.get("m_id")] = instance.get("ent_type") or ""
        for refers in root.iter("REFERS_TO"):
            target = refers.find("target")
            for source in refers.iter("source"):
                kinds[source.get("m_id")] = classes.get(target.get("m_id"), "") if target is not None else ""
        last = max((sentence_of[i] for places in spans.values() for i in places[1]), default=-1)
        inside = [sentence <= last for sentence in sentence_of]
        events: list[Any] = ["O" if known else None for known in inside]
        entities: list[Any] = [
            "?" if known and not word[:1].isupper() else None
            for known, word in zip(inside, document.words, strict=True)
        ]
        facts: list[Any] = [None] * len(inside)
        for key, (element, places) in sorted(spans.items(), key=lambda one: -len(one[1][1])):
            if element.tag == "EVENT_MENTION":
                _tag(events, places, "mention" if kinds.get(key) in {"", "mix", None} else kinds[key])
                facts[places[0]] = _certainty(element)
            elif element.tag == "VALUE" and element.get("type") in _VALUE:
                _tag(entities, places, _VALUE[element.get("type") or ""])
            elif element.tag == "ENTITY_MENTION" and element.get("syntactic_type") in {"NAM", "PRE.NAM"}:
                kind = _ENTITY.get(kinds.get(key, ""))
                if kind and document.words[places[0]][:1].isupper() and len(places) <= 4:
                    _tag(entities, places, kind)
        document.layers |= {"meantime": events, "entity": entities, "factuality": facts}
        parts[part_of(path.stem, "mmmctttttt")].append(document)
    return parts


def _certainty(element: ElementTree.Element) -> float | None:
    certain = {"CERTAIN": 3.0, "PROBABLE": 2.0, "POSSIBLE": 1.0}.get(element.get("certainty") or "")
    if certain is None:
        return None
    if element.get("time") == "FUTURE":
        certain = 1.0
    return -certain if element.get("polarity") == "NEG" else certain


def read_ecbplus(folder: Path) -> dict[str, list[Document]]:
    """ECB+ actions by class; sentences without a mark are open, since only chosen ones were annotated."""
    parts: dict[str, list[Document]] = {"train": [], "choose": [], "measure": []}
    for path in sorted(folder.glob("*/*.xml")):
        root = ElementTree.parse(path).getroot()
        document, order, sentence_of = _words(path, root, "ecbplus")
        spans = _markables(root, order)
        marked = {sentence_of[i] for _, places in spans.values() for i in places}
        events: list[Any] = ["O" if sentence in marked else None for sentence in sentence_of]
        for element, places in spans.values():
            name = element.tag.removeprefix("NEG_")
            if name.startswith("ACTION_"):
                _tag(events, places, name.removeprefix("ACTION_").lower())
        document.layers["ecbplus"] = events
        parts[part_of(path.parent.name, "mctttttttt")].append(document)
    return parts


def _words(path: Path, root: ElementTree.Element, corpus: str) -> tuple[Document, dict[str, int], list[int]]:
    order: dict[str, int] = {}
    sentence_of: list[int] = []
    sentences: dict[int, list[str]] = {}
    for token in root.iter("token"):
        order[token.get("t_id") or ""] = len(order)
        sentence = int(token.get("sentence") or 0)
        sentence_of.append(sentence)
        sentences.setdefault(sentence, []).append((token.text or "_").strip() or "_")
    return from_words(path.stem, corpus, sentences.values()), order, sentence_of


def _markables(
    root: ElementTree.Element, order: dict[str, int]
) -> dict[str, tuple[ElementTree.Element, list[int]]]:
    found = {}
    for element in root.find("Markables") or ():
        places = [order[anchor.get("t_id") or ""] for anchor in element.iter("token_anchor")]
        if places:
            found[element.get("m_id") or ""] = (element, sorted(places))
    return found


def _tag(tags: list[Any], places: list[int], label: str) -> None:
    before = -2
    for place in places:
        if tags[place] in {"O", "?", None}:
            tags[place] = ("I-" if before == place - 1 else "B-") + label
            before = place


def read_timebank(folder: Path) -> dict[str, list[Document]]:
    """TimeBank and AQUAINT in TimeML: measured, never trained on."""
    documents = []
    for path in sorted(folder.glob("*/*.tml")):
        body = re.search(r"<TEXT>(.*?)</TEXT>", path.read_text(encoding="utf-8", errors="replace"), re.S)
        if body is None:
            continue
        text, spans, open_ = "", [], []
        for bit in re.split(r"(<[^<>]{1,2000}>)", body[1]):
            if not bit.startswith("<"):
                text += html.unescape(bit)
            elif bit.startswith("<EVENT"):
                kind = re.search(r'class="(\w+)"', bit)
                open_.append((len(text), kind[1].lower() if kind else "occurrence"))
            elif bit.startswith("</EVENT") and open_:
                start, kind_name = open_.pop()
                spans.append((start, len(text), kind_name))
        document = from_text(path.stem, "timebank", text)
        document.layers["timebank"] = list(mark_spans(document, spans))
        documents.append(document)
    return {"train": [], "choose": [], "measure": documents}
