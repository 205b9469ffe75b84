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
_BE = frozenset("is are was were be been had has have".split())
_SET = frozenset("going set due scheduled about expected planning preparing".split())
_REACH_LEFT, _REACH_RIGHT = 9, 6
_FADE = 0.92
_SURELY, _AHEAD, _BACK = 1.3, 0.75, -0.25


def tense_at(text: Text, first: int, last: int) -> int:
    """Tense of the clause around words `[first, last)`: near words count more; a modal bends a participle."""
    score = _left_of(text, first) + _right_of(text, last)
    return 2 if score > _SURELY else 1 if score > _AHEAD else -1 if score < _BACK else 0


def _left_of(text: Text, first: int) -> float:
    score, weight = 0.0, 1.0
    participles = 0.0
    after, ahead = "", False
    for at in range(first - 1, max(-1, first - 1 - _REACH_LEFT), -1):
        if text.classes[at] in _END:
            break
        word = text.words[at].strip().lower()
        cue = _LEFT.get(word)
        if word == "won" and text.classes[at + 1] == LETTER["apostrophe"]:
            word, cue = "will", _LEFT["will"]
        if word in _SURE_MODALS and score >= 0:
            return _LEFT["will"]
        if word in _MODALS:
            score, participles = score + weight * (cue or 0.0), 0.0
        elif word in _BE:
            # was scheduled, is expected: what is ahead is ahead of the telling
            participles += 0.0 if ahead else weight * (cue or 0.0)
        elif word in _SET and after == "to":
            score += _LEFT["scheduled"]
        elif cue is not None:
            score += weight * cue
        elif word == "to" and after.islower() and not after.endswith("ed"):
            score += weight * 0.7
        elif len(word) > 4 and word.endswith("ed"):
            participles -= weight
        ahead = cue is not None and cue >= 1.5
        after = text.words[at].strip()
        weight *= _FADE
    return score + participles


def _right_of(text: Text, last: int) -> float:
    score, weight = 0.0, 1.0
    if text.classes[last : last + 2] == LETTER["apostrophe"] + LETTER["s"]:
        score -= 0.8
    for at in range(last, min(len(text.words), last + _REACH_RIGHT)):
        if text.classes[at] in _END:
            break
        word = text.words[at].strip().lower()
        cue = _RIGHT.get(word)
        if cue is not None:
            score += weight * cue
        elif len(word) > 4 and word.endswith("ed"):
            score -= 0.4 * weight
        weight *= _FADE
    return score
