"""ONE report -> Reading: the whole per-report path on one page.

A pure function of the report: any engine can spread it over many machines. Every stage returns its
values and its notes; the type checker proves the order.
"""

from msgspec import structs

from secondsource.attribution import find_attributions
from secondsource.claims import make_claims
from secondsource.language import UNANSWERED, analyse, check_reader
from secondsource.mentions import date_report, find_mentions, rank_open_times
from secondsource.model import Reading, Report

__all__ = ["UNANSWERED", "check_reader", "read_report"]


def read_report(report: Report, reader: str = "default", threads: int = 1, cached: bool = False) -> Reading:
    """Everything that one report says: mentions, attributions, claims, and the fate of every sentence.

    `reader` names who tags the words: `default` (the trained reader when its weights are there), `rules`,
    or a larger one that is installed (`spacy:PIPELINE`, `gliner:FOLDER`, `openai:BASE_URL#MODEL`).
    `threads` is how many the trained reader may use; `cached` keeps what it said in the user's cache folder.
    """
    sentences, notes_on_language = analyse(report, reader, threads, cached)
    mentions, notes_on_mentions = find_mentions(report, sentences)
    # A report that does not say when it was published is bounded by what it tells; its days stay open.
    report = structs.replace(report, published=date_report(report, mentions))
    mentions = rank_open_times(report, mentions, report.published)
    attributions, notes_on_attribution = find_attributions(report, sentences, mentions)
    (claims, added, ledger), notes_on_claims = make_claims(report, sentences, mentions, attributions)
    return Reading(
        report=report,
        sentences=ledger,
        mentions=(*mentions, *added),
        attributions=attributions,
        claims=claims,
        notes=(*notes_on_language, *notes_on_mentions, *notes_on_attribution, *notes_on_claims),
    )
