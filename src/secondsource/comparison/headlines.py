"""Headline claims -> findings where nothing in the body of the report bears them out."""

from collections.abc import Iterator

from secondsource.comparison.context import Context
from secondsource.knowledge.event_tree import ancestry, kinship, makes_event
from secondsource.knowledge.standing import states_of
from secondsource.knowledge.words import senses_of
from secondsource.model import Claim, Finding, Reading

# A headline that tells what was done needs a body that tells it was done.
_TOLD = ("happened", "ongoing")


def headline_not_borne_out(context: Context) -> Iterator[Finding]:
    """The headline says that tests were conducted; the body tells of none, or only of old ones by others."""
    index = context.index
    event_of = {id: event.id for event in context.events for id in event.claims}
    for id, reading in index.readings.items():
        body = [claim for claim in reading.claims if not claim.headline]
        for claim in reading.claims:
            # What is said in a headline is told by whoever says it; here it is about what was done.
            if claim.headline and "statement" not in ancestry(claim.type):
                if any(_bears_out(claim, other, context) for other in body) or _in_other_words(
                    claim, reading
                ):
                    continue
                action = index.mentions.get(claim.action)
                words = action.text if action else claim.type
                yield Finding(
                    "headline not borne out",
                    event_of.get(claim.id),
                    (claim.action,),
                    f"headline of {index.label(id)}: “{words}” ({claim.type}); its body tells of none",
                    (id,),
                )


def _bears_out(headline: Claim, other: Claim, context: Context) -> bool:
    if kinship(headline.type, other.type) is None:
        return False
    if headline.factuality in _TOLD and other.factuality not in (*_TOLD, "denied"):
        return False
    ours = {mention.entity for mention in context.actors(headline) if mention.entity}
    theirs = {mention.entity for mention in context.actors(other) if mention.entity}
    if not ours or not theirs or ours & theirs:
        return True
    of_one_state = {state for one in ours for state in states_of(one)} & {
        state for one in theirs for state in states_of(one)
    }
    # A leader in the headline and the state in the body are one telling only when a detail is shared too.
    return bool(of_one_state) and bool(_details(headline, context) & _details(other, context))


def _in_other_words(headline: Claim, reading: Reading) -> bool:
    """Whether one sentence of the body holds most of a headline that is too vague to be of a type."""
    if makes_event(headline.type) != "shared":
        return False
    told = {role.mention for role in headline.roles}
    words = {sense for one in reading.mentions if one.id in told for sense in senses_of(one.text)}
    text, parts = reading.report.text, ("title", "subtitle", "furniture")
    body = (one.span.of(text) for one in reading.sentences if reading.report.part_at(one.span) not in parts)
    return any(2 * len(words & set(senses_of(sentence))) >= len(words) > 0 for sentence in body)


def _details(claim: Claim, context: Context) -> frozenset[str]:
    roles = [role for role in claim.roles if role.name not in ("actor", "quantity")]
    mentions = [
        context.index.mentions[role.mention] for role in roles if role.mention in context.index.mentions
    ]
    return frozenset(sense for mention in mentions for sense in senses_of(mention.text))
