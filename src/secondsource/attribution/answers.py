"""Denials, confirmations and refusals -> the attribution whose proposition they speak of."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from secondsource.attribution.draft import Draft
from secondsource.model import Report, Sentence

ANSWERING = frozenset({"denies", "confirms", "declines"})
# What a content can be called by who answers it, and the stances that it can be.
_ACCUSING = frozenset("accusation allegation charge accuse indictment finger blame".split())
_ASSERTING = frozenset(
    "account article finding version view word claim report assertion statement comment remark "
    "suggestion rumor rumour story speculation "
    "".split()
)
ANSWERABLE = frozenset(
    {"accuses", "asserts", "estimates", "believes", "orders", "promises", "threatens", "perceives"}
)
_POINTING = frozenset({"it", "this", "that", "them", "these", "those", "so", "such"})
_CALLED = _ACCUSING | _ASSERTING | {"it", "this", "that"}
_PAPER = re.compile(r"\b(report|study|inquiry|article|document|findings)\b")
_NEAR = 80
_AROUND = 12
_SHORT = 6
_FALSE = frozenset(
    "absurd baseless fabricated fabrication fake false fiction groundless incorrect lie nonsense slander "
    "smear unfounded unsubstantiated untrue".split()
)
_LIGHT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "NUM"})
_EMPTY = frozenset({"have", "be", "do"})
_NEEDED = frozenset({"obj", "nsubj", "obl", "xcomp"})


class Wording:
    """The lemmas of a report's words that mean something, and of its pronouns, by where they stand."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        told = [
            [
                one
                for one in sentence.tokens
                if (one.upos in _LIGHT and one.lemma not in _EMPTY)
                or (one.lemma in _POINTING and one.upos not in _LIGHT and one.deprel in _NEEDED)
            ]
            for sentence in sentences
        ]
        self._lemmas = [token.lemma for one in told for token in one]
        self._starts = [token.start for one in told for token in one]
        self._ends = [token.end for one in told for token in one]
        self._firsts = [0, *accumulate(map(len, told))]
        self._known: dict[int, frozenset[str]] = {}

    def of(self, draft: Draft) -> frozenset[str]:
        """Those of the words of a content, which changes no more, that stand not too far from its cue."""
        if id(draft) not in self._known:
            self._known[id(draft)] = self._find(draft)
        return self._known[id(draft)]

    def _find(self, draft: Draft) -> frozenset[str]:
        least = self._firsts[max(0, draft.number - _AROUND)]
        most = self._firsts[min(draft.number + _AROUND, len(self._firsts) - 1)]
        found = set[str]()
        for span in draft.content:
            first, last = bisect_left(self._starts, span.start), bisect_right(self._ends, span.end)
            found.update(self._lemmas[max(first, least) : min(last, most)])
        return frozenset(found)


def see_denials(report: Report, wording: Wording, drafts: list[Draft]) -> None:
    """The ministry said the accusations are baseless: who calls a charge false denies it."""
    for draft in drafts:
        if draft.stance in ("names", "evaluates") and draft.content and _opens(report, draft) & _ACCUSING:
            draft.stance = "denies"
            continue
        if draft.stance in ("asserts", "names", "evaluates"):
            words = wording.of(draft)
            if len(words) <= _SHORT and words & _FALSE and words & _CALLED:
                draft.stance = "denies"


def bind_answers(report: Report, wording: Wording, drafts: list[Draft]) -> None:
    """Set `answers` on every draft that denies or confirms what another draft of the report says."""
    for place, draft in enumerate(drafts):
        if draft.stance not in ANSWERING:
            continue
        mine = wording.of(draft)
        near = drafts[max(0, place - _NEAR) : place + _NEAR]
        held = [one for one in near if one.outer is draft and one.stance in ("accuses", "asserts")]
        held = [one for one in held if one.made_by == "attribution/nouns" and one.source]
        if held:
            draft.answers = held[0]
            continue
        before = [one for one in drafts[max(0, place - _NEAR) : place] if _can_be_answered(draft, one)]
        after = [one for one in drafts[place + 1 : place + _NEAR] if _can_be_answered(draft, one)]
        opens = _opens(report, draft)
        pointing = bool(opens & (_ACCUSING | _ASSERTING | _POINTING)) and not opens - (
            _ACCUSING | _ASSERTING | _POINTING
        )
        anaphor = _is_anaphor(mine) or pointing
        named = _of_source(report, mine, before) if draft.stance == "declines" or not anaphor else None
        if named is not None:
            draft.answers = named
            continue
        accusing = bool((opens if pointing else mine) & (_ACCUSING | {"wrongdoing", "involvement"}))
        if anaphor:
            draft.answers = _papers(report, opens, before)
            draft.answers = draft.answers or _last(report, draft, before, accusing) or _first(after, accusing)
        elif draft.stance != "declines":
            draft.answers = _alike(mine, before, wording) or _alike(mine, after, wording)


def _can_be_answered(draft: Draft, other: Draft) -> bool:
    if other.stance not in ANSWERABLE:
        return False
    if draft.outer is other or other.outer is draft:
        return False
    if draft.source_entity is not None and draft.source_entity == other.source_entity:
        return False
    return draft.number != other.number or not any(a.overlaps(b) for a in draft.cue for b in other.cue)


def _is_anaphor(words: frozenset[str]) -> bool:
    """`the allegations`, `it`, `the claim`, `to comment on the report`: only a name for what was said."""
    rest = words - _ACCUSING - _ASSERTING - _POINTING - _FALSE
    rest -= {"comment", "confirm", "respond", "answer", "deny", "repeated", "wrongdoing", "involvement"}
    return not rest and bool(words)


def _opens(report: Report, draft: Draft) -> frozenset[str]:
    """Its first words, up to a judgement on it: `the charge` “a fairy tale”, `that` as a lie"""
    found: list[str] = []
    for word in draft.content[0].of(report.text).replace("”", " ”").replace("“", " “").split(maxsplit=4)[:4]:
        plain = word.strip(",.").lower()
        if plain in ("as", "of", "that", "by") and found or word.startswith(("“", '"')):
            break
        found.append(plain)
    small = {"the", "a", "an", "its", "his", "her", "their", "all", "such"}
    named = [one.removesuffix("s") if one not in _POINTING else one for one in found if one not in small]
    return frozenset(named) if 0 < len(named) <= 2 else frozenset()


def _of_source(report: Report, words: frozenset[str], before: list[Draft]) -> Draft | None:
    """`to comment on the agency's report`: the latest thing said by the one whom it names."""
    if not words & (_ACCUSING | _ASSERTING):
        return None
    rest = words - _ACCUSING - _ASSERTING - _POINTING - {"comment", "confirm", "respond", "answer", "deny"}
    if not rest or len(rest) > 2:
        return None
    for one in reversed(before):
        named = {word.strip("’'s,.").lower() for span in one.source for word in span.of(report.text).split()}
        if rest <= named:
            return one
    return None


def _last(report: Report, draft: Draft, before: list[Draft], accusing: bool) -> Draft | None:
    """The latest accusation (or assertion) before, best one that speaks of who answers."""
    fitting = [one for one in before if one.stance == "accuses"] if accusing else []
    fitting = fitting or [one for one in before if one.stance in ("accuses", "asserts", "perceives")][-3:]
    if not fitting:
        return None
    names = {
        word.strip("’'s,.")
        for span in draft.source
        for word in span.of(report.text).split()
        if word[:1].isupper() and len(word) > 3 or len(word) > 5
    }
    of_them = [
        one for one in fitting if any(name in span.of(report.text) for span in one.content for name in names)
    ]
    return (of_them or fitting)[-1]


def _papers(report: Report, opens: frozenset[str], before: list[Draft]) -> Draft | None:
    """`the report`, `her findings`: the latest thing said by a paper"""
    if not opens & {"report", "finding", "article", "account"}:
        return None
    told = [
        one
        for one in before
        if one.medium in ("report", "document")
        or any(_PAPER.search(span.of(report.text)) for span in one.source)
    ]
    return told[-1] if told else None


def _first(after: list[Draft], accusing: bool) -> Draft | None:
    """A denial may come first: `Oslo rejects claims by ...`."""
    return next((one for one in after[:4] if one.stance == "accuses"), None) if accusing else None


def _alike(mine: frozenset[str], others: list[Draft], wording: Wording) -> Draft | None:
    """The draft whose content shares most words with this one's: at least half of the shorter, and two."""
    best: tuple[float, Draft] | None = None
    for other in others:
        theirs = wording.of(other)
        shared = len(mine & theirs)
        share = shared / max(1, min(len(mine), len(theirs)))
        if shared >= 2 and share >= 0.5 and (best is None or share >= best[0]):
            best = (share, other)
    return best[1] if best else None
