"""An id -> the lines that prove its value: the words where they stand, the rule, what else it rests on."""

from collections.abc import Callable, Iterator

import msgspec

from secondsource.cli.beside import chain_in_words, link_in_words
from secondsource.cli.lists import numbered_events
from secondsource.cli.matrix import tell_comparisons
from secondsource.cli.names import Names, quantity_in_words, time_in_words
from secondsource.cli.plain import hang, quote
from secondsource.cli.reports import place_of, show_words
from secondsource.cli.single import write_single
from secondsource.model import Attribution, Claim, Collation, Ledger, Mention, Quantity, Span, Time
from secondsource.model.index import index_of


def prove(id: str, collation: Collation, width: int) -> Iterator[str] | None:
    """Lines about whatever has this id; None when nothing has."""
    names = Names(index_of(collation.readings))
    index, full = names.index, names.full_id(id)
    found: tuple[tuple[dict[str, object], Callable[..., Iterator[str]]], ...] = (
        (dict(index.mentions), _mention),
        (dict(index.claims), _claim),
        (dict(index.attributions), _attribution),
        (dict(index.sentences), _sentence),
    )
    for values, tell in found:
        if full in values:
            return tell(values[full], names, width)
    return _across_reports(id, collation, names, width)


def _across_reports(id: str, collation: Collation, names: Names, width: int) -> Iterator[str] | None:
    word, _, rest = id.rpartition(":")
    if word == "finding" and rest.isdigit() and 0 < int(rest) <= len(collation.findings):
        return _finding(int(rest), collation, names, width)
    for number, event in numbered_events(collation):
        if id in (event.id, str(number)):
            return write_single(event, collation, width)
        roles = [one for one in collation.comparisons if one.event == event.id and one.role == rest]
        if word in (event.id, str(number)) and roles:
            lines = list(tell_comparisons(roles, names, width))
            used = [
                m for one in roles for side in one.sides for m in side.mentions if m in names.index.mentions
            ]
            return iter(
                [*lines, *(line for m in used for line in _mention(names.index.mentions[m], names, width))]
            )
    return None


def _finding(number: int, collation: Collation, names: Names, width: int) -> Iterator[str]:
    finding = collation.findings[number - 1]
    yield from hang(f"{finding.what}: {finding.message}", width, "")
    if finding.event is not None:
        yield f"  event  {finding.event}"
    if finding.reports:
        yield f"  reports  {names.reports(finding.reports)}"
    for id in finding.mentions:
        if id in names.index.mentions:
            yield from _mention(names.index.mentions[id], names, width)


def _mention(mention: Mention, names: Names, width: int) -> Iterator[str]:
    yield from hang(f"{mention.kind} {quote(mention.text)}", width, f"{mention.id}  ")
    yield from _where(mention.id, mention.span, names, width)
    facts = [
        ("rule", f"{mention.made_by} (confidence {mention.confidence:g})"),
        ("names", mention.entity or ""),
    ]
    value = mention.value
    if isinstance(value, Time):
        proof = msgspec.structs.asdict(value)
        facts += [("value", f"{value} ({time_in_words(str(value))})" if value.open else str(value))]
        facts += [
            (name, str(proof[name])) for name in ("expression", "anchor", "rule", "qualifier") if proof[name]
        ]
    elif isinstance(value, Quantity):
        facts += [("value", f"{value} ({quantity_in_words(value)})")]
    elif value:
        facts += [("value", value)]
    yield from _facts(facts, width)


def _claim(claim: Claim, names: Names, width: int) -> Iterator[str]:
    yield from hang(f"claim of type {claim.type}, {claim.factuality}", width, f"{claim.id}  ")
    sentence = names.index.sentences.get(claim.sentence)
    if sentence is not None:
        yield from _where(claim.id, sentence.span, names, width)
    facts = [("rule", claim.made_by), ("says so", chain_in_words(claim, names))]
    facts += [
        ("time", claim.time or ""),
        ("cue", claim.factuality_cue or ""),
        ("certain", "" if claim.certainty is None else f"{claim.certainty:+.1f} of -3.0 to +3.0"),
        ("same as", claim.same_as or ""),
    ]
    facts += [("part of", claim.part_of or "")]
    yield from _facts(facts, width)
    for name, id, rule in (
        ("action", claim.action, ""),
        *((one.name, one.mention, one.made_by) for one in claim.roles),
    ):
        mention = names.index.mentions.get(id)
        if mention is not None:
            told = f"{quote(mention.text)} {id}" + (f" [{rule}]" if rule else "")
            yield from hang(told, width, f"  {name:<12}")


def _attribution(link: Attribution, names: Names, width: int) -> Iterator[str]:
    yield from hang(link_in_words(link, names), width, f"{link.id}  ")
    text = names.index.readings[names.index.report_of(link.id)].report.text
    facts = [
        ("rule", link.made_by),
        ("resolved", link.how),
        ("medium", link.medium),
        ("vouches", link.commitment),
    ]
    for name, spans in (("source", link.source), ("cue", link.cue), ("content", link.content)):
        facts.append((name, " … ".join(quote(span.of(text), 200) for span in spans)))
    facts += [("said", link.said or ""), ("within", link.within or ""), ("answers", link.answers or "")]
    yield from _facts(facts, width)


def _sentence(ledger: Ledger, names: Names, width: int) -> Iterator[str]:
    why = f": {ledger.because}" if ledger.because else ""
    yield from hang(f"{ledger.fate}{why}", width, f"{ledger.sentence}  ")
    yield from _where(ledger.sentence, ledger.span, names, width)
    yield from _facts([("claims", ", ".join(ledger.claims))], width)


def _where(id: str, span: Span, names: Names, width: int) -> Iterator[str]:
    report = names.index.readings[names.index.report_of(id)].report
    line, column = place_of(report, span)
    yield f"  at          {names.report(report.id)}:{line}:{column}, characters {span.start} to {span.end}"
    yield from show_words(report, span, width - 8)


def _facts(facts: list[tuple[str, str]], width: int) -> Iterator[str]:
    for name, told in facts:
        if told:
            yield from hang(told, width, f"  {name:<12}")
