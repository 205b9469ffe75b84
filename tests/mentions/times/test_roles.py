"""Whose time it is: of the event, of speech, of publication."""

import pytest

from secondsource.mentions.times import find_times
from secondsource.model import Part, Published, Report, Span, Time

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
    ("BONN, 5 August (dpa) - A barge sank off the pier.", "5 August", "publication"),
    ("(Riga, 5 August 2023) – The group asked for his release.", "5 August 2023", "publication"),
    ("This story was updated on 5 August 2023 to add a name.", "5 August 2023", "publication"),
    ("He died on August 5 – two days after the raid.", "August 5", "event"),
    ("At a dinner in Riga on Friday, the envoy urged patience.", "Friday", "speech"),
    ("At a dinner in Riga on Friday, two guests fell ill, the host said.", "Friday", "event"),
    ("Yesterday the barge cut its moorings, the pilot said.", "Yesterday", "event"),
    ("Yesterday the pilot said the barge had cut its moorings.", "Yesterday", "speech"),
    ("On Friday, the army, which denied any part, shelled the port.", "Friday", "event"),
    ("Latvia on Friday deplored the raid.", "Friday", "speech"),
    ("The pact was rejected on Friday by its members.", "Friday", "event"),
    ("Crews that reached the ship on Friday said it was empty.", "Friday", "event"),
    ("The bureau forecast on Friday that the river would rise.", "Friday", "speech"),
    ("The bureau cut its forecast on Friday.", "Friday", "event"),
    ("A 2019 audit by the council found cracks.", "2019", "speech"),
    ("A 2019 law banned the trade.", "2019", "event"),
    ("A petition filed Friday asks for a halt.", "Friday", "speech"),
    ("Troops sent on Friday reached the ford.", "Friday", "event"),
    ("The captain said after the match on Friday that he would stay.", "Friday", "speech"),
]


@pytest.mark.parametrize(("text", "words", "role"), CASES)
def test_role(text: str, words: str, role: str) -> None:
    report = Report(id="r", text=text, sha256="", published=Published("2023-08-06", "given"))
    roles = [
        one.value.role for one in find_times(report)[0] if one.text == words and isinstance(one.value, Time)
    ]
    assert roles == [role]


def test_a_byline_ends_with_its_sentence() -> None:
    text = "Posted by Ana Ruiz on 5 August 2023. We crossed the ford on Friday."
    part = Part(Span(0, len(text)), "byline", "", "")
    report = Report(id="r", text=text, sha256="", published=Published("2023-08-06", "given"), parts=(part,))
    roles = [one.value.role for one in find_times(report)[0] if isinstance(one.value, Time)]
    assert roles == ["publication", "event"]
