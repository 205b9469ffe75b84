"""Our own sentences of the domain, and templates filled with names from tables -> documents.

In: sentences.txt, templates.txt (their notation stands at their top) and the tables of names. Out: documents
with every name labelled, and who says what where a line says it. Add: a line; a malformed one raises.
"""

import random
import re
from pathlib import Path

from training.reader.corpora.document import Document, from_text, mark_spans
from training.reader.own.slots import read_slots

HERE = Path(__file__).parent
SPEECH = frozenset({"source", "cue", "content"})
FILLED, REPEATED = 700, 3
_SLOT = re.compile(r"\$([a-z]+)")
_MARK = re.compile(r"\[|\{(\d )?|\]\(([a-z]+)(\d?)\)|\}")
_CLOSING = re.compile(r"[,.!?]?[\"”]")
Marked = tuple[int, int, str, str]


def own_documents(data: Path, seed: int = 7) -> list[Document]:
    """Every own sentence REPEATED times, and FILLED sentences from the templates, drawn with the seed."""
    lines = _lines(HERE / "sentences.txt")
    documents = [own_document(f"own/{number}", line) for number, line in lines] * REPEATED
    random_, slots = random.Random(seed), read_slots(data)
    templates = _lines(HERE / "templates.txt")
    for count in range(FILLED):
        number, line = templates[count % len(templates)]
        filled = _SLOT.sub(lambda match: random_.choice(slots[match[1]]), line)
        documents.append(own_document(f"filled/{number}/{count}", filled))
    return documents


def _lines(path: Path) -> list[tuple[int, str]]:
    numbered = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [(number, line) for number, line in numbered if line.strip() and not line.startswith("#")]


def own_document(name: str, line: str) -> Document:
    """One text with its marks taken out and made layers. Raises ValueError when a mark is not closed.

    A line without a source, cue or content leaves open who says it.
    """
    text, marks = read_marks(line)
    document = from_text(name, "own", text)
    names = [(start, end, kind) for start, end, kind, _ in marks if kind not in SPEECH]
    document.layers["entity"] = list(mark_spans(document, sorted(names, key=lambda one: one[0] - one[1])))
    spoken = [_quoted(text, mark) for mark in marks if mark[2] in SPEECH]
    if not spoken:
        unknown: list[str | None] = [None] * len(document.words)
        document.layers |= {"attribution": unknown, "link": list(unknown)}
        return document
    spoken.sort(key=lambda mark: (mark[2] == "content", mark[1] - mark[0]))
    tags = mark_spans(document, [mark[:3] for mark in spoken])
    document.layers["attribution"] = list(tags)
    document.layers["link"] = [None] * len(tags)
    cues = {key: start for start, _, kind, key in spoken if kind == "cue"}
    for start, end, kind, key in spoken:
        if kind == "cue":
            continue
        for place, begin in enumerate(document.starts):
            if start <= begin < end and (tags[place] or "")[2:] == kind:
                target = document.starts.index(cues[key]) if key in cues else place
                document.layers["link"][place] = target
    return document


def _quoted(text: str, mark: Marked) -> Marked:
    """Content in quotation marks is taken with them, as the larger corpora mark it."""
    start, end, kind, key = mark
    closing = _CLOSING.match(text, end)
    if kind == "content" and closing and text[start - 1 : start] in ('"', "“"):
        return start - 1, closing.end(), kind, key
    return mark


def read_marks(line: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and (start, end, kind, key) of each; the outer marks follow the inner."""
    text, last, open_, found = "", 0, [], []
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        last = match.end()
        if match[0] == "[":
            open_.append((len(text), ""))
        elif match[0].startswith("{"):
            open_.append((len(text), "{" + (match[1] or "").strip()))
        else:
            start, how = open_.pop() if open_ else (0, "?")
            if (match[0] == "}") != how.startswith("{"):
                raise ValueError(f"a mark is not closed, or closed twice: {line!r}")
            kind, key = ("content", how[1:]) if match[0] == "}" else (match[2], match[3])
            found.append((start, len(text), kind, key))
    if open_:
        raise ValueError(f"a mark is not closed: {line!r}")
    return text + line[last:], found
