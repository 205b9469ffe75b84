"""Gold mentions and coreference of a document, and a reading -> counts: mentions, chains, pronouns."""

from collections import defaultdict

from bench.reader_counts import Counts, add
from secondsource.language.encoder.antecedents import phrases_of
from secondsource.language.encoder.reading import WordReading
from training.reader.corpora import Document


def count_mentions(counts: Counts, document: Document, reading: WordReading) -> None:
    """Mentions by their span, and by head and kind; B-cubed over heads; pronouns with a right antecedent.

    B-cubed (Bagga and Baldwin 1998) is taken over mentions that are not alone in gold or in the answer, a
    mention that the other side lacks counting as wrong there.
    """
    kinds = document.layers["mention"]
    gold = {(word, kinds[word]) for word in document.mentions}
    found = set(reading.mentions.items())
    add(counts, "mention heads and kinds", len(gold & found), len(found), len(gold))
    ours = set(phrases_of(sorted(reading.mentions), reading.heads, reading.relations).values())
    spans = set(document.mentions.values())
    add(counts, "mentions", len(ours & spans), len(ours), len(spans))
    things = document.layers["thing"]
    told = _chains({word: str(things[word]) for word in document.mentions})
    answered = _chains(_joined(reading))
    for key, left, right in (("precision", answered, told), ("recall", told, answered)):
        size = sum(map(len, left))
        add(counts, f"coreference {key}", _overlap(left, right), size, size)
    for word in document.mentions:
        if document.layers["upos"][word] == "PRON" and _has_earlier(word, things):
            earlier, _ = reading.antecedents.get(word, (-1, 0.0))
            add(counts, "pronouns", earlier >= 0 and things[earlier] == things[word], 1, 1)


def _has_earlier(word: int, things: list[int | None]) -> bool:
    return any(things[other] == things[word] for other in range(word))


def _joined(reading: WordReading) -> dict[int, str]:
    """Each mention's chain, named after its first mention."""
    chain: dict[int, str] = {}
    for word in sorted(reading.mentions):
        earlier, _ = reading.antecedents.get(word, (word, 0.0))
        chain[word] = chain.get(earlier, str(word))
    return chain


def _chains(named: dict[int, str]) -> list[frozenset[int]]:
    grouped: dict[str, set[int]] = defaultdict(set)
    for word, name in named.items():
        grouped[name].add(word)
    return [frozenset(one) for one in grouped.values() if len(one) > 1]


def _overlap(left: list[frozenset[int]], right: list[frozenset[int]]) -> float:
    """Sum over the mentions of `left` of the share of their chain that is in the same chain of `right`."""
    of = {word: chain for chain in right for word in chain}
    return sum(len(chain & of.get(word, frozenset())) / len(chain) for chain in left for word in chain)
