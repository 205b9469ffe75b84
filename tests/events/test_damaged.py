"""Readings of which parts are missing: whatever was lost, the rest is put together and nothing is raised."""

import random

import msgspec
import pytest

from secondsource.collation import collate
from secondsource.model import Reading
from tests.summit import summit


def damaged(reading: Reading, generator: random.Random) -> Reading:
    """The reading without a third of its mentions, attributions and claims; at times without its text."""
    report = reading.report
    if generator.random() < 0.2:
        report = msgspec.structs.replace(report, text="", parts=())
    return msgspec.structs.replace(
        reading,
        report=report,
        sentences=() if generator.random() < 0.3 else reading.sentences,
        mentions=tuple(one for one in reading.mentions if generator.random() > 0.3),
        attributions=tuple(one for one in reading.attributions if generator.random() > 0.3),
        claims=tuple(one for one in reading.claims if generator.random() > 0.3),
    )


@pytest.mark.parametrize("seed", range(40))
def test_what_is_left_is_collated(seed: int) -> None:
    generator = random.Random(seed)
    readings = [damaged(one, generator) for one in summit()]
    collation = collate([*readings, readings[0]])
    known = {claim.id for reading in readings for claim in reading.claims}
    told = [claim for event in collation.events for claim in event.claims]
    assert set(told) <= known
    assert len(told) == len(set(told))


def test_nothing_gives_nothing() -> None:
    assert collate([]).events == ()
