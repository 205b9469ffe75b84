"""A verb in a sentence's tree -> its subject, its group of auxiliaries, what it governs, and who does it."""

from functools import cache

from secondsource.attribution.tree import Tree, once
from secondsource.model import Token

RELATIVES = frozenset({"who", "which", "that", "whom", "what"})
_GROUP = frozenset({"aux", "aux:pass", "advmod", "cop", "compound:prt", "cc:preconj"})
_NO = frozenset({"not", "never", "neither", "nor", "no", "yet"})
_LATE = [["until"], ["till"], ["only"], ["for"], ["just"], ["least"], ["since"]]
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_UNDOING = frozenset({"decline", "refuse", "fail", "yet"})
_PARTICLES = frozenset(
    "about across apart aside away back down forth in off on out over round through up".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december morning afternoon evening night noon midnight today "
    "tomorrow yesterday week month year day weekend".split()
)
_SUBJECTS = frozenset({"nsubj", "csubj"})
_CASES = frozenset({"by", "of", "in", "on", "at", "to", "from", "with"})
_NOT_SUBJECTS = frozenset(
    {"appos", "nmod:desc", "nmod:poss", "compound", "dep", "obl", "obj", "nmod", "flat"}
)


@cache
def base(relation: str) -> str:
    """`nsubj:pass` -> `nsubj`"""
    return relation.partition(":")[0]


def child(sentence: Tree, head: int, *relations: str) -> int | None:
    """The first word that hangs from `head` by one of these relations (subtypes named in full)."""
    tokens = sentence.tokens
    for number in sentence.children(head):
        if tokens[number].deprel in relations:
            return number
    return None


def is_gerund(sentence: Tree, number: int) -> bool:
    """for leaving, for having left"""
    return sentence.tokens[number].xpos == "VBG" or any(
        sentence.tokens[one].text == "having" for one in sentence.children(number)
    )


def is_passive(sentence: Tree, verb: int) -> bool:
    """`was reported`, `believed by` (a bare participle after a noun)."""
    token = sentence.tokens[verb]
    if child(sentence, verb, "aux:pass", "nsubj:pass") is not None:
        return True
    if token.xpos == "VBD":
        loose = token.deprel in ("acl", "advcl") and agent_of(sentence, verb) is not None
        if loose or child(sentence, verb, "obl:agent") is not None:
            return child(sentence, verb, "obj", "ccomp") is None
    if token.xpos != "VBN":
        return False
    if agent_of(sentence, verb) is not None and child(sentence, verb, "obj") is None:
        return True
    helped = any(
        sentence.tokens[one].lemma in ("have", "be") for one in sentence.children(verb) if one < verb
    )
    return not helped and token.deprel in ("acl", "advcl", "amod") and child(sentence, verb, "nsubj") is None


def agent_of(sentence: Tree, verb: int) -> int | None:
    """The noun after `by`: obl:agent, or an oblique with that preposition."""
    for number in sentence.children(verb):
        token = sentence.tokens[number]
        if number > verb and token.deprel == "obl:agent":
            return number
        if number > verb and base(token.deprel) in ("obl", "nmod"):
            case = child(sentence, number, "case")
            if case is not None and sentence.tokens[case].lemma == "by" and token.upos != "NUM":
                return number
    return None


@once
def subject_of(sentence: Tree, verb: int) -> tuple[int | None, bool]:
    """The word that heads the subject, and whether it was taken from a governing clause."""
    seen = set[int]()
    here, borrowed = verb, False
    while here not in seen:
        seen.add(here)
        found = _own_subject(sentence, here)
        if found is not None and (not borrowed or found != verb):
            return found, borrowed
        token = sentence.tokens[here]
        if token.deprel.startswith("acl") and token.head != here:
            main = _main_subject(sentence, here) if token.xpos == "VBG" and here == verb else None
            if main is not None:
                return main, True
            return (
                (token.head, True)
                if sentence.tokens[token.head].upos in ("NOUN", "PROPN", "PRON")
                else (None, True)
            )
        if base(token.deprel) in ("conj", "xcomp", "advcl", "root") and token.head != here:
            if base(token.deprel) == "xcomp":
                raised = child(sentence, token.head, "obj", "iobj")
                if (
                    raised is not None
                    and raised < here
                    and sentence.tokens[token.head].lemma not in ("promise", "vow")
                ):
                    return raised, True
            here, borrowed = token.head, True
            continue
        if token.deprel == "parataxis":
            return None, borrowed
        break
    return None, borrowed


@once
def _own_subject(sentence: Tree, verb: int) -> int | None:
    """The subject that hangs from this verb; `by Washington` is none, whatever the tree calls it."""
    own = subjects_of(sentence, verb)
    if own:
        return max([one for one in own if one < verb], default=own[0])
    return _turned_round(sentence, verb) or _mislabelled(sentence, verb)


def _turned_round(sentence: Tree, verb: int) -> int | None:
    """“Nonsense,” snapped [the coach]: the tree takes a speaker who stands after the verb for its object"""
    after, said = child(sentence, verb, "obj"), child(sentence, verb, "ccomp", "parataxis")
    if (
        after is None
        or said is None
        or not said < verb < after
        or sentence.tokens[verb].xpos not in ("VBD", "VBZ")
    ):
        return None
    near = min(sentence.subtree(after)) == verb + 1
    return after if near and sentence.tokens[verb - 1].upos == "PUNCT" else None


def subjects_of(sentence: Tree, verb: int) -> list[int]:
    """All words that the tree calls its subject: a clause set before it may have lost its own to it."""
    tokens, openings = sentence.tokens, sentence.openings
    return [
        one
        for one in sentence.children(verb)
        if base(tokens[one].deprel) in _SUBJECTS and openings[one] not in _CASES
    ]


def _mislabelled(sentence: Tree, verb: int) -> int | None:
    """A noun right before a finite verb is its subject, whatever the tree calls it."""
    group = group_of(sentence, verb)
    if _FINITE.isdisjoint([sentence.tokens[one].xpos for one in group]):
        return None
    first = group[0]
    for one in sentence.children(verb):
        token = sentence.tokens[one]
        if token.upos in ("NOUN", "PROPN", "PRON") and token.deprel in _NOT_SUBJECTS and one < first:
            last = max(word for word in sentence.subtree(one))
            if last == first - 1 and preposition(sentence, one) == "":
                return one
    return _noun_before(sentence, first)


def _noun_before(sentence: Tree, first: int) -> int | None:
    """`..., [the general] told them`: a noun phrase between a mark or the sentence's start and the verb"""
    start = first
    while start > 0 and sentence.tokens[start - 1].upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"):
        start -= 1
    if start == first or sentence.tokens[first - 1].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    opens = start == 0 or sentence.tokens[start - 1].upos in ("PUNCT", "CCONJ")
    free = sentence.tokens[first - 1].head >= first or sentence.tokens[first - 1].head < start
    return (
        first - 1
        if opens and free and sentence.tokens[first - 1].text.lower() not in ("which", "who")
        else None
    )


def _main_subject(sentence: Tree, participle: int) -> int | None:
    """`Photos give an insight, [showing] ...`: after a comma, a participle shares its clause's subject."""
    first = min(sentence.subtree(participle))
    if first == 0 or sentence.tokens[first].text != "," and sentence.tokens[first - 1].text != ",":
        return None
    here = sentence.tokens[participle].head
    for _ in range(6):
        token = sentence.tokens[here]
        found = child(sentence, here, "nsubj", "nsubj:pass")
        if found is not None:
            return found if found < participle else None
        if token.head == here or base(token.deprel) not in ("obj", "obl", "nmod", "xcomp", "conj", "iobj"):
            return None
        here = token.head
    return None


def _in_group(token: Token) -> bool:
    return token.deprel in _GROUP or token.lemma in ("not", "to")


@once
def group_of(sentence: Tree, verb: int) -> range:
    """The verb with what stands beside it: `have both refuted`, `did not say`, `declined to comment`."""
    first = last = verb
    members, tokens = sentence.children(verb), sentence.tokens
    while first - 1 in members and _in_group(tokens[first - 1]):
        first -= 1
    while last + 1 in members and tokens[last + 1].deprel == "compound:prt":
        last += 1
    return range(first, last + 1)


def is_negated(sentence: Tree, verb: int) -> bool:
    """did not deny; neither confirmed; has yet to confirm; refused to confirm"""
    token = sentence.tokens[verb]
    for one in sentence.children(verb):
        if one < verb and sentence.tokens[one].lemma in _NO and not only_late(sentence, one):
            return True
    above = sentence.tokens[token.head]
    if above.lemma in _UNDOING and base(token.deprel) in ("xcomp", "advcl", "acl", "ccomp"):
        return True
    return any(one.lemma in ("yet", "nor") for one in sentence.tokens[max(0, verb - 2) : verb])


def only_late(sentence: Tree, number: int) -> bool:
    """Not until dawn did they admit, not only accused: what is denied is not the deed"""
    return sentence.lower[number] == "not" and sentence.lower[number + 1 : number + 2] in _LATE


def phrase(sentence: Tree, head: int, *, until: int | None = None, beyond: int | None = None) -> list[int]:
    """The words under `head`, on its side of the word `until` (before it) or `beyond` (after it)."""
    words = sentence.subtree(head)
    return [
        number
        for number in words
        if (until is None or number < until) and (beyond is None or number > beyond)
    ]


def particle(sentence: Tree, number: int) -> str:
    """The particle of a verb, where the tree takes it for an adverb too: took [back], waved [away]."""
    word, relation = sentence.lower[number], sentence.tokens[number].deprel
    loose = relation in ("advmod", "case") and word in _PARTICLES
    return word if loose or relation == "compound:prt" else ""


def names_time(sentence: Tree, number: int) -> bool:
    """on Friday, in May: no preposition of the verb's own"""
    return sentence.lower[number] in _TIMES


def preposition(sentence: Tree, number: int) -> str:
    """The word that introduces a phrase or clause: case or mark, lower case; empty when there is none."""
    return sentence.openings[number]
