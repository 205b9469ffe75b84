"""A time and the words around it -> whether it is the day of the report itself: dateline, byline, stamp."""

import re

from secondsource.model import Report, Span

_REACH = 60
_PUBLISHED = re.compile(
    r"(?:^|\n|\|)\W*(?:(?:first |last )?(?:published|updated|posted|modified|aired)\s*(?:on|at)?\s*:?"
    r"|posted by [^\n.:]{1,40}? on|date\s*:|for immediate release\W{0,3}"
    r"|press release\W{1,3}[^\n.:]{0,30}?)\s*$",
    re.I,
)
_OF_ITSELF = re.compile(
    r"\bthis (?:article|story|report|post|page|piece|version) (?:was|has been)"
    r" (?:first |last |originally )?(?:updated|published|posted|corrected|amended|revised)(?: on| at)?\s*$"
    r"|\bappear(?:s|ed) in print on\s*$",
    re.I,
)
_TOWN = re.compile(r"[A-Z][A-Z ./\\-]{2,25}(?:, [A-Z][\w.]{1,20})?\s*,\s*$")
_STAMP = re.compile(r"(?:^|\n)\W*[A-Z][A-Z ./\\-]{2,25}\s*\|\s*$")
_BYLINE = re.compile(r"(?:^|\n)By [A-Z][^\n.:;,]{1,40}[,|]\s*$")
_IN_PARENS = re.compile(r"(?:^|\n)\s{0,3}\([A-Z][^\n()]{1,40},\s*$")
_CREDIT = re.compile(
    r"\s*(?:- \d{1,2}:\d\d [AP]M |\([A-Z][A-Za-z ]{1,12}\)|\([A-Za-z]{2,12}\) ?[-–—]|/[A-Za-z ]{2,20}/ ?[-–—]"
    r"|-LRB-|[–—|]|--)"
)
_SENTENCE = re.compile(r"[a-z\d]{3}[.!?] +[A-Z]")
_CLOSED = re.compile(r"\) ?[-–—]")
_ENDED = re.compile(r"\s*(?:[.|]|$|\n)")
_LEADS_ON = re.compile(r"\b(?:on|in|since|by|until|till|from|before|after|between|and|of)\s*$", re.I)


def is_publication(report: Report, span: Span) -> bool:
    """PYONGYANG, July 20 (KCNA) -- ; Published: 6 August 2023; This article was updated on 6 August 2023"""
    if any(
        part.kind in ("dateline", "byline")
        and part.span.start <= span.start < part.span.end
        and not _SENTENCE.search(report.text, part.span.start, span.start)
        for part in report.parts
    ):
        return True
    before = report.text[max(0, span.start - _REACH) : span.start]
    if _PUBLISHED.search(before) or _STAMP.search(before) or _OF_ITSELF.search(before):
        return True
    if _IN_PARENS.search(before):
        return _CLOSED.match(report.text, span.end) is not None
    if _BYLINE.search(before):
        return _ENDED.match(report.text, span.end) is not None
    opens_line = report.text.rfind("\n", 0, span.start) + _REACH > span.start
    if not _TOWN.search(before) and (not opens_line or _LEADS_ON.search(before)):
        return False
    return _CREDIT.match(report.text, span.end) is not None
