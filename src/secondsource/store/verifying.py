"""A store -> what does not hold in it: hashes, spans, words, the notation of values, the index of words."""

import hashlib
import re
from collections.abc import Iterator

import msgspec

from secondsource.model import Original, Quantity, Reading, Span, Time
from secondsource.store.store import Store


class Checked(msgspec.Struct, frozen=True):
    """How much was checked, and one line for everything that does not hold."""

    reports: int
    originals: int
    spans: int
    values: int
    faults: tuple[str, ...]


def verify(store: Store) -> Checked:
    """Re-opens every stored original and re-checks every hash, span and normalisation.

    Raises StoreError when the file is too damaged to be read at all.
    """
    faults: list[str] = list(store.integrity())
    decoded: dict[str, str | None] = {}
    sizes: dict[str, int] = {}
    for original in store.originals():
        if hashlib.sha256(original.content).hexdigest() != original.sha256:
            faults.append(f"original {original.sha256[:12]}: its bytes have another hash")
        decoded[original.sha256], sizes[original.sha256] = _text_of(original), len(original.content)
    readings = store.readings()
    spans = values = 0
    for reading in readings:
        report = reading.report
        if report.sha256 not in decoded:
            faults.append(f"{report.id}: its original {report.sha256[:12]} is not there")
        elif (text := decoded[report.sha256]) is not None and text != report.text:
            faults.append(f"{report.id}: its text is not what its original says")
        for place, span, words in _spans_of(reading):
            spans += 1
            if not 0 <= span.start <= span.end <= len(report.text):
                faults.append(f"{place}: points at {span.start}-{span.end}, past the text")
            elif words is not None and span.of(report.text) != words:
                faults.append(f"{place}: says {words[:40]!r}, there stands {span.of(report.text)[:40]!r}")
        for place, value in _values_of(reading):
            values += 1
            fault = _notation_fault(value)
            if fault:
                faults.append(f"{place}: {fault}")
        faults.extend(_dangling(reading))
        for passage in report.passages:
            if not 0 <= passage.first_byte <= passage.last_byte <= sizes.get(report.sha256, 0):
                faults.append(
                    f"{report.id} passage: bytes {passage.first_byte}-{passage.last_byte} are not there"
                )
    return Checked(len(readings), len(decoded), spans, values, tuple(faults))


# One mark for each broken byte, as intake writes them, so that spans hold.
_BROKEN = re.compile("[\x00\ud800-\udfff]")


def _text_of(original: Original) -> str | None:
    """What a plain text must say, zero characters and broken ones as intake writes them; None for a page."""
    if original.media_type != "text/plain":
        return None
    wide = original.encoding.startswith(("utf-16", "utf-32"))
    try:
        text = original.content.decode(original.encoding, "surrogatepass" if wide else "surrogateescape")
    except UnicodeDecodeError:
        text = original.content.decode(original.encoding, "replace")
    except LookupError:
        return None
    return _BROKEN.sub("\ufffd", text.removeprefix("\ufeff"))


def _spans_of(reading: Reading) -> Iterator[tuple[str, Span, str | None]]:
    for mention in reading.mentions:
        yield mention.id, mention.span, mention.text
    for attribution in reading.attributions:
        for span in (
            *attribution.source,
            *attribution.antecedent,
            *attribution.cue,
            *attribution.content,
        ):
            yield attribution.id, span, None
    for ledger in reading.sentences:
        yield ledger.sentence, ledger.span, None
    for part in reading.report.parts:
        yield f"{reading.report.id} {part.kind}", part.span, None
    for passage in reading.report.passages:
        yield f"{reading.report.id} passage", passage.span, None


def _values_of(reading: Reading) -> Iterator[tuple[str, Time | Quantity]]:
    for mention in reading.mentions:
        if isinstance(mention.value, (Time, Quantity)):
            yield mention.id, mention.value


def _notation_fault(value: Time | Quantity) -> str | None:
    """What `parse` reads must be written again as it stood."""
    written = str(value)
    try:
        again = str(type(value).parse(written))
    except ValueError as fault:
        return f"its notation {written!r} cannot be read: {fault}"
    return None if again == written else f"its notation {written!r} is read as {again!r}"


def _dangling(reading: Reading) -> Iterator[str]:
    """Ids that point at nothing in the report."""
    mentions = {one.id for one in reading.mentions}
    links = {one.id for one in reading.attributions}
    for claim in reading.claims:
        for id in (claim.action, *(role.mention for role in claim.roles)):
            if id not in mentions:
                yield f"{claim.id}: points at {id}, which is not there"
        for id in claim.attribution:
            if id not in links:
                yield f"{claim.id}: points at {id}, which is not there"
    for link in reading.attributions:
        for one in (link.within, link.answers):
            if one is not None and one not in links:
                yield f"{link.id}: points at {one}, which is not there"
