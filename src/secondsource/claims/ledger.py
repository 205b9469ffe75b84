"""Sentences and claims -> the fate of every sentence: used, background, furniture, not understood and why."""

from collections.abc import Sequence

from secondsource.model import Attribution, Claim, Ledger, Mention, Note, Report, Sentence, Span
from secondsource.model.placed import Placed

SET_ASIDE = ("furniture", "byline", "dateline", "caption")


def keep_ledger(
    report: Report,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
) -> tuple[tuple[Ledger, ...], tuple[Note, ...]]:
    """One line a sentence; a note when less than half of the running text was understood."""
    used: dict[str, list[Claim]] = {}
    for claim in claims:
        used.setdefault(claim.sentence, []).append(claim)
    named = Placed(mentions, lambda one: one.span)
    told = Placed((span for one in attributions for span in (*one.content, *one.cue)), lambda one: one)
    ledger = tuple(_fate(sentence, used.get(sentence.id, []), named, told) for sentence in sentences)
    running = [one for one in ledger if one.fate != "furniture"]
    lost = [one for one in running if one.fate == "not understood"]
    notes: tuple[Note, ...] = ()
    if running and 2 * len(lost) > len(running):
        notes = (
            Note(
                report.id,
                None,
                f"{len(lost)} of {len(running)} sentences were not understood",
                "read this report yourself: the dossier shows little of it",
                "ledger.share",
            ),
        )
    return ledger, notes


def _fate(
    sentence: Sentence,
    claims: Sequence[Claim],
    named: Placed[Mention],
    told: Placed[Span],
) -> Ledger:
    if sentence.part in SET_ASIDE and not claims:
        return Ledger(sentence.id, sentence.span, "furniture", f"{sentence.part} of the page")
    if claims:
        front = any(claim.foreground for claim in claims)
        because = "told" if front else "only presupposed"
        return Ledger(
            sentence.id,
            sentence.span,
            "used" if front else "background",
            because,
            tuple(claim.id for claim in claims),
        )
    if told.reaching(sentence.span):
        return Ledger(sentence.id, sentence.span, "background", "stands in what somebody is quoted as saying")
    inside = named.within(sentence.span)
    if not sentence.tokens:
        return Ledger(sentence.id, sentence.span, "not understood", "its language is not read")
    if any(one.kind == "action" for one in inside):
        return Ledger(
            sentence.id, sentence.span, "not understood", "an action, but nobody and nothing around it"
        )
    if inside:
        return Ledger(sentence.id, sentence.span, "not understood", "names, but no action known to us")
    return Ledger(sentence.id, sentence.span, "not understood", "neither names nor an action known to us")
