"""One cue with its options -> the signs by which cue, sources and contents are judged."""

from secondsource.attribution.cues import cue_of
from secondsource.attribution.evidence import (
    of_another_sentence,
    of_beginning,
    of_content,
    of_doubt,
    of_ending,
    of_extent,
    of_mood,
    of_naming,
    of_neighbours,
    of_nobody,
    of_proposal,
    of_row,
    of_side,
    of_source,
    of_speaker,
    of_standing,
    of_telling,
    of_told,
    of_word,
    to_the_end,
)
from secondsource.attribution.odds import Signs, size, step
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
        self.named, self.told = _surest(offer.sources), _surest(offer.contents)
        made_by = offer.draft.made_by
        self.rule = made_by if made_by.startswith("attribution") else "reader"


def _surest(options: tuple[Option, ...]) -> str:
    return step(max([one.confidence for one in options])) if options else "0"


def cue_signs(place: Place, quoted: bool) -> list[Signs]:
    """Signs that the cue is one: who proposes it, the word, its place in the tree, whom and what it has."""
    tree, offer, cue = place.tree, place.offer, place.cue
    draft, token = offer.draft, tree.tokens[place.head]
    stance, strong = draft.stance, draft.strong
    by = place.rule.partition(":")[0]
    by = by if offer.confidence or by == "reader" else f"{by} alone"
    row = cue_of(token.lemma, "verb" if token.upos in ("VERB", "AUX") else "noun")
    first = cue[0] if cue else place.head
    beside = [tree.lower[one] for one in cue[:-1]]
    if first > 0:
        beside.append(tree.lower[first - 1])
    to = "to" in tree.lower[max(0, first - 1) : first] or (bool(cue) and tree.lower[first] == "to")
    content = tree.inside(draft.content)
    kind = source_kind(tree, draft.source_head) if draft.source else "nobody"
    known = "none" if row is None else "doubtful" if "doubtful" in row.frames else "sound"
    return [
        of_proposal(by, step(offer.confidence), stance, strong),
        of_word(token.lemma),
        of_row(known, token.upos, token.xpos, base(token.deprel)),
        of_speaker(kind, stance, place.named, place.told),
        of_told(size(len(content)), first_word(tree, content), strong, place.sentence.part, min(len(cue), 5)),
        of_mood(
            to, strong, not _MODALS.isdisjoint(beside), not _NOT.isdisjoint(beside), "?" in tree.lower[-2:]
        ),
        of_doubt(draft.doubtful, quoted, stance, kind),
    ]


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


def source_signs(place: Place, option: Option) -> list[Signs]:
    """Signs that a source is right: who proposes it, what it is, where it stands."""
    tree, by = place.tree, option.given_by
    naming = of_naming(by, place.named, step(option.confidence))
    if not option.spans:
        token = tree.tokens[place.head]
        return [naming, of_nobody(place.rule, place.named, token.xpos, base(token.deprel))]
    words = tree.inside(option.spans)
    if not words:
        return [naming, of_another_sentence("source", by)]
    tokens, first, last = tree.tokens, words[0], words[-1]
    head, cue = head_of(tree, words), place.cue or [place.head]
    side, gap = ("after", first - cue[-1]) if first > cue[-1] else ("before", cue[0] - last)
    near = "cue" if tokens[head].head in place.cue else "other"
    contents = place.offer.draft.content
    inside = any(one.overlaps(other) for one in option.spans for other in contents)
    verbal = "VERB" in [tokens[one].upos for one in words]
    before = _next(tree, first - 1) if first > 0 else ""
    after = _next(tree, last + 1) if last + 1 < len(tokens) else ""
    return [
        naming,
        of_source(source_kind(tree, head), by),
        of_standing(side, size(max(gap, 0)), base(tokens[head].deprel), near),
        of_extent(size(len(words)), tokens[first].upos, tokens[last].upos, by, len(option.spans)),
        of_neighbours(before, after, side, inside, verbal),
    ]


def content_signs(place: Place, option: Option) -> list[Signs]:
    """Signs that a content is right: who proposes it, where it begins and ends."""
    tree, draft, by = place.tree, place.offer.draft, option.given_by
    tokens, token, stance = tree.tokens, tree.tokens[place.head], draft.stance
    spans = min(len(option.spans), 3)
    telling = of_telling(by, place.told, stance, step(option.confidence), spans)
    words = tree.inside(option.spans)
    if not words:
        return [telling, of_another_sentence("content", by)]
    saying = token.lemma if token.lemma == "say" else stance
    before = words[0] - 1
    signs = [
        telling,
        of_content(size(len(words)), stance, by, first_word(tree, words), saying),
        of_side(_side(place, words), place.rule, by, token.xpos, bool(draft.source), stance),
        of_beginning("" if before < 0 else "cue" if before in place.cue else _next(tree, before)),
    ]
    following = words[-1] + 1
    while following < len(tokens) and tokens[following].text in ("”", "''", '"'):
        following += 1
    if following >= len(tokens) or tokens[following].text in (".", "!", "?"):
        return [*signs, to_the_end(by)]
    mark = following
    while mark + 1 < len(tokens) and tokens[mark].upos == "PUNCT":
        mark += 1
    above = tokens[mark].head
    held = "cue" if above in place.cue else "content" if above in words else "other"
    relation = base(tokens[mark].deprel)
    return [*signs, of_ending(_next(tree, following), by, relation, held, _next(tree, mark))]


def _side(place: Place, words: list[int]) -> str:
    if words[-1] < place.head:
        return "before"
    return "after" if words[0] > place.head else "around"


def head_of(tree: Tree, words: list[int]) -> int:
    """The word that is governed from outside these words."""
    first, last = words[0], words[-1]
    inside = range(first, last + 1) if last - first == len(words) - 1 else set(words)
    for one in words:
        token = tree.tokens[one]
        if token.upos != "PUNCT" and (token.head not in inside or token.head == one):
            return one
    return first


def _next(tree: Tree, number: int) -> str:
    word = tree.lower[number]
    return word if word in _NEXT else tree.tokens[number].upos
