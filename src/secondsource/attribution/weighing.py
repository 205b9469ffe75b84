"""An answer and what it may speak of -> the sum of the points for and against their being bound.

Points are rows of `knowledge/answer_points.tsv`, each by its rule and its name.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from secondsource.attribution.bonds import RULES, Rule
from secondsource.attribution.pointing import Pointer
from secondsource.attribution.sides import Side
from secondsource.knowledge import load

_FAR = 10
_NO_CLAIM = frozenset("believes evaluates names orders perceives promises requests threatens".split())
Step = tuple[Rule, dict[str, float], float]


class Scale(NamedTuple):
    """What an answer's own wording gives, and the rules that can say anything of it.

    Each rule comes with its points by name and the most that it and those after it can give.
    """

    start: float
    steps: list[Step]


def scale_of(pointer: Pointer) -> Scale:
    """By what an answer is weighed."""
    names = [rule(pointer) for rule in OWN]
    start = sum([points("own")[name] for name in names if name is not None])
    return Scale(start, _steps(tuple([bool(getattr(pointer, one)) for one in _asked()])))


@cache
def _asked() -> list[str]:
    return sorted({asked for _, asked in RULES if asked})


@cache
def _steps(has: tuple[bool, ...]) -> list[Step]:
    there = {"", *compress(_asked(), has)}
    steps, rest = list[Step](), 0.0
    for rule, asked in reversed(RULES):
        if asked in there:
            given = points(rule.__name__)
            rest += max(0.0, *given.values())
            steps.append((rule, given, rest))
    return steps[::-1]


def weigh(scale: Scale, answer: Side, pointer: Pointer, other: Side, least: float) -> float:
    """The sum of the points that the rules give; what cannot come to the least is not weighed to the end."""
    draft, meant = answer.draft, other.draft
    far, within = abs(draft.number - meant.number), meant.outer is draft
    total = scale.start + standing(
        far,
        other.place == answer.place - 1,
        answer.paragraph == other.paragraph,
        within and meant.stance not in _NO_CLAIM,
        other.place > answer.place and not within and (far > 0 or pointer.how != "words"),
        answer.headline,
    )
    for rule, given, rest in scale.steps:
        if total + rest < least:
            break
        name = rule(answer, pointer, other)
        if name is not None:
            total += given[name]
    return total


@lru_cache(maxsize=1024)
def standing(far: int, last: bool, together: bool, inside: bool, after: bool, headline: bool) -> float:
    """The points for where the other stands, and whether that is inside: denied [the charge] that ...

    `far` counts sentences. Elsewhere than in a headline, what is answered stands before the answer.
    """
    names = ["same sentence", "sentence before", "two before"][far : far + 1]
    names += ["far"] * (far > _FAR) + ["said last"] * last + ["same paragraph"] * together
    names += ["inside"] * inside + ["after the headline" if headline else "after"] * after
    return sum([points("standing")[name] for name in names])


def definite(pointer: Pointer) -> str | None:
    """cites many claims as inaccurate: claims in general, of nobody in the report"""
    vague = pointer.how == "noun" and pointer.indefinite and not pointer.words and not pointer.whose
    return "indefinite" if vague else None


def pointed(pointer: Pointer) -> str | None:
    """denied it; contradicted him; declined to comment"""
    if pointer.person and not pointer.takes_back:
        return "person"
    return pointer.how if pointer.how in ("pointing", "comment") else None


OWN: tuple[Callable[[Pointer], str | None], ...] = (definite, pointed)


def needed() -> float:
    """The points that a bond needs."""
    return points("needed")["bound"]


@cache
def points(rule: str) -> dict[str, float]:
    """Points that a rule gives, by name."""
    return {row["name"]: float(row["points"]) for row in load("answer_points") if row["rule"] == rule}
