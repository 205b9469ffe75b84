"""Original and passage -> whether the words of the passage do stand between these bytes."""

import html
import json

from secondsource.intake.decoding import keeping, without_unsafe
from secondsource.intake.passages import shown
from secondsource.model import Original, Passage


def passage_holds(original: Original, text: str, passage: Passage) -> bool:
    """True when the bytes, decoded, without tags and with entities resolved, are the passage's characters.

    Blanks are not compared. It reads the bytes anew, and shares with the finding of passages only what
    counts as shown on a page.
    """
    slice_of_bytes = original.content[passage.first_byte : passage.last_byte]
    try:
        decoded = slice_of_bytes.decode(original.encoding, keeping(original.encoding))
    except UnicodeDecodeError:
        decoded = slice_of_bytes.decode(original.encoding, "replace")
    words, _ = without_unsafe(decoded)
    wanted = "".join(passage.span.of(text).split())
    readings = [words]
    if original.media_type == "application/json":
        readings = [_unescaped(words)]
    readings += ["".join(html.unescape(one[start:end]) for start, end in shown(one)) for one in readings]
    return any("".join(reading.split()) == wanted for reading in readings)


def _unescaped(literal: str) -> str:
    try:
        words = json.loads(f'"{literal}"', strict=False)
    except ValueError:
        return literal
    return without_unsafe(str(words))[0]
