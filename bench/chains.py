"""Chains of nested sources derived from MPQA -> how many chains are found whole, and how many links.

A chain runs from the writer inward; equal neighbours are one link. A link is right when its source, in the
fullest words that the report has for it, shares a word that means something with the given one. Always
answering "the writer" is the line below which nothing counts.
"""

import json
import re
from pathlib import Path

from secondsource.attribution import find_attributions
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Mention, Report, Span

_SMALL = frozenset(
    "a an and at by for from he her his in it its of on or she some that the their they this to".split()
)
Chain = list[frozenset[str]]


def run(data: Path, reader: str = "default", documents: int = 60) -> dict[str, float]:
    """Print and give the share of exact chains and the F1 of links over the first documents."""
    path = data / "attribution" / "mpqa_nested" / "chains.json"
    if not path.exists():
        return {}
    written = json.loads(path.read_text(encoding="utf-8"))
    exact = writer = total = right = ours = theirs = 0
    for name in sorted(written)[:documents]:
        text = unescaped(written[name]["context"])
        report = Report("bench", text, "", language="en")
        sentences, _ = analyse(report, reader)
        mentions, _ = find_mentions(report, sentences)
        attributions, _ = find_attributions(report, sentences, mentions)
        for extract in written[name]["extract"]:
            target = locate(text, unescaped(extract["text"]), unescaped(extract["question"]))
            if target is None:
                continue
            gold = merged([words_of(one) for one in extract["answer"][1:]])
            found = merged(chain_at(text, target, attributions, mentions))
            pairs = sum(bool(left & mine) for left, mine in zip(gold, found, strict=False))
            total, right = total + 1, right + pairs
            ours, theirs = ours + len(found), theirs + len(gold)
            exact += len(gold) == len(found) == pairs
            writer += not gold
    scores = {
        "exact": exact / max(total, 1),
        "link_f1": 2 * right / max(ours + theirs, 1),
        "always_writer": writer / max(total, 1),
    }
    print(
        f"MPQA chains, {total} targets: " + "  ".join(f"{key} {100 * one:.1f}" for key, one in scores.items())
    )
    return {f"mpqa_{key}": round(value, 4) for key, value in scores.items()}


def unescaped(text: str) -> str:
    """The text without the backslashes that the set was written with."""
    return text.replace("\\n", "\n").replace("\\t", " ").replace("\\'", "'").replace('\\"', '"')


def locate(text: str, sentence: str, target: str) -> Span | None:
    """Where the target stands: in its sentence, white space of any kind being alike."""
    around = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    if around is None:
        return None
    found = re.compile(r"\s+".join(map(re.escape, target.split()))).search(text, around.start(), around.end())
    return None if found is None else Span(*found.span())


def chain_at(
    text: str, target: Span, attributions: tuple[Attribution, ...], mentions: tuple[Mention, ...]
) -> Chain:
    """The sources in whose content the target stands, outermost first; a credited agency is the writer.

    Joint sources, which have one cue and content, are one link.
    """
    around = [
        one
        for one in attributions
        if one.source and one.cue and any(span.covers(target) for span in one.content)
    ]
    around.sort(key=lambda one: -max(len(span) for span in one.content if span.covers(target)))
    links: dict[tuple[object, object], frozenset[str]] = {}
    for one in around:
        key = (one.cue, one.content)
        links[key] = links.get(key, frozenset()) | words_of(fullest(text, one, mentions))
    return list(links.values())


def fullest(text: str, attribution: Attribution, mentions: tuple[Mention, ...]) -> str:
    """Every form that the report uses for the source."""
    own = " ".join(span.of(text) for span in (*attribution.source, *attribution.antecedent))
    if attribution.source_entity is None:
        return own
    return " ".join([own, *(one.text for one in mentions if one.entity == attribution.source_entity)])


def words_of(text: str) -> frozenset[str]:
    """Words that mean something, lower case."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if word not in _SMALL)


def merged(chain: Chain) -> Chain:
    """The chain with neighbours that name the same source made one."""
    kept: Chain = []
    for one in chain:
        if kept and (one & kept[-1]):
            kept[-1] |= one
        else:
            kept.append(one)
    return kept
