"""The one exception of intake: a document that becomes a note instead of a report."""


class Refused(Exception):
    """Raised inside intake where a document cannot be read; `open_source` turns it into a note."""

    def __init__(self, message: str, advice: str, made_by: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.made_by = made_by
