"""Whose time it is: of the event, of speech, of publication."""

import pytest

from secondsource.mentions.times import find_times
from secondsource.model import Published, Report, Time

CASES = [
    ("The minister said on Friday that talks had failed.", "Friday", "speech"),
    ("KCNA reported on Saturday that he toured plants on Thursday.", "Saturday", "speech"),
    ("KCNA reported on Saturday that he toured plants on Thursday.", "Thursday", "event"),
    ("The photos, released by the state news agency KCNA on Saturday, show him.", "Saturday", "speech"),
    ("On Sunday, an adviser warned the court.", "Sunday", "speech"),
    ("The attack on Friday killed two, police said.", "Friday", "event"),
    ("The ministry said Friday's blast killed two.", "Friday", "event"),
    ("The bank announced a merger on Monday.", "Monday", "event"),
    ("SEOUL, July 20 (Reuters) - Shells fell on the island.", "July 20", "publication"),
    ("Published: 6 August 2023", "6 August 2023", "publication"),
    ("In an interview on Tuesday, he blamed the army.", "Tuesday", "speech"),
]


@pytest.mark.parametrize(("text", "words", "role"), CASES)
def test_role(text: str, words: str, role: str) -> None:
    report = Report(id="r", text=text, sha256="", published=Published("2023-08-06", "given"))
    roles = [
        one.value.role for one in find_times(report)[0] if one.text == words and isinstance(one.value, Time)
    ]
    assert roles == [role]
