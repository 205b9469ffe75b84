"""A source and a store -> reports that need not be read again: the same bytes, code, and word of a person."""

import hashlib
from collections.abc import Callable

from secondsource.intake import Source
from secondsource.store import Given, Store

_LARGEST = 16 << 20  # bytes that are hashed to find out; nothing larger is read as one report
_WHOLE = (
    "text",
    "page",
    "record",
)  # one source, one original: an archive's page is told apart only once opened


def known_to(store: Store, said: Given, reader: str) -> Callable[[Source], tuple[str, ...]]:
    """What the store knows of a source, given what a person says of it now."""

    def known(source: Source) -> tuple[str, ...]:
        content = _bytes_of(source)
        if content is None:
            return ()
        reports = store.read_with(hashlib.sha256(content).hexdigest(), reader)
        return reports if all(_adds_nothing(said, store.give(one, None, None)) for one in reports) else ()

    return known


def _adds_nothing(said: Given, known: Given) -> bool:
    return said.published in (None, known.published) and said.outlet in (None, known.outlet)


def _bytes_of(source: Source) -> bytes | None:
    if source.kind not in _WHOLE:
        return None
    if source.content is not None or source.file is None:
        return source.content
    try:
        with open(source.file, "rb") as stream:
            stream.seek(source.first_byte)
            wanted = _LARGEST + 1 if source.last_byte is None else source.last_byte - source.first_byte
            content = stream.read(wanted)
    except OSError:
        return None
    return content if 0 < len(content) <= _LARGEST else None
