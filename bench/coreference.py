"""Which claims tell of one event, against annotated events of ECB+ and MEANTIME -> MUC, B-cubed, CEAF-e.

Measured are the gold mentions that a claim's action overlaps; how many do is told apart. Acts of speech and
perception are left out: a statement makes no event here. ECB+ is cut by topic (even numbers are measured, odd
ones are for developing), MEANTIME by collection (gm is measured). Beside it "each alone" and "same stem": all
mentions of a topic whose actions are of one stem, the baseline that is known to be strong.
"""

import csv
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from bench.coreference_scores import Scores, score
from secondsource import collate, read_report
from secondsource.comparison.fillers import own_claims
from secondsource.knowledge.words import stem, words_of
from secondsource.model import Reading, Report, Span
from secondsource.model.index import index_of
from secondsource.model.placed import Placed
from training.reader.corpora.document import from_words

_SPEECH = ("ACTION_REPORTING", "NEG_ACTION_REPORTING", "ACTION_PERCEPTION", "NEG_ACTION_PERCEPTION")
# Where a mention stands -> the name of its event.
Told = dict[Span, str]


class Text(NamedTuple):
    """A document: its words with their gold mentions, each with the name of its event in the topic."""

    name: str
    topic: str
    text: str
    gold: Told


class Tie(NamedTuple):
    """A gold mention that we have as a claim: where it is, its stem, our event and the right one."""

    document: str
    stem: str
    found: str
    gold: str


def run(data: Path, part: str = "measure") -> dict[str, float]:
    """CoNLL mean and its three parts, across the documents of a topic and within each document alone."""
    found: dict[str, float] = {}
    print(f"{'mentions':<34}{'method':<13}{'MUC':>7}{'B3 P':>7}{'B3 R':>7}{'B3':>7}{'CEAF-e':>8}{'CoNLL':>7}")
    for name, texts in _sets(data, part).items():
        topics: dict[str, list[Text]] = defaultdict(list)
        for one in texts:
            topics[one.topic].append(one)
        ties: dict[str, list[Tie]] = {}
        for topic, told in topics.items():
            ties[topic] = tie(told, [read(one) for one in told])
        _show(name, sum(len(one.gold) for one in texts), ties, found)
    return found


def _show(name: str, mentions: int, ties: Mapping[str, Sequence[Tie]], found: dict[str, float]) -> None:
    together = [(topic, one) for topic, told in ties.items() for one in told]
    recall = 100 * len(together) / (mentions or 1)
    print(f"{name}: {len(together)} of {mentions} mentions are claims of ours ({recall:.1f} %)")
    found[f"{name} recall".replace(" ", "_")] = round(recall, 2)
    for reach in ("across", "within"):
        where = [topic if reach == "across" else f"{topic} {one.document}" for topic, one in together]
        gold = {
            number: (place, one.gold)
            for number, (place, (_, one)) in enumerate(zip(where, together, strict=True))
        }
        methods: dict[str, dict[int, Hashable]] = {
            "ours": {number: (place, together[number][1].found) for number, place in enumerate(where)},
            "same stem": {number: (place, together[number][1].stem) for number, place in enumerate(where)},
            "each alone": {number: number for number in gold},
        }
        for method, grouping in methods.items():
            scores = score(grouping, gold)
            print(f"{'  ' + reach + ' documents':<34}{method:<13}{_row(scores)}")
            key = f"{name} {reach} {method}".replace(" ", "_")
            found[key] = round(scores.conll, 2)
            if method == "ours":
                found[f"{key}_b_cubed"] = round(scores.b_cubed.f1, 2)


def _row(scores: Scores) -> str:
    b_cubed = scores.b_cubed
    parts = (scores.muc.f1, b_cubed.precision, b_cubed.recall, b_cubed.f1)
    return "".join(f"{one:7.1f}" for one in parts) + f"{scores.ceaf.f1:8.1f}{scores.conll:7.1f}"


def read(text: Text) -> Reading:
    """The reading of a document; its day of publication is not known."""
    return read_report(Report(id=text.name, name=text.name, text=text.text, sha256=""))


def tie(texts: Sequence[Text], readings: Sequence[Reading]) -> list[Tie]:
    """Gold mentions of a topic with the event that each is in when its documents are collated."""
    index = index_of(readings)
    events = collate(readings).events
    event_of = {claim.id: event.id for event in events for claim in own_claims(event, index)}
    found = []
    for text, reading in zip(texts, readings, strict=True):
        placed = Placed(
            (
                (index.mentions[one.action].span, one)
                for one in reading.claims
                if one.action in index.mentions
            ),
            lambda pair: pair[0],
        )
        for span, event in text.gold.items():
            near = [pair for pair in placed.reaching(span) if pair[0].overlaps(span)]
            if near:
                ids = [one.id for _, one in near]
                ours = next((event_of[id] for id in ids if id in event_of), near[0][1].action)
                stems = [stem(word.folded) for word in words_of(near[0][0].of(text.text))]
                found.append(Tie(text.name, stems[0] if stems else "", ours, event))
    return found


def _sets(data: Path, part: str) -> dict[str, list[Text]]:
    ecb, meantime = data / "events" / "ecbplus", data / "events" / "meantime" / "intra_cross-doc_annotation"
    collection = "corpus_gm" if part == "measure" else "corpus_apple"
    parity = 0 if part == "measure" else 1
    sets = {
        f"ecbplus {part}": [one for one in read_ecbplus(ecb) if int(one.topic) % 2 == parity],
        f"meantime {part}": list(read_meantime(meantime / collection)),
    }
    return {name: texts for name, texts in sets.items() if texts}


def read_ecbplus(folder: Path) -> Iterator[Text]:
    """Documents with the mentions of the sentences that were chosen for annotation, in order of topics."""
    table = folder / "ECBplus_coreference_sentences.csv"
    if not table.exists():
        return
    chosen: dict[str, set[int]] = defaultdict(set)
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            chosen[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    for path in sorted(folder.glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.name)):
        if path.stem in chosen:
            yield _text_of(path, path.parent.name, chosen[path.stem])


def read_meantime(folder: Path) -> Iterator[Text]:
    """Documents whose first sentences were annotated; one collection is one topic."""
    for path in sorted(folder.glob("*.xml")):
        yield _text_of(path, folder.name, None)


def _text_of(path: Path, topic: str, chosen: set[int] | None) -> Text:
    root = ElementTree.parse(path).getroot()
    order: dict[str, int] = {}
    sentence_of: list[int] = []
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        sentence, word = int(token.get("sentence") or 0), (token.text or "_").strip() or "_"
        # The first line of an ECB+ text is its address, which tells what it is about.
        if chosen is not None and sentence == 0 and "ecbplus" in path.stem:
            continue
        order[token.get("t_id") or ""] = len(sentence_of)
        sentence_of.append(sentence)
        sentences[sentence].append(word)
    document = from_words(path.stem, topic, sentences.values())
    text, spans = "", []
    for word, gap in zip(document.words, document.gaps, strict=True):
        text += ("", " ", "\n")[gap] if text else ""
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    event_of = _events(root)
    gold: Told = {}
    for element in root.find("Markables") or ():
        places = sorted(
            order[id] for anchor in element.iter("token_anchor") if (id := anchor.get("t_id") or "") in order
        )
        if (
            not places
            or element.tag in _SPEECH
            or not element.tag.startswith(("ACTION", "NEG_ACTION", "EVENT_M"))
        ):
            continue
        if chosen is None or sentence_of[places[0]] in chosen:
            own = f"{path.stem} {element.get('m_id')}"
            gold[Span(spans[places[0]].start, spans[places[-1]].end)] = event_of.get(element.get("m_id"), own)
    return Text(path.stem, topic, text, gold)


def _events(root: ElementTree.Element) -> dict[str | None, str]:
    """Mention -> its event: the name that holds across documents, else one of this document alone."""
    instance = {one.get("m_id"): one.get("instance_id") for one in root.find("Markables") or ()}
    found: dict[str | None, str] = {}
    for relation in (*root.iter("CROSS_DOC_COREF"), *root.iter("INTRA_DOC_COREF"), *root.iter("REFERS_TO")):
        target = relation.find("target")
        own = f"{root.get('doc_name')} {relation.get('r_id')}"
        across = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else None
        across = across or (instance.get(target.get("m_id")) if target is not None else None)
        for source in relation.iter("source"):
            found.setdefault(source.get("m_id"), across or own)
    return found
