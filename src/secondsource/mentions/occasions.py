"""Anniversaries, named days, summits and holidays -> mentions of kind occasion."""

import re
from collections import Counter
from functools import cache

from secondsource.knowledge import load
from secondsource.knowledge.matcher import Matcher
from secondsource.knowledge.name_parts import slug_of
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span

_ANNIVERSARY = re.compile(
    r"\b(?:(?P<number>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"centenary|diamond|golden|silver)[ -](?:(?:founding|death|birth|wedding) )?)?"
    r"(?:anniversary|birthday|jubilee|centenary|commemoration)"
    r"(?P<of> of (?:the |its |his |her )?[^,.;:()\n]{3,80})?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:with|which|who|that|by|on|in|at|during|when|while|as|after|before|exhibiting|and)\b"
)
_MARKING = words_in("marking an occasion")


def find_occasions(around: Surroundings) -> tuple[Candidate, ...]:
    """Candidates of kind occasion; the entity of an anniversary is that of the dated event it is of."""
    found = list(_anniversaries(around))
    for one in _matcher().find(around.folded):
        span = Span(one.start, one.end)
        if around.sentence_of(span) is None or any(other.span.overlaps(span) for other in found):
            continue
        entity = f"occasion/{_names()[one.name]}" if one.name in _names() else None
        if entity is None:
            if not _MARKING & {word.lower() for word in around.words_before(span, 4)}:
                continue
            entity = _entity_of(one.name)
        found.append(Candidate(span, "occasion", one.name, entity, "occasions.named", 0.9))
    return tuple(sorted(found, key=lambda one: one.span))


def _anniversaries(around: Surroundings) -> list[Candidate]:
    """`the 70th anniversary of the end of the war`; a later `the anniversary` is the same one."""
    found: list[Candidate] = []
    for sentence in around.sentences:
        for match in _ANNIVERSARY.finditer(around.text, sentence.span.start, sentence.span.end):
            span, entity = Span(match.start(), match.end()), None
            if match["of"]:
                event = next(iter(_matcher().find(match["of"])), None)
                if event is not None and event.start < 12 and event.name not in _names():
                    entity = _entity_of(event.name)
                    span = Span(match.start(), match.start("of") + event.end)
                else:
                    stop = _STOP.search(around.text, match.start("of") + 4, match.end())
                    end = len(around.text[: stop.start()].rstrip()) if stop else match.end()
                    span = Span(match.start(), end)
            elif found:
                entity = found[-1].entity
            value = " ".join(span.of(around.text).lower().split())
            found.append(Candidate(span, "occasion", value, entity, "occasions.anniversary", 0.9))
    return found


def _entity_of(event: str) -> str:
    """One id for all names of what happened on a day: that of the name which says what the others say."""
    return f"occasion/{slug_of(_common_names()[_days()[event]])}"


@cache
def _matcher() -> Matcher:
    return Matcher(dict.fromkeys((*_names(), *_days())))


@cache
def _names() -> dict[str, str]:
    return {name: row["id"] for row in load("occasions") for name in row["names"].split("|")}


@cache
def _days() -> dict[str, str]:
    return {row["event"]: row["day"] for row in load("dated_events")}


@cache
def _common_names() -> dict[str, str]:
    by_day: dict[str, list[str]] = {}
    for row in load("dated_events"):
        by_day.setdefault(row["day"], []).append(row["event"])
    return {day: _commonest(names) for day, names in by_day.items()}


def _commonest(names: list[str]) -> str:
    counted = Counter(word for name in names for word in name.lower().split())
    return max(
        names,
        key=lambda name: (sum(counted[word] for word in name.lower().split()) / len(name.split()), name),
    )
