"""What the grammar's lists of classes promise: where a match may begin, and what must stand in it."""

import pytest

from secondsource.mentions.times.grammar import GRAMMAR, INNER, LEADING, RULES, TRIGGER
from secondsource.mentions.times.matches import cut
from secondsource.mentions.times.words import LETTER


@pytest.mark.parametrize("letter", sorted(INNER))
def test_no_time_begins_with_an_inner_word(letter: str) -> None:
    others = list(LETTER.values())
    for second in others:
        for third in others:
            assert GRAMMAR.match(letter + second + third) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_only_leading_words_stand_before_the_first_trigger(rule: object) -> None:
    classes = cut(rule.example).classes  # type: ignore[attr-defined]
    trigger = TRIGGER.search(classes)
    assert trigger is not None
    assert set(classes[: trigger.start()]) <= LEADING
