"""Runs of capitalised words that no table knows -> persons, organizations, facilities and places by their shape."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from secondsource.knowledge import load
from secondsource.knowledge.words import stem
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.names import ordinary_words
from secondsource.mentions.places import given_names
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span
from secondsource.model.mention import MentionKind

_INSIDE = frozenset(("of", "for", "the", "and", "de", "del", "la", "al", "bin", "bint", "ben", "von", "van", "der",
                     "den", "di", "da", "dos", "du", "el", "ul", "&", "-", "'s", "’s", "on", "in"))  # fmt: skip
_OF_PERSONS = frozenset(("de", "del", "la", "al", "bin", "bint", "ben", "von", "van", "der", "den", "di", "da", "dos",
                         "du", "el", "ul", "-"))  # fmt: skip
_LOCATIVE = frozenset(("in", "at", "near", "from", "outside", "around", "toward", "towards"))
_SAYING = frozenset(
    "said says told tells added adds warned warns wrote writes argued argues noted notes explained asked announced "
    "claimed called stated insisted declared urged replied tweeted posted testified who whose".split()
)
_NOT_BODIES = frozenset(
    "TV AM PM CEO CFO ICBM ICBMS SLBM SRBM MRBM IRBM UAV UAVS IED IEDS WMD GDP HIV AIDS DNA GPS GMT UTC EST EDT EU UN "
    "US UK USA UAE OK PhD MD DC AD BC II III IV VI VII VIII IX XI XII XIV XVI HQ ID IT PR PC SUV COVID AI LGBT LGBTQ "
    "NGO NGOS MLRS HIMARS ATACMS CIWS NATO FAQ URL PDF ATM VIP POW POWS MP MPS APC IFV RPG BREAKING UPDATE WATCH LIVE "
    "TEL SLV EEZ HEU NPT JCPOA START INF CTBT SOS CCTV NEW THE AND FOR".split()
)
_PLACE_FIRST = ("Tal", "Tall", "Tel", "Dayr", "Deir", "Bayt", "Beit", "Wadi", "Jabal", "Jebel", "Khan", "Ain", "Ayn",
                "Ras", "Umm", "Kafr", "Qaryat", "Khirbat", "Bandar", "San", "Santa", "Nizhny", "Velyka")  # fmt: skip
_DIRECTIONS = ("North", "South", "East", "West", "International", "Command")
_MONTHS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)


class Run(NamedTuple):
    """Tokens `[first, last]` of a sentence that may be one name."""

    sentence: Sentence
    first: int
    last: int

    def words(self) -> list[str]:
        """Its words as written."""
        return [token.text for token in self.sentence.tokens[self.first : self.last + 1]]


def find_unlisted(
    around: Surroundings, known: Iterable[Candidate], offices: Iterable[Candidate], single: bool
) -> tuple[Candidate, ...]:
    """Candidates for names in no table, in text order.

    `known` are the names already found, which with `offices` part a run ("Odesa Governor Oleh Kiper"); `single`
    asks for names of one word, which are looked for last, when the full names are known.
    """
    parting = tuple(offices)
    taken = sorted((one for one in known), key=lambda one: one.span)
    found = []
    for sentence in around.sentences:
        if sentence.id in around.headlines | around.shouted:
            continue
        inside = [one for one in taken if sentence.span.covers(one.span)]
        for run in _runs(sentence, inside):
            for part in _around_known(around, run, inside, parting):
                part = _without_titles(part)
                if (part.first == part.last) != single:
                    continue
                candidate = _classify(around, part, inside)
                if candidate is not None:
                    found.append(candidate)
    return tuple(found)


def slug_of(name: str) -> str:
    """`Olha Stefanishyna` -> `olha-stefanishyna`: the id of a name that no table knows."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ł", "l").replace("ø", "o").replace("’", "").replace("'", "")
    )
    return re.sub(r"[^\w]+", "-", "".join(m for m in plain if not unicodedata.combining(m)).lower()).strip(
        "-"
    )


def _runs(sentence: Sentence, inside: list[Candidate]) -> Iterator[Run]:
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        if not _is_name_word(sentence, index):
            index += 1
            continue
        last = index
        while True:
            step = last + 1
            while step < len(tokens) and step - last <= 3 and tokens[step].text.lower() in _INSIDE:
                step += 1
            if step >= len(tokens) or step - last > 3 or not _is_name_word(sentence, step):
                break
            last = step
        span = Span(tokens[index].start, tokens[last].end)
        if not any(one.span.covers(span) for one in inside):
            yield Run(sentence, index, last)
        index = last + 1


def _is_name_word(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if not token.text[:1].isupper() or token.text in _MONTHS:
        return False
    if token.upos in ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX") and len(token.text) < 7:
        return False
    if index == 0 or sentence.tokens[index - 1].text in ("“", '"', "‘", "'", ":", "—", "–"):
        following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
        proper = following is not None and following.text[:1].isupper() and token.upos != "ADV"
        return (
            token.text in given_names()
            or (token.upos == "PROPN" and (proper or len(token.text) > 3))
            or (proper and token.upos in ("NOUN", "ADJ"))
        )
    return True


def _around_known(
    around: Surroundings, run: Run, inside: list[Candidate], offices: tuple[Candidate, ...]
) -> Iterator[Run]:
    """`Odesa Governor Oleh Kiper` is a place, an office and a person; `Odesa National University` is one name."""
    for part in _parted(run):
        if part.first < part.last and _by_ending(part, part.words()) is not None:
            yield part
            continue
        start = part.first
        for index in range(part.first, part.last + 2):
            token = part.sentence.tokens[index] if index <= part.last else None
            cut = token is None or any(
                one.span.start <= token.start < one.span.end and token.text[:1].isupper()
                for one in (*inside, *offices)
            )
            if cut:
                if index > start:
                    yield _trimmed(Run(part.sentence, start, index - 1))
                start = index + 1


def _parted(run: Run) -> Iterator[Run]:
    """`Smith and Jones` are two names, `Ministry of Trade and Industry` is one; `'s` parts owner and owned."""
    words, start = run.words(), run.first
    for offset, word in enumerate(words):
        lowered = word.lower()
        owned = lowered in ("'s", "’s")
        joined = lowered in ("and", "&") and "of" not in words[start - run.first : offset] and lowered != "&"
        placed = lowered in ("in", "on") or (
            lowered == "the" and words[offset - 1 : offset] not in (["of"], ["for"])
        )
        if (
            owned
            or joined
            or placed
            or (lowered in ("of", "for") and not _heads_body(words[start - run.first : offset]))
        ):
            if run.first + offset > start:
                yield _trimmed(Run(run.sentence, start, run.first + offset - 1))
            start = run.first + offset + 1
    if start <= run.last:
        yield _trimmed(Run(run.sentence, start, run.last))


def _trimmed(run: Run) -> Run:
    first, last = run.first, run.last
    tokens = run.sentence.tokens
    while first < last and tokens[first].text.lower() in _INSIDE and tokens[first].text[0].islower():
        first += 1
    while last > first and tokens[last].text.lower() in _INSIDE:
        last -= 1
    return Run(run.sentence, first, last)


def _without_titles(run: Run) -> Run:
    words = run.words()
    while len(words) > 1 and words[0] in titles() and words[0] not in given_names():
        run, words = Run(run.sentence, run.first + 1, run.last), words[1:]
    return run


def _heads_body(words: list[str]) -> bool:
    return bool(words) and endings().get(words[-1]) is not None


def _classify(around: Surroundings, run: Run, inside: list[Candidate]) -> Candidate | None:
    words, tokens = run.words(), run.sentence.tokens
    span = Span(tokens[run.first].start, tokens[run.last].end)
    name = " ".join(span.of(around.text).split())
    if any(one.span.overlaps(span) and not span.covers(one.span) for one in inside):
        return None
    if any(one.span == span for one in inside) or not any(mark.isalpha() for mark in name):
        return None
    for rule in (_by_ending, _by_first_name, _by_title, _by_saying, _by_preposition, _by_capitals):
        answer = rule(run, words)
        if answer is not None:
            kind, confidence = answer
            if kind == "thing":
                return None
            entity = f"{'site' if kind == 'facility' else kind}/{slug_of(name)}"
            return Candidate(span, kind, name, entity, f"unlisted.{rule.__name__.strip('_')}", confidence)
    return None


Answer = tuple[MentionKind, float] | None


def _by_ending(run: Run, words: list[str]) -> Answer:
    """`Korea Maritime Institute`, `Ministry of Trade`, `Taedong River`, `Mount Hermon`."""
    if words[0] in ("Operation", "Exercise", "Hurricane", "Typhoon", "Project", "Storm"):
        return "thing", 0.0
    if len(words) < 2:
        return None
    if words[0] in _PLACE_FIRST and not any(word in endings() for word in words):
        return "place", 0.6
    kind = endings().get(words[-1]) or (endings().get(words[0]) if words[1] in ("of", "for") else None)
    if kind is None and words[-1] in _DIRECTIONS:
        kind = endings().get(words[-2])
    if words[0] in ("Mount", "Lake", "Cape", "Mt"):
        kind = "place"
    return (kind, 0.0 if kind == "thing" else 0.8) if kind is not None else None


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


@cache
def _frequent() -> frozenset[str]:
    return frozenset(row["word"] for row in load("word_frequencies") if int(row["in_thousand"]) > 20)


@cache
def endings() -> dict[str, MentionKind]:
    """Last words of names that tell what is named: `Ministry` -> organization."""
    kinds: dict[str, MentionKind] = {
        "organization": "organization", "place": "place", "facility": "facility", "document": "document",
        "thing": "thing",
    }  # fmt: skip
    return {row["word"]: kinds[row["kind"]] for row in load("name_endings")}


@cache
def titles() -> dict[str, str]:
    """Words before a person's name, with the sex they tell ("" for none)."""
    return {row["title"]: row["sex"] for row in load("titles")}
