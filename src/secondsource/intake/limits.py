"""How large a document may be before it is refused: every bound in one value, each refusal told in a note."""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Bounds of one document; what exceeds one is refused whole with a note, never cut.

    Bytes unless the name says otherwise. `attribute` alone does not refuse: longer attributes of a page's
    elements (embedded pictures) are left out before its text is looked for.
    """

    text: int = 4 << 20
    page: int = 4 << 20
    record: int = 8 << 20
    feed: int = 16 << 20
    member: int = 16 << 20
    paragraphs: int = 50_000
    elements: int = 50_000
    depth: int = 256
    linked: int = 256 << 10
    attribute: int = 8 << 10


USUAL = Limits()


def in_words(size: int) -> str:
    """A number of bytes as a person says it: `4 MiB`."""
    for unit, factor in (("MiB", 1 << 20), ("KiB", 1 << 10)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}".replace(".0 ", " ")
    return f"{size} bytes"
