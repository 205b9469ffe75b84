"""Rules for what stands above and beside the running text: title, subtitle, captions."""

import re

from secondsource.intake.dateline import dateline_before
from secondsource.intake.sheet import Mark, Paragraph, Sheet, letters_of

LONGEST_TITLE = 200
_KIND = r"(?:photo|image|picture|video|photograph|illustration|graphic|infographic)s?"
_SUPPLIER = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|EPA-EFE|Yonhap|Xinhua|KCNA|TASS|Sputnik|Anadolu|"
    r"Handout|Shutterstock)"
)
_CREDIT = (
    re.compile(rf"^[(\[]?(?:file )?{_KIND}(?: by\b| credit| courtesy| source|:|\)| \|)", re.I),
    re.compile(r"^file(?: (?:photo|image|picture)\b| ?[:–-])", re.I),
    re.compile(r"^\[\d{1,2}/\d{1,2}\]\s?[A-Z]"),
    re.compile(rf"[(\[](?:file )?{_KIND}(?: by | courtesy |:|/| - )[^()\[\]]{{1,80}}[)\]]\.?$", re.I),
    re.compile(rf"[(\[][^()\[\]]{{0,60}}\b(?:file )?{_KIND}[)\]]\.?$", re.I),
    re.compile(
        rf"(?:[(\[]|\| |/)(?:[^()\[\]]{{0,40}}/)?{_SUPPLIER}"
        r"(?: Photo(?:/[\w ./-]{1,60})?| via [A-Z][\w ]{1,30}|/[\w ./-]{1,60}| Images)[)\]]\.?$"
    ),
    re.compile(rf" via {_SUPPLIER}(?:/[\w ./-]{{1,60}})?[)\]]?\.?$"),
    re.compile(rf"[.\s]{_SUPPLIER}/[A-Z][\w ./-]{{1,60}}$"),
)
# An agency alone in brackets also closes the last paragraph of a report.
_SUPPLIED = re.compile(rf"[(\[/](?:[^()\[\]]{{0,40}}/)?{_SUPPLIER}(?: Images)?[)\]]\.?$")
_PICTURE = re.compile(
    r"^(?:(?:in )?this (?:undated |file |handout |recent )?(?:photo|image|picture|photograph|video)"
    r"|pictured(?: here)?[:,])",
    re.I,
)
_NAME = re.compile(
    r"^(?:[A-Z][\w.'’-]{0,24})(?: (?:[A-Z][\w.'’-]{0,24}|al|bin|da|de|del|der|el|la|van|von)){1,4}$"
)
_SMALL = frozenset(
    "a an and as at but by for from in of on or over the to up vs with after amid is are be".split()
)


def is_told_title(sheet: Sheet) -> dict[int, Mark]:
    """The line that repeats the headline which the record or the page states -> title."""
    if not sheet.title:
        return {}
    wanted = letters_of(sheet.title)
    for index, paragraph in enumerate(sheet.paragraphs[:8]):
        if wanted and letters_of(paragraph.text) == wanted:
            return {index: Mark("title", "the headline that the document states")}
    return {}


def is_told(sheet: Sheet) -> dict[int, Mark]:
    """A line that the page itself marks as caption, byline or subtitle -> that."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs if sheet.told else ()):
        kind = sheet.told.get(letters_of(paragraph.text))
        if kind:
            found[index] = Mark(kind, "marked so in the page")
    return found


def is_title(sheet: Sheet) -> dict[int, Mark]:
    """'Minister Opens Bridge In Northern City' above running text -> title."""
    if any(mark.kind == "title" for mark in sheet.marks.values()):
        return {}
    first = sheet.first_running()
    if first >= len(sheet.paragraphs):
        return {}
    for index in sheet.body():
        if index > first or index > 12:
            break
        paragraph = sheet.paragraphs[index]
        if index == first and not _is_in_title_case(paragraph):
            break
        if dateline_before(paragraph.text) or sheet.title and paragraph.sentence:
            break
        if _reads_as_title(paragraph) and any(later > index for later in sheet.body()):
            return {index: Mark("title", "a headline above the text")}
    return {}


def is_subtitle(sheet: Sheet) -> dict[int, Mark]:
    """A line between title and text that is no sentence, or a short one -> subtitle."""
    title = next((index for index, mark in sheet.marks.items() if mark.kind == "title"), None)
    if title is None:
        return {}
    found, first = {}, sheet.first_running()
    for index in sheet.body():
        paragraph = sheet.paragraphs[index]
        if index < title:
            continue
        if (
            first == len(sheet.paragraphs)
            or index > title + 6
            or paragraph.sentence
            or len(paragraph.words) > 45
        ):
            break
        if len(paragraph.words) >= 4 and not paragraph.text.endswith(":"):
            found[index] = Mark("subtitle", "stands between title and text")
    return found


def is_name_alone(sheet: Sheet) -> dict[int, Mark]:
    """'Kim Jong Un' on a line of its own -> caption, above the text or where the text has the name too."""
    first = sheet.first_running()
    body = [index for index in sheet.body() if not _NAME.match(sheet.paragraphs[index].text)]
    found = {}
    for index in sheet.body():
        name = sheet.paragraphs[index].text
        if not _NAME.match(name) or name.isupper() or name.startswith("The "):
            continue
        if body and index < first:
            found[index] = Mark("caption", "a name alone, above the text")
        elif any(name in sheet.paragraphs[other].text for other in body[:50]):
            found[index] = Mark("caption", "a name alone, which the text has too")
    return found


def is_caption(sheet: Sheet) -> dict[int, Mark]:
    """'Soldiers march past the square. (AP Photo)' -> caption."""
    found = {}
    last = max((index for index in sheet.body() if sheet.paragraphs[index].sentence), default=-1)
    for index, paragraph in enumerate(sheet.paragraphs):
        if len(paragraph.text) > 600:
            continue
        one_sentence = len(paragraph.words) <= 45 and ". " not in paragraph.text[:-20]
        if any(credit.search(paragraph.text) for credit in _CREDIT):
            found[index] = Mark("caption", "names the source of a picture")
        elif one_sentence and index < last and _SUPPLIED.search(paragraph.text):
            found[index] = Mark("caption", "names the source of a picture")
        elif _PICTURE.search(paragraph.text) and len(paragraph.text) < 400:
            found[index] = Mark("caption", "tells what a picture shows")
    return found


def _reads_as_title(paragraph: Paragraph) -> bool:
    words = paragraph.words
    if not 3 <= len(words) <= 30 or len(paragraph.text) > LONGEST_TITLE or _NAME.match(paragraph.text):
        return False
    if paragraph.text.endswith((":", ",", ";")):
        return False
    return not paragraph.sentence or paragraph.text.endswith(("?", "!")) or _is_in_title_case(paragraph)


def _is_in_title_case(paragraph: Paragraph) -> bool:
    """True when nearly every word that could be small is capitalised: no sentence is written so."""
    words = [word.strip("\"'“”‘’(),:;.?!") for word in paragraph.words]
    weighty = [word for word in words if word[:1].isalpha() and word.casefold() not in _SMALL]
    if len(weighty) < 4 or len(paragraph.text) > LONGEST_TITLE:
        return False
    return sum(word[0].isupper() for word in weighty) * 10 >= len(weighty) * 9
