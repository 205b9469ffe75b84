"""Reports -> the agencies and outlets that they credit, in a dateline, in a byline or as a source."""

import re
from collections.abc import Sequence
from functools import lru_cache

from secondsource.knowledge.standing import is_news_agency
from secondsource.knowledge.words import words_of
from secondsource.model import Derivation, Mention, Reading, Report

# "SEOUL (Reuters) - ", "Pyongyang, June 19 (KCNA) -- ": the agency whose text this is.
_DATELINE = re.compile(r"\(\s*$")
_AFTER_DATELINE = re.compile(r"^\s*\)\s{0,3}(?:--|[-–—])")
_CREDIT = re.compile(
    r"(?:inputs?|contributions?|reporting|material|agencies|copy|feed|story|article|text) (?:from|by|of)"
    r"|sources?\s?:|via|\bh/t|courtesy of|credit\s?:|first (?:published|appeared) (?:by|in|on|at)",
    re.I,
)


def credits_outlet(reading: Reading, outlet: str | None) -> bool:
    """Whether a report of another outlet names this one."""
    report = reading.report
    if not outlet or report.outlet == outlet:
        return False
    return _pattern(outlet).search(report.text) is not None


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def is_agency(entity: str | None) -> bool:
    """Whether an entity gathers news itself: an agency or an outlet."""
    return is_news_agency(entity)


def own_entity(reading: Reading) -> str | None:
    """The entity that a report's own outlet is, when one of its mentions names it."""
    outlet = reading.report.outlet
    if outlet is None:
        return None
    folded = [word.folded for word in words_of(outlet)]
    for mention in reading.mentions:
        if is_agency(mention.entity) and [word.folded for word in words_of(mention.text)] == folded:
            return mention.entity
    return f"outlet/{'-'.join(folded)}"


def credits_of(readings: Sequence[Reading]) -> tuple[Derivation, ...]:
    """A derivation from each agency that a report credits, the strongest credit of each, by report."""
    return tuple(one for reading in readings for one in _credits_of(reading))


def _credits_of(reading: Reading) -> list[Derivation]:
    own = own_entity(reading)
    found: dict[str, Derivation] = {}
    for mention in reading.mentions:
        if not is_agency(mention.entity) or mention.entity == own or mention.entity is None:
            continue
        because = _credit(reading.report, mention)
        if because:
            found.setdefault(
                mention.entity,
                Derivation(reading.report.id, mention.entity, "edited copy", because=(because,)),
            )
    for attribution in reading.attributions:
        entity = attribution.source_entity
        if entity is None or entity == own or not is_agency(entity) or entity in found:
            continue
        words = " … ".join(span.of(reading.report.text) for span in attribution.source) or entity
        found[entity] = Derivation(
            reading.report.id, entity, "quotes", because=(f"it gives “{words}” as a source",)
        )
    return [found[entity] for entity in sorted(found)]


def _credit(report: Report, mention: Mention) -> str | None:
    before = report.text[max(0, mention.span.start - 60) : mention.span.start].rpartition("\n")[2]
    after = report.text[mention.span.end : mention.span.end + 12]
    if _DATELINE.search(before) and _AFTER_DATELINE.search(after):
        return f"its dateline credits “{mention.text}”"
    if report.part_at(mention.span) == "byline":
        return f"its byline credits “{mention.text}”"
    if len(before) < 60 and _CREDIT.search(before) and len(after.partition("\n")[0]) < 4:
        return f"it credits “{mention.text}” at the end of a line: “{(before + mention.text).strip()}”"
    return None
