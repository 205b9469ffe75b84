"""`judge`: what a person decides about events and days -> the store; the next `show` goes by it."""

import datetime
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from secondsource.cli.options import Day, existing_store, into

if TYPE_CHECKING:
    from secondsource.store import Store

Decision = Literal["same", "not same", "published"]
_person = click.option("--person", metavar="NAME", help="Who decides; the name of the login unless given.")
_reason = click.option("--reason", default="", metavar="WORDS", help="Why.")


@click.group("judge", short_help="Decide what is the same event, or when a report was published.")
def command() -> None:
    """Decide what the rules cannot: a person's word always wins, and is kept with name, time and reason."""


@command.command("same")
@click.argument("left", metavar="CLAIM")
@click.argument("right", metavar="CLAIM")
@_person
@_reason
@into
def same(left: str, right: str, person: str | None, reason: str, into: Path) -> int:
    """Two claims (or two events, by all their claims) tell of one event."""
    return _judge_claims("same", left, right, person, reason, into)


@command.command("not-same")
@click.argument("left", metavar="CLAIM")
@click.argument("right", metavar="CLAIM")
@_person
@_reason
@into
def not_same(left: str, right: str, person: str | None, reason: str, into: Path) -> int:
    """Two claims (or two events, by all their claims) tell of different events."""
    return _judge_claims("not same", left, right, person, reason, into)


@command.command("published")
@click.argument("report", metavar="REPORT")
@click.argument("day", type=Day(), metavar="DAY")
@_person
@_reason
@into
def published(report: str, day: str, person: str | None, reason: str, into: Path) -> int:
    """A report (its id or name) was published on this day; it is read again with it."""
    from secondsource.cli.given import reading_by_word
    from secondsource.store import open_store

    who = _person_name(person)
    with open_store(existing_store(into)) as store:
        found = [one for one in store.readings() if report in (one.report.id, one.report.name)]
        if len(found) != 1:
            raise click.UsageError(
                f"{report!r} names {len(found)} reports; `secondsource show claims` has their ids"
            )
        known = found[0].report
        original = next(one for one in store.originals() if one.sha256 == known.sha256)
        _keep(store, "published", (known.id,), who, reason, day)
        given = store.give(known.id, day, None)
        store.add(original, reading_by_word(found[0], given, "default"))
    click.echo(f"{known.name or known.id} was published on {day}, says {who}")
    return 0


def _judge_claims(
    decision: Decision, left: str, right: str, person: str | None, reason: str, into: Path
) -> int:
    from secondsource.cli.collating import current_collation
    from secondsource.store import open_store

    who = _person_name(person)
    with open_store(existing_store(into)) as store:
        collation = current_collation(store)
        claims = {claim.id: (claim.id,) for one in collation.readings for claim in one.claims}
        names = {one.report.name: one.report.id for one in collation.readings if one.report.name}
        events = {event.id: event.claims for event in collation.events}
        sides = []
        for side in (left, right):
            report, _, number = side.rpartition(":")
            known = claims.get(side) or claims.get(f"{names.get(report)}:{number}") or events.get(side)
            if not known:
                raise click.UsageError(
                    f"{side!r} is no claim and no event; `secondsource show claims` names them"
                )
            sides.append(known)
        if set(sides[0]) & set(sides[1]):
            raise click.UsageError(f"{left} and {right} are, or hold, the same claim")
        for one in sides[0]:
            for other in sides[1] if decision == "not same" else sides[1][:1]:
                _keep(store, decision, (one, other), who, reason, None)
            if decision == "same":
                break
    click.echo(f"{left} and {right} are {decision}, says {who}")
    return 0


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
