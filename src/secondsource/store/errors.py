"""What can go wrong with a store, as one line that a person can act on."""


class StoreError(Exception):
    """The store cannot be opened, read or written; the message says which file and what to do."""


class SpanMismatch(StoreError):
    """A value's words are not what stands at its span: a fault of the reading code, never stored."""
