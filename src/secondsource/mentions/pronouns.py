"""Pronouns -> the person, state or body they mean, where number, sex and nearness leave little doubt."""

from secondsource.knowledge.standing import row_of
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.discourse import Discourse, is_subject
from secondsource.model import Sentence, Span

_SEX = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_BODY = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "them", "their", "theirs", "themselves"))


def pronouns_of(sentence: Sentence) -> list[Candidate]:
    """Open slots for the pronouns of a sentence, outside quotation marks or in them."""
    return [
        Candidate(Span(token.start, token.end), "thing", token.text.lower(), None, "coreference.pronoun", 0.5)
        for token in sentence.tokens
        if token.text.lower() in _SEX or token.text.lower() in _BODY or token.text.lower() in _MANY
    ]


def resolve_pronoun(sentence: Sentence, slot: Candidate, told: Discourse) -> Candidate | None:
    """The pronoun with its entity, or None when it is anybody's guess."""
    word = str(slot.value)
    if word in _SEX:
        return _resolve_person(slot, word, told)
    if word in _BODY:
        return _resolve_body(sentence, slot, word, told)
    return None


def _resolve_person(slot: Candidate, word: str, told: Discourse) -> Candidate | None:
    """`He said`: the person told last who agrees in sex; the last sentence's subject before its others."""
    fitting = [
        (back, not subject, -one.span.start, one)
        for one, back, subject in told.people(3)
        if _sex_of(one) in ("", _SEX[word])
    ]
    if not fitting:
        return None
    possessive = word in ("his", "her", "himself", "herself", "him")
    nearest = min(back for back, *_ in fitting)
    if nearest == 0 and not possessive and len({one.entity for *_, one in fitting}) > 1:
        fitting = [row for row in fitting if row[0] > 0 or not row[1]] or fitting
        nearest = min(back for back, *_ in fitting)
    here = sorted((row for row in fitting if row[0] == nearest), key=lambda row: row[:3])
    best = here[0][3]
    rivals = {row[3].entity for row in here}
    confidence = 0.85 if len({row[3].entity for row in fitting}) == 1 else 0.75 if len(rivals) == 1 else 0.55
    return Candidate(slot.span, "person", best.value, best.entity, "coreference.pronoun", confidence)


def _resolve_body(sentence: Sentence, slot: Candidate, word: str, told: Discourse) -> Candidate | None:
    """`It held a parade`, `its missiles`: the subject of this sentence, or of the last one."""
    index = sentence.token_at(slot.span.start)
    if index is None or (word == "it" and _says_nothing(sentence, index)):
        return None
    if word == "it" and not is_subject(sentence, slot.span):
        return None  # "who have seen it": too often a thing
    if word == "itself" and index and sentence.tokens[index - 1].upos == "NOUN":
        return None  # "the plan itself"
    bodies = told.bodies(1)
    here = [row for row in bodies if row[1] == 0]
    if word == "its" or word == "itself":
        ranked = [row for row in here if row[2]] or here[-1:] or [row for row in bodies if row[2]]
        if here and ranked and _embedded(sentence, ranked[-1][0].span, here[-1][0].span):
            ranked = here[-1:]
    else:
        ranked = [row for row in here if row[2]] or [row for row in bodies if row[1] == 1 and row[2]]
    if not ranked:
        state = told.main_state() if word == "it" and index == 0 else None
        if state is None:
            return None
        row = row_of(state)
        return Candidate(slot.span, "state", row["name"] if row else state, state, "coreference.pronoun", 0.5)
    best = ranked[-1][0]
    confidence = 0.65 if len({one.entity for one, *_ in ranked}) == 1 else 0.5
    return Candidate(slot.span, best.kind, best.value, best.entity, "coreference.pronoun", confidence)


def _embedded(sentence: Sentence, subject: Span, nearest: Span) -> bool:
    """`The US accused the North of arming Russia for its war`: the nearest name has a clause of its own."""
    return any(token.xpos == "VBG" and subject.end < token.start < nearest.start for token in sentence.tokens)


def _says_nothing(sentence: Sentence, index: int) -> bool:
    """`It is unclear whether`, `it was reported that`, `made it possible`."""
    words = [token.text.lower() for token in sentence.tokens[index + 1 : index + 4]]
    if words and words[0] in (
        "is",
        "was",
        "'s",
        "’s",
        "seems",
        "appears",
        "remains",
        "would",
        "will",
        "could",
        "may",
    ):
        return True
    return bool(words) and words[0] in ("possible", "clear", "difficult", "easier", "harder", "impossible")


def _sex_of(person: Candidate) -> str:
    row = row_of(person.entity or "")
    return row.get("sex", "") if row is not None else ""
