"""A reading and what a person once said of its report -> the reading that goes by that word.

What is said of a report stays until something else is said: `read FILE --published D` and a later `read FILE`
print the same.
"""

import msgspec

from secondsource.intake.publication import published_as_given
from secondsource.model import Note, Reading, Report
from secondsource.store import Given

BY_A_PERSON = "given by the reader"
MADE_BY = "cli.given"


def reading_by_word(
    reading: Reading, given: Given, reader: str, threads: int = 1, cached: bool = False
) -> Reading:
    """The reading, read again when the report is then another: a day moves every weekday in it."""
    report = report_by_word(reading.report, given)
    if report == reading.report:
        return reading
    from secondsource.reading import read_report

    try:
        again = read_report(report, reader, threads, cached)
    except Exception as fault:
        # As in run: our fault on one report is noted, and costs no other.
        message = (
            f"is kept as read without the day or outlet given: {type(fault).__name__}: {str(fault)[:200]}"
        )
        note = Note(
            report.id, None, message, "this is a fault of the program: please tell its authors", MADE_BY
        )
        return msgspec.structs.replace(reading, notes=(*reading.notes, note))
    opened = tuple(note for note in reading.notes if note.made_by.startswith("intake"))
    return msgspec.structs.replace(again, notes=(*opened, *again.notes))


def report_by_word(report: Report, given: Given) -> Report:
    """The report with the day and the outlet that a person gave."""
    published = given.published and published_as_given(given.published, BY_A_PERSON)
    return msgspec.structs.replace(
        report, published=published or report.published, outlet=given.outlet or report.outlet
    )
