"""Claims of an event -> its status: what is held to be so, and whether anybody stands against it."""

from collections.abc import Sequence

from secondsource.model import Claim
from secondsource.model.event import Status
from secondsource.model.index import Index

_SAYS_SO = ("asserts", "confirms", "perceives", "names", "evaluates")
_BY_FACTUALITY: tuple[tuple[str, Status], ...] = (
    ("happened", "happened (as claimed)"),
    ("ongoing", "ongoing (as claimed)"),
    ("ordered", "ordered"),
    ("planned", "planned"),
    ("possible", "possible"),
    ("hypothetical", "hypothetical"),
    ("background", "background"),
)


def status_of(claims: Sequence[Claim], index: Index, own: Sequence[Claim]) -> Status:
    """The event's status. `own` are the claims that tell of the event itself, without its parts.

    Disputed: somebody stands for it and somebody denies it. Alleged: nobody but accusers stand for it.
    Otherwise the firmest that anybody claims; a guess (believes, estimates) makes it possible at most.
    """
    denied = any(_denies(claim, index) for claim in claims)
    standing = [claim for claim in own if not _denies(claim, index)]
    if not standing:
        return "denied" if denied else "background"
    if denied:
        return "disputed"
    if all(_stance(claim, index) == "accuses" for claim in standing):
        return "alleged"
    firm = [claim for claim in standing if _stance(claim, index) in (*_SAYS_SO, "accuses")]
    for factuality, status in _BY_FACTUALITY:
        if any(claim.factuality == factuality for claim in firm):
            return status
    guesses = {claim.factuality for claim in standing}
    if guesses & {"ordered"} or any(_stance(claim, index) == "orders" for claim in standing):
        return "ordered"
    planned = any(_stance(claim, index) in ("promises", "threatens") for claim in standing)
    return "planned" if planned or "planned" in guesses else "possible"


def _stance(claim: Claim, index: Index) -> str:
    chain = index.chain(claim)
    return chain[-1].stance if chain else "asserts"


def _denies(claim: Claim, index: Index) -> bool:
    # What a denial only presupposes ("the missiles that it fired") is not what it denies.
    denied = _stance(claim, index) == "denies" and claim.foreground
    return claim.factuality == "denied" or denied or claim.type == "denial"
