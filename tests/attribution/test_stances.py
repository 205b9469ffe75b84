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
    ("Cold water was poured on the rumours by the palace.", "poured", "denies"),
    ("Oslo laid the blame for the leak at the door of the owners.", "laid", "accuses"),
    ("The army was accused of shelling the mill.", "accused", "accuses"),
    ("Villagers said it was the army that shelled the mill.", "said", "accuses"),
    ("“Yes, that was our drone,” the colonel said.", "said", "confirms"),
    ("The commander insisted that nobody had been beaten.", "insisted", "denies"),
    ("The company quashed rumours of a merger.", "quashed", "denies"),
    ("The minister said it would publish the list.", "said", "promises"),
    ("The back-pedalling minister scotched talk of a swap.", "scotched", "denies"),
    ("The envoy dismissed the essay as childish.", "dismissed", "evaluates"),
    ("The minister called the report a fabrication.", "called", "denies"),
    ("The owner offered a reward for the violin.", "offered", "promises"),
    ("Not until dawn did the guards admit to the beating.", "admit", "confirms"),
    ("Thermal cameras revealed a leak under the hall.", "revealed", "perceives"),
    ("Economists put the damage at 640 million.", "put", "estimates"),
    ("The ministry said that Japan fired three missiles.", "said", "asserts"),
    ("The ministry said that the navy shipped oil to Chile.", "said", "asserts"),
    ("Monks said the navy shot three pilgrims.", "said", "accuses"),
    ("Monks said soldiers killed civilians in the village.", "said", "accuses"),
    ("Police said gunmen killed three people in the market.", "said", "asserts"),
    ("Monks said soldiers robbed the shrine.", "said", "accuses"),
    ("Monks said soldiers came at night and burned the barns.", "said", "accuses"),
    ("Monks said a man robbed the shrine.", "said", "asserts"),
    ("“Our assessment has not changed,” a spokesman said.", "said", "asserts"),
    ("“We have not decided,” a spokesman said.", "said", "asserts"),
    ("“We have never met,” the captain said.", "said", "denies"),
    ("“We did not shoot anyone,” the captain said.", "said", "denies"),
    ("“It never happened,” she said.", "said", "denies"),
    ("The board says it was not.", "says", "denies"),
    ("The captain protested that he had never set foot in the mill.", "protested", "denies"),
    ("The allegation is absurd, the captain said.", "said", "denies"),
    ("The owners countered that the mayor had stolen the grain.", "countered", "accuses"),
    ("The aide hinted that the mayor had embezzled the fund.", "hinted", "accuses"),
    ("The lawsuit says that the owners kept the fees.", "says", "accuses"),
    ("“They killed my brother,” the widow said.", "said", "accuses"),
    ("The rebels rejected the peace plan.", "rejected", "declines"),
    ("The rebels rejected the aid package.", "rejected", "declines"),
    ("The council denounced the letter as a hoax.", "denounced", "denies"),
    ("The guild denounced the mayor as the man who had sold the mill.", "denounced", "accuses"),
    ("The minister poured scorn on claims that he had fled.", "poured", "denies"),
    ("The board cast no blame on the crew.", "cast", "declines"),
    ("The captain resiled from the assertion that the crew had slept.", "resiled", "denies"),
    ("Asked whether he had met the envoy, the captain shook his head.", "shook", "denies"),
)


@pytest.mark.parametrize("text", ["The talks were called off.", "Reservists were called up on Monday."])
def test_a_particle_makes_another_word_of_a_verb(text: str) -> None:
    report = Report("r", text, "", language="en")
    assert find_attributions(report, analyse(report)[0], ())[0] == ()


@pytest.mark.parametrize(("text", "cue", "stance"), CASES)
def test_the_stance_is_that_of_the_whole(text: str, cue: str, stance: str) -> None:
    report = Report("r", text, "", language="en")
    found, _ = find_attributions(report, analyse(report)[0], ())
    here = {one.stance for one in found if any(cue in span.of(text) for span in one.cue)}
    assert here == {stance}


VOUCHED = (
    ("The army disproved the claim.", "disproved", "Uu"),
    ("The ship's log disproves the claim that she was abandoned.", "disproves", "CT-"),
    ("The bishop persuaded the army to lift the siege.", "persuaded", "CT+"),
    ("The bishop ordered the army to lift the siege.", "ordered", "Uu"),
    ("The panel commended the crew for having shut the valves.", "commended", "CT+"),
    ("The panel commended the plan.", "commended", "Uu"),
    ("The storm was christened Nora by the weather office.", "christened", "CT+"),
    ("The minister lied that no shells had been sold.", "lied", "CT-"),
    ("The council called in vain for the guns to fall silent.", "called", "CT-"),
    ("The emir pledged a second loan, which may never come.", "pledged", "PS-"),
)


@pytest.mark.parametrize(("text", "cue", "commitment"), VOUCHED)
def test_the_outlet_vouches_or_not(text: str, cue: str, commitment: str) -> None:
    report = Report("r", text, "", language="en")
    found, _ = find_attributions(report, analyse(report)[0], ())
    here = {one.commitment for one in found if any(cue in span.of(text) for span in one.cue)}
    assert here == {commitment}
