"""Times and places that no action governs directly -> the action of their sentence that they belong to."""

from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.claims.meanings import Argument, Trigger, role_of_preposition
from secondsource.claims.phrases import preposition_of
from secondsource.claims.roles import carrier_of
from secondsource.claims.speech import dates_events
from secondsource.knowledge import load
from secondsource.model import Mention, Quantity, Sentence, Span

# How many characters after an action an ungoverned place still belongs to it.
NEAR = 60


def arguments_left_over(
    sentence: Sentence, telling: Sequence[Trigger], named: dict[int, Mention], cues: Sequence[Span]
) -> dict[int, tuple[Argument, ...]]:
    """Action -> what belongs to it though the tree hangs it elsewhere.

    A time under a verb of speech is not the event's.
    """
    found: dict[int, tuple[Argument, ...]] = {}
    for owner, argument in (
        *_times(sentence, telling, named, cues),
        *_places(sentence, telling, named),
        *_measures(sentence, telling, named),
    ):
        found[owner] = (*found.get(owner, ()), argument)
    return found


def _times(
    sentence: Sentence, telling: Sequence[Trigger], named: dict[int, Mention], cues: Sequence[Span]
) -> Iterator[tuple[int, Argument]]:
    """ "[On Friday], after months of waiting, the crew ... launched": up the tree to the nearest action."""
    owners = {one.at: one.at for one in telling}
    for one in telling:
        carrier = carrier_of(sentence, one.at)
        if carrier is not None:
            owners.setdefault(carrier, one.at)
    speaking = {
        index
        for index, token in enumerate(sentence.tokens)
        if token.upos in ("VERB", "NOUN") and any(cue.overlaps(Span(token.start, token.end)) for cue in cues)
    }
    for head, mention in named.items():
        if not dates_events(mention) or sentence.head_of(mention.span) != head:
            continue
        place, seen = head, set[int]()
        while place not in seen:
            seen.add(place)
            if _qualifies(sentence, place) and sentence.tokens[place].head not in owners:
                break  # "gave parts for the missiles that were fired [this week]": the firing is dated
            place = sentence.tokens[place].head
            if place in speaking and place not in owners:
                break
            if place in owners:
                yield owners[place], Argument("time", head, "roles.nearest_time")
                break
        else:
            # Nothing governs it: an only event of the sentence takes it.
            if len(telling) == 1 and not speaking:
                yield telling[0].at, Argument("time", head, "roles.nearest_time")


def _qualifies(sentence: Sentence, index: int) -> bool:
    """True for the verb of a clause that says which thing is meant."""
    token = sentence.tokens[index]
    return token.upos == "VERB" and token.deprel in ("acl", "acl:relcl")


def _places(
    sentence: Sentence, telling: Sequence[Trigger], named: dict[int, Mention]
) -> Iterator[tuple[int, Argument]]:
    """ "gave guidance to workers [at a complex]": a place with its preposition, soon after an action."""
    for head, mention in named.items():
        if mention.kind not in ("facility", "place") or sentence.head_of(mention.span) != head:
            continue
        preposition = preposition_of(sentence, head) or _word_before(sentence, mention)
        before = [one for one in telling if one.action.span.end <= mention.span.start]
        if not before or mention.span.start - before[-1].action.span.end > NEAR:
            continue
        role = role_of_preposition(before[-1].type, preposition.rpartition("_")[2], mention.kind)
        if role in ("place", "target"):
            yield before[-1].at, Argument(role, head, "roles.nearest_place")


def _measures(
    sentence: Sentence, telling: Sequence[Trigger], named: dict[int, Mention]
) -> Iterator[tuple[int, Argument]]:
    """ "flew for an hour at a height of [90 km]": a measured quantity, soon after the action."""
    for head, mention in named.items():
        unit = mention.value.unit if isinstance(mention.value, Quantity) else ""
        if (
            mention.kind != "quantity"
            or unit not in measured_units()
            or sentence.head_of(mention.span) != head
        ):
            continue
        before = [one for one in telling if one.action.span.end <= mention.span.start]
        if before and mention.span.start - before[-1].action.span.end <= 2 * NEAR:
            yield before[-1].at, Argument("quantity", head, "roles.nearest_measure")


def _word_before(sentence: Sentence, mention: Mention) -> str:
    """The word before a phrase, its article left out."""
    before = [one for one in sentence.tokens if one.end <= mention.span.start]
    while before and before[-1].upos in ("DET", "ADJ"):
        before.pop()
    return before[-1].text.lower() if before and before[-1].upos == "ADP" else ""


@cache
def measured_units() -> frozenset[str]:
    """Units of measure: what is counted by them belongs to the action, not to a noun."""
    return frozenset(row["unit"] for row in load("units"))
