"""How many voices stand behind an event: drawn reports, the interval, and who is party."""

import pytest

from secondsource.lineage import count_voices, trace_lineage
from secondsource.model import Voices
from secondsource.model.index import index_of
from tests.values_collation import draw

ACTION = "[Kim Jong Un](actor person/kim-jong-un) [visited](action visit) [a plant](place)"


def count(*drawn: str, outlets: tuple[str | None, ...] = ()) -> Voices:
    readings = [
        draw(f"r{number}", text, outlet=outlet)
        for number, (text, outlet) in enumerate(zip(drawn, outlets or (None,) * len(drawn), strict=True))
    ]
    index = index_of(readings)
    derivations, _ = trace_lineage(readings)
    return count_voices(tuple(index.claims), index, derivations)


@pytest.mark.parametrize(
    ("drawn", "least", "most"),
    [
        ([f"{ACTION}."], 1, 1),
        ([f"{ACTION}, [KCNA](source outlet/kcna) [said](cue asserts).", f"{ACTION} this week."], 1, 2),
        ([f"{ACTION}.", f"{ACTION} by train.", f"{ACTION} at dawn."], 1, 3),
        ([f"{ACTION}, [KCNA](source outlet/kcna) [said](cue asserts).",
          f"{ACTION}, [the leader](source person/kim-jong-un) [said](cue asserts) himself."], 1, 1),
        ([f"{ACTION}, [KCNA](source outlet/kcna) [said](cue asserts).",
          f"{ACTION}, [Seoul](source state/KR) [said](cue confirms)."], 2, 2),
        ([f"{ACTION}, [Seoul](source state/KR) [said](cue accuses).",
          f"{ACTION}, [Pyongyang](source state/KP) [said](cue denies)."], 1, 1),
    ],
)  # fmt: skip
def test_interval(drawn: list[str], least: int, most: int) -> None:
    voices = count(*drawn)
    assert (voices.least, voices.most) == (least, most), voices.because


def test_a_copy_counts_once() -> None:
    long = (
        f"{ACTION} and walked along the whole of the line that the workers had swept since the early morning."
    )
    voices = count(long, long)
    assert (voices.least, voices.most) == (1, 1)
    assert any("counted once" in sentence for sentence in voices.because)


def test_who_denies_is_listed_and_party() -> None:
    voices = count(
        f"{ACTION}, [Seoul](source state/KR) [said](cue accuses).",
        f"{ACTION}, [Pyongyang](source state/KP) [said](cue denies).",
    )
    assert [(voice.voice, voice.stance, voice.party) for voice in voices.who] == [
        ("state/KR", "accuses", False),
        ("state/KP", "denies", True),
    ]


def test_a_states_own_agency_speaks_though_it_names_nobody() -> None:
    voices = count(f"{ACTION}.", outlets=("KCNA",))
    assert [(voice.voice, voice.party) for voice in voices.who] == [("outlet/kcna", True)]
