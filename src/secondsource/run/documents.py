"""Paths -> Outcomes: every document opened and read in a child process, in the order of the input."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from secondsource.intake import Limits, Source, find_sources, open_source
from secondsource.intake.limits import USUAL as USUAL_LIMITS
from secondsource.model import Note, Original, Reading, Report
from secondsource.run.allowance import Allowance, allowance_for
from secondsource.run.supervisor import Answer, Failure, available_cores, supervise

MADE_BY = "run.documents"


class Outcome(msgspec.Struct, frozen=True):
    """What became of one document: its original and its reading, or neither; `notes` then say why.

    Notes on a document that was read stand in its reading. `known` holds the ids of its reports when it was
    read before and was not read again.
    """

    original: Original | None = None
    reading: Reading | None = None
    notes: tuple[Note, ...] = ()
    known: tuple[str, ...] = ()


def read_all(
    paths: Iterable[str | Path],
    published: str | None = None,
    outlet: str | None = None,
    reader: str = "default",
    processes: int | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    limits: Limits = USUAL_LIMITS,
    allowance: Allowance | None = None,
    known: Callable[[Source], tuple[str, ...]] = lambda _: (),
    threads: int = 1,
    cached: bool = False,
) -> Iterator[Outcome]:
    """An Outcome for every document below the paths, in order; nothing a document holds stops the run.

    `processes` is how many read at a time (None: one for every `threads` cores, or a single one with a
    larger reader, which fills the machine by itself); `cached` keeps what the trained reader said for the
    next time; `on_progress` is called with the number of sources done and of those known so far. `known`
    gives the reports of a source that need not be read again.
    """
    allowance = allowance or allowance_for(reader)
    processes = processes or (1 if ":" in reader else max(1, available_cores() // threads))
    read = partial(
        read_source, published=published, outlet=outlet, reader=reader, limits=limits, threads=threads,
        cached=cached,
    )  # fmt: skip
    works = (
        Answer(found, (done,)) if (done := _done_with(found, known)) is not None else found
        for found in find_sources(paths, limits)
    )
    for answer in supervise(works, read, processes, allowance, on_progress):
        if isinstance(answer.value, Failure):
            yield from _kept_at_least(answer.work, answer.value, published, outlet, limits, allowance)
        else:
            yield from answer.value


def _done_with(found: Source | Note, known: Callable[[Source], tuple[str, ...]]) -> Outcome | None:
    if isinstance(found, Note):
        return Outcome(notes=(found,))
    reports = known(found)
    return Outcome(known=reports) if reports else None


def read_source(
    source: Source,
    published: str | None = None,
    outlet: str | None = None,
    reader: str = "default",
    limits: Limits = USUAL_LIMITS,
    threads: int = 1,
    cached: bool = False,
) -> tuple[Outcome, ...]:
    """The Outcomes of one source, opened and read in this process."""
    from secondsource.reading import read_report

    outcomes = []
    for opened in open_source(source, published, outlet, limits):
        if opened.report is None:
            outcomes.append(Outcome(notes=opened.notes))
            continue
        try:
            reading = read_report(opened.report, reader, threads, cached)
        except Exception as error:
            reading = Reading(opened.report, notes=(_fault(opened.report, error),))
        reading = msgspec.structs.replace(reading, notes=(*opened.notes, *reading.notes))
        outcomes.append(Outcome(opened.original, reading))
    return tuple(outcomes)


def keep_source(
    source: Source, because: str, published: str | None, outlet: str | None, limits: Limits
) -> tuple[Outcome, ...]:
    """The Outcomes of a source that is opened and kept, but not read; each says why."""
    outcomes = []
    for opened in open_source(source, published, outlet, limits):
        if opened.report is None:
            outcomes.append(Outcome(notes=opened.notes))
            continue
        note = Note(
            opened.report.id,
            None,
            f"is kept, but nothing was read out of it: reading it {because}",
            "read this report yourself, or split it into smaller ones",
            MADE_BY,
        )
        outcomes.append(Outcome(opened.original, Reading(opened.report, notes=(*opened.notes, note))))
    return tuple(outcomes)


def _kept_at_least(
    source: Source,
    failure: Failure,
    published: str | None,
    outlet: str | None,
    limits: Limits,
    allowance: Allowance,
) -> Iterator[Outcome]:
    """A document whose reading went too far is opened once more, in a new child, and kept unread."""
    keep = partial(keep_source, because=failure.because, published=published, outlet=outlet, limits=limits)
    for answer in supervise([source], keep, 1, allowance):
        if isinstance(answer.value, Failure):
            yield Outcome(notes=(_lost(source, failure),))
        else:
            yield from answer.value


def _fault(report: Report, error: Exception) -> Note:
    """A report that our own code fails on is kept whole, and says so."""
    return Note(
        report.id,
        None,
        f"is kept, but nothing was read out of it: {type(error).__name__}: {str(error)[:200]}",
        "this is a fault of the program: please tell its authors",
        MADE_BY,
    )


def _lost(source: Source, failure: Failure) -> Note:
    return Note(
        source.place,
        None,
        f"could not be read: it {failure.because}",
        "the other documents were read; look at this one by itself",
        MADE_BY,
    )
