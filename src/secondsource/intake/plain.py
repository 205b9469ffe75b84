"""Plain text -> Draft: every character stays as it is, and the one passage is the whole of it."""

from secondsource.intake.decoding import Decoded
from secondsource.intake.draft import Draft
from secondsource.intake.source import Source
from secondsource.model import Original, Passage, Span


def draft_of_text(decoded: Decoded, original: Original, source: Source) -> Draft:
    """The Draft of a decoded text."""
    whole = Passage(Span(0, len(decoded.text)), decoded.first_byte, len(original.content))
    return Draft(
        text=decoded.text,
        original=original,
        name=source.name,
        file=source.file,
        place=source.place,
        passages=(whole,),
        doubts=decoded.doubts,
    )
