"""Why a reader that was asked for cannot read, in one line that says what to do."""

# who makes the note on what was not answered: such a report is read again by the next run
UNANSWERED = "language/unanswered"


class ReaderUnavailable(ValueError):
    """A larger reader's package, files or address are not there."""
