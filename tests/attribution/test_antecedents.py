"""Pronouns, titles and papers as sources -> who is meant: the entity, and the words that stand for it."""

import pytest

from tests.attribution.test_reports import read

MEANT = (
    # who told last, not who was named last
    (
        "Prime Minister Olav Lunde said the truce held. The deal was signed with Paul Renn. "
        "He said it would last.",
        "He",
        "person/olav-lunde",
    ),
    # who tells it around
    (
        "Paul Renn told reporters after a visit by Olav Lunde that he hopes the truce will hold.",
        "he",
        "person/paul-renn",
    ),
    # a body that told, and a title told under before
    ("Norway said the ships had left. It added that nobody was hurt.", "It", "state/NO"),
    (
        "Housing Minister Eva Holm said rents would fall. The flats were sold. The minister said more would "
        "be built.",
        "The minister",
        "person/eva-holm",
    ),
    # who wrote in the paper
    (
        "Lena Haddar wrote in a letter that the port was closed. The letter says nobody was hurt.",
        "The letter",
        "person/lena-haddar",
    ),
    # whose decision: that of the subject
    (
        "With its decision to ratify the treaty, the European Union kept its word.",
        "its",
        "organization/european-union",
    ),
    # the army is not its spokesman, and the US is no pronoun
    (
        "The army spokesman, Paul Renn, said the bridge stood. The army denied that it had fired.",
        "The army",
        None,
    ),
    ("They cited US accusations of fraud.", "US", "state/US"),
    ("Allegations made by Oslo that he fled were false.", "Oslo", "state/NO"),
    ("Paul Renn said the US denied the charge.", "the US", "state/US"),
)

STANDS_FOR = (
    (
        "A senior official of the navy said the ship sank. The official added that nobody had died.",
        "The official",
        "A senior official of the navy",
    ),
    ("The rebels hold the port. They want a truce.", "They", "The rebels"),
)


@pytest.mark.parametrize(("text", "source", "entity"), MEANT)
def test_who_is_meant(text: str, source: str, entity: str | None) -> None:
    found = [one for one in read(text)[0] if one.source and one.source[0].of(text) == source]
    assert [one.source_entity for one in found] == [entity]


@pytest.mark.parametrize(("text", "source", "words"), STANDS_FOR)
def test_what_words_stand_for_it(text: str, source: str, words: str) -> None:
    found = [one for one in read(text)[0] if one.source and one.source[0].of(text) == source]
    assert [[span.of(text) for span in one.antecedent] for one in found] == [[words]]


def test_a_pronoun_in_a_quotation_is_not_who_tells_it() -> None:
    text = "“He wants a truce,” the envoy said."
    inner = next(one for one in read(text)[0] if one.source and one.source[0].of(text) == "He")
    assert inner.antecedent == ()


def test_whoever_is_likely_to_come_need_not_think_so() -> None:
    assert read("The ship is likely to sail on Friday.")[0] == ()
