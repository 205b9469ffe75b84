"""Nouns that name what somebody says -> drafts: gave orders to, issued a warning that, his denial of."""

from secondsource.attribution.contents import Content
from secondsource.attribution.cues import Cue, word_cue
from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import agent_of, base, child, preposition, subject_of
from secondsource.attribution.speakers import can_speak, medium_of
from secondsource.attribution.tree import Tree
from secondsource.attribution.verbs import source_words

LIGHT = frozenset(
    "announce bear cast convey deliver demonstrate express extend feel file give harbor harbour have hold "
    "issue launch level lodge make mount offer place pose post publish raise reaffirm reiterate release "
    "renew repeat send set share show sound submit throw utter voice ".split()
)
_CLAUSES = frozenset({"advcl", "ccomp", "xcomp"})
ISSUING = frozenset(
    {"issuance", "issue", "delivery", "release", "publication", "announcement", "giving", "issuing"}
)


def find_nouns(sentence: Tree, number: int) -> list[Draft]:
    """Kim gave orders to move. Kim's issuance of directives on output. Claims by Oslo that it fell."""
    drafts = []
    for noun, token in enumerate(sentence.tokens):
        if token.upos != "NOUN":
            continue
        cue = word_cue(sentence.tokens, noun, "noun")
        if cue is None:
            continue
        draft = (
            _light(sentence, number, noun, cue)
            or _possessed(sentence, number, noun, cue)
            or _unowned(sentence, number, noun, cue)
            or _certain(sentence, number, noun, cue)
        )
        if draft is not None:
            drafts.append(draft)
    return drafts


def _light(sentence: Tree, number: int, noun: int, cue: Cue) -> Draft | None:
    """[Kim] [gave orders] [to move]"""
    verb = sentence.tokens[noun].head
    if (
        sentence.tokens[noun].deprel not in ("obj", "iobj")
        or verb >= noun
        or sentence.tokens[verb].lemma not in LIGHT
    ):
        return None
    source, _ = subject_of(sentence, verb)
    if source is None or source > verb or not ("certain" in cue.frames or can_speak(sentence, source, cue)):
        return None
    content = _content(sentence, noun, cue) or _beside_verb(sentence, verb, noun, cue)
    if not content:
        return None
    first = verb
    while first - 1 in sentence.children(verb) and sentence.tokens[first - 1].deprel in (
        "aux",
        "advmod",
        "aux:pass",
    ):
        first -= 1
    words = source_words(sentence, source, verb, Content(frozenset(content), True))
    return owned_draft(sentence, number, noun, cue, source, words, set(range(first, noun + 1)), content)


def _possessed(sentence: Tree, number: int, noun: int, cue: Cue) -> Draft | None:
    """[Kim's] [issuance of directives] [on output]; [allegations] by [Oslo] [that it fell]"""
    token = sentence.tokens[noun]
    top, group = noun, {noun}
    if base(token.deprel) == "nmod" and sentence.tokens[token.head].lemma in ISSUING:
        top = token.head
        group = {one for one in sentence.subtree(top) if top <= one <= noun}
    owner = child(sentence, top, "nmod:poss")
    content = _content(sentence, noun, cue)
    if not content and token.deprel == "obj" and token.head < noun:
        content = _beside_verb(sentence, token.head, noun, cue)
    if owner is None:
        for one in sentence.children(top):
            if base(sentence.tokens[one].deprel) == "nmod" and preposition(sentence, one) in ("by", "from"):
                owner = one
    if owner is None:
        owner, further = _maker(sentence, noun)
        content |= further
    owned = [] if owner is None else list(sentence.subtree(owner))
    if owner is None:
        owned = _after_by(sentence, noun)
        owner = owned[-1] if owned else None
    if owner is None or not content:
        return None
    country = _is_country(sentence, owner)
    if not (country or "certain" in cue.frames or can_speak(sentence, owner, cue)):
        return None
    if country and sentence.tokens[min(content)].text.lower() == "in":
        return None
    content -= {*owned, *range(noun + 1, owned[0])} if owned[0] > noun else set(owned)
    words = [one for one in owned if sentence.tokens[one].deprel != "case" or one > owner]
    return owned_draft(sentence, number, top, cue, owner, words, group, content)


def _maker(sentence: Tree, noun: int) -> tuple[int | None, set[int]]:
    """a demand made by [the church] [to leave]; [Russian] claims: who made it, and what hangs from that"""
    for one in sentence.children(noun):
        token = sentence.tokens[one]
        if base(token.deprel) == "acl" and token.xpos == "VBN" and token.lemma in LIGHT and one > noun:
            agent = agent_of(sentence, one)
            clauses = [each for each in sentence.children(one) if sentence.tokens[each].deprel in _CLAUSES]
            further = {word for each in clauses for word in sentence.subtree(each)}
            return agent, further if agent is not None else set()
        if _is_country(sentence, one) and one == noun - 1:
            return one, set()
    return None, set()


def _is_country(sentence: Tree, number: int) -> bool:
    """[Russian] claims, [US] accusations; not US interests in Iran"""
    token = sentence.tokens[number]
    named = token.text[:1].isupper() and not token.text.isspace()
    return named and number > 0 and token.deprel in ("amod", "compound") and token.upos in ("ADJ", "PROPN")


def _unowned(sentence: Tree, number: int, noun: int, cue: Cue) -> Draft | None:
    """[the allegation] [that the vote was bought]; [calls] [for him to go]: nobody is named"""
    found = set[int]()
    for one in sentence.children(noun):
        opens = preposition(sentence, one)
        clause = base(sentence.tokens[one].deprel) in ("acl", "ccomp") and opens == "that"
        if one > noun and (clause or (opens == "for" and cue.stance == "requests")):
            found |= set(sentence.subtree(one))
    if not found or {sentence.tokens[one].lemma for one in found} <= {"for", "a", "comment", "further"}:
        return None
    draft = Draft(
        number, noun, cue.stance, "attribution/nouns: no source", commitment=cue.commitment, how="unnamed"
    )
    draft.cue, draft.content = spans_of(sentence, {noun}), spans_of(sentence, found)
    draft.certain = "certain" in cue.frames
    draft.doubtful = not draft.certain and cue.stance not in (
        "accuses",
        "denies",
        "threatens",
        "requests",
        "orders",
        "promises",
    )
    return draft if draft.cue and draft.content else None


def _certain(sentence: Tree, number: int, noun: int, cue: Cue) -> Draft | None:
    """[Moscow's] [denials] [of the raid]; the [threats] [against her]: a word that has no other sense"""
    if "certain" not in cue.frames or noun + 1 >= len(sentence.tokens):
        return None
    owner = child(sentence, noun, "nmod:poss")
    owned = [] if owner is None else list(sentence.subtree(owner))
    found = set[int]()
    for one in sentence.children(noun):
        relation = base(sentence.tokens[one].deprel)
        apposed = cue.stance == "names" and relation in ("appos", "flat")
        if one > noun and (
            apposed or relation in ("nmod", "obl", "ccomp", "xcomp") or sentence.tokens[one].deprel == "acl"
        ):
            if preposition(sentence, one) in ("by", "from"):
                owner, owned = (owner, owned) if owned else (one, list(sentence.subtree(one)))
            else:
                found |= set(sentence.subtree(one))
    if (
        not found
        and sentence.tokens[noun + 1].lemma in (":", "be")
        and base(sentence.tokens[noun].deprel) == "nsubj"
        and (sentence.lower[noun + 1] == ":" or sentence.lower[noun + 2 : noun + 3] in (["that"], ["to"]))
    ):
        found = set(range(noun + 2, len(sentence.tokens))) - set(sentence.subtree(noun))
    if not found:
        return None
    words = [one for one in owned if sentence.tokens[one].deprel != "case"]
    draft = Draft(number, noun, cue.stance, "attribution/nouns", commitment=cue.commitment, medium=cue.medium)
    draft.certain = bool(words) or "alone" in cue.frames
    draft.strong, draft.source_head = False, owner
    draft.cue, draft.content = spans_of(sentence, {noun}), spans_of(sentence, found - {*owned, noun})
    draft.source = spans_of(sentence, words)[:1]
    if not draft.source:
        draft.source_head, draft.how, draft.made_by = None, "unnamed", "attribution/nouns: no source"
    return draft if draft.cue and draft.content else None


def _after_by(sentence: Tree, noun: int) -> list[int]:
    """allegations by [the Foreign Ministry] that ...: the words of a name or noun phrase"""
    words = sentence.tokens
    if noun + 2 >= len(words) or words[noun + 1].text.lower() not in ("by", "from"):
        return []
    last = noun + 2
    while last < len(words) and words[last].upos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"):
        if words[last].upos == "PRON" and last > noun + 2 or words[last].text.lower() == "that":
            break
        last += 1
    run = list(range(noun + 2, last))
    return run if run and words[run[-1]].upos in ("NOUN", "PROPN", "PRON") else []


def owned_draft(
    sentence: Tree,
    number: int,
    head: int,
    cue: Cue,
    source: int,
    source_numbers: list[int],
    group: set[int],
    content: set[int],
) -> Draft | None:
    draft = Draft(
        number,
        head,
        cue.stance,
        "attribution/nouns",
        commitment=cue.commitment,
        medium=cue.medium,
        strong=False,
    )
    draft.doubtful, draft.certain = "doubtful" in cue.frames, "certain" in cue.frames
    draft.source_head = source
    draft.source = spans_of(sentence, source_numbers)[:1]
    draft.cue = spans_of(sentence, group)[:1]
    draft.content = spans_of(sentence, content - group)
    draft.medium = medium_of(sentence, source) or cue.medium
    return draft if draft.source and draft.cue and draft.content else None


def _content(sentence: Tree, noun: int, cue: Cue) -> set[int]:
    """orders [to move]; claims [that it fell]; allegations [of fraud]; directives pertaining to [output]"""
    found = set[int]()
    about = cue.frames | ({"on", "over"} if "about" in cue.frames else set())
    for one in sentence.children(noun):
        token = sentence.tokens[one]
        if one < noun:
            continue
        # a tree may take "pertaining" for an adjective; after its noun it says what the noun is about
        topic = token.deprel == "amod" and token.text.endswith("ing")
        if token.deprel in ("acl", "ccomp", "xcomp", "advcl") or topic:
            if token.xpos == "VBG" or topic:
                found |= _after_preposition(sentence, one)
            elif token.xpos != "VBN":
                found |= set(sentence.subtree(one))
        elif base(token.deprel) == "nmod" and preposition(sentence, one) in about:
            found |= set(sentence.subtree(one))
    return found


def _after_preposition(sentence: Tree, verb: int) -> set[int]:
    """directives pertaining to [the output]: a participle that only says what a paper is about"""
    for one in sentence.children(verb):
        token = sentence.tokens[one]
        if one > verb and base(token.deprel) in ("obl", "obj", "ccomp", "xcomp"):
            return {
                word for word in sentence.subtree(one) if sentence.tokens[word].deprel != "case" or word > one
            }
    return set()


def _beside_verb(sentence: Tree, verb: int, noun: int, cue: Cue) -> set[int]:
    """gave orders [to move], where the tree hangs the clause from the verb"""
    for one in sentence.children(verb):
        token = sentence.tokens[one]
        if one <= noun:
            continue
        if token.deprel in ("ccomp", "xcomp") or (
            token.deprel == "advcl" and preposition(sentence, one) == "to"
        ):
            return set(sentence.subtree(one))
        if base(token.deprel) == "obl" and preposition(sentence, one) in cue.frames - {"to", "for"}:
            return set(sentence.subtree(one))
    return set()
