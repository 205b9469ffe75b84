"""Rules for who wrote it, and when: bylines, credits, lines that hold only a date."""

import re
from functools import cache

from secondsource.intake.publication import day_in, without_day
from secondsource.intake.sheet import Mark, Paragraph, Sheet
from secondsource.knowledge import load

LONGEST = 300
_NAME = r"(?:[A-Z][\w.'’-]{0,24}|al|bin|da|de|del|der|el|la|van|von|and|in|for)"
_BY = r"(?:(?:[Rr]eporting |[Ww]ritten |[Ww]ords |[Ss]tory |[Rr]eported )?[Bb]y:?|BY:?|[Aa]uthor:?)"
_BYLINE = re.compile(rf"^{_BY} {_NAME}(?:,? (?:& )?{_NAME}){{0,12}}(?:\s?[|,–—(/-].{{0,120}})?$")
_DONE = (
    r"(?:reporting|writing|editing|compiled|curated|translated|edited|written|reported|published|posted|updated|"
    r"produced|photographs|graphic)"
)
_CREDITS = re.compile(
    rf"^\(?(?:additional |with )?{_DONE}(?: and (?:writing|editing))?(?: contributed)? "
    r"(?:by|from) ?:? .{2,260}$",
    re.I,
)
_CONTRIBUTED = re.compile(r"^[A-Z(].{2,200}\bcontributed to this (?:report|story|article)\b.{0,60}$")
_SOURCE = re.compile(
    r"^(?:source|sources|via|credit)s?: .{2,80}$"
    r"|^(?:some )?information (?:for|in) this (?:report|story|article) (?:came|comes|was) .{2,160}$"
    r"|^\(?with (?:inputs?|additional reporting|reporting|files) (?:from|by) .{2,120}$",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:correspondent|staff writer|contributing writer|senior writer|reporter|bureau chief|news desk|"
    r"web desk|online desk|news agencies|editorial board|columnist)\b",
    re.I,
)
_DESK = re.compile(
    r"^\(?(?:agencies|news agencies|staff (?:reporter|writer)s?|(?:news|web|online|foreign) desk|"
    r"our correspondent|newsroom)\)?$",
    re.I,
)
_WRITER = re.compile(rf"^{_NAME}(?: {_NAME}){{1,5}}$")
_SIDES = re.compile(r"\s{0,2}[|/•·]\s{0,2}|\s[-–—]\s|,\s")
_CLOCK = re.compile(r"\b[0-2]?\d[:.][0-5]\d\s?(?:[AaPp]\.?[Mm]\b\.?|GMT|UTC|IST|KST|JST|EST|EDT|CET|hrs)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,100}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LABELS = frozenset(
    "ago am at bst by cdt cest cet cst date edt est first gmt hours hrs ist jst kst last local modified msk"
    " on pdt pm posted pst published release released time updated utc and fri friday mon monday sat"
    " saturday sun sunday thu thurs thursday tue tues tuesday wed wednesday".split()
)


def is_byline(sheet: Sheet) -> dict[int, Mark]:
    """'By Jane Doe and John Roe' -> byline; so are an outlet's name alone, and credits at the end."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        because = _writer(paragraph) if len(paragraph.text) <= LONGEST else None
        if because:
            found[index] = Mark("byline", because)
    return found


def is_date_line(sheet: Sheet) -> dict[int, Mark]:
    """'Published: August 6, 2023, 10:32 GMT' -> dateline: a date, and next to nothing beside it."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        if len(paragraph.text) > 110 or not (day_in(paragraph.text) or _CLOCK.search(paragraph.text)):
            continue
        beside = [
            word
            for word in _WORD.findall(_ADDRESS.sub(" ", without_day(paragraph.text)))
            if word.casefold() not in _LABELS
        ]
        if len(beside) <= 3 and all(word[0].isupper() for word in beside):
            found[index] = Mark("dateline", "a date or an hour alone")
    return found


def _writer(paragraph: Paragraph) -> str | None:
    text = paragraph.text
    if _BYLINE.match(text):
        return "says who wrote it"
    if _CREDITS.match(text) or _CONTRIBUTED.match(text) or _SOURCE.match(text):
        return "says who reported it"
    if _DESK.match(text):
        return "a desk alone"
    if paragraph.key.strip("()[] ") in outlet_names():
        return "an outlet alone"
    sides = [side for side in _SIDES.split(text) if side.strip()]
    if (
        not paragraph.sentence
        and len(paragraph.words) <= 16
        and len(sides) >= 2
        and _WRITER.match(sides[0])
        and _ROLE.search(text)
    ):
        return "a name with a newsroom's role"
    return None


@cache
def outlet_names() -> dict[str, str]:
    """Every name of every outlet of the table, in lower case, and the name the table gives it."""
    return {
        name.casefold(): row["name"]
        for row in load("outlets")
        for name in (row["name"], *row["also"].split("|"))
        if name
    }
