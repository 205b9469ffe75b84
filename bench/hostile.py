"""Documents made to hang, crash or swell among sound ones -> whether every sound one is still read.

It makes its documents itself, and needs nothing of the data folder. Opened only: what is measured is that no
document stops a run, and what each may cost.
"""

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from secondsource.intake import Source, find_sources, open_source
from secondsource.run import Allowance, Failure, supervise

GOOD = 400
SECONDS = 10.0
HEAD = "<html><head><title>Yard opened</title></head><body>"
SENTENCE = "The minister opened a shipyard in the north on Monday and said that it would build six frigates."
PARAGRAPHS = f"<p>{SENTENCE}</p>" * 6


def run(data: Path) -> dict[str, float]:
    """Prints each hostile document with what became of it; shares between 0 and 1."""
    with tempfile.TemporaryDirectory() as folder:
        hostile = dict(documents())
        _write(Path(folder), hostile)
        begun = time.perf_counter()
        answers = list(supervise(find_sources([folder]), open_source, None, Allowance(seconds=SECONDS)))
        seconds = time.perf_counter() - begun
    good = told = 0
    for answer in answers:
        if not isinstance(answer.work, Source):
            continue
        opened = () if isinstance(answer.value, Failure) else answer.value
        if answer.work.name.startswith("good"):
            good += any(one.report is not None for one in opened)
            continue
        what = [one.notes[0].message if one.report is None else "read" for one in opened]
        line = answer.value.because if isinstance(answer.value, Failure) else "; ".join(what)
        told += bool(line)
        print(f"  {answer.work.name:<28}{line[:80]}")
    print(
        f"\n  {good} of {GOOD} sound ones read, {told} of {len(hostile)} hostile ones told, {seconds:.0f} s"
    )
    return {"sound_read": good / GOOD, "hostile_told": told / len(hostile), "seconds": round(seconds, 1)}


def documents() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the hostile documents, the same on every run."""
    rubbish = random.Random(1)
    linked = "<script type='application/ld+json'>"
    pages = {
        "deep divisions": "<div>" * 100_000,
        "deep tables": "<table><tr><td>" * 5000,
        "unclosed tags": "<b>" * 40_000,
        "many paragraphs": "<p>one two three</p>" * 24_000,
        "many list items": "<ul>" + "<li>one two three four five</li>" * 24_000,
        "many headings": "<h1>x</h1>" * 24_000 + PARAGRAPHS,
        "many breaks": "<p>" + "one two three<br>" * 48_000,
        "too many elements": "<i>a</i>" * 300_000,
        "open linked data": linked + '{"@type": "NewsArticle", "headline": "' + "a" * 500_000,
        "many open strings": linked + '{"@context":"x","a":"' * 150_000 + "</script>" + PARAGRAPHS,
        "deep linked data": linked + "[" * 200_000 + "</script>" + PARAGRAPHS,
        "long attribute": f"<div title='{'a ' * 1_900_000}'>" + PARAGRAPHS,
        "false days": PARAGRAPHS + "<span>2023-13-45 </span>" * 20_000,
        "days in one line": PARAGRAPHS + "<p>" + "1/1/" * 900_000,
        "one long line": "<p>" + "word " * 780_000,
        "entities": "<p>" + "&#x110000;&nosuch " * 190_000,
        "open comments": "<!--" * 900_000,
        "only brackets": "<" * 3_900_000,
        "no words": "<img src='a'>" * 1000,
    }
    for name, body in pages.items():
        yield f"{name}.html", (HEAD + body).encode()
    texts = {
        "empty.txt": b"",
        "fifty megabytes.txt": b"a " * 25_000_000,
        "two million lines.txt": b"a\n" * 2_000_000,
        "names.txt": b"Ana Kovar\n" * 45_000,
        "capitals.txt": b"AA-" * 1_300_000,
        "bylines.txt": (b"By " + b"A" * 250 + b"!\n") * 10_000,
        "random.txt": rubbish.randbytes(2_000_000),
        "wide rubbish.txt": b"\xff\xfe" + rubbish.randbytes(2_000_000),
        "archive.txt": b"PK\x03\x04" + rubbish.randbytes(500_000),
        "deep.jsonl": b'{"text":' + b"[" * 200_000,
        "cut.jsonl": b'{"text": "abc',
        "surrogates.jsonl": b'{"text": "The \\ud800 minister \\u0000 went home."}',
        "huge number.jsonl": b'{"text": "a", "n": ' + b"9" * 1_000_000 + b"}",
    }
    yield from texts.items()


def _write(folder: Path, hostile: dict[str, bytes]) -> None:
    for name, content in hostile.items():
        (folder / name).write_bytes(content)
    for number in range(GOOD):
        text = f"{SENTENCE} It was ship {number}.\n\n{SENTENCE}\n"
        (folder / f"good {number:04}.txt").write_text(text, encoding="utf-8")
