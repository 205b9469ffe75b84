"""Rules for who wrote it and where from: bylines, lines of dates, the dateline that opens the text."""

import re

from secondsource.intake.publication import day_in
from secondsource.intake.sheet import Mark, Sheet

_NAME = r"(?:(?:[A-Z][\w.'’-]{0,24}|al|bin|da|de|del|der|el|la|van|von)[ ,&]{0,2}(?:and )?)"
_BY = r"(?:(?:reporting |written |words |story |edited )?by:? |author:? |reported by:? |BY )"
_BYLINE = re.compile(rf"^{_BY}{_NAME}{{1,9}}(?:[|,–—(/-].{{0,120}})?$")
_DONE = r"(?:reporting|writing|editing|compiled|translated|edited)"
_CREDITS = re.compile(
    rf"^\(?(?:additional |with )?{_DONE}(?: and (?:writing|editing))?(?: contributed)? (?:by|from) "
    r".{2,240}$",
    re.I,
)
_AGENCY = (
    r"(?:AP|AFP|ANI|PTI|IANS|Reuters|REUTERS|Xinhua|TASS|KCNA|Yonhap|Agencies|Agence France-Presse|"
    r"Associated Press|Agence France Presse|News Agencies|Staff Reporter|Staff Writer|News Desk|Web Desk)"
)
_AGENCY_LINE = re.compile(rf"^\(?(?:the )?{_AGENCY}\)?(?:[/,|&] ?[A-Za-z ]{{2,30}})?$")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_CITY = r"[A-Z][\w.'’-]{1,24}(?:[ /-][A-Za-z][\w.'’-]{0,24}){0,4}"
_PLACE = rf"{_CITY}(?:, [A-Z][\w.'’-]{{0,24}}(?: [A-Z][\w.'’-]{{0,24}}){{0,3}}){{0,2}}"
_CAPITALS = r"[A-Z][A-Z.'’-]{2,24}(?:[ /][A-Z][A-Z.'’-]{1,24}){0,3}(?:, [A-Z][\w. ]{1,24}){0,2}"
_SOURCE = r"(?:\([A-Z][\w.&'’/ -]{1,40}\)|/[A-Z][\w.&'’ -]{1,24}/)"
_DASH = r"\s{0,3}(?:--|[-—–]|:)\s{0,3}"
_DATELINES = (
    re.compile(rf"^{_PLACE},? {{1,2}}{_DATE},? {{0,2}}\.? ?{_SOURCE}\.?(?:{_DASH}|\s)"),
    re.compile(rf"^{_PLACE},? {{1,2}}{_SOURCE}{_DASH}"),
    re.compile(rf"^{_PLACE},? {{1,2}}{_DATE}\.?{_DASH}"),
    re.compile(rf"^(?:{_DATE},? )?{_SOURCE}{_DASH}"),
    re.compile(rf"^{_CAPITALS}\s{{0,2}}(?:--|[—–]| - )\s{{0,3}}"),
    re.compile(rf"^{_PLACE}\s{{1,2}}(?:--|[—–])\s{{1,3}}(?=[A-Z\"“])"),
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b(?:GMT|UTC|IST|EST|EDT|KST|JST|BST|CET|PST|PDT)\b")


def is_byline(sheet: Sheet) -> dict[int, Mark]:
    """'By Jane Doe and John Roe' -> byline; so are lines of an agency's name, and credits at the end."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        if len(paragraph.text) > 260:
            continue
        if _BYLINE.match(paragraph.text):
            found[index] = Mark("byline", "says who wrote it")
        elif _AGENCY_LINE.match(paragraph.text):
            found[index] = Mark("byline", "an agency alone")
        elif _CREDITS.match(paragraph.text):
            found[index] = Mark("byline", "says who reported it")
    return found


def is_date_line(sheet: Sheet) -> dict[int, Mark]:
    """'Published: August 6, 2023, 10:32 GMT' -> dateline."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        text = paragraph.text
        if len(text) > 100 or len(paragraph.words) > 14 or not day_in(text):
            continue
        if not paragraph.sentence or _CLOCK.search(text):
            found[index] = Mark("dateline", "a date alone")
    return found


def dateline_before(text: str) -> int:
    """'SEOUL (Reuters) - The army said' -> 18: how many characters of the paragraph are its dateline."""
    head = text[:160]
    for pattern in _DATELINES:
        found = pattern.match(head)
        if found and found.end() < len(text):
            return found.end()
    return 0
