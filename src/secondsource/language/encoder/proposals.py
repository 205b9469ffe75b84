"""What the span heads found -> proposals with characters, labels and calibrated confidence."""

from bisect import bisect_right

from secondsource.language.encoder.antecedents import phrases_of
from secondsource.language.encoder.attributions import join_attributions
from secondsource.language.encoder.files import Labels
from secondsource.language.encoder.reading import SpanFound, WordReading
from secondsource.model import Proposal, Span

NAMED = {"PER": "person", "ORG": "organization", "LOC": "place"}
_EVENTS = {"speech_cognitive": "speech", "other": "occurrence", "mention": "occurrence"}
_FACTS = ((2.25, "CT+"), (1.25, "PR+"), (0.5, "PS+"), (-0.5, "Uu"), (-1.25, "PS-"), (-2.25, "PR-"))


def make_proposals(
    reading: WordReading, spans: list[Span], words: list[str], labels: Labels
) -> list[tuple[int, Proposal]]:
    """Proposals of every layer with the word where they begin, in report order.

    Layers: entity, attribution (source, cue, content; `of` is the cue's span), event (class), factuality
    (FactBank's scale, on the events) and coreference (the kind of thing, on phrases that are no names; `of`
    is the word that heads an earlier name for it, or an earlier phrase where it is not named).
    """
    found: list[tuple[int, Proposal]] = []

    def add(layer: str, label: str, first: int, last: int, score: float, of: Span | None = None) -> None:
        curve = labels.curves.get(f"{layer} {label}") or labels.curves.get(layer, [])
        stretch = Span(spans[first].start, spans[last - 1].end)
        confidence = round(calibrate(curve, score), 3)
        found.append((first, Proposal(layer, label, stretch, confidence, labels.made_by, of)))

    for first, last, label, score in entities_of(reading):
        add("entity", label, first, last, score)
    for first, last, label, score, cue in join_attributions(reading, words):
        of = None if cue is None else Span(spans[cue[0]].start, spans[cue[1] - 1].end)
        add("attribution", label, first, last, score, of)
    for first, last, label, score in events_of(reading):
        add("event", label, first, last, score)
        add("factuality", fact_label(reading.factuality[first]), first, last, score)
    phrases = phrases_of(sorted(reading.mentions), reading.heads, reading.relations)
    for word in reading.antecedents:
        if reading.upos[word] != "PROPN":
            earlier, share = named_antecedent(reading, word)
            add("coreference", reading.mentions[word], *phrases[word], share, spans[earlier])
    return sorted(found, key=lambda one: (one[1].span, one[1].layer, one[1].label))


def named_antecedent(reading: WordReading, word: int) -> tuple[int, float]:
    """The head of the nearest name up the chain of a mention, else of the nearest phrase; the least share."""
    nearest = reading.antecedents[word]
    earlier, share = nearest
    while reading.upos[earlier] != "PROPN":
        if earlier not in reading.antecedents:
            return nearest
        earlier, other = reading.antecedents[earlier]
        share = min(share, other)
    return earlier, share


def bounded(value: float) -> float:
    """What the factuality head says, on its scale from -3 to 3: it knows no bounds."""
    return max(-3.0, min(3.0, value))


def fact_label(value: float) -> str:
    """-3 (certainly not) to 3 (certainly) -> FactBank's label."""
    return next((label for least, label in _FACTS if value >= least), "CT-")


def entities_of(reading: WordReading) -> list[SpanFound]:
    """Names and phrases in our kinds.

    Kinds that only our own head knows come first, then people, organizations and places as the head trained
    on the one set that marks all of those says, then as our own head says; what overlaps is dropped.
    """
    own = reading.spans["entity"]
    choices = [one for one in own if one[2] not in NAMED.values()]
    choices += [(first, last, NAMED[label], score) for first, last, label, score in reading.spans["uner"]]
    choices += [one for one in own if one[2] in NAMED.values()]
    found: list[SpanFound] = []
    taken: set[int] = set()
    for one in choices:
        if taken.isdisjoint(range(one[0], one[1])):
            taken.update(range(one[0], one[1]))
            found.append(one)
    return sorted(found)


def events_of(reading: WordReading) -> list[SpanFound]:
    """Verbs that either of two habits takes for an event (MEANTIME's class first), other words that both do:
    a noun that tells of a happening in one collection names a thing in the next."""
    either = {head: {one[:2] for one in reading.spans[head]} for head in ("meantime", "ecbplus")}
    found: list[SpanFound] = []
    taken: set[int] = set()
    for head, other in (("meantime", "ecbplus"), ("ecbplus", "meantime")):
        for first, last, label, score in reading.spans[head]:
            sure = reading.upos[first] == "VERB" or (first, last) in either[other]
            if sure and taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                found.append((first, last, _EVENTS.get(label, label), score))
    return sorted(found)


def calibrate(curve: list[tuple[float, float]], score: float) -> float:
    """The share of spans of this raw score that were right, by straight lines between measured points."""
    if not curve:
        return score
    place = bisect_right([one[0] for one in curve], score)
    if place == 0:
        return curve[0][1]
    if place == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[place - 1], curve[place]
    return low + (high - low) * (score - left) / (right - left) if right > left else high
