"""What a denial, a confirmation, a refusal to comment speaks of; and what speaks of nothing in the report."""

from collections.abc import Callable

import pytest

from secondsource.attribution import find_attributions
from secondsource.attribution.bonds import RULES
from secondsource.attribution.weighing import OWN, needed, pointed, standing
from secondsource.knowledge import load
from secondsource.language import analyse
from secondsource.mentions import find_mentions
from secondsource.model import Attribution, Report


def read(text: str) -> tuple[Attribution, ...]:
    report = Report("r", text, "", language="en")
    sentences, _ = analyse(report, "default")
    mentions, _ = find_mentions(report, sentences)
    return find_attributions(report, sentences, mentions)[0]


def words(text: str, one: Attribution) -> str:
    return " ".join(span.of(text) for span in one.source)


# Who answers, and whose words; None: what is answered is not in the report.
ANSWERS = {
    "by a pronoun": (
        "Residents accused the army of shelling the mill. The army denied it.",
        ("The army", "Residents"),
    ),
    "by a noun, the nearest that fits": (
        "Oslo accused Bern of spying. The mayor of Telma said the road was open. Bern denied the charge.",
        ("Bern", "Oslo"),
    ),
    "by a noun with its owner": (
        "Castel said the keeper had asked to leave. Two agents said the club was broke. "
        "The sporting director rejected Castel's account.",
        ("The sporting director", "Castel"),
    ),
    "in its own words": (
        "The rebels said two convoys had crossed the river at Oss. Analysts said fuel was short. "
        "The army denied that convoys had crossed the river.",
        ("The army", "The rebels"),
    ),
    "a verb and its noun": (
        "Villagers said soldiers attacked the clinic. The general staff denied any attack on the clinic.",
        ("The general staff", "Villagers"),
    ),
    "a figure": (
        "The union said 400 workers were dismissed. The minister said the talks went well. "
        "The mill disputed the figure.",
        ("The mill", "The union"),
    ),
    "a demand is turned down": (
        "Ostmark demanded an apology. The fishing board said the nets were legal. "
        "The minister rejected the demand.",
        ("The minister", "Ostmark"),
    ),
    "named and called false": (
        "A video alleges that the army blew up the bridge. The claim is false, the defence staff wrote.",
        ("the defence staff", "A video"),
    ),
    "called a fairy tale": (
        "The radio said planes had dropped gas on the town. The government called the report a fairy tale.",
        ("The government", "The radio"),
    ),
    "the contrary in the same words": (
        "A woman said children had fainted after being vaccinated in Loma. "
        "“No child has been vaccinated in Loma,” Doctor Sule told reporters.",
        ("Doctor Sule", "A woman"),
    ),
    "no comment": (
        "The daily reported that the owner would sell the plant. The owner declined to comment.",
        ("The owner", "The daily"),
    ),
    "confirmed": (
        "The relatives said the submarine Otter was lost. The navy confirmed that the submarine was lost.",
        ("The navy", "The relatives"),
    ),
    "who said it takes it back": (
        "The minister called the skippers pirates. Skippers said the minister was drunk. "
        "The board said the nets were legal. The board later withdrew its remark.",
        ("The board", "The board"),
    ),
    "stands by it": (
        "The magazine Spectrum wrote that the general was arrested. The minister praised the harvest. "
        "Spectrum's editor said the magazine stood by its story.",
        ("Spectrum's editor", "The magazine Spectrum"),
    ),
    "lying": (
        "The envoy, Ana Ruiz, said the bridge was intact. The mayor accused Ruiz of lying.",
        ("The mayor", "The envoy, Ana Ruiz,"),
    ),
    "nothing of it is told": (
        "The army said a bridge fell. The general denied ever wanting to go into politics.",
        None,
    ),
    "no such thing was demanded": (
        "The minister said the harvest was good. The farmers rejected the demand.",
        None,
    ),
    "somebody else's claim": (
        "The minister said the harvest was good. The farmers rejected Ostmark's claim.",
        None,
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_is_answered(name: str) -> None:
    text, pair = ANSWERS[name]
    found = read(text)
    by_id = {one.id: one for one in found}
    bound = [(words(text, one), words(text, by_id[one.answers])) for one in found if one.answers]
    assert bound == ([] if pair is None else [pair])


def test_an_answer_to_an_answer() -> None:
    text = (
        "Residents said troops burned the mill. The ministry denied it. "
        "A deserter contradicted the ministry's denial."
    )
    found = read(text)
    claim, denial, reply = (
        next(one for one in found if one.stance == stance and who in words(text, one))
        for stance, who in (("accuses", "Residents"), ("denies", "ministry"), ("denies", "deserter"))
    )
    assert (denial.answers, reply.answers) == (claim.id, denial.id)


def test_joint_denials_answer_the_same() -> None:
    found = read("Oslo accused Bern of arming rebels. Bern and Telma have both denied the allegations.")
    accusation, *denials = found
    assert {one.answers for one in denials} == {accusation.id}


def test_every_point_has_its_rule() -> None:
    given = {"own": set[str]()}
    for rule in OWN:
        given["own"] |= texts(rule) | ({"pointing", "comment"} if rule is pointed else set())
    for rule, _ in RULES:
        given[rule.__name__] = texts(rule)
    given["standing"] = texts(standing.__wrapped__)
    given["needed"] = texts(needed)
    for row in load("answer_points"):
        assert row["name"] in given[row["rule"]], row


def texts(rule: Callable[..., object]) -> set[str]:
    """The texts that stand in a function, those of its tuples too."""
    consts = [
        one for const in rule.__code__.co_consts for one in (const if isinstance(const, tuple) else [const])
    ]
    return {one for one in consts if isinstance(one, str)}


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The envoy disputed the figure: the town had never lost a house, he told reporters.",
            ["the figure", "the town had never lost a house"],
        ),
        ("The minister said: the talks have failed.", ["the talks have failed"]),
    ],
)
def test_a_colon_parts_two_sayings(text: str, contents: list[str]) -> None:
    assert [" ".join(span.of(text) for span in one.content) for one in read(text)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "The leader offered the guest a tour of the new plant.",
        "The parade seems to be a show of force by the army.",
        "Newly published pictures provide a rare insight into the secret works.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert read(text) == ()
