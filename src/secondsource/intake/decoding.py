"""Bytes -> text: by the charset that is told, else strict UTF-8, else chardet's guess, which is noted."""

import codecs
import re
import unicodedata

import msgspec

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNSAFE = re.compile(r"[\x00\ud800-\udfff]")
SAMPLE = 64 << 10
UNSURE = 0.3


class Decoded(msgspec.Struct, frozen=True):
    """A text, how its bytes were read, and where in them it starts (after a byte order mark).

    `exact` is the text with broken bytes as lone surrogates, character for character beside `text`, so that
    it gives the bytes back; `doubts` holds (message, advice) for everything that was not certain.
    """

    text: str
    encoding: str
    first_byte: int = 0
    doubts: tuple[tuple[str, str], ...] = ()
    exact: str = ""


class NotText(ValueError):
    """The bytes are no text in any encoding that can be found; the message says why."""


def decode(content: bytes, told: str | None = None) -> Decoded:
    """Text of the bytes. Raises NotText.

    Order: byte order mark, the charset `told` by the document, strict UTF-8, then chardet over the bytes.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _leniently(content[len(mark) :], encoding, len(mark))
    if told and (codec := codec_of(told)):
        try:
            return _checked(content.decode(codec), codec)
        except UnicodeDecodeError:
            doubt = (
                f"says it is {told}, which its bytes are not",
                "the encoding was found by looking instead",
            )
            found = _by_looking(content, told_utf8=codec == "utf-8")
            return msgspec.structs.replace(found, doubts=(doubt, *found.doubts))
    return _by_looking(content)


def codec_of(told: str) -> str | None:
    """Python's name of a charset label, read as browsers read it: latin-1 and ascii are windows-1252."""
    try:
        name = codecs.lookup(told.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None
    return {
        "iso8859-1": "cp1252",
        "ascii": "cp1252",
        "euc_kr": "cp949",
        "gb2312": "gb18030",
        "gbk": "gb18030",
    }.get(name, name)


def _by_looking(content: bytes, told_utf8: bool = False) -> Decoded:
    try:
        return _checked(content.decode("utf-8"), "utf-8")
    except (UnicodeDecodeError, NotText):
        # Two bytes a character without a mark are sound UTF-8 too where all of them are small.
        pass
    broken = _mostly_utf8(content, 1 if told_utf8 else 5)
    if broken is not None:
        return broken
    if content.count(0, 0, SAMPLE) > len(content[:SAMPLE]) // 64 and not _looks_wide(content):
        raise NotText("holds bytes that are no text")
    import chardet

    sample = content[:SAMPLE]
    guess = chardet.detect(sample)
    codec = codec_of(str(guess["encoding"])) if guess["encoding"] else None
    if codec and guess["confidence"] < UNSURE and 50 * sum(byte > 127 for byte in sample) < len(sample):
        # A few bytes beyond ASCII tell chardet nothing; in news they are the quotation marks of windows-1252.
        codec = "cp1252"
    if codec is None:
        raise NotText("holds bytes that are no text in any known encoding")
    decoded = _leniently(content, codec, 0)
    return msgspec.structs.replace(
        decoded,
        doubts=(
            (
                f"names no encoding and is not UTF-8: read as {codec}, a guess",
                "save it as UTF-8 if characters look wrong",
            ),
            *decoded.doubts,
        ),
    )


def _mostly_utf8(content: bytes, times: int) -> Decoded | None:
    """UTF-8 that was damaged: `times` as many whole characters of several bytes as broken ones."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    if not broken or whole < times * broken:
        return None
    return _leniently(content, "utf-8", 0)


def _looks_wide(content: bytes) -> bool:
    """Two bytes a character without a mark: nearly all zeros stand at even, or at odd, places."""
    sample = content[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 20 < max(even, odd)


def _leniently(content: bytes, encoding: str, first_byte: int) -> Decoded:
    try:
        exact = content.decode(encoding, keeping(encoding))
    except UnicodeDecodeError:
        exact = content.decode(encoding, "replace")
    return _checked(exact, encoding, first_byte)


def keeping(encoding: str) -> str:
    """The error handler under which bytes that are broken in the encoding survive there and back."""
    return "surrogatepass" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"


def _checked(exact: str, encoding: str, first_byte: int = 0) -> Decoded:
    """Refuses what decodes but is no text; broken characters are replaced one for one, so spans hold."""
    text, doubts = without_unsafe(exact)
    sample = text[:SAMPLE]
    if len(_CONTROLS.findall(sample)) * 10 > len(sample):
        raise NotText("holds control characters where text should be")
    if sample.count("\ufffd") * 3 > len(sample):
        raise NotText("holds bytes that are no text")
    strange = sum(unicodedata.category(character) in ("Cn", "Co") for character in sample[:4096])
    if strange * 50 > len(sample[:4096]):
        raise NotText("holds characters that no language has")
    return Decoded(text, encoding, first_byte, doubts, exact)


def without_unsafe(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with zero characters and lone surrogates replaced one for one, and what was doubtful."""
    text, replaced = _UNSAFE.subn("\ufffd", text)
    if not replaced:
        return text, ()
    return text, (
        (
            f"holds {replaced} broken characters: each stands as \ufffd",
            "get an undamaged copy if words are missing",
        ),
    )
