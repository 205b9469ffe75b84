"""Drafts whose source is a pronoun -> what it stands for: two officials `who` said, `they` added."""

from functools import cache

from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import base, child
from secondsource.attribution.quotations import Quotation
from secondsource.attribution.speakers import media, pronoun_of
from secondsource.attribution.tree import Tree
from secondsource.knowledge import load
from secondsource.knowledge.standing import row_of
from secondsource.model import Mention, Span
from secondsource.model.placed import Placed

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_ONE, _MANY = {"he": "m", "his": "m", "she": "f", "her": "f"}, frozenset({"they", "their"})
_BODY, _OWNING = frozenset({"it", "its"}), frozenset({"its", "their"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_FAR, _BACK, _SHORT = 3, 60, 3


def find_antecedents(
    trees: list[Tree], quotations: list[Quotation], named: list[tuple[Mention, ...]], drafts: list[Draft]
) -> None:
    """Fill `antecedent` of the drafts whose source is a pronoun, in text order.

    Who told last is more often meant by `he said` than whoever was named last.
    """
    placed = Placed(quotations, lambda one: one.span)
    spoken, before = list[Draft](), list[Draft]()
    for draft in sorted(drafts, key=lambda one: one.place):
        head = draft.source_head
        word = "" if head is None else pronoun_of(trees[draft.number].tokens[head].text)
        quoted = _around(placed, draft.cue)
        if word in _RELATIVE and head is not None:
            draft.antecedent = _before_relative(trees[draft.number], head)
        elif word in ("he", "she") or (draft.source_entity is None and word in (*_ONE, *_MANY, *_BODY)):
            _take(draft, [] if quoted is not None or word in _OWNING else _meant(trees, draft, spoken, word))
            if word not in _ONE and not draft.antecedent:
                near = _subject_near(trees, draft, word)
                if near is not None and _around(placed, [near[1]]) == quoted:
                    _take_mention(named[near[0]], draft, word, near[1])
        elif word in _SPEAKER and draft.outer is not None:
            draft.antecedent = draft.outer.antecedent or list(draft.outer.source)
        elif head is not None and draft.source_entity is None:
            _take(draft, _named_before(trees, draft, before))
        before.append(draft)
        if draft.source and draft.outer is None and word not in _SPEAKER and quoted is None:
            spoken.append(draft)


def _take(draft: Draft, meant: list[Draft]) -> None:
    """The words and the entity of who is meant; without anybody all stays as it is."""
    if not meant:
        return
    draft.antecedent = sorted({span for one in meant for span in one.antecedent or one.source})
    draft.source_entity = meant[0].source_entity if len(meant) == 1 else None
    draft.how = "coreference"


def _around(quotations: Placed[Quotation], spans: list[Span]) -> Span | None:
    """The quotation that they stand in."""
    found = [one.span for one in quotations.reaching(spans[0]) if one.span.covers(spans[0])] if spans else []
    return found[0] if found else None


def _subject_near(trees: list[Tree], draft: Draft, word: str) -> tuple[int, Span] | None:
    """[The rulers] lied. They want ...; [Oslo] renewed its demand: the subject that a pronoun points to.

    A pronoun that opens a sentence points to the one before; a possessive to its own sentence's subject.
    """
    number = draft.number - (word not in _OWNING)
    if number < 0 or (word not in _OWNING and trees[draft.number].inside(draft.source)[:1] not in ([0], [1])):
        return None
    tree = trees[number]
    root = next((one for one, token in enumerate(tree.tokens) if token.head == one), None)
    subject = None if root is None else child(tree, root, "nsubj", "nsubj:pass")
    if subject is None or tree.tokens[subject].upos not in ("NOUN", "PROPN"):
        return None
    if (word in _MANY) != (tree.tokens[subject].xpos in ("NNS", "NNPS")):
        return None
    span = spans_of(tree, [one for one in tree.subtree(subject) if one <= subject])[-1]
    return None if any(span.overlaps(other) for other in (*draft.source, *draft.content)) else (number, span)


def _take_mention(mentions: tuple[Mention, ...], draft: Draft, word: str, subject: Span) -> None:
    """The subject and its entity; `it` is only taken for a state or a body."""
    here = [one for one in mentions if one.entity and one.span.end == subject.end]
    last = max(here, key=lambda one: len(one.span), default=None)
    entity = None if last is None else last.entity
    if word in _BODY and (entity or "").partition("/")[0] not in ("state", "organization", "group"):
        return
    draft.antecedent, draft.source_entity, draft.how = [subject], entity, "coreference"


def _meant(trees: list[Tree], draft: Draft, spoken: list[Draft], word: str) -> list[Draft]:
    """Kim said [he] would go: who speaks around it, else who spoke last; what is inside has no other."""
    if draft.outer is not None and draft.outer.cue:
        if word not in _MANY and _can_be(trees[draft.outer.number], draft.outer, word):
            return [draft.outer]
        if draft.source_entity is not None:
            return []
    return _last_speakers(trees, draft, spoken, word)


def _named_before(trees: list[Tree], draft: Draft, before: list[Draft]) -> list[Draft]:
    """[the official] added: a senior official of the ministry; [the letter] says: who wrote in one"""
    tree, head = trees[draft.number], draft.source_head
    if head is None or tree.tokens[head].upos not in ("NOUN", "PROPN"):
        return []
    words = tree.inside(draft.source)
    first, noun = tree.tokens[words[0]].text.lower() if words else "", tree.tokens[head].lemma.lower()
    if first not in _POINTING or len(words) > _SHORT or words[-1] != head:
        return []
    paper = media().get(noun) not in (None, "speech")
    for one in reversed(before[-_BACK:]):
        other = trees[one.number]
        if noun not in other.words:
            continue
        named = other.inside(one.source)
        told_of = [each for each in named if paper or _is_title(other, one, each)]
        told_of += other.inside(one.cue) if paper and one.source else []
        if not any(other.tokens[each].lemma.lower() == noun for each in told_of):
            continue
        if one.source_entity is not None or one.antecedent or len(named) > len(words):
            return [one]
    return []


def _is_title(tree: Tree, draft: Draft, number: int) -> bool:
    """[Minister] of Foreign Affairs Ana Ruiz; not the [army] spokesman"""
    above = tree.tokens[tree.tokens[number].head]
    return number == draft.source_head or (
        base(tree.tokens[number].deprel) in ("compound", "flat", "appos", "nmod", "amod")
        and tree.tokens[number].deprel != "nmod:poss"
        and above.upos == "PROPN"
        and any(span.start <= above.start < span.end for span in draft.source)
    )


def _before_relative(tree: Tree, relative: int) -> list[Span]:
    """[two officials] who said"""
    clause = tree.tokens[relative].head
    above = tree.tokens[clause].head
    if not tree.tokens[clause].deprel.startswith("acl") or above == clause or above > relative:
        return []
    below = set(tree.subtree(clause))
    words = [one for one in tree.subtree(above) if one not in below and one < relative]
    while words and tree.tokens[words[0]].deprel in ("case", "cc", "punct"):
        words = words[1:]
    return spans_of(tree, words)[-1:]


def _last_speakers(trees: list[Tree], draft: Draft, spoken: list[Draft], word: str) -> list[Draft]:
    """Who spoke last, a few sentences before at most, and can be meant: one, or all who spoke together."""
    recent = [one for one in spoken[-6:] if draft.number - one.number <= _FAR]
    for one in reversed(recent):
        together = [other for other in recent if other.cue == one.cue] if word in _MANY else [one]
        if len(together) > 1 or _can_be(trees[one.number], one, word):
            return together
    return []


def _can_be(tree: Tree, draft: Draft, word: str) -> bool:
    """Whether a pronoun can mean the source of a draft, by number, sex and being a person or a body."""
    head = draft.source_head
    if head is None:
        return False
    token = tree.tokens[head]
    told = pronoun_of(token.text)
    if told in _ONE or told in _MANY or told in _BODY:
        return told == word or (told in _MANY) == (word in _MANY) and _ONE.get(told) == _ONE.get(word)
    if told in _RELATIVE or token.upos not in ("NOUN", "PROPN"):
        return False
    joined = any(
        base(tree.tokens[one].deprel) == "conj"
        and any(span.start <= tree.tokens[one].start < span.end for span in draft.source)
        for one in tree.children(head)
    )
    plural = joined or token.xpos in ("NNS", "NNPS") or token.lemma != told and told.endswith("s")
    entity = draft.source_entity or ""
    if word in _MANY:
        return plural or entity.startswith(("group/", "organization/"))
    body = not entity.startswith("person/") and (bool(entity) or token.lemma in _bodies())
    if word in _BODY:
        return body and not plural
    sex = (row_of(entity) or {}).get("sex") or _ONE[word]
    known = token.upos == "PROPN" or media().get(token.lemma) == "speech"
    return known and not (plural or body) and sex == _ONE[word]


@cache
def _bodies() -> frozenset[str]:
    """Nouns for bodies that speak: `agency`, `ministry`."""
    return frozenset(row["noun"] for row in load("descriptions") if row["kind"] == "organization")
