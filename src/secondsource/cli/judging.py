"""`judge`: what a person decides about events and days -> the store; the next `show` goes by it."""

import datetime
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from secondsource.cli.options import Day, existing_store, into

if TYPE_CHECKING:
    from secondsource.model import Collation
    from secondsource.store import Store

Decision = Literal["same", "not same", "published"]
_person = click.option("--person", metavar="NAME", help="Who decides; the name of the login unless given.")
_reason = click.option("--reason", default="", metavar="WORDS", help="Why.")


@click.group("judge", short_help="Decide what is the same event, or when a report was published.")
def command() -> None:
    """Decide what the rules cannot: a person's word always wins, and is kept with name, time and reason."""


@command.command("same", short_help="Two claims or events are one.")
@click.argument("left", metavar="CLAIM")
@click.argument("right", metavar="CLAIM")
@_person
@_reason
@into
def same(left: str, right: str, person: str | None, reason: str, into: Path) -> int:
    """Two claims (000:c3), or two events (id or number), are of one event."""
    return _judge_claims("same", left, right, person, reason, into)


@command.command("not-same", short_help="Two claims or events are not one.")
@click.argument("left", metavar="CLAIM")
@click.argument("right", metavar="CLAIM")
@_person
@_reason
@into
def not_same(left: str, right: str, person: str | None, reason: str, into: Path) -> int:
    """Two claims (000:c3), or two events (id or number), are of different events."""
    return _judge_claims("not same", left, right, person, reason, into)


@command.command("published", short_help="A report was published on this day.")
@click.argument("report", metavar="REPORT")
@click.argument("day", type=Day(), metavar="DAY")
@_person
@_reason
@into
def published(report: str, day: str, person: str | None, reason: str, into: Path) -> int:
    """A report (its id or name) was published on this day; it is read again with it."""
    from secondsource.cli.given import reading_by_word
    from secondsource.cli.names import Names
    from secondsource.model.index import index_of
    from secondsource.store import open_store

    who = _person_name(person)
    with open_store(existing_store(into)) as store:
        names = Names(index_of(store.readings()))
        found = names.find_reports(report)
        if len(found) != 1:
            raise click.UsageError(f"{report!r} names {len(found)} reports; `show claims` has their ids")
        reading = names.index.readings[found[0]]
        original = next(one for one in store.originals() if one.sha256 == reading.report.sha256)
        _keep(store, "published", found, who, reason, day)
        store.add(original, reading_by_word(reading, store.give(found[0], day, None), "default"))
        called = names.report(found[0])
    click.echo(f"{called} was published on {day}, says {who}")
    return 0


def _judge_claims(
    decision: Decision, left: str, right: str, person: str | None, reason: str, into: Path
) -> int:
    from secondsource.cli.collating import current_collation
    from secondsource.store import open_store

    who = _person_name(person)
    with open_store(existing_store(into)) as store:
        collation = current_collation(store)
        first, second = _claims_of(left, collation), _claims_of(right, collation)
        if set(first) & set(second):
            raise click.UsageError(f"{left} and {right} are, or hold, the same claim")
        # One pair joins two events; to part them every pair has to be parted.
        pairs = (
            [(first[0], second[0])]
            if decision == "same"
            else [(one, other) for one in first for other in second]
        )
        for pair in pairs:
            _keep(store, decision, pair, who, reason, None)
    click.echo(f"{left} and {right} are {decision}, says {who}")
    return 0


def _claims_of(side: str, collation: "Collation") -> tuple[str, ...]:
    """The claim of this id (by the report's id or name), or all claims of the event of this id or number."""
    from secondsource.cli.lists import numbered_events
    from secondsource.cli.names import Names
    from secondsource.model.index import index_of

    names = Names(index_of(collation.readings))
    if (id := names.full_id(side)) in names.index.claims:
        return (id,)
    for number, event in numbered_events(collation):
        if side in (event.id, str(number)):
            return event.claims
    raise click.UsageError(f"{side!r} is no claim and no event; `show claims` and `show events` name them")


def _keep(
    store: "Store", decision: Decision, about: tuple[str, ...], person: str, reason: str, value: str | None
) -> None:
    from secondsource.model import Judgement

    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    store.judge(Judgement(decision, about, person, now, reason, value))


def _person_name(given: str | None) -> str:
    if given is not None and not given.strip():
        raise click.UsageError("--person is empty: say who decides")
    try:
        return given or getpass.getuser()
    except (KeyError, OSError):
        raise click.UsageError("say who decides with --person NAME") from None
