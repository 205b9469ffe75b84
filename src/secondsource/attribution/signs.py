"""One cue with its options -> the signs by which cue, sources and contents are judged."""

from secondsource.attribution.cues import cue_of
from secondsource.attribution.odds import size, step
from secondsource.attribution.options import Offer, Option
from secondsource.attribution.phrases import base
from secondsource.attribution.speakers import media
from secondsource.attribution.tree import Tree
from secondsource.model import Sentence

_PRONOUNS = frozenset(
    "he her his i it its many our she some that their they this those us we which who whom you your".split()
)
_FIRST = frozenset(
    "about against as for from how if in of on that to what when where whether who why with".split()
)
_MODALS = frozenset("can could may might must shall should will would 'd 'll".split())
_NOT = frozenset({"not", "n't", "never", "n’t"})
_NEXT = frozenset(
    ", . ; : — – -- ” \" '' and as at because before but by during for from in including on or since so that "
    "to when where which while who with".split()
)
_MARKS = frozenset("\"“”''``")


class Place:
    """The words of a sentence around the cue of an offer, and the bins of the best proposals, found once."""

    __slots__ = ("tree", "sentence", "offer", "cue", "head", "named", "told", "rule")

    def __init__(self, tree: Tree, sentence: Sentence, offer: Offer) -> None:
        self.tree, self.sentence, self.offer = tree, sentence, offer
        self.cue = tree.inside(offer.draft.cue)
        self.head = min(offer.draft.head, len(tree.tokens) - 1)
        self.named = step(max([one.confidence for one in offer.sources], default=0.0))
        self.told = step(max([one.confidence for one in offer.contents], default=0.0))
        made_by = offer.draft.made_by
        self.rule = made_by if made_by.startswith("attribution") else "reader"


def cue_signs(place: Place, quoted: bool) -> list[str]:
    """Signs that the cue is one: who proposes it, the word, its place in the tree, whom and what it has."""
    tree, offer = place.tree, place.offer
    draft, token, strong = offer.draft, tree.tokens[place.head], str(offer.draft.strong)
    by = place.rule.partition(":")[0]
    by = by if offer.confidence or by == "reader" else f"{by} alone"
    row = cue_of(token.lemma, "verb" if token.upos in ("VERB", "AUX") else "noun")
    first = place.cue[0] if place.cue else place.head
    before = tree.lower[max(0, first - 1) : first]
    inside = [tree.lower[one] for one in place.cue]
    beside = {*before, *inside[:-1]}
    content = tree.inside(draft.content)
    sure = step(offer.confidence)
    kind = source_kind(tree, draft.source_head) if draft.source else "nobody"
    known = "none" if row is None else "doubtful" if "doubtful" in row.frames else "sound"
    signs = [
        "cue",
        f"cue by {by}",
        f"cue confidence {sure}",
        f"cue confidence {sure} {draft.stance}",
        f"cue lemma {token.lemma}",
        f"cue stance {draft.stance} {strong}",
        f"cue by {by} {draft.stance}",
        f"cue row {known} {token.upos}",
        f"cue xpos {token.xpos}",
        f"cue relation {base(token.deprel)}",
        f"cue source {kind}",
        f"cue source {kind} {draft.stance}",
        f"cue source confidence {place.named}",
        f"cue content confidence {place.told}",
        f"cue content size {size(len(content))}",
        f"cue content first {first_word(tree, content)} {strong}",
        f"cue part {place.sentence.part}",
        f"cue words {min(len(place.cue), 5)}",
    ]
    if "to" in before or "to" in inside[:1]:
        signs.append(f"cue after to {strong}")
    if not beside.isdisjoint(_MODALS):
        signs.append("cue after a modal")
    if not beside.isdisjoint(_NOT):
        signs.append("cue negated")
    if "?" in tree.lower[-2:]:
        signs.append("cue asked")
    if draft.doubtful:
        signs += ["cue doubtful", f"cue doubtful {draft.stance}", f"cue doubtful {kind}"]
    if quoted:
        signs += ["cue quoted", f"cue quoted {kind}"]
    return signs


def source_kind(tree: Tree, head: int | None) -> str:
    """`he`, name, person, paper or thing; elsewhere when it stands in another sentence."""
    if head is None:
        return "elsewhere"
    token = tree.tokens[head]
    word = tree.lower[head]
    if word in _PRONOUNS:
        return word
    if token.upos == "PROPN":
        return "name"
    medium = media().get(token.lemma)
    return "person" if medium == "speech" else "paper" if medium else f"other {token.upos}"


def first_word(tree: Tree, words: list[int]) -> str:
    """How a content begins: a telling word, a mark, a part of speech."""
    if not words:
        return "elsewhere"
    word = tree.lower[words[0]]
    return word if word in _FIRST else "mark" if word in _MARKS else tree.tokens[words[0]].upos


def source_signs(place: Place, option: Option) -> list[str]:
    """Signs that a source is right: who proposes it, what it is, where it stands."""
    tree, draft, by = place.tree, place.offer.draft, option.given_by
    signs = [
        f"source by {by}",
        f"source by {by} {place.named}",
        f"source confidence {step(option.confidence)}",
    ]
    if not option.spans:
        token = tree.tokens[place.head]
        signs += [f"source none {place.rule}", f"source none {place.named}", f"source none {token.xpos}"]
        signs.append(f"source none {token.xpos} {base(token.deprel)}")
        return signs
    words = tree.inside(option.spans)
    if not words:
        return [*signs, "source elsewhere", f"source elsewhere {by}"]
    head = head_of(tree, words)
    first, last = tree.tokens[words[0]], tree.tokens[words[-1]]
    cue = place.cue or [place.head]
    gap = words[0] - cue[-1] if words[0] > cue[-1] else cue[0] - words[-1]
    side = "after" if words[0] > cue[-1] else "before"
    kind, relation = source_kind(tree, head), base(tree.tokens[head].deprel)
    near = "cue" if tree.tokens[head].head in place.cue else "other"
    signs += [
        f"source kind {kind}",
        f"source kind {kind} {by}",
        f"source side {side} {size(max(gap, 0))}",
        f"source relation {relation} {near}",
        f"source relation {relation} {near} {side}",
        f"source size {size(len(words))} {by}",
        f"source first {first.upos} {by}",
        f"source last {last.upos} {by}",
        f"source spans {len(option.spans)}",
    ]
    if words[0] > 0:
        signs.append(f"source from {_next(tree, words[0] - 1)}")
    if words[-1] + 1 < len(tree.tokens):
        signs.append(f"source to {_next(tree, words[-1] + 1)} {side}")
    if any(span.overlaps(other) for span in option.spans for other in draft.content):
        signs.append("source in content")
    if "VERB" in [tree.tokens[one].upos for one in words]:
        signs.append("source has a verb")
    return signs


def content_signs(place: Place, option: Option) -> list[str]:
    """Signs that a content is right: who proposes it, where it begins and ends."""
    tree, draft, by, rule = place.tree, place.offer.draft, option.given_by, place.rule
    token = tree.tokens[place.head]
    signs = [
        f"content by {by}",
        f"content by {by} {place.told}",
        f"content by {by} {draft.stance}",
        f"content confidence {step(option.confidence)}",
        f"content spans {min(len(option.spans), 3)} {by}",
    ]
    words = tree.inside(option.spans)
    if not words:
        return [*signs, f"content elsewhere {by}"]
    beginning, saying = first_word(tree, words), token.lemma if token.lemma == "say" else draft.stance
    length, side = size(len(words)), _side(place, words)
    signs += [
        f"content size {length} {draft.stance}",
        f"content size {length} {by}",
        f"content first {beginning}",
        f"content first {beginning} {saying}",
        f"content rule {rule} {by}",
        f"content side {side} {by}",
        f"content side {side} {token.xpos} {'named' if draft.source else 'unnamed'}",
        f"content side {side} {rule} {draft.stance}",
    ]
    if words[0] > 0:
        before = words[0] - 1
        signs.append(f"content from {'cue' if before in place.cue else _next(tree, before)}")
    following = words[-1] + 1
    while following < len(tree.tokens) and tree.tokens[following].text in ("”", "''", '"'):
        following += 1
    if following >= len(tree.tokens) or tree.tokens[following].text in (".", "!", "?"):
        signs += ["content to the end", f"content to the end {by}"]
        return signs
    word = _next(tree, following)
    signs += [f"content to {word}", f"content to {word} {by}"]
    mark = following
    while mark + 1 < len(tree.tokens) and tree.tokens[mark].upos == "PUNCT":
        mark += 1
    relation, above = base(tree.tokens[mark].deprel), tree.tokens[mark].head
    held = "cue" if above in place.cue else "content" if above in words else "other"
    signs += [f"content to {relation} {held}", f"content to {word} {_next(tree, mark)} {held}"]
    return signs


def _side(place: Place, words: list[int]) -> str:
    if words[-1] < place.head:
        return "before"
    return "after" if words[0] > place.head else "around"


def head_of(tree: Tree, words: list[int]) -> int:
    """The word that is governed from outside these words."""
    inside = set(words)
    for one in words:
        token = tree.tokens[one]
        if token.upos != "PUNCT" and (token.head not in inside or token.head == one):
            return one
    return words[0]


def _next(tree: Tree, number: int) -> str:
    word = tree.lower[number]
    return word if word in _NEXT else tree.tokens[number].upos
