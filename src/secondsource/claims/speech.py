"""Attributions that tell of no event -> claims of what somebody believes, praises, denies, says.

"[Analysts](actor) [believe](belief) [the engine is new](content)"
A denial keeps what it denies as its content; which claim that is stands in its attribution's `answers`.
"""

from collections.abc import Sequence

from secondsource.knowledge.event_tree import rows
from secondsource.knowledge.words import stem
from secondsource.model import Attribution, Mention, Report, Span, Time, hull
from secondsource.model.placed import Placed

TYPE_OF_STANCE = {
    "asserts": "statement",
    "accuses": "accusation",
    "denies": "denial",
    "confirms": "statement",
    "orders": "order",
    "promises": "promise",
    "threatens": "threat",
    "requests": "demand",
    "estimates": "prediction",
    "believes": "belief",
    "evaluates": "evaluation",
    "perceives": "observation",
    "names": "naming",
    "declines": "declining",
}

# Who praises or names a thing does not say that it happened: the teller does.
PRESUPPOSES = ("evaluates", "names")
MOST_CLAIMANTS = 6


def dates_events(mention: Mention) -> bool:
    """True for a time that may date an event: not the time of speech or publication."""
    return isinstance(mention.value, Time) and mention.value.role not in ("speech", "publication")


def type_of(attribution: Attribution, report: Report) -> str:
    """The event type of what an attribution says: by its stance; words in quotation marks are a quotation."""
    kind = TYPE_OF_STANCE[attribution.stance]
    if kind == "order" and not _tells_to_do(attribution, report):
        return "act"
    quoted = any(span.of(report.text).lstrip()[:1] in ("“", '"', "«", "‘") for span in attribution.content)
    return "quotation" if kind == "statement" and quoted else kind


def _tells_to_do(attribution: Attribution, report: Report) -> bool:
    """ordered a rise, told the army to leave; not: vetoed the draft, which is done by saying so"""
    row = rows()["order"]
    words = {stem(word.lower()) for span in attribution.cue for word in span.of(report.text).split()}
    if words & {stem(word) for word in (*row["verbs"].split("|"), *row["nouns"].split("|"))}:
        return True
    told = " ".join(span.of(report.text) for span in attribution.content)
    first = told.lower().split()[:7]
    before = first[: first.index("to")] if "to" in first else ["for"]
    return (
        told.lstrip()[:1] in ("“", '"', "«", "‘")
        or first[:1] == ["that"]
        or not {"for", "of", "by"} & set(before)
    )


def said(attribution: Attribution, actions: Placed[Mention]) -> tuple[Mention, ...]:
    """The actions that stand in the content of an attribution."""
    return tuple(
        one
        for content in attribution.content
        for one in actions.within(content)
        if not any(cue.overlaps(one.span) for cue in attribution.cue)
    )


def place_of(attribution: Attribution) -> Span | None:
    """Where an attribution stands: its cue, else its content; None when it has neither."""
    if attribution.cue:
        return hull(attribution.cue)
    return attribution.content[0] if attribution.content else None


class Links:
    """The attributions of a report, by what they cover and by what encloses them."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._by_id = {one.id: one for one in attributions}
        pieces = ((span, one) for one in attributions for span in one.content)
        self._pieces = Placed(pieces, lambda piece: piece[0])

    def chains(self, span: Span) -> list[tuple[Attribution, ...]]:
        """Who says what stands at a span: a chain of links, outermost first, for each of several claimants.

        Two who accuse together give two chains, and what each of them goes on to ask is in the chain of that
        one; nobody gives one that is empty.
        """
        around = {
            one.id: one
            for content, one in self._pieces.reaching(span)
            if content.covers(span) and one.stance not in PRESUPPOSES
        }
        ordered = sorted(around.values(), key=lambda one: (-sum(len(each) for each in one.content), one.id))
        together: dict[tuple[object, ...], list[Attribution]] = {}
        for one in ordered:
            outer = self._by_id.get(one.within or "")
            together.setdefault((one.content, one.cue, outer and (outer.content, outer.cue)), []).append(one)
        chains: list[tuple[Attribution, ...]] = [()]
        told = set[str]()
        for claimants in together.values():
            # An enclosing link may not cover the words itself (photos that an agency released).
            longer = [
                (chain, self.line(one))
                for chain in chains
                for one in [other for other in claimants if other in chain] or claimants
            ]
            own = [pair for pair in longer if all(one in pair[0] or one.id not in told for one in pair[1])]
            chains = [(*chain, *line) for chain, line in own or longer][:MOST_CLAIMANTS]
            told |= {one.id for one in claimants}
        return list(dict.fromkeys(tuple(dict.fromkeys(chain)) for chain in chains))

    def line(self, inner: Attribution) -> tuple[Attribution, ...]:
        """An attribution after all that enclose it, outermost first."""
        line = [inner]
        while line[0].within in self._by_id and self._by_id[line[0].within] not in line:
            line.insert(0, self._by_id[line[0].within])
        return tuple(line)
