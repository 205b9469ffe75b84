"""An action with its phrases -> whether its type can be meant: who meets a target has no meeting."""

from collections.abc import Callable, Sequence

from secondsource.claims.meanings import Argument, Trigger, ancestry, kind_at
from secondsource.knowledge.words_by_class import words_in
from secondsource.model import Mention, Quantity

Rule = Callable[[Trigger, Sequence[Argument], dict[int, Mention]], bool]
_SOMEONE = ("person", "organization", "state", "group", "office")
_MONEY = frozenset("USD AUD CAD EUR GBP JPY KRW CNY RUB percent %".split())


def can_be_meant(trigger: Trigger, arguments: Sequence[Argument], named: dict[int, Mention]) -> bool:
    """Whether no rule says that the words mean something else here."""
    return not any(rule(trigger, arguments, named) for rule in RULES)


def meets_no_one(trigger: Trigger, arguments: Sequence[Argument], named: dict[int, Mention]) -> bool:
    """ "The companies [met] their targets", "the crowd was [met] with gunfire"."""
    token = trigger.sentence.tokens[trigger.at]
    if token.upos != "VERB" or token.lemma != "meet":
        return False
    sides = [one.head for one in arguments if one.role in ("object", "recipient", "content", "instrument")]
    return bool(sides) and not any(_is_someone(trigger, head, named) for head in sides)


def reaches_a_mark(trigger: Trigger, arguments: Sequence[Argument], named: dict[int, Mention]) -> bool:
    """ "Shares [hit] their highest level", "revenue could [hit] a billion dollars"."""
    if not {"attack", "impact"} & set(ancestry(trigger.type)):
        return False
    hit = [one.head for one in arguments if one.role in ("target", "object", "quantity")]
    return any(_is_mark(trigger, head, named) for head in hit)


def _is_someone(trigger: Trigger, head: int, named: dict[int, Mention]) -> bool:
    token = trigger.sentence.tokens[head]
    return (
        kind_at(named, head) in _SOMEONE
        or token.upos in ("PROPN", "PRON")
        or token.lemma in words_in("counterpart")
    )


def _is_mark(trigger: Trigger, head: int, named: dict[int, Mention]) -> bool:
    mention = named.get(head)
    if mention is not None and isinstance(mention.value, Quantity):
        return not _MONEY.isdisjoint(mention.value.unit.split())
    return trigger.sentence.tokens[head].lemma in words_in("mark")


RULES: tuple[Rule, ...] = (meets_no_one, reaches_a_mark)
