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
_NEXT = frozenset(
    ", . ; : — – -- ” \" '' and as at because before but by during for from in including on or since so that "
    "to when where which while who with".split()
)
_MARKS = frozenset("\"“”''``")


class Place:
    """The words of a sentence around the cue of an offer, found once."""

    __slots__ = ("tree", "sentence", "offer", "cue", "head")

    def __init__(self, tree: Tree, sentence: Sentence, offer: Offer) -> None:
        self.tree, self.sentence, self.offer = tree, sentence, offer
        self.cue = tree.inside(offer.draft.cue)
        self.head = min(offer.draft.head, len(tree.tokens) - 1)


def cue_signs(place: Place, quoted: bool) -> list[str]:
    """Signs that the cue is one: who proposes it, the word, its place in the tree, whom and what it has."""
    tree, offer = place.tree, place.offer
    draft, token = offer.draft, tree.tokens[place.head]
    by = draft.made_by.partition(":")[0] if draft.made_by.startswith("attribution") else "reader"
    by = by if offer.confidence or by == "reader" else f"{by} alone"
    row = cue_of(token.lemma, "verb" if token.upos in ("VERB", "AUX") else "noun")
    first = place.cue[0] if place.cue else place.head
    earlier = [tree.tokens[one].text.lower() for one in range(max(0, first - 2), first)]
    inside = [tree.tokens[one].text.lower() for one in place.cue]
    content = tree.inside(draft.content)
    confidence = max((one.confidence for one in offer.contents), default=0.0)
    named = max((one.confidence for one in offer.sources), default=0.0)
    kind = source_kind(tree, draft.source_head) if draft.source else "nobody"
    known = "none" if row is None else "doubtful" if "doubtful" in row.frames else "sound"
    signs = [
        "cue",
        f"cue by {by}",
        f"cue confidence {step(offer.confidence)}",
        f"cue confidence {step(offer.confidence)} {draft.stance}",
        f"cue lemma {token.lemma}",
        f"cue stance {draft.stance} {draft.strong}",
        f"cue by {by} {draft.stance}",
        f"cue row {known} {token.upos}",
        f"cue xpos {token.xpos}",
        f"cue relation {base(token.deprel)}",
        f"cue source {kind}",
        f"cue source {kind} {draft.stance}",
        f"cue source confidence {step(named)}",
        f"cue content confidence {step(confidence)}",
        f"cue content size {size(len(content))}",
        f"cue content first {first_word(tree, content)} {draft.strong}",
        f"cue part {place.sentence.part}",
        f"cue words {min(len(place.cue), 5)}",
    ]
    signs += [f"cue after to {draft.strong}"] if "to" in (earlier[-1:] + inside[:1]) else []
    signs += ["cue after a modal"] if _MODALS & {*earlier[-1:], *inside[:-1]} else []
    signs += ["cue negated"] if {"not", "n't", "never", "n’t"} & {*earlier[-1:], *inside[:-1]} else []
    signs += ["cue asked"] if tree.tokens[-1].text == "?" or tree.tokens[-2:][0].text == "?" else []
    signs += (
        ["cue doubtful", f"cue doubtful {draft.stance}", f"cue doubtful {kind}"] if draft.doubtful else []
    )
    signs += ["cue quoted", f"cue quoted {kind}"] if quoted else []
    return signs


def source_kind(tree: Tree, head: int | None) -> str:
    """`he`, name, person, paper or thing; elsewhere when it stands in another sentence."""
    if head is None:
        return "elsewhere"
    token = tree.tokens[head]
    word = token.text.lower()
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
    token = tree.tokens[words[0]]
    word = token.text.lower()
    return word if word in _FIRST else "mark" if token.text in _MARKS else token.upos


def source_signs(place: Place, option: Option) -> list[str]:
    """Signs that a source is right: who proposes it, what it is, where it stands."""
    tree, draft = place.tree, place.offer.draft
    by = "+".join(sorted(option.given_by))
    known = max((one.confidence for one in place.offer.sources), default=0.0)
    signs = [
        f"source by {by}",
        f"source by {by} {step(known)}",
        f"source confidence {step(option.confidence)}",
    ]
    if not option.spans:
        rule = draft.made_by if draft.made_by.startswith("attribution") else "reader"
        token = tree.tokens[place.head]
        signs += [f"source none {rule}", f"source none {step(known)}", f"source none {token.xpos}"]
        signs += [f"source none {token.xpos} {base(token.deprel)}"]
        return signs
    words = tree.inside(option.spans)
    if not words:
        return [*signs, "source elsewhere", f"source elsewhere {by}"]
    head = head_of(tree, words)
    first, last = tree.tokens[words[0]], tree.tokens[words[-1]]
    cue = place.cue or [place.head]
    gap = words[0] - cue[-1] if words[0] > cue[-1] else cue[0] - words[-1]
    side = "after" if words[0] > cue[-1] else "before"
    kind = source_kind(tree, head)
    above = tree.tokens[head].head
    near = "cue" if above in place.cue else "other"
    signs += [
        f"source kind {kind}",
        f"source kind {kind} {by}",
        f"source side {side} {size(max(gap, 0))}",
        f"source relation {base(tree.tokens[head].deprel)} {near}",
        f"source relation {base(tree.tokens[head].deprel)} {near} {side}",
        f"source size {size(len(words))} {by}",
        f"source first {first.upos} {by}",
        f"source last {last.upos} {by}",
        f"source spans {len(option.spans)}",
    ]
    if words[0] > 0:
        signs.append(f"source from {_next(tree, words[0] - 1)}")
    if words[-1] + 1 < len(tree.tokens):
        signs.append(f"source to {_next(tree, words[-1] + 1)} {side}")
    inside = any(span.overlaps(other) for span in option.spans for other in draft.content)
    signs += ["source in content"] if inside else []
    signs += ["source has a verb"] if any(tree.tokens[one].upos == "VERB" for one in words) else []
    return signs


def content_signs(place: Place, option: Option) -> list[str]:
    """Signs that a content is right: who proposes it, where it begins and ends."""
    tree, offer = place.tree, place.offer
    by = "+".join(sorted(option.given_by))
    known = max((one.confidence for one in offer.contents), default=0.0)
    token = tree.tokens[place.head]
    signs = [
        f"content by {by}",
        f"content by {by} {step(known)}",
        f"content by {by} {offer.draft.stance}",
        f"content confidence {step(option.confidence)}",
        f"content spans {min(len(option.spans), 3)} {by}",
    ]
    words = tree.inside(option.spans)
    if not words:
        return [*signs, f"content elsewhere {by}"]
    last = words[-1]
    rule = offer.draft.made_by if offer.draft.made_by.startswith("attribution") else "reader"
    beginning, saying = first_word(tree, words), token.lemma if token.lemma == "say" else offer.draft.stance
    signs += [
        f"content size {size(len(words))} {offer.draft.stance}",
        f"content size {size(len(words))} {by}",
        f"content first {beginning}",
        f"content first {beginning} {saying}",
        f"content rule {rule} {by}",
        f"content side {_side(place, words)} {by}",
        f"content side {_side(place, words)} {token.xpos} {'named' if offer.draft.source else 'unnamed'}",
        f"content side {_side(place, words)} {rule} {offer.draft.stance}",
    ]
    if words[0] > 0:
        before = words[0] - 1
        signs.append(f"content from {'cue' if before in place.cue else _next(tree, before)}")
    following = last + 1
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
    held = "cue" if above in place.cue else "content" if above in set(words) else "other"
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
    token = tree.tokens[number]
    word = token.text.lower()
    return word if word in _NEXT else token.upos
