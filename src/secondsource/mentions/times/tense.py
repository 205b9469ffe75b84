"""Words around a match -> whether the clause looks back (-1), ahead (1; 2 for certain), or neither (0)."""

from secondsource.knowledge import load
from secondsource.mentions.times.matches import Text
from secondsource.mentions.times.words import LETTER

_CUES = {(row["side"], row["word"]): float(row["weight"]) for row in load("time_cues")}
_LEFT = {word: weight for (side, word), weight in _CUES.items() if side == "left"}
_RIGHT = {word: weight for (side, word), weight in _CUES.items() if side == "right"}
_END = frozenset((LETTER["dot"], LETTER["break"]))
_MODALS = frozenset("will would should shall may might could can must ll".split())
_SURE_MODALS = frozenset(("will", "shall", "ll"))
_NO_LONGER = frozenset(("previously", "originally"))
_NO_LONGER_AHEAD = -1.0
_BE = frozenset("is are was were be been had has have".split())
_SET = frozenset("going set due scheduled about expected planning preparing".split())
_POSSESSIVE = LETTER["apostrophe"] + LETTER["s"]
_MOST_KNOWN = 100_000
_REACH_LEFT, _REACH_RIGHT = 9, 6
_FADE = 0.92
_SURELY, _AHEAD, _BACK = 1.3, 0.75, -0.25


def tense_at(text: Text, first: int, last: int) -> int:
    """Tense of the clause around words `[first, last)`: near words count more; a modal bends a participle."""
    score = _left_of(text, first) + _right_of(text, last)
    return 2 if score > _SURELY else 1 if score > _AHEAD else -1 if score < _BACK else 0


# The word, its weight left and right of a time, whether it is a modal, a form of be, a word in -ed.
_Tells = tuple[str, float | None, float | None, bool, bool, bool]


class _Telling(dict[str, _Tells]):
    """Each word as it stands in a text -> what it tells; filled as words are met, and bounded."""

    def __missing__(self, raw: str) -> _Tells:
        if len(self) > _MOST_KNOWN:
            self.clear()
        plain = raw.strip()
        word = plain.lower()
        ed = len(word) > 4 and word.endswith("ed")
        tells = plain, _LEFT.get(word), _RIGHT.get(word), word in _MODALS, word in _BE, ed
        self[raw] = tells
        return tells


_TELLING = _Telling()
_WILL = _LEFT["will"]


def _left_of(text: Text, first: int) -> float:
    score, weight = 0.0, 1.0
    participles = 0.0
    after, ahead = "", False
    classes, words = text.classes, text.words
    for at in range(first - 1, max(-1, first - 1 - _REACH_LEFT), -1):
        if classes[at] in _END:
            break
        plain, cue, _, modal, be, ed = _TELLING[words[at]]
        if modal:
            word = plain.lower()
            if word in _SURE_MODALS and score >= 0:
                return _WILL
            score, participles = score + weight * (cue or 0.0), 0.0
        elif (plain in _NO_LONGER or (plain == "had" and after == "been")) and score > 0:
            # had been due to expire on Friday, as previously planned: what was ahead then is over now
            return _NO_LONGER_AHEAD
        elif be:
            # was scheduled, is expected: what is ahead is ahead of the telling
            participles += 0.0 if ahead else weight * (cue or 0.0)
        elif after == "to" and plain.lower() in _SET:
            score += _LEFT["scheduled"]
        elif plain.lower() == "won" and classes[at + 1] == LETTER["apostrophe"]:
            if score >= 0:
                return _WILL
            score, participles, cue = score + weight * _WILL, 0.0, _WILL
        elif cue is not None:
            score += weight * cue
        elif plain.lower() == "to" and after.islower() and not after.endswith("ed"):
            score += weight * 0.7
        elif ed:
            participles -= weight
        ahead = cue is not None and cue >= 1.5
        after = plain
        weight *= _FADE
    return score + participles


def _right_of(text: Text, last: int) -> float:
    score, weight = 0.0, 1.0
    classes, words = text.classes, text.words
    if classes[last : last + 2] == _POSSESSIVE:
        score -= 0.8
    for at in range(last, min(len(words), last + _REACH_RIGHT)):
        if classes[at] in _END:
            break
        _, _, cue, _, _, ed = _TELLING[words[at]]
        if cue is not None:
            score += weight * cue
        elif ed:
            score -= 0.4 * weight
        weight *= _FADE
    return score
