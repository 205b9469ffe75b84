"""Texts with gold names and places -> how many mentions finds, beside what a table look-up alone finds.

UNER EWT (persons, organizations, places; spans and kinds exact), re3d (defence reports; a gold span counts as
found when the heads agree), LGL and GeoVirus (place names and where they are: the id, or within 161 km).
"""

import json
import math
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from secondsource.knowledge.gazetteer import find_place
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Mention, Report, Span

_KINDS = {"PER": ("person",), "ORG": ("organization", "group"), "LOC": ("place", "state", "facility")}
_RE3D = {"Person": "person", "Organisation": "organization", "Location": "place", "Weapon": "weapon",
         "Money": "quantity", "Quantity": "quantity"}  # fmt: skip


_GLUED = (".", ",", "!", "?", ":", ";", ")", "'s", "n't", "\n", "%", "-")


class Gold(NamedTuple):
    """A text with its gold spans: start, end, kind."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


class Tally(NamedTuple):
    """True positives, spans proposed, spans in gold."""

    right: int
    proposed: int
    gold: int

    @property
    def f1(self) -> float:
        """F1 in per cent; 0 when nothing is right."""
        return 200 * self.right / (self.proposed + self.gold) if self.right else 0.0

    def __str__(self) -> str:
        precision = 100 * self.right / self.proposed if self.proposed else 0.0
        recall = 100 * self.right / self.gold if self.gold else 0.0
        return f"{precision:7.1f}{recall:7.1f}{self.f1:7.1f}{self.gold:8d}"


def run(data: Path) -> dict[str, float]:
    """F1 by set and kind, places resolved, milliseconds for 500 words; whatever part of `data` is there."""
    found: dict[str, float] = {}
    print(f"{'set':<12}{'kind':<16}{'P':>7}{'R':>7}{'F1':>7}{'gold':>8}")
    uner = data / "entities" / "uner_ewt" / "en_ewt-ud-dev.iob2"
    if uner.exists():
        _show(found, "uner", _exact(tuple(_read_uner(uner))))
    re3d = data / "entities" / "re3d"
    if re3d.exists():
        _show(found, "re3d", _by_heads(tuple(_read_re3d(re3d))))
    for name, file in (("lgl", "lgl.xml"), ("geovirus", "GeoVirus.xml")):
        path = data / "places" / "geoparsing" / file
        if path.exists():
            found.update(_places(name, path))
    return found


def _show(found: dict[str, float], name: str, tallies: dict[str, Tally]) -> None:
    for kind, tally in tallies.items():
        print(f"{name:<12}{kind:<16}{tally}")
        found[f"{name}_{kind}_f1"] = round(tally.f1, 1)


def _mentions(text: str) -> tuple[Mention, ...]:
    report = Report(id="b", text=text, sha256="")
    sentences, _ = analyse(report)
    return find_mentions(report, sentences)[0]


def _read_uner(path: Path) -> Iterator[Gold]:
    """Documents: sentences joined by a space, tokens by a space."""
    words: list[str] = []
    tags: list[str] = []
    for line in (*path.read_text(encoding="utf-8").splitlines(), "# newdoc"):
        if line.startswith("# newdoc") and words:
            yield _joined(words, tags)
            words, tags = [], []
        cells = line.split("\t")
        if len(cells) > 2 and cells[0].isdigit():
            words.append(cells[1])
            tags.append(cells[2] if cells[2][2:] in _KINDS else "O")
        elif not line and words:
            words.append("\n")
            tags.append("O")


def _joined(words: list[str], tags: list[str]) -> Gold:
    text, spans = "", list[tuple[int, int, str]]()
    for word, tag in zip(words, tags, strict=True):
        glue = "" if word in _GLUED or text[-1:] in "\n($-" else " "
        start = len(text) + len(glue)
        text += glue + word
        if tag.startswith("B-"):
            spans.append((start, len(text), tag[2:]))
        elif tag.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return Gold(text, tuple(spans))


def _exact(texts: tuple[Gold, ...]) -> dict[str, Tally]:
    right, proposed, gold = Counter[str](), Counter[str](), Counter[str]()
    for one in texts:
        wanted = set(one.spans)
        given = set[tuple[int, int, str]]()
        for mention in _mentions(one.text):
            kind = next((kind for kind, ours in _KINDS.items() if mention.kind in ours), None)
            if kind and _is_name(mention):
                span = _without_article(one.text, mention.span)
                given.add((*span, kind))
        for tally, spans in ((right, wanted & given), (proposed, given), (gold, wanted)):
            tally.update(kind for *_, kind in spans)
    tallies = {kind: Tally(right[kind], proposed[kind], gold[kind]) for kind in _KINDS}
    return {**tallies, "names": Tally(right.total(), proposed.total(), gold.total())}


def _is_name(mention: Mention) -> bool:
    if mention.made_by.startswith("coreference.") or mention.made_by in ("groups.noun", "facilities.noun"):
        return False
    if mention.made_by == "actors.people" or (
        mention.kind == "state" and mention.made_by == "actors.adjective"
    ):
        return False
    return mention.text[:1].isupper() or mention.text.startswith(("the ", "al-"))


def _without_article(text: str, span: Span) -> tuple[int, int]:
    words = span.of(text)
    return (span.start + 4, span.end) if words.lower().startswith("the ") else (span.start, span.end)


def _read_re3d(folder: Path) -> Iterator[Gold]:
    for documents in sorted(folder.glob("*/documents.json")):
        spans: dict[str, list[tuple[int, int, str]]] = {}
        for line in (documents.parent / "entities.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("confidence", 0) >= 0.5 and row["type"] in _RE3D:
                spans.setdefault(row["documentId"], []).append((row["begin"], row["end"], _RE3D[row["type"]]))
        for line in documents.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Gold(row["text"], tuple(sorted(set(spans.get(row["_id"], ())))))


def _by_heads(texts: tuple[Gold, ...]) -> dict[str, Tally]:
    """A gold span is found by a mention of its kind that overlaps it; so is a mention right."""
    kinds = ("person", "organization", "place", "weapon", "quantity")
    family = {"state": "place", "facility": "place", "group": "organization", "office": "person"}
    right, proposed, gold, hit = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in texts:
        given = [(m.span.start, m.span.end, family.get(m.kind, m.kind)) for m in _mentions(one.text)]
        for start, end, kind in one.spans:
            gold[kind] += 1
            right[kind] += any(k == kind and s < end and start < e for s, e, k in given)
        for start, end, kind in given:
            if kind in kinds:
                proposed[kind] += 1
                hit[kind] += any(s < end and start < e for s, e, _ in one.spans)
    found = {}
    for kind in kinds:
        recall = right[kind] / gold[kind] if gold[kind] else 0.0
        found[kind] = (
            Tally(round(recall * 1000), round(1000 * recall), 1000)
            if not proposed[kind]
            else Tally(right[kind], right[kind] + proposed[kind] - hit[kind], gold[kind])
        )
    return found


def _places(name: str, path: Path) -> dict[str, float]:
    names, ids, towns, near, took, words = Tally(0, 0, 0), 0, 0, 0, 0.0, 0
    for article in ElementTree.parse(path).getroot():
        text = article.findtext("text") or ""
        words += len(text.split())
        report = Report(id="b", text=text, sha256="")
        sentences, _ = analyse(report)
        began = time.process_time()
        mentions, _ = find_mentions(report, sentences)
        took += time.process_time() - began
        wanted = _gold_places(article)
        given = {_without_article(text, m.span): m for m in mentions if _is_place(m, peoples=name == "lgl")}
        hits = sorted(wanted.keys() & given.keys())
        names = Tally(names.right + len(hits), names.proposed + len(given), names.gold + len(wanted))
        for span in hits:
            id, where = wanted[span]
            entity = given[span].entity or ""
            distance = _distance(entity, where)
            if distance is not None:  # states, divisions and regions have no point
                towns += 1
                ids += entity == f"place/{id}"
                near += distance <= 161
    figures = {
        f"{name}_names_f1": round(names.f1, 1),
        f"{name}_towns_near": round(100 * near / max(towns, 1), 1),
        f"{name}_ms_500_words": round(1000 * took / max(words, 1) * 500, 1),
    }
    if ids:
        figures[f"{name}_towns_id"] = round(100 * ids / max(towns, 1), 1)
    print(f"{name:<12}{'place names':<16}{names}")
    for key, value in figures.items():
        print(f"{key:<28}{value:7.1f}")
    return figures


def _is_place(mention: Mention, peoples: bool) -> bool:
    if peoples and mention.made_by in ("actors.adjective", "actors.people"):
        return True
    return mention.kind in ("place", "state", "facility") and _is_name(mention)


def _gold_places(article: ElementTree.Element) -> dict[tuple[int, int], tuple[str, tuple[float, float]]]:
    found = {}
    for one in (*article.iter("toponym"), *article.iter("location")):
        tag = one.find("gaztag")
        place = tag if tag is not None else one
        if place.findtext("lat"):
            where = float(place.findtext("lat") or 0), float(place.findtext("lon") or 0)
            span = int(one.findtext("start") or 0), int(one.findtext("end") or 0)
            if one.tag == "location":  # GeoVirus counts from one
                span = span[0] - 1, span[1] - 1
            found[span] = (tag.get("geonameid", "") if tag is not None else "", where)
    return found


def _distance(entity: str, where: tuple[float, float]) -> float | None:
    """Kilometres between a town of the gazetteer and a point; None when the entity has no point."""
    place = find_place(entity.removeprefix("place/"))
    if place is None or place.latitude is None or place.longitude is None:
        return None
    north = math.radians(place.latitude - where[0])
    east = math.radians(place.longitude - where[1]) * math.cos(math.radians(where[0]))
    return 6371 * math.hypot(north, east)
