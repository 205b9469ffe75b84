"""Report text -> the stretches that are its sentences, paragraph by paragraph and part by part."""

import re

from secondsource.language.words import abbreviations
from secondsource.model import Report, Span

_LINE = re.compile(r"[^\r\n]+")
_ENDING = re.compile(
    r"(?P<mark>[.!?…]{1,8})(?P<closers>[\"”’'»)\]]{0,4})(?P<gap>\s+|(?=[\"“«]?[A-Z][a-z]))", re.UNICODE
)
_BULLET = re.compile(r"\s*(?:[•▪●*]|[-–—])\s+")
_STARTERS = frozenset(
    "a after all also although an and as asked at because both but by despite during each earlier even for "
    "from he her here his how however i if in instead it its last later many meanwhile more most much my "
    "neither no none nor not now of officials on one only or our over several she since so some still such "
    "that the their then there these they this those though through thus to two under until we were what "
    "when where whether which while who why with yesterday yet you".split()
)
_SPEECH = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30}\s+|the\s+|a\s+|an\s+|of\s+|[a-z]{2,20}\s+){0,5}?"
    r"(?:said|says|asked|asks|added|adds|told|wrote|writes|replied|shouted|cried|declared|tweeted|wondered)\b"
)


def split_sentences(report: Report) -> list[tuple[Span, int]]:
    """Each sentence's span without outer white space, and the number of its paragraph, in order.

    Line ends and the bounds of the report's parts always end a sentence, except where a line is merely
    wrapped; every character that is not white space lies in exactly one sentence.
    """
    found: list[tuple[Span, int]] = []
    for number, paragraph in enumerate(_paragraphs(report)):
        found += [(span, number) for span in _sentences_of(report.text, paragraph)]
    return found


def _paragraphs(report: Report) -> list[Span]:
    text = report.text
    cuts = sorted({bound for part in report.parts for bound in (part.span.start, part.span.end)})
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        first, last = match.span()
        bounds = [first, *(cut for cut in cuts if first < cut < last), last]
        lines += [Span(a, b) for a, b in zip(bounds, bounds[1:], strict=False) if text[a:b].strip()]
    wrapped = _is_wrapped(text, lines)
    paragraphs: list[Span] = []
    for line in lines:
        before = paragraphs[-1] if paragraphs else None
        if before is not None and _goes_on(report, before, line, wrapped):
            paragraphs[-1] = Span(before.start, line.end)
        else:
            paragraphs.append(line)
    return paragraphs


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """True when lines were cut at a column, not at paragraphs: most are alike and end mid-sentence."""
    long = [line for line in lines if 45 <= len(line) <= 100]
    open_ended = [line for line in long if text[line.start : line.end].rstrip()[-1:] not in '.!?…:"”’)']
    return len(lines) >= 6 and len(long) >= 0.6 * len(lines) and len(open_ended) >= 0.6 * len(long)


def _goes_on(report: Report, before: Span, line: Span, wrapped: bool) -> bool:
    """A line that ends mid-sentence and goes on in the next, with no blank line and in the same part."""
    text = report.text
    between = text[before.end : line.start]
    if between.strip(" \t") not in ("\n", "\r\n") or report.part_at(before) != report.part_at(line):
        return False
    last_line = text[before.start : before.end].rsplit("\n", 1)[-1].strip()
    first = text[line.start : line.end].lstrip()[:1]
    if _BULLET.match(text, line.start) is not None:
        return False
    if wrapped:
        return len(last_line) >= 45
    return len(last_line) >= 40 and first.islower() and last_line[-1:] not in ".!?…:"


def _sentences_of(text: str, paragraph: Span) -> list[Span]:
    cuts = [
        match.end() for match in _ENDING.finditer(text, paragraph.start, paragraph.end) if _ends(text, match)
    ]
    bounds = [paragraph.start, *cuts, paragraph.end]
    spans = (_trimmed(text, a, b) for a, b in zip(bounds, bounds[1:], strict=False))
    return [span for span in spans if span is not None]


def _ends(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 80]
    following = after.lstrip("\"“‘'«([—–- ")
    opener = after[: len(after) - len(following)]
    closers = match["closers"]
    if not following or following[0].islower():
        return bool(not following and not after) or bool(
            opener.strip("—–- ") and "." in match["mark"] and following
        )
    if set(match["mark"]) & {"!", "?"} or "…" in match["mark"] or len(match["mark"]) > 1:
        return not (closers.strip(")]") and not opener and _SPEECH.match(following))
    word = _word_before(text, match.start())
    if not match["gap"]:
        return len(word) >= 3 and word.islower() and " " in after
    if closers and not closers.strip("’'"):
        return True
    return closers != "" or _full_stop_ends(word, following, bool(opener))


def _full_stop_ends(word: str, following: str, opened: bool) -> bool:
    """Whether the full stop after this word ends a sentence, going by what follows."""
    next_word = re.match(r"\w*", following)
    starts = opened or (next_word is not None and next_word[0].lower() in _STARTERS)
    kind = abbreviations().get(word.lower())
    if kind == "title":
        return False
    if kind == "number":
        return not following[0].isdigit()
    if len(word) == 1 and word.isupper() and word != "I":
        return starts and following[:2] != "I "
    if kind is not None or re.fullmatch(r"(?:\w\.){1,6}\w", word):
        return starts
    return True


def _word_before(text: str, position: int) -> str:
    start = position
    while start > 0 and position - start < 24 and (text[start - 1].isalnum() or text[start - 1] in ".&"):
        start -= 1
    return text[start:position].lstrip(".")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
