"""Attributions that tell of no event -> claims of what somebody believes, praises, denies, says.

"[Analysts](actor) [believe](belief) [the engine is new](content)"
A denial keeps what it denies as its content; which claim that is stands in its attribution's `answers`.
"""

from collections.abc import Sequence

from secondsource.model import Attribution, Mention, Report, Sentence, Span, hull

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


def type_of(attribution: Attribution, report: Report) -> str:
    """The event type of what an attribution says: by its stance; words in quotation marks are a quotation."""
    kind = TYPE_OF_STANCE[attribution.stance]
    quoted = any(span.of(report.text).lstrip()[:1] in ("“", '"', "«", "‘") for span in attribution.content)
    return "quotation" if kind == "statement" and quoted else kind


def sentence_of(span: Span, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence in which a span starts."""
    for sentence in sentences:
        if sentence.span.start <= span.start < sentence.span.end:
            return sentence
    return None


def said(attribution: Attribution, actions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The actions that stand in the content of an attribution."""
    return tuple(
        one
        for one in actions
        if any(content.covers(one.span) for content in attribution.content)
        and not any(cue.overlaps(one.span) for cue in attribution.cue)
    )


def place_of(attribution: Attribution) -> Span | None:
    """Where an attribution stands: its cue, else its content; None when it has neither."""
    if attribution.cue:
        return hull(attribution.cue)
    return attribution.content[0] if attribution.content else None
