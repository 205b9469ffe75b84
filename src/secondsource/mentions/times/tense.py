"""Words around a match -> whether the clause looks back (-1), ahead (1), or does not show it (0)."""

from secondsource.mentions.times.matches import Text
from secondsource.mentions.times.words import LETTER

_AHEAD = frozenset(
    "will would shall may might could expected expects expect plans plan planned scheduled due upcoming intends "
    "intend set going begin begins prepare preparing next until by ll to forthcoming hopes hope is are".split()
)
_BACK = frozenset(
    "was were had did has have been took came went held ago after since said told began ended".split()
)
_STRONG = frozenset("will would scheduled due expected upcoming plans planned intends ll shall".split())
_END = frozenset((LETTER["dot"], LETTER["break"]))


def tense_at(text: Text, first: int, last: int) -> int:
    """Tense of the clause that holds words `[first, last)`."""
    score = 0.0
    for step, positions in ((-1, range(first - 1, first - 10, -1)), (1, range(last, last + 8))):
        for distance, at in enumerate(positions, 1):
            if not 0 <= at < len(text.words) or text.classes[at] in _END:
                break
            word = text.words[at].strip().lower()
            weight = 1 / (1 + 0.15 * distance)
            if word in _STRONG:
                score += 2.2 * weight
            elif word in _BACK:
                score -= weight
            elif len(word) > 4 and word.endswith("ed"):
                score -= weight
            elif step < 0 and word in _AHEAD:
                score += 0.4 * weight
    return 1 if score > 0.8 else -1 if score < 0 else 0
