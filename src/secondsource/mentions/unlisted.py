"""Names that no table knows -> persons, bodies, facilities and places, by their shape and by the reader.

Where a trained reader read the report, its proposals stand beside the rules that are nearly sure: the more
confident of the two is kept. The rules that guess from capitals and prepositions are for texts without one.
"""

from collections.abc import Iterable
from functools import cache

from secondsource.knowledge import load, states_of
from secondsource.knowledge.name_parts import given_names, ordinary_words, slug_of, titles
from secondsource.knowledge.names import senses_of
from secondsource.knowledge.words import stem
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.bodies import body_of, ministry_topic
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.proposed import names_proposed, weigh
from secondsource.mentions.runs import Run, find_runs, kind_by_ending, part_run
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span
from secondsource.model.mention import MentionKind
from secondsource.model.placed import Placed

_OF_PERSONS = words_in("particle of a name")
_LOCATIVE = frozenset(("in", "at", "near", "from", "outside", "around", "toward", "towards"))
_BODY_NOUNS = words_in("noun of a body")
_SAYING = words_in("saying")
_NOT_BODIES = words_in("capitals that name no body")


def find_unlisted(
    around: Surroundings, known: Iterable[Candidate], offices: Iterable[Candidate], single: bool
) -> tuple[Candidate, ...]:
    """Candidates for names in no table, in text order.

    `known` are the names already found, which with `offices` part a run ("Odesa Governor Oleh Kiper").
    `single` asks for names of one word, which are looked for last, when the full names are known.
    """
    parting = Placed(offices, lambda one: one.span)
    taken = Placed(known, lambda one: one.span)
    found = []
    for sentence in around.sentences:
        if sentence.id in around.headlines | around.shouted:
            continue
        inside = taken.within(sentence.span)
        others = tuple(parting.reaching(sentence.span))
        proposed = names_proposed(around, sentence, inside)
        here = []
        for run in find_runs(sentence, inside):
            for part in part_run(run, inside, others):
                candidate = _classify(around, part, inside)
                if candidate is not None:
                    here.append(candidate)
        found += [one for one in weigh(here, proposed) if (" " not in str(one.value)) == single]
    return tuple(found)


def _classify(around: Surroundings, run: Run, inside: list[Candidate]) -> Candidate | None:
    tokens = run.sentence.tokens
    span = Span(tokens[run.first].start, tokens[run.last].end)
    words = span.of(around.text).split()
    name = " ".join(words)
    if any(one.span.overlaps(span) and not span.covers(one.span) for one in inside):
        return None
    if any(one.span == span for one in inside) or not any(mark.isalpha() for mark in name):
        return None
    for rule in _SURE if around.proposed else (*_SURE, *_GUESSES):
        answer = rule(run, words)
        if answer is not None:
            kind, confidence = answer
            if kind == "thing":
                return None
            entity = f"{'site' if kind == 'facility' else kind}/{slug_of(name)}"
            if kind == "organization":
                entity = _without_state(around, span, inside) or entity
            return Candidate(span, kind, name, entity, f"unlisted.{rule.__name__.strip('_')}", confidence)
    return None


def _without_state(around: Surroundings, span: Span, inside: list[Candidate]) -> str | None:
    """`Missile General Bureau of the DPRK` is the Missile General Bureau: its id without the state's name."""
    for one in inside:
        head = around.text[span.start : one.span.start].removesuffix("the ").rstrip()
        if one.kind == "state" and one.span.end == span.end and head.endswith(" of") and head.count(" ") > 1:
            body = head.removesuffix(" of")
            topic = ministry_topic(body)
            if topic is not None:
                return body_of(one.entity or "", f"{topic} Ministry")[1]
            for sense in senses_of(body):
                if sense.kind == "organization" and one.entity in states_of(sense.entity):
                    return sense.entity
            # "Security Council of Belarus": a name that many states use keeps its state.
            many = body.count(" ") < 2
            return body_of(one.entity or "", body)[1] if many else f"organization/{slug_of(body)}"
    return None


Answer = tuple[MentionKind, float] | None


def _by_ending(run: Run, words: list[str]) -> Answer:
    """`Korea Maritime Institute`, `Ministry of Trade`, `Taedong River`, `Mount Hermon`."""
    kind = kind_by_ending(words)
    return (kind, 0.8) if kind is not None else None


def _by_noun(run: Run, words: list[str]) -> Answer:
    """`the newspaper Reforma`, `the shipping company Harun Lines`."""
    before = run.sentence.tokens[run.first - 1].text if run.first else ""
    return ("organization", 0.75) if before in _BODY_NOUNS else None


def _by_first_name(run: Run, words: list[str]) -> Answer:
    """`Olga Petrenko`."""
    if words[0] in given_names() and 2 <= len([word for word in words if word not in _OF_PERSONS]) <= 4:
        return "person", 0.85
    return None


def _by_title(run: Run, words: list[str]) -> Answer:
    """`Mr. Petrenko`, `General Abizaid`, `spokesman Petro Yatsenko`."""
    before = run.sentence.tokens[run.first - 1] if run.first else None
    if before is None or len(words) > 4:
        return None
    capital = before.text[:1].upper() + before.text[1:]
    return ("person", 0.8) if capital in titles() else None


def _by_saying(run: Run, words: list[str]) -> Answer:
    """`Petrenko said`, `said Petrenko`."""
    tokens = run.sentence.tokens
    after = tokens[run.last + 1].text.lower() if run.last + 1 < len(tokens) else ""
    before = tokens[run.first - 1].text.lower() if run.first else ""
    if len(words) == 1 and words[0] in _NOT_BODIES:
        return None
    if len(words) > 3 or words[0].isupper() and len(words) == 1 or "of" in words:
        return None
    if after in _SAYING or before in ("said", "says", "told"):
        return "person", 0.6
    if (
        len(words) in (2, 3)
        and not any(word.lower() in ordinary_words() for word in words)
        and after in (",", "(")
    ):
        return "person", 0.5
    return None


def _by_preposition(run: Run, words: list[str]) -> Answer:
    """`in Kostiantynivka`, `the village of Plauru`."""
    before = run.sentence.tokens[run.first - 1].text.lower() if run.first else ""
    sort = run.sentence.tokens[run.first - 2].text.lower() if run.first > 1 else ""
    if before == "of" and sort in (
        "village",
        "town",
        "city",
        "hamlet",
        "settlement",
        "port",
        "region",
        "province",
    ):
        return "place", 0.8
    if (
        before in _LOCATIVE
        and len(words) < 3
        and not words[0].isupper()
        and words[0].lower() not in ordinary_words()
    ):
        return "place", 0.5
    return None


def _by_capitals(run: Run, words: list[str]) -> Answer:
    """`the TPLF`: letters alone are a body; two words that say nothing else are a person, else a body."""
    tokens = run.sentence.tokens
    if len(words) == 1:
        plain = words[0].replace(".", "")
        if plain.isupper() and plain.isalpha() and 2 < len(plain) < 7 and plain not in _NOT_BODIES:
            return ("organization", 0.5) if stem(plain.lower()) not in _frequent() else None
        alone = words[0] in given_names() and run.first > 0 and tokens[run.first].upos == "PROPN"
        return ("person", 0.5) if alone else None
    if "of" in words or any(not word[:1].isalpha() for word in words):
        return None
    frequent = [word.lower() in ordinary_words() or stem(word.lower()) in _frequent() for word in words]
    determined = run.first > 0 and tokens[run.first - 1].text.lower() == "the"
    if len(words) in (2, 3) and not any(frequent) and not determined:
        return "person", 0.5
    return None if all(frequent) else ("organization", 0.4)


_SURE = (_by_ending, _by_noun, _by_first_name, _by_title)
_GUESSES = (_by_saying, _by_preposition, _by_capitals)


@cache
def _frequent() -> frozenset[str]:
    return frozenset(row["word"] for row in load("word_frequencies") if int(row["in_thousand"]) > 20)
