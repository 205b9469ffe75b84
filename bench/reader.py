"""The trained reader on annotated data it never saw -> scores of every head, speed, memory.

Measured parts: the test files where the folder has them, else the half of the dev files (or the share of the
documents) that was never used to choose anything.
"""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from bench.reader_counts import Counts, add, f1
from bench.reader_peers import linear_scores, spacy_scores
from bench.reader_scores import score_documents
from secondsource.language import split_sentences
from secondsource.language.encoder import Encoder, EncoderUnavailable
from secondsource.language.encoder.reading import WordReader
from secondsource.model import Report
from training.reader.corpora import Document, read_corpus

ROWS = (
    # (name in the table, corpus, score, gold sentences given)
    ("UPOS EWT", "ewt", "upos", True),
    ("XPOS EWT", "ewt", "xpos", True),
    ("lemma EWT", "ewt", "lemma", True),
    ("UAS EWT", "ewt", "uas", True),
    ("LAS EWT", "ewt", "las", True),
    ("UPOS EWT, all in capitals", "ewt in capitals", "upos", True),
    ("LAS EWT, all in capitals", "ewt in capitals", "las", True),
    ("names UNER EWT, all in capitals", "ewt in capitals", "uner", False),
    ("UPOS GUM", "gum", "upos", True),
    ("UAS GUM", "gum", "uas", True),
    ("LAS GUM", "gum", "las", True),
    ("names UNER EWT, span F1", "ewt", "uner", False),
    ("names as proposed, EWT, span F1", "ewt", "shipped names", False),
    ("names re3d, span F1", "re3d", "re3d", False),
    ("attribution token F1 content", "polnear", "token content", False),
    ("attribution token F1 source", "polnear", "token source", False),
    ("attribution token F1 cue", "polnear", "token cue", False),
    ("attribution span F1 content", "polnear", "attribution content", False),
    ("attribution span F1 source", "polnear", "attribution source", False),
    ("attribution span F1 cue", "polnear", "attribution cue", False),
    ("attribution linked pairs F1", "polnear", "linked pairs", False),
    ("link of a right span, accuracy", "polnear", "link of a right span", False),
    ("events MEANTIME, span F1", "meantime", "meantime", False),
    ("events ECB+, span F1", "ecbplus", "ecbplus", False),
    ("events TimeBank, span F1", "timebank", "timebank", False),
    ("mentions GUM, span F1", "gum", "mentions", False),
    ("mentions GUM, heads with their kind, F1", "gum", "mention heads and kinds", False),
    ("coreference GUM, B-cubed precision", "gum", "coreference precision", False),
    ("coreference GUM, B-cubed recall", "gum", "coreference recall", False),
    ("pronouns GUM, share right", "gum", "pronouns", False),
    ("factuality EWT, mean error", "ewt", "factuality error", False),
)


def run(data: Path, folder: Path | None = None, part: str = "measure") -> dict[str, float]:
    """Scores of the shipped reader, or of that in `folder`, on one part of the data; printed as a table."""
    try:
        begun = time.perf_counter()
        encoder = Encoder.load(folder)
        load = time.perf_counter() - begun
        reader = WordReader(encoder.weights)
    except EncoderUnavailable as reason:
        print(f"nothing measured: {reason}")
        return {}
    scores: dict[str, float] = {}
    corpora = {name: _documents(name, data, part) for name in sorted({row[1] for row in ROWS})}
    counted: dict[tuple[str, bool], Counts] = {}
    for name, corpus, score, given in ROWS:
        if not corpora[corpus]:
            continue
        if (corpus, given) not in counted:
            counted[corpus, given] = score_documents(reader, corpora[corpus], given)
        counts = counted[corpus, given]
        right, _, gold = counts.get(score, [0.0, 0.0, 0.0])
        value = round(right / gold, 3) if score.endswith("error") and gold else f1(counts, score)
        scores[name] = value
        print(f"{name:<46}{value:8.2f}   of {gold:.0f}")
    for corpus in ("ewt", "gum"):
        if corpora[corpus]:
            scores[f"sentence F1 {corpus.upper()}"] = _sentence_f1(encoder, corpora[corpus])
            print(f"{'sentence F1 ' + corpus.upper():<46}{scores[f'sentence F1 {corpus.upper()}']:8.2f}")
            linear = linear_scores(corpora[corpus])
            scores |= {f"linear reader {score} {corpus.upper()}": value for score, value in linear.items()}
            print(f"{'beside it, the linear reader':<46}" + "  ".join(f"{k} {v}" for k, v in linear.items()))
    texts = [one.text for one in corpora["polnear"]][:30] or [_text_of(one)[0] for one in corpora["gum"]]
    if corpora["ewt"]:
        peer = spacy_scores(corpora["ewt"], texts)
        scores |= {f"spaCy from scratch {score} EWT": value for score, value in peer.items()}
        if peer:
            print(f"{'beside it, spaCy from scratch':<36}" + "  ".join(f"{k} {v}" for k, v in peer.items()))
    if texts:
        words, seconds = _speed(encoder, texts)
        scores["reports of 500 words a second and core"] = round(words / seconds / 500, 1)
        print(f"{'reports of 500 words a second':<46}{words / seconds / 500:8.1f}   {words} words")
    scores["load seconds"] = round(load, 2)
    print(f"{'load, seconds':<46}{load:8.2f}")
    if texts:
        scores["peak memory MB"] = _memory(texts, encoder.folder)
        print(f"{'peak memory of a reading process, MB':<46}{scores['peak memory MB']:8.0f}")
    return scores


def _documents(name: str, data: Path, part: str) -> list[Document]:
    corpus, shouted, _ = name.partition(" in capitals")
    documents = read_corpus(corpus, data)[part]
    return [replace(one, words=[word.upper() for word in one.words]) if shouted else one for one in documents]


_READING = """
import re, sys
from pathlib import Path
from secondsource.language import split_sentences
from secondsource.language.encoder import Encoder
from secondsource.model import Report
encoder = Encoder.load(Path(sys.argv[1]))
for text in sys.stdin.read().split(chr(0)):
    report = Report(id="bench", text=text, sha256="")
    encoder.analyse(report, split_sentences(report))
# what resource tells of a fresh process begins with the memory of the one that started it
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(int(peak[1]) / 1024)
"""


def _memory(texts: list[str], folder: Path) -> float:
    """Peak resident memory, in MB, of a fresh process that reads the texts."""
    command = [sys.executable, "-c", _READING, str(folder)]
    told = subprocess.run(command, input="\0".join(texts), capture_output=True, text=True, check=True)
    return round(float(told.stdout))


def _sentence_f1(encoder: Encoder, documents: list[Document]) -> float:
    """Ends of sentences found from raw text, by the number of characters but white space before them."""
    counts: Counts = {}
    for document in documents:
        text, gold = _text_of(document)
        report = Report(id="bench", text=text, sha256="")
        found = {
            len("".join(text[: one.span.end].split()))
            for one in encoder.analyse(report, split_sentences(report))
        }
        add(counts, "ends", len(found & gold), len(found), len(gold))
    return f1(counts, "ends")


def _text_of(document: Document) -> tuple[str, set[int]]:
    """The document's text from its words and gaps, and where its sentences end, white space not counted."""
    text, size, ends = [], 0, set()
    for place, (word, gap) in enumerate(zip(document.words, document.gaps, strict=True)):
        text.append(("", " ", "\n")[gap] + word if place else word)
        size += len(word)
        if document.layers["ends"][place]:
            ends.add(size)
    return "".join(text), ends


def _speed(encoder: Encoder, texts: list[str]) -> tuple[int, float]:
    """Words, by white space, and seconds of the processor to read them, raw text to sentences."""
    reports = [Report(id="bench", text=text, sha256="") for text in texts]
    encoder.analyse(reports[0], split_sentences(reports[0]))
    begun = time.process_time()
    for report in reports:
        encoder.analyse(report, split_sentences(report))
    return sum(len(text.split()) for text in texts), time.process_time() - begun
