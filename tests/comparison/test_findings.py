"""What an analyst is told to look at: each finding where it belongs, and not where it does not."""

import pytest

from secondsource.collation import collate
from secondsource.comparison import arrange_timeline
from secondsource.model import Finding, ReferenceEvent
from tests.summit import summit
from tests.values_collation import draw

FIRED = "[The army](actor state/KP) [fired](action launch) [two rockets](object weapon/rocket)"
SAID = f"{FIRED}, [KCNA](source outlet/kcna) [said](cue asserts)"
LIST = tuple(
    ReferenceEvent(day, "rocket", f"two rockets fired on {day}")
    for day in ("2024-04-02", "2024-04-20", "2024-05-03", "2024-05-28", "2024-06-11")
)


def findings(
    *drawn: str, reference: tuple[ReferenceEvent, ...] = (), published: str | None = None
) -> list[Finding]:
    readings = [draw(f"r{number}", one, published) for number, one in enumerate(drawn)]
    return list(collate(readings, (), reference).findings)


@pytest.mark.parametrize(
    ("drawn", "what", "times"),
    [
        ([f"{SAID}.", f"{FIRED}."], "attribution missing", 1),
        ([f"{FIRED}.", f"{FIRED}."], "attribution missing", 0),
        ([f"{SAID}."], "party only", 1),
        ([f"{FIRED}, [Seoul](source state/KR) [said](cue asserts)."], "party only", 0),
        ([f"{FIRED}, [Seoul](source state/KR) [said](cue accuses).\n"
          "[The army](source state/KP) [denied](cue denies) the [charge](action denial). {answers 1}"],
         "disputed", 1),
        ([f"= {FIRED}\nThe weather was fine."], "headline not borne out", 1),
        ([f"= {FIRED}\n{FIRED} at dawn."], "headline not borne out", 0),
        ([f"= {FIRED}\n{FIRED} at dawn."], "told twice", 1),
        ([f"{FIRED} on [Monday](time open weekday(1))."], "date unknown", 2),
        ([f"{FIRED} of [two](quantity 2 rocket).", f"{FIRED}, [3](quantity 3 rocket)."], "figures differ", 1),
    ],
)  # fmt: skip
def test_findings(drawn: list[str], what: str, times: int) -> None:
    assert sum(one.what == what for one in findings(*drawn)) == times


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2024-05-03", ["reference"]),
        ("2024-05-01/2024-05-09", ["reference"]),
        ("2024-05-12", ["not in reference"]),
        ("2025-05-12", []),
    ],
)
def test_reference(day: str, what: list[str]) -> None:
    found = findings(f"{FIRED} [then](time {day}).", reference=LIST)
    assert [one.what for one in found if "reference" in one.what] == what


def test_later_in_the_same_month_counts_from_what_is_told_before() -> None:
    drawn = (
        "[The army](actor state/KP) held [a parade](action parade) on [4 May](time 2024-05-04).\n"
        f"{FIRED} [later in the same month](time 2024-05)."
    )
    (found,) = [one for one in findings(drawn, reference=LIST[:3] + LIST[4:]) if "reference" in one.what]
    assert found.what == "not in reference"
    assert "2024-05-05/2024-05-31" in found.message


def test_a_short_list_knows_nothing() -> None:
    found = findings(f"{FIRED} [then](time 2024-05-12).", reference=LIST[:2])
    assert not [one for one in found if "reference" in one.what]


def test_the_summit() -> None:
    told = {one.what for one in collate(summit()).findings}
    assert told >= {"disputed", "figures differ", "attribution missing", "derived report", "single voice"}


def test_order_conflict() -> None:
    visit = "[Xi](actor person/xi-jinping) [visited](action visit) [Minsk](place place/625144)"
    launch = f"{FIRED} from [Wonsan](place place/1866923)"
    left = f"{launch} [then](time 2024-05-03).\n{visit} [then](time 2024-05-02)."
    right = f"{launch} [then](time 2024-05-02).\n{visit} [then](time 2024-05-03)."
    assert "order conflict" in {one.what for one in findings(left, right)}


def test_timeline_puts_undated_events_last() -> None:
    drawn = f"{FIRED} once.\n[Xi](actor state/CN) [visited](action visit) [then](time 2024-05-01)."
    events = collate([draw("r", drawn)]).events
    assert [event.type for event in arrange_timeline(events)] == ["visit", "launch"]
