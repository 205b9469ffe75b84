"""The stance and commitment of a cue where it stands: negation, rejection, what is promised, what is said."""

import pytest

from secondsource.attribution import find_attributions
from secondsource.language import analyse
from secondsource.model import Report

CASES = (
    ("The king rejected calls to resign.", "rejected", "declines"),
    ("The king rejected claims that he had resigned.", "rejected", "denies"),
    ("The army never accused the crew of smuggling.", "accused", "declines"),
    ("The army did not deny that it had fired.", "deny", "declines"),
    ("The envoy told the crowd to leave the square.", "told", "orders"),
    ("The junta promised grave consequences.", "promised", "threatens"),
    ("The junta promised to free the crew.", "promised", "promises"),
    ("The ministry warned against travel to the island.", "warned", "requests"),
    ("The images suggest that the kiln was rebuilt.", "suggest", "estimates"),
    ("The council suspects the mayor of fraud.", "suspects", "accuses"),
    ("“It is not true that we fired,” the captain said.", "said", "denies"),
    ("“Where is the ship?” the captain shouted.", "shouted", "requests"),
    ("Oslo held the company responsible for the leak.", "held", "accuses"),
    ("The president gave his word that the port would open.", "gave", "promises"),
    ("Both states took issue with the figure.", "took", "denies"),
)


@pytest.mark.parametrize(("text", "cue", "stance"), CASES)
def test_the_stance_is_that_of_the_whole(text: str, cue: str, stance: str) -> None:
    report = Report("r", text, "", language="en")
    found, _ = find_attributions(report, analyse(report)[0], ())
    here = {one.stance for one in found if any(cue in span.of(text) for span in one.cue)}
    assert here == {stance}
