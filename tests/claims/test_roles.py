"""Roles of claims, from tables in which they are drawn."""

from pathlib import Path

import pytest

from secondsource.model import Published, Report
from secondsource.reading import read_report
from tests.tables import Case, load_cases

CASES = load_cases(Path(__file__).with_name("roles.txt"))
ROLES = {
    "actor",
    "recipient",
    "object",
    "instrument",
    "place",
    "time",
    "quantity",
    "occasion",
    "attendee",
    "target",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_roles_are_as_drawn(case: Case) -> None:
    published = Published(case.settings["published"], "given")
    reading = read_report(Report("0" * 12, case.text, "", language="en", published=published), "rules")
    (start, end, type), *_ = [mark for mark in case.marks if mark[2] not in ROLES]
    mentions = {one.id: one for one in reading.mentions}
    claims = [
        one
        for one in reading.claims
        if one.type == type
        and start <= mentions[one.action].span.start
        and mentions[one.action].span.end <= end
    ]
    found = {
        (role.name, mentions[role.mention].span.start, mentions[role.mention].span.end)
        for claim in claims
        for role in claim.roles
    }
    missing = [
        f"{label}: {case.text[a:b]!r}"
        for a, b, label in case.marks
        if label in ROLES and not any(name == label and s < b and e > a for name, s, e in found)
    ]
    drawn = [
        f"{one.type} {[(role.name, mentions[role.mention].text) for role in one.roles]}"
        for one in reading.claims
    ]
    assert bool(claims and not missing) is not case.known_failure, f"missing {missing}; read {drawn}"
