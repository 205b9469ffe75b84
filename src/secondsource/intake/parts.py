"""A text -> its marked parts: title, subtitle, byline, dateline, captions, furniture; nothing is cut."""

from collections.abc import Mapping

from secondsource.intake.dateline import dateline_before
from secondsource.intake.furniture import (
    is_marked_by_phrase,
    is_marked_by_shape,
    is_repeated,
    is_trailing_list,
    stands_in_comment_form,
    stands_in_list,
)
from secondsource.intake.headline import (
    is_caption,
    is_name_alone,
    is_subtitle,
    is_title,
    is_told,
    is_told_title,
)
from secondsource.intake.preamble import is_byline, is_date_line
from secondsource.intake.sheet import Mark, Sheet, sheet_of
from secondsource.model import Part, Span
from secondsource.model.report import PartKind

# The first rule that answers for a paragraph counts; a later rule sees what earlier ones have marked.
RULES = (
    is_told_title,
    is_told,
    is_marked_by_phrase,
    stands_in_comment_form,
    stands_in_list,
    is_marked_by_shape,
    is_byline,
    is_date_line,
    is_caption,
    is_title,
    is_repeated,
    is_name_alone,
    is_subtitle,
    is_trailing_list,
)


def mark_parts(
    text: str, title: str | None = None, told: Mapping[str, PartKind] | None = None
) -> tuple[Part, ...]:
    """Parts of a text in order; what none covers is body. `title` is the headline where it is known.

    `told` says what a page itself calls some of its paragraphs, by their letters (`letters_of`). `because`
    quotes what the rule saw, `made_by` names the rule.
    """
    sheet = sheet_of(text, title, told)
    for rule in RULES:
        for index, found in rule(sheet).items():
            sheet.marks.setdefault(index, Mark(found.kind, found.because, f"intake.{rule.__name__}"))
    parts = [
        Part(paragraph.span, mark.kind, mark.because, mark.made_by)
        for index, paragraph in enumerate(sheet.paragraphs)
        if (mark := sheet.marks.get(index))
    ]
    parts.extend(_datelines(sheet))
    return tuple(sorted(parts, key=lambda part: part.span))


def _datelines(sheet: Sheet) -> list[Part]:
    found = []
    first = sheet.first_running()
    for number, index in enumerate(sheet.body()[:3]):
        paragraph = sheet.paragraphs[index]
        length = dateline_before(paragraph.text, opens=number == 0 or index == first)
        if length:
            span = Span(paragraph.span.start, paragraph.span.start + length)
            found.append(Part(span, "dateline", "opens the text with a place", "intake.dateline_before"))
            break
    return found
