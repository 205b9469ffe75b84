"""What is judged of an action: a factuality with the words that make it so; the table of such words."""

from functools import cache
from typing import NamedTuple, cast

from secondsource.knowledge import load
from secondsource.model import Sentence, Span
from secondsource.model.claim import Factuality


class Judged(NamedTuple):
    """A factuality, the words that make it so (None: nothing does), how certain (None: not weighed)."""

    factuality: Factuality
    cue: Span | None
    certainty: float | None = None


def judged_by(sentence: Sentence, factuality: Factuality, index: int) -> Judged:
    """A factuality that one word decides."""
    return Judged(factuality, Span(sentence.tokens[index].start, sentence.tokens[index].end))


@cache
def words_that(place: str) -> dict[str, Factuality]:
    """Lemma -> what it makes of an action, for one place of `knowledge/factuality_cues.tsv`.

    `modal`: its auxiliary; `governor`: what modifies it, or governs it in any way; `complement`: what governs
    it by an infinitive, a gerund or "for"; `from`: by "from"; `subject`: the passive verb that it is the
    subject of.
    """
    return {
        row["lemma"]: cast(Factuality, row["factuality"])
        for row in load("factuality_cues")
        if row["place"] == place
    }
