"""What is doubtful in the input, as a value: place, message, advice."""

import msgspec

from secondsource.model.span import Span


class Note(msgspec.Struct, frozen=True):
    """Something doubtful, never an exception and never a guess.

    `report` is a report's id, or the file's name when no report came of it; `span` is None when the
    note is about the whole of it.
    """

    report: str
    span: Span | None
    message: str
    advice: str
    made_by: str
