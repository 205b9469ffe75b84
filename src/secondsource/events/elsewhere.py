"""Denials that answer nothing in their own report -> the claims of other reports that they answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from secondsource.events.view import View
from secondsource.knowledge import load
from secondsource.knowledge.words import senses_of
from secondsource.model import Claim
from secondsource.model.index import Index

_TOLD = ("accuses", "asserts")


def answered_elsewhere(
    claims: Sequence[Claim],
    index: Index,
    views: Mapping[str, View],
    story_of: Mapping[str, str],
    group_of: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """Denial -> what others of its story charge the denier with, when it is one event that they speak of.

    "Oslo denied the allegations", one report says; in another Bern accuses Oslo of shipping shells.
    """
    charged: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        story = story_of.get(index.report_of(claim.id))
        if story is not None and claim.id in group_of and claim.foreground and _told_by(claim, index):
            for entity in _parties(views[claim.id]):
                charged[story, entity].append(claim)
    found: dict[str, tuple[str, ...]] = {}
    for claim in claims:
        denier = _denier(claim, index)
        story = story_of.get(index.report_of(claim.id))
        if denier is None or story is None or claim.id in group_of:
            continue
        meant = [one for one in charged[story, denier] if _is_meant(claim, denier, one, index, views)]
        accusing = [one for one in meant if index.chain(one)[-1].stance == "accuses"]
        targets = accusing or meant
        if len({group_of[one.id] for one in targets}) == 1:
            found[claim.id] = tuple(one.id for one in targets)
    return found


def _told_by(claim: Claim, index: Index) -> bool:
    """Whether somebody accuses or asserts it: what nobody is named for is not what a denial answers."""
    chain = index.chain(claim)
    return bool(chain) and chain[-1].stance in _TOLD and chain[-1].source_entity is not None


def _denier(claim: Claim, index: Index) -> str | None:
    """Who denies, in a claim that is nothing but a denial and answers nothing of its own report."""
    chain = index.chain(claim)
    if claim.type != "denial" or not chain or chain[-1].stance != "denies" or chain[-1].answers is not None:
        return None
    return chain[-1].source_entity


def _parties(view: View) -> frozenset[str]:
    """Who does it and who gets it."""
    return frozenset(
        entity for role in ("actor", "recipient", "target") for entity in view.entities.get(role, ())
    )


def _is_meant(denial: Claim, denier: str, other: Claim, index: Index, views: Mapping[str, View]) -> bool:
    """Said by another, in another report; of it the denial only points back, or speaks in words of it."""
    if index.report_of(other.id) == index.report_of(denial.id):
        return False
    if index.chain(other)[-1].source_entity == denier:
        return False
    own = frozenset(senses_of(views[denial.id].words("content"))) - _naming()
    return not own or bool(own & views[other.id].sentence)


@cache
def _naming() -> frozenset[str]:
    """Senses of the words that only name what was said: allegations, report, claim."""
    words = [
        row["word"] for row in load("answer_words") if row["kind"] in ("charge", "claim", "paper", "false")
    ]
    return frozenset(sense for word in words for sense in senses_of(word.replace("_", " ")))
