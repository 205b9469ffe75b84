"""Matches of a text -> the same with years shared: `in March and April 1944` is March 1944 too."""

from secondsource.mentions.times.histories import with_year
from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.trees import Tree
from secondsource.mentions.times.words import LETTER

_L = LETTER
_LINKS = frozenset(
    (_L["and"], _L["or"], _L["to"], _L["dash"], _L["comma"] + _L["and"], _L["comma"] + _L["or"])
)
_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def share_years(text: Text, matches: list[Match]) -> list[Match]:
    """`the summer and autumn of 1981`, `on July 25 and August 3, 1944`: the year told last is that of all."""
    shared = list(matches)
    listed = False
    for at in range(len(shared) - 2, -1, -1):
        one, following = shared[at], shared[at + 1]
        between = text.classes[one.last : following.first]
        linked = between in _LINKS or (listed and between == _L["comma"])
        listed = False
        if not linked or (told := _told(following.tree)) is None or (month := _bare_month(one.tree)) is None:
            continue
        year, last = told
        shared[at] = one._replace(tree=with_year(one.tree, year - (month > last)))
        listed = True
    return shared


def _told(tree: Tree) -> tuple[int, int] | None:
    """Year and month of a date or season that has its year."""
    if tree[0] == "part":
        return _told(tree[2])
    if tree[0] == "date":
        return None if tree[1] is None or tree[2] is None else (tree[1], tree[2])
    if tree[0] == "within" and tree[1][0] == "season" and tree[2][0] == "date" and tree[2][1] is not None:
        return tree[2][1], _MONTH[tree[1][1]]
    return None


def _bare_month(tree: Tree) -> int | None:
    """The month of a date, or the first of a season, that has no year."""
    if tree[0] == "part":
        return _bare_month(tree[2])
    if tree[0] == "season":
        return _MONTH[tree[1]]
    return tree[2] if tree[0] == "date" and tree[1] is None else None
