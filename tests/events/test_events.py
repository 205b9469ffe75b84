"""Claims of several reports become events: which, of what status, and what people's judgements change."""

import msgspec
import pytest

from secondsource.events import link_events
from secondsource.model import Event, Judgement, Reading, Story
from tests.summit import summit
from tests.values_collation import draw, id_of


def link(*readings: Reading, judgements: tuple[Judgement, ...] = ()) -> tuple[Event, ...]:
    story = Story("s", "", tuple(reading.report.id for reading in readings))
    events, _ = link_events(readings, [story], (), judgements)
    return events


def test_the_summit() -> None:
    told = {event.title: (event.status, event.time, len(event.claims)) for event in link(*summit())}
    assert told == {
        "Alexander Lukashenko meets Abbas Araghchi": ("happened (as claimed)", "2025-05-20", 7),
        "Iran supplies Belarus": ("disputed", "2025-03", 5),
        "Visit": ("happened (as claimed)", "2025-05-21", 1),
    }


def test_order_of_reports_changes_neither_events_nor_their_claims() -> None:
    forward = {frozenset(event.claims) for event in link(*summit())}
    backward = {frozenset(event.claims) for event in link(*reversed(summit()))}
    assert forward == backward


FIRED = "[The army](actor state/XA) [fired](action launch) [a rocket](object weapon/rocket)"


@pytest.mark.parametrize(
    ("drawn", "status"),
    [
        (f"{FIRED}.", "happened (as claimed)"),
        (f"{FIRED}, [Borduria](source state/XB) [charged](cue accuses).", "alleged"),
        (f"{FIRED}, [Borduria](source state/XB) [denied](cue denies).", "denied"),
        (f"{FIRED}. {{factuality planned}}", "planned"),
        (f"{FIRED}, [analysts](source) [think](cue believes).", "possible"),
        (f"{FIRED}, [the minister](source person/x) [vowed](cue promises).", "planned"),
        (
            f"{FIRED}, [Borduria](source state/XB) [charged](cue accuses).\n"
            "[The army](source state/XA) [denied](cue denies) the [charge](action denial). {answers 1}",
            "disputed",
        ),
        (
            f"{FIRED}, [Borduria](source state/XB) [charged](cue accuses).\n"
            f"{FIRED}, [the army](source state/XA) [denied](cue denies). {{factuality denied}}",
            "disputed",
        ),
    ],
)
def test_status(drawn: str, status: str) -> None:
    assert [event.status for event in link(draw("r", drawn))] == [status]


CHARGED = f"{FIRED}, [Borduria](source state/XB) [charged](cue accuses)."


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ("[The army](source state/XA) [denied](cue denies) the [charge](action denial).", "disputed"),
        (
            "[The army](source state/XA) [denied](cue denies) the [claim](action denial): [rocket](content).",
            "disputed",
        ),
        (
            "[The army](source state/XA) [denied](cue denies) the [claim](action denial): [wages](content).",
            "alleged",
        ),
        ("[Syldavia](source state/XS) [denied](cue denies) the [charge](action denial).", "alleged"),
    ],
)
def test_a_denial_answers_another_reports_charge(other: str, status: str) -> None:
    assert [event.status for event in link(draw("left", CHARGED), draw("right", other))] == [status]


def test_of_two_charges_none_is_denied() -> None:
    moved = "[The army](actor state/XA) [moved](action transfer) [rifles](object) to [Kesh](place), "
    second = f"{moved}[Borduria](source state/XB) [charged](cue accuses)."
    denial = "[The army](source state/XA) [denied](cue denies) the [charge](action denial)."
    told = link(draw("left", f"{CHARGED}\n{second}"), draw("right", denial))
    assert {event.status for event in told} == {"alleged"}


def test_a_part_joins_its_host_and_makes_no_event() -> None:
    visit = "[The leader](actor person/x) [visited](action visit) [a plant](place)."
    (event,) = link(draw("r", f"{visit}\nHe [ordered](action order) [more shells](content). {{part of 1}}"))
    assert len(event.claims) == 2


def test_a_statement_makes_no_event() -> None:
    assert (
        link(draw("r", "[The leader](actor person/x) [praised](action praise) [the troops](object).")) == ()
    )


def test_judgements_win() -> None:
    left = draw("left", f"{FIRED} [on 3 May](time 2024-05-03).")
    right = draw("right", f"{FIRED} [on 9 May](time 2024-05-09).")
    claims = (f"{id_of('left')}:c1", f"{id_of('right')}:c1")
    assert len(link(left, right)) == 2
    same = Judgement("same", claims, "A. Reader", "2024-06-01")
    assert len(link(left, right, judgements=(same,))) == 1
    again = draw("again", f"{FIRED} [on 3 May](time 2024-05-03).")
    apart = Judgement("not same", (claims[0], f"{id_of('again')}:c1"), "A. Reader", "2024-06-01")
    assert len(link(left, again)) == 1
    assert len(link(left, again, judgements=(apart,))) == 2


def test_a_chain_of_single_links_joins_nothing() -> None:
    days = ["2024-05-01", "2024-05-03/2024-05-20", "2024-05-22"]
    readings = [draw(day, f"{FIRED} [then](time {day}).") for day in days]
    assert len(link(*readings)) > 1


def test_one_deed_that_two_claim_together_is_one_event() -> None:
    reading = draw("r", f"{FIRED} [on 3 May](time 2024-05-03).")
    (claim,) = reading.claims
    twice = msgspec.structs.replace(
        reading, claims=(claim, msgspec.structs.replace(claim, id=f"{claim.id}b"))
    )
    (event,) = link(twice)
    assert len(event.claims) == 2


@pytest.mark.parametrize(
    ("drawn", "title"),
    [
        ("[Pyongyang](actor state/KP) [sold](action transfer) [Moscow](recipient state/RU) [arms](object).",
         "North Korea supplies Russia with arms"),
        ("[Its leader Kim](actor person/kim-jong-un) [toured](action visit) [the arms factories](place).",
         "Kim Jong Un visits arms factories"),
        ("[Iran](actor state/IR) and [Belarus](actor state/BY) [held](action talks) talks.",
         "Iran and Belarus hold talks"),
        ("[A bridge](object) was [damaged](action damage) [on 3 May](time 2024-05-03).", "Bridge damaged"),
        ("[More than 1,100 civilians](object) were [killed](action death) in [Minsk](place place/625144).",
         "More than 1,100 civilians killed"),
        ("[Clashes](action clash) broke out in [the harbour](place).", "Clash in the harbour"),
        ("[Saleh](actor person/ali-abdullah-saleh) put off his [departure](action departure).",
         "Departure of Ali Abdullah Saleh"),
        ("[Private firms](actor) [sold](action transfer) [Moscow](recipient state/RU) [arms](object).",
         "Private firms supply Russia with arms"),
        ("[Tribesmen](actor) [captured](action capture) [a bank](object).", "Tribesmen capture bank"),
        ("[The troops of the king](actor) [shelled](action shelling) [a village](target).",
         "Troops of the king shell village"),
        ("[The army](actor state/KP) [fired](action launch) [missiles, which had been hidden](object).",
         "North Korea launches missiles"),
    ],
)  # fmt: skip
def test_titles(drawn: str, title: str) -> None:
    assert [event.title for event in link(draw("r", drawn))] == [title]


def test_an_events_id_stays_when_other_reports_join() -> None:
    first = draw("a", f"{FIRED} [on 3 May](time 2024-05-03).")
    (alone,) = link(first)
    (joined,) = link(first, draw("b", f"{FIRED} [on 3 May](time 2024-05-03)."))
    assert alone.id == joined.id
