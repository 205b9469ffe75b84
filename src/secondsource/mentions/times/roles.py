"""A time's words and those around them -> whose time it is: of publication, of speech, or of the event."""

import re

from secondsource.knowledge import load
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.words import LETTER
from secondsource.model import Report, Span

_L = LETTER
_KIND = {row["word"]: row["kind"] for row in load("time_speech")}
_STOP = frozenset((_L["dot"], _L["break"], _L["colon"]))
_REACH = 14
_MOST_OF_OBJECT = 4  # words of what is denied or of who is told, between the verb and the time
_PAST = frozenset(
    "was were had has have did been took came went held met began left made fell rose won lost got saw "
    "gave found led shot died hit broke flew ran sent set struck caught sank crashed fired is are will "
    "would be being".split()
)
_PUBLISHED = re.compile(
    r"(?:^|\n|\|)\W*(?:first )?(?:published|updated|posted|last modified|aired)\s*(?:on|at)?\s*:?\s*$", re.I
)
_TOWN = re.compile(r"[A-Z][A-Z ./\\-]{2,25}(?:, [A-Z][\w.]{1,20})?\s*,\s*$")
_STAMP = re.compile(r"(?:^|\n)\W*[A-Z][A-Z ./\\-]{2,25}\s*\|\s*$")
_CREDIT = re.compile(r"\s*(?:- \d{1,2}:\d\d [AP]M |\([A-Z][A-Za-z ]{1,12}\)|-LRB-|[–—|]|--)")


def role_of(report: Report, text: Text, match: Match, span: Span) -> str:
    """`publication`, `speech` or `event`: the first rule that knows; an event's time where none does."""
    if _of_publication(report, span):
        return "publication"
    return "speech" if _of_speech(text, match) else "event"


def _of_publication(report: Report, span: Span) -> bool:
    """PYONGYANG, July 20 (KCNA) -- ; Published: 6 August 2023"""
    part = report.part_at(span)
    if part in ("dateline", "byline"):
        return True
    before = report.text[max(0, span.start - 30) : span.start]
    if _PUBLISHED.search(before) or _STAMP.search(before):
        return True
    opens_line = report.text.rfind("\n", 0, span.start) + 60 > span.start or _TOWN.search(before) is not None
    return opens_line and _CREDIT.match(report.text, span.end) is not None


def _of_speech(text: Text, match: Match) -> bool:
    """said on Friday; released by the agency KCNA on Saturday; in an interview Monday, he said"""
    on = text.classes[match.first - 1 : match.first] == _L["on"]
    after = text.classes[match.last : match.last + 1]
    if after == _L["apostrophe"]:
        return False
    if _opens(text, match) and _first_verb_speaks(text, match.last) or _kind_at(text, match.last) == "verb":
        return True
    kind_before = _kind_at(text, match.first - 1 - on)
    if kind_before == "noun" or (kind_before in ("verb", "reaching") and (on or after == _L["comma"])):
        return True
    if _heads_on(text, match.last):
        return False
    noun = False
    strangers = 0
    for at in range(match.first - 1, max(-1, match.first - 1 - _REACH), -1):
        if text.classes[at] in _STOP:
            return noun and strangers == 0
        word = text.words[at].strip()
        kind = _KIND.get(word if word[:1].isupper() and at > 0 else word.lower())
        if kind == "reaching" and strangers <= _MOST_OF_OBJECT:
            return True
        if kind == "verb" or kind == "reaching":
            return strangers == 0
        if kind == "noun":
            noun = True
        elif word.lower() in _PAST or (word.islower() and len(word) > 3 and word.endswith(("ed", "ing"))):
            return False
        elif kind != "clear" and word.islower() and word.isalpha():
            strangers += 1
            if strangers > _MOST_OF_OBJECT or word in ("that", "as", "when", "while", "which", "because"):
                return False
        elif text.classes[at] == _L["comma"] and at < match.first - 1:
            return noun and strangers == 0
    return noun and strangers == 0


def _kind_at(text: Text, at: int) -> str | None:
    """verb, noun or clear: what the table says of the word that stands here."""
    return _KIND.get(text.words[at].strip().lower()) if 0 <= at < len(text.words) else None


def _opens(text: Text, match: Match) -> bool:
    """Whether the time opens its sentence, `on` or `in` left aside."""
    before = match.first - (text.classes[match.first - 1 : match.first] in (_L["on"], _L["in"]))
    return before <= 0 or text.classes[before - 1] in _STOP


def _first_verb_speaks(text: Text, at: int) -> bool:
    """On Sunday, an adviser warned: whether the first verb after the time is one of saying."""
    for place in range(at, min(len(text.words), at + _REACH)):
        word = text.words[place].strip()
        if text.classes[place] in _STOP or word.lower() in _PAST:
            return False
        if _KIND.get(word) in ("verb", "reaching"):
            return True
        if word.islower() and len(word) > 3 and word.endswith("ed"):
            return False
    return False


def _heads_on(text: Text, at: int) -> bool:
    """Whether a verb follows: `the attack on Friday killed`."""
    if at >= len(text.words):
        return False
    word = text.words[at].strip()
    return word.islower() and (word in _PAST or (len(word) > 3 and word.endswith("ed")))
