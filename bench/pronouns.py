"""GUM's chains -> how many of "he", "it", "they" are given the name that they mean, and how many wrongly.

A pronoun counts when its gold chain holds a named mention before it that we found, of whatever kind; it is
right when its entity is that of a mention at one of the chain's names. Each pronoun form apart.
"""

from collections import defaultdict
from pathlib import Path

from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Mention, Report
from training.reader.corpora import Document, read_corpus

_FORMS = {
    "he": "he his him himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves",
}
_FORM_OF = {word: form for form, words in _FORMS.items() for word in words.split()}


def run(data: Path, part: str = "measure") -> dict[str, float]:
    """Answered and right, of the pronouns with a name in their chain, in per cent."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for document in read_corpus("gum", data)[part]:
        _count(document, counts)
    if not counts:
        print("syntax/gum is not there: nothing measured")
        return {}
    scores = {}
    print(f"{'pronoun':<10}{'gold':>6}{'answered':>10}{'right of these':>16}{'right of all':>14}")
    for form in (*_FORMS, "all"):
        gold, answered, right = counts[form]
        shares = 100 * answered / max(1, gold), 100 * right / max(1, answered), 100 * right / max(1, gold)
        print(f"{form:<10}{gold:>6}{shares[0]:>10.1f}{shares[1]:>16.1f}{shares[2]:>14.1f}")
        scores |= {f"{form} precision": round(shares[1], 1), f"{form} recall": round(shares[2], 1)}
    return scores


def _count(document: Document, counts: dict[str, list[int]]) -> None:
    text, starts = _text_of(document)
    report = Report(id="b", text=text, sha256="")
    sentences, _ = analyse(report)
    mentions = [one for one in find_mentions(report, sentences)[0] if one.entity and one.kind != "action"]
    covering: dict[int, list[Mention]] = defaultdict(list)
    for one in mentions:
        for place in range(one.span.start, one.span.end):
            covering[place].append(one)
    things, upos = document.layers["thing"], document.layers["upos"]
    named: dict[int, set[str]] = defaultdict(set)
    for word in sorted(document.mentions):
        thing = things[word]
        here = covering.get(starts[word], [])
        form = _FORM_OF.get(document.words[word].lower())
        if upos[word] == "PROPN":
            named[thing].update(one.entity for one in here if one.entity)
        elif form is not None and named[thing]:
            answers = {one.entity for one in here if one.span.start == starts[word]}
            for key in (form, "all"):
                row = counts[key]
                row[0], row[1], row[2] = (
                    row[0] + 1,
                    row[1] + bool(answers),
                    row[2] + bool(answers & named[thing]),
                )


def _text_of(document: Document) -> tuple[str, list[int]]:
    text, starts = "", []
    for word, gap in zip(document.words, document.gaps, strict=True):
        text += ("", " ", "\n\n")[gap] if text else ""
        starts.append(len(text))
        text += word
    return text, starts
