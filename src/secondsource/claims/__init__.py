"""Actions, the phrases around them and who says so -> claims, and the fate of every sentence.

In:   a report, its sentences, mentions and attributions
Out:  make_claims -> ((claims, mentions that only roles needed, ledger), notes)
Add:  an event type is a row of knowledge/event_types.tsv with an example; what a relation or preposition
      means for it, a row of role_relations.tsv or role_prepositions.tsv
"""

from collections.abc import Sequence

from secondsource.claims.assembly import Draft, draft_events, draft_speech
from secondsource.claims.hosts import find_hosts
from secondsource.claims.ledger import keep_ledger
from secondsource.model import Attribution, Claim, Ledger, Mention, Note, Report, Sentence

__all__ = ["make_claims"]

Claims = tuple[tuple[Claim, ...], tuple[Mention, ...], tuple[Ledger, ...]]


def make_claims(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
) -> tuple[Claims, tuple[Note, ...]]:
    """Claims in the order of their words, the mentions added for their roles, and the sentence ledger."""
    added = list[Mention]()
    events = list(draft_events(report, sentences, mentions, attributions, added))
    told = [draft.action for draft in events if draft.foreground]
    drafts = [*events, *draft_speech(report, sentences, mentions, attributions, told, added)]
    drafts.sort(key=lambda draft: (draft.action.span, draft.type))
    claims = find_hosts(
        [_claim(report, number, draft) for number, draft in enumerate(drafts)], drafts, sentences
    )
    ledger, notes = keep_ledger(report, sentences, claims, mentions, attributions)
    return (claims, tuple(added), ledger), notes


def _claim(report: Report, number: int, draft: Draft) -> Claim:
    return Claim(
        id=f"{report.id}:c{number}",
        type=draft.type,
        action=draft.action.id,
        roles=draft.roles,
        sentence=draft.sentence.id,
        time=draft.time,
        attribution=draft.chain,
        factuality=draft.judged.factuality,
        factuality_cue=draft.judged.cue.of(report.text) if draft.judged.cue else None,
        certainty=draft.judged.certainty,
        foreground=draft.foreground,
        headline=draft.sentence.part in ("title", "subtitle"),
        made_by=draft.made_by,
    )
