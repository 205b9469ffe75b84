"""Claims that make no event -> one line each: who says it, through whom, and the words.

Beliefs, evaluations, capabilities, direct quotations: what somebody holds, not what happened.
"""

from collections.abc import Iterator
from typing import NamedTuple

from secondsource.cli.names import Names
from secondsource.cli.plain import hang, quote
from secondsource.model import Attribution, Claim, Collation, Reading, Span, hull

_MOST = 40  # that the dossier tells; `show claims` lists them all
_DEEPEST = 9  # links of a chain that are told; a circle of `within` would have no end


class Beside(NamedTuple):
    """One thing said that is no happening: in which report, who says so, and the words."""

    report: str
    said: str
    words: str


def find_beside(collation: Collation, names: Names) -> list[Beside]:
    """What no event holds: claims, and what is said that no claim holds; the same of one source once."""
    in_events = {claim for event in collation.events for claim in event.claims}
    return [one for reading in collation.readings for one in _of_report(reading, in_events, names)]


def tell_beside(found: list[Beside], names: Names, width: int) -> Iterator[str]:
    """A heading and a line for each."""
    if found:
        yield ""
        yield "Claims beside the events"
    for one in found[:_MOST]:
        yield from hang(f"{one.said}: {quote(one.words, 160)}", width, f"  {names.report(one.report)}  ")
    if len(found) > _MOST:
        yield f"  … and {len(found) - _MOST} more: secondsource show claims"


def _of_report(reading: Reading, in_events: set[str], names: Names) -> list[Beside]:
    id, text = reading.report.id, reading.report.text
    told: dict[tuple[Span, str], Beside] = {}
    for claim in reading.claims:
        # What only a report's own aside presupposes is no claim that a reader would look for.
        held = bool(claim.attribution) or (claim.foreground and claim.factuality != "background")
        if claim.id not in in_events and claim.same_as is None and held:
            words, said = words_of_claim(claim, names), chain_in_words(claim, names)
            told.setdefault((words, said), Beside(id, said, words.of(text)))
    for link in _loose(reading):
        said, words = (
            " > ".join(link_in_words(one, names) for one in _outward(link, names)),
            hull(link.content),
        )
        told.setdefault((words, said), Beside(id, said, " … ".join(span.of(text) for span in link.content)))
    return [told[key] for key in sorted(told)]


def chain_in_words(claim: Claim, names: Names) -> str:
    """`KCNA asserts > Kang Sun Nam evaluates`; the outlet itself when nobody else is named."""
    links = [link_in_words(one, names) for one in names.index.chain(claim)]
    return " > ".join(links) if links else f"the report itself ({claim.type})"


def link_in_words(link: Attribution, names: Names) -> str:
    """Who, and with what stance; a source without a name by its own words."""
    return f"{source_in_words(link, names)} {link.stance}"


def source_in_words(link: Attribution, names: Names) -> str:
    """The source by name, else by its words, else `somebody unnamed`."""
    report = names.index.readings[names.index.report_of(link.id)].report
    words = " ".join(span.of(report.text) for span in link.source)
    if link.source_entity is not None:
        return names.entity(link.source_entity)
    if words:
        return f"{quote(words, 60)[1:-1]} (unnamed)" if link.how == "unnamed" else quote(words, 60)[1:-1]
    return "somebody unnamed"


def words_of_claim(claim: Claim, names: Names) -> Span:
    """What the innermost source says, when it is said; else the words from the first role to the last."""
    chain = names.index.chain(claim)
    if chain and chain[-1].content:
        return hull(chain[-1].content)
    ids = (claim.action, *(role.mention for role in claim.roles))
    spans = [names.index.mentions[one].span for one in ids if one in names.index.mentions]
    sentence = names.index.sentences.get(claim.sentence)
    if sentence is not None:
        spans = [span for span in spans if sentence.span.covers(span)]
    return hull(spans) if spans else (sentence.span if sentence else Span(0, 0))


def _loose(reading: Reading) -> list[Attribution]:
    """Attributions whose content no claim holds, and that enclose or answer no other."""
    held = {id for claim in reading.claims for id in claim.attribution}
    held |= {one.within for one in reading.attributions if one.within is not None}
    return [
        one
        for one in reading.attributions
        if one.content and one.id not in held and (one.answers is None or one.answers not in held)
    ]


def _outward(link: Attribution, names: Names) -> list[Attribution]:
    """The link and those around it, from the outlet inward."""
    chain = [link]
    while len(chain) < _DEEPEST and chain[0].within in names.index.attributions:
        chain.insert(0, names.index.attributions[chain[0].within or ""])
    return chain
