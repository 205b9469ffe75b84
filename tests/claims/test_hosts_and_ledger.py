"""What happened inside what, and the fate of every sentence."""

from secondsource.model import Part, Reading, Report, Span
from secondsource.reading import read_report

TEXT = """Lukin Tours Shipyards

President Boris Lukin visited a shipyard in Oslo on Friday. \
Lukin ordered the managers to double the output of torpedoes. \
In April, the navy held a parade in the port of Bergen. The weather was mild.

Subscribe to our newsletter
"""


def read() -> Reading:
    furniture = Part(
        Span(TEXT.index("Subscribe"), len(TEXT.rstrip())), "furniture", "asks for a subscription", "test"
    )
    title = Part(Span(0, len("Lukin Tours Shipyards")), "title", "first line", "test")
    return read_report(Report("0" * 12, TEXT, "", language="en", parts=(title, furniture)), "rules")


def test_an_order_given_there_is_part_of_the_visit_and_a_parade_elsewhere_is_not() -> None:
    claims = {one.type: one for one in read().claims if not one.headline}
    assert claims["order"].part_of == claims["visit"].id
    assert claims["parade"].part_of is None


def test_every_sentence_has_a_fate_and_what_is_used_names_its_claims() -> None:
    reading = read()
    fates = {line.span.of(TEXT).strip(): line for line in reading.sentences}
    assert fates["Subscribe to our newsletter"].fate == "furniture"
    assert fates["The weather was mild."].fate == "not understood"
    used = fates["President Boris Lukin visited a shipyard in Oslo on Friday."]
    assert used.fate == "used"
    assert set(used.claims) <= {one.id for one in reading.claims}
    assert used.claims
    covered = "".join(line.span.of(TEXT) for line in reading.sentences)
    assert "".join(covered.split()) == "".join(TEXT.split()), "a sentence was cut"


def test_every_mention_of_a_claim_is_in_the_reading_and_stands_at_its_words() -> None:
    reading = read()
    mentions = {one.id: one for one in reading.mentions}
    assert len(mentions) == len(reading.mentions), "an id stands twice"
    for claim in reading.claims:
        for id in (claim.action, *(role.mention for role in claim.roles)):
            assert mentions[id].span.of(TEXT) == mentions[id].text


def test_what_several_want_together_is_asked_by_each_of_them_once() -> None:
    text = (
        "Norway, Spain and Chile plan to ask the assembly to approve a resolution on the attack on the port."
    )
    reading = read_report(Report("0" * 12, text, "", language="en"))
    source = {one.id: " ".join(span.of(text) for span in one.source) for one in reading.attributions}
    asked = [[source[link] for link in one.attribution] for one in reading.claims if one.type == "attack"]
    assert asked == [["Norway", "Norway"], ["Spain", "Spain"], ["Chile", "Chile"]]
