"""Noun phrases that name arms -> mentions of kind weapon, with their place in the taxonomy."""

import re
from typing import NamedTuple

from secondsource.knowledge.matcher import Found
from secondsource.knowledge.taxonomy import normalise, refine, weapon_matcher, weapon_path
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.phrases import start_of_phrase
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Sentence, Span

# Words that are arms only with arms around them.
_WEAK = words_in("arms only among arms")
_NOT_ARMS_AFTER = {
    "arms": ("race", "control", "embargo", "factory", "factories", "dealer", "industry", "maker", "makers"),
    "mine": ("worker", "workers", "shaft"),
    "fighter": (),
    "shell": ("company", "companies"),
    "tank": ("top",),
}
_PEOPLE_BEFORE = frozenset(
    "rebel hamas hezbollah taliban houthi kurdish resistance ukrainian foreign isis is".split()
)


_JOINED = re.compile(r"\s(?:and|or)\s")


class Phrase(NamedTuple):
    """A weapon's noun phrase: tokens `[first, last]`, the name found in it, and its path."""

    sentence: Sentence
    first: int
    last: int
    found: Found
    path: str


def find_weapons(around: Surroundings) -> tuple[Candidate, ...]:
    """Candidates of kind weapon: whole noun phrases without their article."""
    return tuple(_candidate(around, phrase) for phrase in find_phrases(around))


def find_phrases(around: Surroundings) -> tuple[Phrase, ...]:
    """Every noun phrase whose head or name the taxonomy knows, in text order."""
    phrases: list[Phrase] = []
    for found in weapon_matcher().find(around.folded):
        span = Span(found.start, found.end)
        sentence = around.sentence_of(span)
        path = weapon_path(found.name)
        if sentence is None or path is None:
            continue
        first, last = around.tokens_of(sentence, span)
        if not _is_arms(sentence, first, last, found, around):
            continue
        before = phrases[-1] if phrases and phrases[-1].sentence is sentence else None
        joined = before is not None and before.last + 1 == first
        if before is not None and joined and _named(before.found) and not path.startswith(("ammu", "comp")):
            # "Shahed-136 drones": the name says which, the noun says what.
            phrases[-1] = before._replace(last=last)
        elif before is not None and joined:
            # "launcher shells": the last noun is the head, the rest qualifies it.
            phrases[-1] = Phrase(sentence, before.first, last, found, path)
        else:
            floor = before.last + 1 if before is not None else 0
            phrases.append(Phrase(sentence, _start(around, sentence, first, floor), last, found, path))
    return tuple(_with_acronyms(phrases))


def _with_acronyms(phrases: list[Phrase]) -> list[Phrase]:
    """`intercontinental ballistic missiles (ICBMs)` is one phrase."""
    kept: list[Phrase] = []
    for phrase in phrases:
        before, tokens = kept[-1] if kept else None, phrase.sentence.tokens
        if (
            before is not None
            and before.sentence is phrase.sentence
            and before.last + 2 == phrase.first == phrase.last
            and tokens[phrase.first - 1].text == "("
            and phrase.last + 1 < len(tokens)
            and phrase.found.name.isupper() | phrase.found.name[:-1].isupper()
        ):
            kept[-1] = before._replace(last=phrase.last + 1)
        else:
            kept.append(phrase)
    return kept


def _candidate(around: Surroundings, phrase: Phrase) -> Candidate:
    tokens = phrase.sentence.tokens
    start = tokens[phrase.first].start
    name = Span(phrase.found.start, phrase.found.end).of(around.text)
    path = refine(phrase.path, around.text[start : phrase.found.start])
    joined = _JOINED.search(around.text[start : phrase.found.start])
    if joined is not None:
        # "attack and reconnaissance drones" are neither the one nor the other: drones.
        path = _shared(path, refine(_root(phrase.path), around.text[start : start + joined.start()]))
    named = _named(phrase.found)
    rule = "weapons.named" if named else "weapons.phrase"
    value = phrase.found.name if named else normalise(name)
    span = Span(start, max(phrase.found.end, tokens[phrase.last].end))
    return Candidate(span, "weapon", value, f"weapon/{path}", rule, 1.0 if named else 0.9)


def _root(path: str) -> str:
    return path.rpartition("/")[0] or path


def _shared(one: str, other: str) -> str:
    steps = [left for left, right in zip(one.split("/"), other.split("/"), strict=False) if left == right]
    return "/".join(steps) or one


def _named(found: Found) -> bool:
    return any(mark.isupper() for mark in found.name)


def _start(around: Surroundings, sentence: Sentence, first: int, floor: int) -> int:
    start = start_of_phrase(sentence, first, floor, sentence.id in around.headlines)
    tokens = sentence.tokens
    # "attack and espionage drones", "short- and medium-range missiles": both halves qualify the noun.
    halves = tokens[start].text.lower() in _HALVES and tokens[start - 1].text.lower() in ("and", "or")
    if start - 2 >= floor and halves:
        before = tokens[start - 2]
        hanging = before.text in ("-", "\u2010", "\u2011")
        if hanging and start - 3 >= floor:
            return start - 3
        if before.text.lower() in _HALVES:
            return start_of_phrase(sentence, start - 2, floor)
    return start


_HALVES = words_in("half of a joined modifier")


def _is_arms(sentence: Sentence, first: int, last: int, found: Found, around: Surroundings) -> bool:
    tokens = sentence.tokens
    head, word = tokens[last], found.name.lower()
    if _named(found):
        return True
    if head.upos in ("VERB", "AUX", "ADV") and head.xpos not in ("NN", "NNS") and word in _WEAK | {"rocket"}:
        # Taggers often read "shells for" as a verb: a determiner or adjective before it says noun.
        before = tokens[first - 1].upos if first else ""
        if before in ("PRON", "PART", "AUX", "ADV") or head.xpos in ("VB", "MD"):
            return False
    after = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
    if after in _NOT_ARMS_AFTER.get(word.rstrip("s"), ()) or after in _NOT_ARMS_AFTER.get(word, ()):
        return False
    if head.text[:1].isupper() and first and sentence.id not in around.headlines | around.shouted:
        return False  # "companies such as Shell"
    before_word = tokens[first - 1].text.lower() if first else ""
    if word in ("fighter", "fighters"):
        return before_word in ("jet", "stealth", "f-16", "enemy", "mig-29") or tokens[first - 1].text in (
            "-",
        )
    if word in ("arms",) and before_word in ("his", "her", "my", "their", "in"):
        return False
    if word in _WEAK and word not in (
        "arms",
        "shell",
        "shells",
        "warhead",
        "uranium",
        "plutonium",
        "warheads",
    ):
        return _military_around(around, sentence)
    return True


_MILITARY = words_in("military")


def _military_around(around: Surroundings, sentence: Sentence) -> bool:
    return any(token.text.lower() in _MILITARY for token in sentence.tokens)
