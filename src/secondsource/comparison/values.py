"""Two fillers -> how they fit: the same, one finer than the other, alike, apart, or not to be told."""

from typing import Literal, NamedTuple

from secondsource.comparison.fillers import Filler
from secondsource.knowledge.containment import is_finer
from secondsource.knowledge.standing import name_of, states_of
from secondsource.knowledge.words import senses_of, stopwords, words_of
from secondsource.model import Quantity, Time

How = Literal["same", "left finer", "right finer", "alike", "apart", "open"]

# Part of the shorter description that must stand in the other one.
ALIKE = 0.34
# Senses that most facilities and weapons share: alike in these alone is not alike.
_GENERAL = frozenset(senses_of("factory make weapon specialised system new"))
_NUMBERS = "one two three four five six seven eight nine ten dozen several first second third fourth fifth"
_COUNTS = frozenset(senses_of(f"{_NUMBERS} latest recent new"))


class Fit(NamedTuple):
    """How two values fit, how surely (0 to 1), and in which words."""

    how: How
    strength: float
    detail: str


def fits(left: Filler, right: Filler) -> Fit | None:
    """How two fillers of one role fit; None when nothing brings them together.

    "apart" is said only of values that cannot both be so (days, figures with one unit).
    """
    if isinstance(left.value, Time) and isinstance(right.value, Time):
        return fit_times(left.value, right.value)
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return fit_quantities(left.value, right.value)
    return _fit_entities(left, right) or _fit_names(left, right) or _fit_words(left, right)


def fit_times(left: Time, right: Time) -> Fit | None:
    """3 to 5 August holds 4 August; undated, Thursday is Thursday, and late July lies in July."""
    if not left.open and not right.open:
        if left.same_interval(right):
            return Fit("same", 1.0, "")
        if left.covers(right):
            return Fit("right finer", 0.9, "")
        if right.covers(left):
            return Fit("left finer", 0.9, "")
        if left.overlaps(right):
            return Fit("alike", 0.5, "the two overlap")
        return Fit("apart", 0.2, "no day in common")
    if left.same_pattern(right):
        return Fit("same", 0.9, "not dated")
    if left.open and right.open and left.expression and right.expression:
        if left.expression in right.expression:
            return Fit("right finer", 0.7, "not dated")
        if right.expression in left.expression:
            return Fit("left finer", 0.7, "not dated")
    return Fit("open", 0.1, "not dated")


def fit_quantities(left: Quantity, right: Quantity) -> Fit | None:
    """Two missiles and two missiles; dozens holds 38; 60 drones and 100 drones do not fit."""
    if unit_of(left) != unit_of(right):
        return None
    ours, theirs = _range(left), _range(right)
    if ours == theirs:
        known = left.low is not None or left.high is not None
        return Fit("same", 1.0, "") if known else Fit("open", 0.1, "no figure is told")
    if ours[0] <= theirs[0] and theirs[1] <= ours[1]:
        return Fit("right finer", 0.8, "")
    if theirs[0] <= ours[0] and ours[1] <= theirs[1]:
        return Fit("left finer", 0.8, "")
    if ours[0] <= theirs[1] and theirs[0] <= ours[1]:
        return Fit("alike", 0.5, "the ranges overlap")
    if left.hedge and _rounds(left, right):
        return Fit("right finer", 0.6, "the other is rounded")
    if right.hedge and _rounds(right, left):
        return Fit("left finer", 0.6, "the other is rounded")
    return Fit("apart", 0.3, "the figures do not fit")


def _rounds(rough: Quantity, exact: Quantity) -> bool:
    """Whether a figure may be another one rounded: about 400 km of 412.6 km, but not about 450 km."""
    if rough.low is None or exact.low is None or rough.low != rough.high or exact.low != exact.high:
        return False
    steps = (step * 10**power for power in range(9) for step in (5, 1))
    step = max((one for one in steps if rough.low % one == 0), default=1)
    return abs(rough.low - exact.low) <= min(step / 2, 0.1 * rough.low)


def unit_of(quantity: Quantity) -> str:
    """The unit as it is compared: one word for shells and shell."""
    return " ".join(senses_of(quantity.unit)) or quantity.unit


def _range(quantity: Quantity) -> tuple[float, float]:
    return (
        float("-inf") if quantity.low is None else quantity.low,
        float("inf") if quantity.high is None else quantity.high,
    )


def _fit_entities(left: Filler, right: Filler) -> Fit | None:
    """North Korea = Pyongyang; Hwasong-18 is finer than ICBM; Kim acts for North Korea."""
    if not left.entity or not right.entity:
        return None
    if left.entity == right.entity:
        return Fit("same", 1.0, "")
    if is_finer(right.entity, left.entity) and _told_coarsely(left, right):
        return Fit("right finer", *_how_finer(right.entity))
    if is_finer(left.entity, right.entity) and _told_coarsely(right, left):
        return Fit("left finer", *_how_finer(left.entity))
    if left.entity in states_of(right.entity):
        return Fit("right finer", 0.6, "acts for it")
    if right.entity in states_of(left.entity):
        return Fit("left finer", 0.6, "acts for it")
    return None


def _told_coarsely(coarse: Filler, fine: Filler) -> bool:
    """Whether the coarse wording only leaves out, and tells of no others ("nuclear-capable missiles")."""
    if not coarse.entity or not fine.entity or not coarse.entity.startswith("weapon/"):
        return True
    if fine.entity.count("/") - coarse.entity.count("/") < 2:
        return True
    kinds = {*senses_of(name_of(coarse.entity)), *senses_of(name_of(fine.entity)), *senses_of(fine.words)}
    return not {sense for sense in senses_of(coarse.words) if sense not in kinds} - _COUNTS


def _how_finer(finer: str) -> tuple[float, str]:
    return (0.9, "a kind of it") if finer.startswith("weapon/") else (0.8, "lies in it")


def _fit_names(left: Filler, right: Filler) -> Fit | None:
    """Shoigu and Sergei Shoigu: the fuller name is the finer one."""
    ours, theirs = _capitals(left.words), _capitals(right.words)
    if not ours or not theirs or (left.entity and right.entity):
        return None
    if ours == theirs:
        return Fit("same", 0.9, "")
    if ours < theirs:
        return Fit("right finer", 0.7, "the fuller name")
    return Fit("left finer", 0.7, "the fuller name") if theirs < ours else None


def _capitals(words: str) -> frozenset[str]:
    """The folded words of a name; empty when it is not written in capitals throughout."""
    content = [word for word in words_of(words) if word.folded not in stopwords()]
    if not content or not all(words[word.start].isupper() for word in content):
        return frozenset()
    return frozenset(word.folded for word in content)


def _fit_words(left: Filler, right: Filler) -> Fit | None:
    """A shell factory and a plant that makes large-calibre shells."""
    kind = (left.entity or "").partition("/")[0]
    # Two names of known and different persons, states or places are not one because words are shared.
    if kind == (right.entity or "").partition("/")[0] and kind not in ("", "weapon", "facility", "thing"):
        return None
    ours, theirs = frozenset(senses_of(left.words)), frozenset(senses_of(right.words))
    shared = ours & theirs
    if not shared:
        return None
    if ours == theirs:
        return Fit("same", 0.95, "")
    part = _weight(shared) / min(_weight(ours), _weight(theirs))
    detail = "alike in: " + ", ".join(sorted(_as_written(left.words, shared)))
    if shared in (ours, theirs) and (len(shared) > 1 or shared - _GENERAL):
        strength = 0.6 + 0.2 * len(shared) / max(len(ours), len(theirs))
        return Fit("right finer" if len(theirs) > len(ours) else "left finer", strength, "says more")
    if len(shared) < 2 or part < ALIKE or not shared - _GENERAL:
        return None
    named = [_has_name(left.words), _has_name(right.words)]
    if named[0] != named[1]:
        return Fit("left finer" if named[0] else "right finer", 0.3 + 0.4 * part, f"named; {detail}")
    return Fit("alike", 0.3 + 0.4 * part, detail)


def _weight(senses: frozenset[str]) -> float:
    return sum(0.3 if sense in _GENERAL else 1.0 for sense in senses)


def _has_name(words: str) -> bool:
    """Whether a description holds a name: 140th Repair Plant, the Sohae site."""
    return any(word[:1].isupper() or word[:1].isdigit() for word in words.split()[1:] or [words])


def _as_written(words: str, senses: frozenset[str]) -> set[str]:
    """The words of a phrase that carry these senses, as a person reads them."""
    return {word.lower() for word in words.split() if senses & frozenset(senses_of(word))} or set(senses)
