"""One record of a web archive -> a Draft of the page it captured, with the address it was captured at."""

import hashlib
from io import BytesIO

import msgspec

from secondsource.intake.archive import unpack
from secondsource.intake.decoding import NotText, decode
from secondsource.intake.draft import Draft
from secondsource.intake.limits import Limits, in_words
from secondsource.intake.page import draft_of_page, told_charset
from secondsource.intake.plain import draft_of_text
from secondsource.intake.refusal import Refused
from secondsource.intake.source import Source
from secondsource.model import Original

MADE_BY = "intake.capture"


def drafts_of_member(content: bytes, source: Source, limits: Limits) -> tuple[Draft, ...]:
    """The pages of one member of an archive. Raises Refused when a record is damaged, or holds no page.

    The original of each is the page as its site sent it; the address is WARC-Target-URI. The day of capture
    is not a day of publication, and is left alone.
    """
    unpacked = unpack(content, limits)
    if unpacked is None:
        raise Refused(
            f"unpacks to more than {in_words(limits.member)}", "pack each record by itself", MADE_BY
        )
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    drafts = []
    try:
        for record in ArchiveIterator(BytesIO(unpacked), record_types=wanted, auto_decode="all"):
            kind = str(record.http_content_type or record.headers.get("Content-Type") or "").lower()
            if not kind.startswith(("text/html", "application/xhtml", "text/plain")):
                continue
            address = str(record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
            told = record.http_charset
            drafts.append(
                _draft(record.reader.read(limits.page + 1), "html" in kind, address, told, source, limits)
            )
    except (OSError, ValueError, EOFError) as error:
        raise Refused(f"is a damaged record: {str(error)[:120]}", "get an undamaged copy", MADE_BY) from None
    if not drafts:
        raise Refused("holds no page", "nothing was read from it", MADE_BY)
    return tuple(drafts)


def _draft(
    body: bytes, is_page: bool, address: str | None, told: str | None, source: Source, limits: Limits
) -> Draft:
    if len(body) > limits.page:
        raise Refused(
            f"holds a page of more than {in_words(limits.page)}", "raise the limit for pages", MADE_BY
        )
    try:
        decoded = decode(body, told or (told_charset(body) if is_page else None))
    except NotText as error:
        raise Refused(str(error), "nothing was read from it", MADE_BY) from None
    media_type = "text/html" if is_page else "text/plain"
    original = Original(hashlib.sha256(body).hexdigest(), media_type, decoded.encoding, body)
    if is_page:
        draft = draft_of_page(decoded, original, source, limits, address)
    else:
        draft = draft_of_text(decoded, original, source)
    return msgspec.structs.replace(draft, url=address or draft.url)
