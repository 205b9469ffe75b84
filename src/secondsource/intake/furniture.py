"""Rules for what is on the page but not of the report: phrases of a table, and shapes."""

import re
from collections import Counter
from functools import cache

from secondsource.intake.sheet import Mark, Paragraph, Sheet
from secondsource.knowledge import load
from secondsource.model.report import PartKind

LONGEST = 300
KINDS: dict[str, PartKind] = {"furniture": "furniture", "byline": "byline", "caption": "caption"}
_SHAPES = (
    (re.compile(r"^(?:©|\(c\)\s{0,2}\d|&copy;)|\bcopyright\s{0,3}(?:©|\(c\)|\d{4})", re.I), "copyright line"),
    (re.compile(r"^(?:https?://|www\.)\S+$", re.I), "an address alone"),
    (re.compile(r"^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$"), "an address alone"),
    (re.compile(r"^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\s\(END\)$"), "an address alone"),
    (
        re.compile(r"^(?:follow|find|for more|read|see|visit)\b.{0,160}\s(?:https?://|www\.)\S+$", re.I),
        "an address",
    ),
    (re.compile(r"^[a-z]{2,4}(?:[/-][a-z]{2,4}){1,5}$"), "initials of those who wrote it"),
    (re.compile(r"^[(\[-]?(?:END|ENDS|MORE|30|0|Enditem)[)\]-]?$"), "the end of a bulletin"),
    (re.compile(r"^@\w{2,30}$"), "an account alone"),
    (
        re.compile(r"^[\d.,]{1,9}\s?[KkMm]?\s(?:comments?|shares?|views?|likes?|replies|reads?|votes?)$"),
        "a counter",
    ),
    (re.compile(r"^(?:about\s)?\d{1,3}\s?-?\s?min(?:ute)?s?\s?(?:read|ago)$", re.I), "a counter"),
    (
        re.compile(r"^\d{1,3}\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\sago$", re.I),
        "a counter",
    ),
    (re.compile(r"^(?:view |show )?comments? ?\(\d{1,6}\)$", re.I), "a counter"),
    (re.compile(r"^[\W\d_]{1,40}$"), "no words"),
    (re.compile(r"^(?:page\s)?\d{1,3}\s(?:of|/)\s\d{1,3}$", re.I), "a counter"),
    (re.compile(r"^#\w{2,40}(?:[\s,]{1,3}#\w{2,40}){0,20}$"), "tags alone"),
)
_SEPARATORS = re.compile(r"\s(?:[|·•»>/]|::)\s")


def is_marked_by_phrase(sheet: Sheet) -> dict[int, Mark]:
    """'Also read: Minister opens new bridge' -> furniture, by the row 'also read'."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        row = _row(paragraph)
        if row is not None:
            found[index] = Mark(KINDS[row["kind"]], f"says {row['phrase']!r}")
    return found


def stands_in_comment_form(sheet: Sheet) -> dict[int, Mark]:
    """'Leave a Reply' -> all that follows it is furniture, when the report's text lies before it."""
    total = sum(len(paragraph.text) for paragraph in sheet.paragraphs)
    before = 0
    for index, paragraph in enumerate(sheet.paragraphs):
        row = _row(paragraph)
        if row is not None and row["reach"] == "rest" and before * 3 >= total:
            because = f"follows {row['phrase']!r}"
            return {later: Mark("furniture", because) for later in range(index + 1, len(sheet.paragraphs))}
        before += len(paragraph.text)
    return {}


def stands_in_list(sheet: Sheet) -> dict[int, Mark]:
    """'Related stories' -> the lines without a full stop below it are furniture, up to running text."""
    found: dict[int, Mark] = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        row = _row(paragraph)
        if row is None or row["reach"] != "list" or paragraph.key != row["phrase"]:
            continue
        for later in range(index + 1, min(index + 16, len(sheet.paragraphs))):
            following = sheet.paragraphs[later]
            if following.running or following.sentence and len(following.words) > 5:
                break
            found[later] = Mark("furniture", f"stands below {row['phrase']!r}")
    return found


def is_marked_by_shape(sheet: Sheet) -> dict[int, Mark]:
    """'© 2023 Example News' -> furniture; so are addresses, counters, tags, and rows of links."""
    found = {}
    for index, paragraph in enumerate(sheet.paragraphs):
        if len(paragraph.text) > LONGEST:
            continue
        for pattern, name in _SHAPES:
            if pattern.search(paragraph.text):
                found[index] = Mark("furniture", name)
                break
        else:
            links = len(_SEPARATORS.findall(paragraph.text))
            if links >= 2 and len(paragraph.words) < 6 * (links + 1) and not paragraph.sentence:
                found[index] = Mark("furniture", "a row of links")
    return found


def is_repeated(sheet: Sheet) -> dict[int, Mark]:
    """'A view of the harbour' twice -> the second is furniture (the first may be a caption)."""
    short = [
        paragraph for paragraph in sheet.paragraphs if not paragraph.sentence and len(paragraph.words) <= 20
    ]
    count = Counter(paragraph.key for paragraph in short)
    found: dict[int, Mark] = {}
    seen: set[str] = set()
    for index, paragraph in enumerate(sheet.paragraphs):
        if count[paragraph.key] < 2 or paragraph.sentence:
            continue
        if paragraph.key in seen:
            found[index] = Mark("furniture", "stands here a second time")
        else:
            found[index] = Mark("caption", "stands here twice")
        seen.add(paragraph.key)
    return found


def is_trailing_list(sheet: Sheet) -> dict[int, Mark]:
    """Three or more headlines after the last paragraph of running text -> furniture."""
    last = sheet.last_running()
    tail = [index for index in sheet.body() if index > last]
    if last < 0 or len(tail) < 3 or not all(_is_headline(sheet.paragraphs[index]) for index in tail):
        return {}
    return {index: Mark("furniture", "a list of headlines below the text") for index in tail}


def _is_headline(paragraph: Paragraph) -> bool:
    few = 1 <= len(paragraph.words) <= 20 and paragraph.text.count(",") < 3
    return few and not paragraph.sentence and paragraph.text[0].isupper()


@cache
def _phrases() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """Rows by first word, the longest phrase first."""
    rows: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in load("furniture"):
        rows.setdefault(row["phrase"].split()[0].strip(":,"), []).append(
            (row["phrase"], row["how"], row["reach"], row["kind"])
        )
    return {word: tuple(sorted(found, key=lambda row: (-len(row[0]), row))) for word, found in rows.items()}


@cache
def _inside() -> tuple[tuple[str, str, str, str], ...]:
    return tuple(row for rows in _phrases().values() for row in rows if row[1] == "inside")


def _row(paragraph: Paragraph) -> dict[str, str] | None:
    """The row of knowledge/furniture.tsv that a paragraph fits, the longest phrase first."""
    if len(paragraph.text) > LONGEST:
        return None
    key = paragraph.key
    if not key:
        return None
    first = re.split(r"[\s:,|]", key, maxsplit=1)[0]
    for phrase, how, reach, kind in _phrases().get(first, ()):
        if key.startswith(phrase) and _fits(how, key[len(phrase) :], paragraph):
            return {"phrase": phrase, "reach": reach, "kind": kind}
    for phrase, _, reach, kind in _inside():
        if phrase in key:
            return {"phrase": phrase, "reach": reach, "kind": kind}
    return None


def _fits(how: str, after: str, paragraph: Paragraph) -> bool:
    """Whether what follows a phrase lets it count.

    whole: nothing; label: nothing, or a mark such as a colon; lead: as label, or words that make no
    sentence; start: any words.
    """
    if not after:
        return how != "inside"
    if how == "start" or how == "lead" and not paragraph.sentence and len(paragraph.words) <= 30:
        return not after[0].isalnum()
    return how in ("label", "lead") and bool(re.match(r"\s{0,2}[:|»>–—-]", after))
