"""Words beside a clause that give it to somebody: according to, reportedly, alleged."""

from secondsource.attribution.cues import cue_of, cues, word_cue
from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import base, child, phrase, preposition
from secondsource.attribution.speakers import medium_of
from secondsource.attribution.tree import Tree
from secondsource.model import Span

_OPENING = frozenset({"in", "to", "by", "on", "for", "from", "under"})
_CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp"})


def find_according_to(sentence: Tree, number: int) -> list[Draft]:
    """According to the agency, it fell."""
    if "according" not in sentence.lower:
        return []
    drafts = []
    words = sentence.tokens
    for first, token in enumerate(words[:-2]):
        if sentence.lower[first : first + 2] != ["according", "to"]:
            continue
        source = _noun_after(sentence, first + 2)
        if source is None:
            continue
        said_by = [one for one in phrase(sentence, source, beyond=first + 1) if one >= first + 2]
        said_by = _unbroken(sentence, said_by)
        left_out = {first, first + 1, *said_by}
        clause = _clause_of(sentence, first, left_out)
        content = _up_to_conjunct(sentence, clause, first, left_out)
        draft = Draft(number, first, "asserts", "attribution/according to", source_head=source)
        draft.cue = [Span(token.start, words[first + 1].end)]
        draft.source = spans_of(sentence, said_by)[:1]
        draft.content = spans_of(sentence, content)
        draft.medium = medium_of(sentence, source) or "unknown"
        if draft.source and draft.content:
            drafts.append(draft)
    return drafts


def find_views(sentence: Tree, number: int) -> list[Draft]:
    """[In the opinion of] [the colonel], tanks have had their day. [By] [her] telling, it fell."""
    views = cues("view")
    drafts = []
    for place, token in enumerate(sentence.tokens):
        cue = views.get(token.lemma)
        if cue is None or preposition(sentence, place) not in _OPENING:
            continue
        first = min(sentence.subtree(place))
        owner = child(sentence, place, "nmod:poss", "nmod")
        if owner is None or (
            sentence.tokens[owner].deprel == "nmod" and preposition(sentence, owner) != "of"
        ):
            continue
        said_by = [one for one in sentence.subtree(owner) if sentence.tokens[one].deprel != "case"]
        clause = _clause_of(sentence, place, set(sentence.subtree(place)))
        content = set(sentence.subtree(clause)) - set(sentence.subtree(place))
        draft = Draft(number, place, cue.stance, "attribution/view", source_head=owner)
        words = set(range(first, max(place, *said_by) + 1)) - set(said_by)
        draft.cue = spans_of(sentence, words)
        draft.source, draft.content = spans_of(sentence, said_by)[:1], spans_of(sentence, content)
        draft.commitment, draft.certain = cue.commitment, "certain" in cue.frames
        if draft.source and draft.content and draft.cue and clause != place:
            drafts.append(draft)
    return drafts


def _noun_after(sentence: Tree, first: int) -> int | None:
    """The head of the noun phrase that begins here."""
    number = first
    seen = set[int]()
    while number < len(sentence.tokens) and number not in seen:
        seen.add(number)
        token = sentence.tokens[number]
        if token.upos in ("NOUN", "PROPN", "PRON") and token.deprel not in (
            "compound",
            "nmod:poss",
            "flat",
            "amod",
        ):
            return number
        number = token.head if first < token.head and token.head != number else number + 1
    return None


def _unbroken(sentence: Tree, words: list[int]) -> list[int]:
    run: list[int] = []
    for one in words:
        if run and any(sentence.tokens[gap].upos != "PUNCT" for gap in range(run[-1] + 1, one)):
            break
        if sentence.tokens[one].text in "“\"''":
            break
        run.append(one)
    return run


def _clause_of(sentence: Tree, here: int, left_out: set[int]) -> int:
    """The verb (or other head) of the clause that this word is set into."""
    number = here
    for _ in range(len(sentence.tokens)):
        token = sentence.tokens[number]
        if number not in left_out and (base(token.deprel) in _CLAUSES or token.head == number):
            return number
        if token.head == number:
            break
        number = token.head
    return number


def _up_to_conjunct(sentence: Tree, clause: int, here: int, left_out: set[int]) -> set[int]:
    """The clause's words, without conjuncts on the far side of the cue."""
    words = {one for one in sentence.subtree(clause) if one not in left_out}
    if sentence.tokens[here].deprel == "root" or clause == here:
        return words
    for one in sentence.children(clause):
        far = (one > here > clause) if here > clause else False
        if sentence.tokens[one].deprel == "conj" and far:
            words -= set(sentence.subtree(one))
    return words


def find_hedges(sentence: Tree, number: int) -> list[Draft]:
    """He reportedly left. Kim's reported excursions."""
    drafts = []
    words = sentence.tokens
    for place, token in enumerate(words):
        adverb = cue_of(token.lemma, "adverb") if token.upos == "ADV" else None
        adjective = (
            word_cue(words, place, "adjective", token.text.lower())
            if token.deprel == "amod" and token.xpos in ("VBN", "JJ", "VBD")
            else None
        )
        if adverb is not None:
            content = {one for one in sentence.subtree(_clause_of(sentence, place, {place})) if one != place}
        elif adjective is not None and "attributive" in adjective.frames and token.head > place:
            content = {one for one in sentence.subtree(token.head) if one != place}
            content = _without_relative(sentence, token.head, content)
        else:
            continue
        cue = adverb or adjective
        if cue is None or (cue.stance == "estimates" and "certain" not in cue.frames):
            continue
        draft = Draft(
            number, place, cue.stance, "attribution/hedge", how="unnamed", strong=adverb is not None
        )
        draft.commitment, draft.certain = cue.commitment, "certain" in cue.frames
        draft.cue, draft.content = [Span(token.start, token.end)], spans_of(sentence, content)
        if draft.content:
            drafts.append(draft)
    return drafts


def _without_relative(sentence: Tree, head: int, words: set[int]) -> set[int]:
    for one in sentence.children(head):
        if sentence.tokens[one].deprel in ("acl:relcl", "case", "appos"):
            words -= set(sentence.subtree(one))
    return words
