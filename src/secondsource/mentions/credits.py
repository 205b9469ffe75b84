"""Agencies that a dateline or a credit names -> organizations, wherever the report names them."""

import re

from secondsource.knowledge.name_parts import slug_of
from secondsource.knowledge.names import senses_of
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Span

_NAME = r"(?P<name>[A-Z][\w'’.-]{1,24}(?: [A-Z][\w'’.-]{1,24}){0,3})"
_CREDITS = (
    re.compile(r"^[^\n()]{3,48} \(" + _NAME + r"\) ?(?:-|--|–|—) ", re.MULTILINE),
    re.compile(r"\([Ww]ith inputs? from " + _NAME + r"\)"),
    re.compile(r"^(?:Source|Credit|Copyright|©)[: ] ?" + _NAME + r"$", re.MULTILINE),
)


def find_credited(around: Surroundings) -> tuple[Candidate, ...]:
    """Candidates for names that stand in a credit and in no table of bodies: `SEOUL (Agency) -`."""
    names = {hit["name"] for form in _CREDITS for hit in form.finditer(around.text)}
    found = []
    for name in sorted(names):
        if any(sense.kind == "organization" for sense in senses_of(name)):
            continue
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", around.text):
            span = Span(hit.start(), hit.end())
            if around.sentence_of(span) is not None:
                entity = f"organization/{slug_of(name)}"
                found.append(Candidate(span, "organization", name, entity, "credits.agency", 0.9))
    return tuple(sorted(found, key=lambda one: one.span))
