"""UD treebanks' dev parts -> how well each reader cuts sentences and words, tags them, and builds trees.

Tags and arcs are scored over the raw text, as at CoNLL 2018: a word counts when its characters are right,
an arc when both of its words are.
"""

from pathlib import Path
from typing import NamedTuple

from secondsource.language import analyse
from secondsource.model import Report

PARTS = {"ewt": ("syntax/ud_ewt", "*dev*.conllu"), "gum": ("syntax/gum/dev", "*.conllu")}
FIGURES = ("sentences", "words", "upos", "xpos", "uas", "las")


class Gold(NamedTuple):
    """A document: its text, its sentences, and word -> (upos, xpos, characters of the head, relation)."""

    text: str
    sentences: list[tuple[int, int]]
    words: dict[tuple[int, int], tuple[str, str, tuple[int, int] | None, str]]


def run(data: Path, readers: tuple[str, ...] = ("rules", "default")) -> dict[str, float]:
    """Print one line a treebank and reader; give F1 for sentences, words, tags and arcs."""
    scores: dict[str, float] = {}
    print(f"{'':14}" + "".join(f"{name:>11}" for name in FIGURES))
    for part, (folder, pattern) in PARTS.items():
        documents = [gold for path in sorted((data / folder).glob(pattern)) for gold in read_documents(path)]
        for reader in readers if documents else ():
            figures = _score(documents, reader)
            print(f"{part + ' ' + reader:14}" + "".join(f"{figures[name]:11.4f}" for name in FIGURES))
            scores |= {f"{part}_{reader}_{name}": round(value, 4) for name, value in figures.items()}
    return scores


def _score(documents: list[Gold], reader: str) -> dict[str, float]:
    right = dict.fromkeys(FIGURES, 0)
    ours = theirs = our_sentences = their_sentences = 0
    for gold in documents:
        sentences, _ = analyse(Report("bench", gold.text, "", language="en"), reader)
        right["sentences"] += len({(one.span.start, one.span.end) for one in sentences} & set(gold.sentences))
        our_sentences, their_sentences = our_sentences + len(sentences), their_sentences + len(gold.sentences)
        theirs += len(gold.words)
        for sentence in sentences:
            for number, token in enumerate(sentence.tokens):
                ours += 1
                answer = gold.words.get((token.start, token.end))
                if answer is None:
                    continue
                upos, xpos, head, relation = answer
                above = sentence.tokens[token.head]
                found = None if token.head == number else (above.start, above.end)
                right["words"] += 1
                right["upos"] += token.upos == upos
                right["xpos"] += token.xpos == xpos
                right["uas"] += found == head
                right["las"] += found == head and token.deprel == relation
    figures = {name: 2 * count / max(ours + theirs, 1) for name, count in right.items()}
    figures["sentences"] = 2 * right["sentences"] / max(our_sentences + their_sentences, 1)
    return figures


def read_documents(path: Path) -> list[Gold]:
    """The documents of a CoNLL-U file with their text, paragraphs separated by blank lines."""
    found: list[Gold] = []
    gold, gap = Gold("", [], {}), ""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines) and gold.text:
            found.append(gold)
            gold, gap = Gold("", [], {}), ""
        if any(line.startswith("# newpar") for line in lines) and gold.text:
            gap = "\n\n"
        text = next((line[8:].strip() for line in lines if line.startswith("# text =")), None)
        if text is None:
            continue
        start = len(gold.text) + len(gap)
        gold = Gold(gold.text + gap + text, [*gold.sentences, (start, start + len(text))], gold.words)
        gap = _add_words(gold, lines, start)
    return [*found, gold] if gold.text else found


def _add_words(gold: Gold, lines: list[str], start: int) -> str:
    """Find every word's characters; returns the gap before the next sentence."""
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    rows = [row for row in rows if "." not in row[0]]
    spans: dict[str, tuple[int, int]] = {}
    position, inside, gap = start, 0, " "
    for row in rows:
        if "-" in row[0]:
            inside = int(row[0].split("-")[1])
            gap = "" if "SpaceAfter=No" in row[9] else " "
            continue
        place = gold.text.find(row[1], position)
        if place >= 0:
            spans[row[0]] = (place, place + len(row[1]))
            position = place + len(row[1])
        if int(row[0]) > inside:
            gap = "" if "SpaceAfter=No" in row[9] else " "
    for row in rows:
        if row[0] in spans:
            gold.words[spans[row[0]]] = (row[3], row[4], spans.get(row[6]), row[7])
    return gap
