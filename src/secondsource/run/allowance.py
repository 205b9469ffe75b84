"""What one document may cost before its process is ended."""

import msgspec


class Allowance(msgspec.Struct, frozen=True):
    """Bounds for reading one document in a child process.

    `seconds` counts processor time where the system tells it, so that a busy machine ends no sound
    document; `patience` times as many seconds by the clock end it in any case. `memory` is the resident
    size in bytes; the address space may be `address` times that. `start` seconds are added for the first
    document of a process, which also loads the parts.
    """

    seconds: float = 30.0
    patience: float = 4.0
    start: float = 60.0
    memory: int = 1 << 30
    address: int = 8


USUAL = Allowance()
# a larger reader brings its own libraries and models, or waits for an answer
LARGE = Allowance(seconds=300.0, start=300.0, memory=8 << 30)


def allowance_for(reader: str) -> Allowance:
    """What a document may cost with this reader (`spacy:...`: a larger one)."""
    return LARGE if ":" in reader else USUAL
