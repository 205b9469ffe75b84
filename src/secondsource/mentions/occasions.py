"""Anniversaries, named days, summits and holidays -> mentions of kind occasion."""

import re
from functools import cache

from secondsource.knowledge import load
from secondsource.knowledge.matcher import Matcher, fold
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


def find_occasions(around: Surroundings) -> tuple[Candidate, ...]:
    """Candidates of kind occasion in text order."""
    found = []
    for sentence in around.sentences:
        for match in _ANNIVERSARY.finditer(around.text, sentence.span.start, sentence.span.end):
            end = match.end()
            stop = _STOP.search(around.text, match.start("of") + 4, end) if match["of"] else None
            end = len(around.text[: stop.start()].rstrip()) if stop else end
            span = Span(match.start(), end)
            value = " ".join(span.of(around.text).lower().split())
            found.append(Candidate(span, "occasion", value, None, "occasions.anniversary", 0.9))
    for one in _matcher().find(fold(around.text)):
        span = Span(one.start, one.end)
        if around.sentence_of(span) is None or any(other.span.overlaps(span) for other in found):
            continue
        slug = _names()[one.name]
        found.append(Candidate(span, "occasion", one.name, f"occasion/{slug}", "occasions.named", 0.9))
    return tuple(found)


@cache
def _matcher() -> Matcher:
    return Matcher(_names())


@cache
def _names() -> dict[str, str]:
    return {name: row["id"] for row in load("occasions") for name in row["names"].split("|")}
