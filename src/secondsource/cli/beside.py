"""Claims that make no event -> one line each: who says it, through whom, and the words.

Beliefs, evaluations, capabilities, direct quotations: what somebody holds, not what happened.
"""

from collections.abc import Iterator

from secondsource.cli.names import Names
from secondsource.cli.plain import hang, quote
from secondsource.model import Attribution, Claim, Collation, Reading, Span, hull


def tell_beside(collation: Collation, names: Names, width: int) -> Iterator[str]:
    """A heading and a line for each; the same words of the same source once."""
    counted = {claim for event in collation.events for claim in event.claims}
    lines: list[str] = []
    for reading in collation.readings:
        told: set[tuple[str, Span]] = set()
        for claim in reading.claims:
            if claim.id in counted or claim.same_as is not None:
                continue
            said, words = chain_in_words(claim, names), words_of_claim(claim, reading, names)
            if (said, words) not in told:
                told.add((said, words))
                name = names.report(reading.report.id)
                lines += hang(f"{said}: {quote(words.of(reading.report.text), 160)}", width, f"  {name}  ")
    if lines:
        yield ""
        yield "Claims beside the events"
        yield from lines


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


def words_of_claim(claim: Claim, reading: Reading, names: Names) -> Span:
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
