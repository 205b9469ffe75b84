"""Annotated sets of times, whatever is there -> texts with their day of publication and TIMEX3."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from secondsource.model import Report


class Gold(NamedTuple):
    """One annotated time: characters `[start, end)` of the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


class Document(NamedTuple):
    """A text, its day of publication (ISO), and its annotated times in order."""

    name: str
    text: str
    published: str
    times: tuple[Gold, ...]


_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def timeml_documents(folder: Path) -> Iterator[Document]:
    """Documents of every .tml file below a folder; times inside other times are left out."""
    for path in sorted(folder.rglob("*.tml")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", source, re.S)
        body = re.search(r"<TEXT>(.*)</TEXT>", source, re.S)
        if created is None or body is None:
            continue
        yield Document(path.stem, *_read_body(body[1], created[1]))


def _read_body(body: str, published: str) -> tuple[str, str, tuple[Gold, ...]]:
    text: list[str] = []
    length, at, depth = 0, 0, 0
    opened: tuple[int, str, str] | None = None
    times = []
    for tag in _TAG.finditer(body):
        piece = html.unescape(body[at : tag.start()])
        text.append(piece)
        length, at = length + len(piece), tag.end()
        if tag[2] != "TIMEX3":
            continue
        if tag[1]:
            depth -= 1
            if depth == 0 and opened is not None:
                times.append(Gold(opened[0], length, opened[1], opened[2]))
        else:
            if depth == 0:
                named = dict(_ATTRIBUTE.findall(tag[3]))
                opened = length, named.get("type", ""), named.get("value", "")
            depth += 1
    text.append(html.unescape(body[at:]))
    return "".join(text), published, tuple(time for time in times if time.end > time.start)


def meantime_documents(folder: Path) -> Iterator[Document]:
    """Documents of MEANTIME's CAT XML, cut after the last annotated sentence; the dateline is blanked."""
    for path in sorted(folder.rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        tokens = [
            (one.get("t_id"), one.text or "", int(one.get("sentence", 0))) for one in root.iter("token")
        ]
        order = {token[0]: index for index, token in enumerate(tokens)}
        published, marked, last = "", [], 0
        markables = root.find("Markables")
        for one in markables if markables is not None else ():
            anchors = sorted(order[str(a.get("t_id"))] for a in one.iter("token_anchor"))
            if anchors:
                last = max(last, tokens[anchors[-1]][2])
            if one.tag != "TIMEX3":
                continue
            if one.get("functionInDocument") == "CREATION_TIME":
                published = str(one.get("value"))[:10]
                for index in anchors:
                    tokens[index] = (tokens[index][0], "", tokens[index][2])
            elif anchors:
                marked.append((anchors[0], anchors[-1], str(one.get("type")), str(one.get("value"))))
        if not re.match(r"\d{4}-\d\d-\d\d$", published):
            continue
        text, starts = "", []
        for index, (_, word, sentence) in enumerate(tokens):
            if sentence > last:
                break
            text += "\n\n" if index and sentence != tokens[index - 1][2] else " "
            starts.append(len(text))
            text += word
        times = [
            Gold(starts[a], starts[b] + len(tokens[b][1]), kind, value)
            for a, b, kind, value in sorted(marked)
            if b < len(starts)
        ]
        yield Document(path.stem, text, published, tuple(times))


def interval_documents(data: Path) -> Iterator[tuple[Document, list[tuple[int, int, str, str]]]]:
    """SCATE's bounded intervals inside the text: (start, end, first moment, moment after the last)."""
    path = data / "time" / "scate" / "intervals.jsonl"
    if not path.exists():
        return
    documents = {one.name: one for one in timeml_documents(data / "time" / "tempeval3")}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = documents.get(row["id"])
        if document is None:
            continue
        shift = row["text_start"]
        inside = [
            (start - shift, end - shift, first, after)
            for start, end, words, first, after in row["ivs"]
            if first and after and document.text[start - shift : end - shift] == words and start >= shift
        ]
        yield document, sorted(inside)


def stress_phrases(data: Path) -> list[tuple[str, str]]:
    """Phrase and expected interval (EDTF) of those that have one, told on 2023-08-07."""
    path = data / "time" / "stress" / "phrases.tsv"
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if "\t" in line]


_AGENCY_LINE = re.compile(r"^[A-Z][\w\s,.'-]{0,40}, [A-Z][a-z]+ \d{1,2} \([A-Z]+\)\s*-*\s*")


def undated_reports(path: Path) -> Iterator[tuple[Report, str]]:
    """Texts of a dated archive with date and dateline hidden, and the day of each."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text = _AGENCY_LINE.sub("", row.get("story_text") or "")
        if text:
            yield Report(id=f"{number:012x}", text=text, sha256=""), row["date"]
