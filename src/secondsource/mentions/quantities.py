"""Numbers with what they count or measure -> mentions of kind quantity, each with a Quantity."""

import re
from functools import cache

from secondsource.knowledge import load
from secondsource.knowledge.words_by_class import words_in
from secondsource.mentions.candidate import Candidate
from secondsource.mentions.numbers import Number, read_number
from secondsource.mentions.surroundings import Surroundings
from secondsource.model import Quantity, Sentence, Span

_AT_LEAST = words_in("at least")
_AT_MOST = words_in("at most")
_ABOUT = words_in("about")
_MASS = re.compile(
    r"\b(?:an?\s+)?(?:(?P<how>significant|large|huge|vast|small|considerable|substantial|massive|growing|limited|"
    r"unknown|unspecified|great|enormous|certain|undisclosed|record)\s+)?"
    r"(?P<noun>amounts?|numbers?|quantit(?:y|ies)|volumes?|array|variety|series|range|batch|shipments?|stockpiles?|"
    r"wave|barrage|salvo|handful|fraction|majority|lot)\s+of\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?P<sign>US\$|A\$|C\$|\$|€|£|¥|₩)\s?(?P<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?P<part>\.\d{1,3})?"
    r"(?:\s?-?(?P<scale>trillion|billion|million|thousand|tn|bn|mn|m|k|b)\b)?",
    re.IGNORECASE,
)
_SIGNS = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}
_SCALES = {
    "trillion": 1e12,
    "tn": 1e12,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "thousand": 1e3,
    "k": 1e3,
}
_HARMING = words_in("harming")
_HARMED = frozenset(
    "killed injured wounded dead missing arrested detained hospitalized hospitalised died".split()
)
_HYPHENS = ("-", "\u2010", "\u2011")
_CALENDAR = words_in("calendar")


def find_quantities(around: Surroundings) -> tuple[Candidate, ...]:
    """Candidates of kind quantity in text order."""
    found: list[Candidate] = []
    for sentence in around.sentences:
        found.extend(_money(around, sentence))
        found.extend(_amounts(around, sentence))
        index = 0
        while index < len(sentence.tokens):
            number = read_number(sentence, index)
            if number is None or _is_label(sentence, number):
                index += 1
                continue
            candidate, index = _counted(around, sentence, number)
            if candidate is not None and not any(one.span.overlaps(candidate.span) for one in found):
                found.append(candidate)
    return tuple(sorted(found, key=lambda one: one.span))


def _counted(around: Surroundings, sentence: Sentence, number: Number) -> tuple[Candidate | None, int]:
    """`at least 12 people`, `1,000 to 1,100 km`, `two short-range ballistic missiles`, `40 per cent`."""
    tokens = sentence.tokens
    low: float | None = number.low
    high, last = number.high, number.last
    second = _range_end(sentence, last)
    if second is not None and high is not None and second.low > number.low:
        high, last = second.high, second.last
    hedge, first = _hedge_before(sentence, number.first)
    unit, last = _unit_after(sentence, last)
    if unit is None:
        unit = _casualties(sentence, first, last)
    if unit is None:
        return None, number.last + 1
    if number.vague:
        hedge = hedge or number.vague
    if hedge in _AT_LEAST and hedge != "as many as":
        high = None
    elif hedge in _AT_MOST and hedge not in ("nearly", "almost"):
        low = None
    quantity = Quantity(low, high, unit, hedge)
    span = Span(tokens[first].start, tokens[last].end)
    return Candidate(span, "quantity", quantity, None, "quantities.count"), last + 1


def _casualties(sentence: Sentence, first: int, last: int) -> str | None:
    """`killing three`, `20 wounded`: people, though nobody says so."""
    before = sentence.tokens[first - 1].text.lower() if first else ""
    after = sentence.tokens[last + 1].text.lower() if last + 1 < len(sentence.tokens) else ""
    return "people" if before in _HARMING or after in _HARMED else None


def _range_end(sentence: Sentence, last: int) -> Number | None:
    tokens = sentence.tokens
    if last + 2 < len(tokens) and tokens[last + 1].text.lower() in ("to", "-", "\u2013", "or", "and"):
        joined = tokens[last + 1].text.lower()
        if joined == "and" and not any(
            one.text.lower() == "between" for one in tokens[max(0, last - 3) : last]
        ):
            return None
        return read_number(sentence, last + 2)
    return None


def _hedge_before(sentence: Sentence, first: int) -> tuple[str, int]:
    tokens = sentence.tokens
    for size in (3, 2, 1):
        if first - size >= 0:
            words = " ".join(token.text.lower() for token in tokens[first - size : first])
            if words in _AT_LEAST or words in _AT_MOST or words in _ABOUT:
                return words, first - size
    return "", first


def _unit_after(sentence: Sentence, last: int) -> tuple[str | None, int]:
    """The measure right after a number, or the noun it counts: its head, in the singular."""
    tokens = sentence.tokens
    index = last + 1
    if index < len(tokens) and tokens[index].text in ("-", "\u2010", "\u2011"):
        index += 1
    if index >= len(tokens):
        return None, last
    word = tokens[index].text.lower().rstrip(".")
    two = f"{word} {tokens[index + 1].text.lower()}" if index + 1 < len(tokens) else ""
    for name, size in ((two, 2), (word, 1)):
        if name in _units():
            return _units()[name], index + size - 1
    if word in ("of",):
        return _unit_after(sentence, index)
    head = _counted_noun(sentence, index)
    if head is None:
        return None, last
    unit = _singular(tokens[head].lemma or tokens[head].text.lower())
    return (None, last) if unit in _CALENDAR else (unit, last)


def _counted_noun(sentence: Sentence, index: int) -> int | None:
    """Index of the head of the noun phrase that begins here: `short-range ballistic missiles` -> missiles."""
    tokens, head, glued = sentence.tokens, None, None
    for at in range(index, min(index + 9, len(tokens))):
        token = tokens[at]
        if token.text in _HYPHENS:
            head = None
            continue
        if at > index and tokens[at - 1].text in _HYPHENS:
            glued = at  # "short-range", "solid-fuelled": the second half qualifies what follows
        elif token.upos == "NOUN" or (token.upos == "PROPN" and head is None):
            head = at
        elif (
            token.upos not in ("ADJ", "NUM", "PROPN") and token.xpos not in ("VBN", "VBG") or head is not None
        ):
            break
    return glued if head is None else head


def _singular(lemma: str) -> str:
    if lemma.endswith("ies") and len(lemma) > 4:
        return f"{lemma[:-3]}y"
    return lemma[:-1] if lemma.endswith("s") and not lemma.endswith(("ss", "us", "is")) else lemma


def _is_label(sentence: Sentence, number: Number) -> bool:
    """`Hwasong-18`, `2023`, `Article 5`, `one of`: numbers that count nothing."""
    tokens = sentence.tokens
    first = tokens[number.first]
    if (
        number.first
        and tokens[number.first - 1].end == first.start
        and tokens[number.first - 1].text not in "(\"'“‘["
    ):
        return True
    before = tokens[number.first - 1].text.lower() if number.first else ""
    if before in _CALENDAR or before in (
        "article",
        "resolution",
        "no.",
        "no",
        "number",
        "group",
        "version",
        "section",
    ):
        return True
    after = tokens[number.last + 1].text.lower() if number.last + 1 < len(tokens) else ""
    if first.text.lower() == "multiple" and after in ("rocket", "launch", "launcher", "-"):
        return True
    if after in _CALENDAR or after in (":", "/"):
        return True
    if first.text.lower() == "one":
        return after in ("of", "another", "day", "can", "is", "that", "who", "which") or after == ""
    if re.fullmatch(r"(?:1[89]|20)\d\d", first.text) and number.first == number.last:
        return before in (
            "in",
            "since",
            "of",
            "by",
            "until",
            "during",
            "from",
            "the",
            "and",
            "late",
            "early",
            "mid",
            ",",
            "to",
        ) or after in ("", ",", ".", ")", "-")
    return False


def _money(around: Surroundings, sentence: Sentence) -> list[Candidate]:
    """`$3.2bn`, `£40 million`."""
    found = []
    for match in _MONEY.finditer(around.text, sentence.span.start, sentence.span.end):
        value = float(match["number"].replace(",", "") + (match["part"] or ""))
        value *= _SCALES.get((match["scale"] or "").lower(), 1.0)
        span = Span(match.start(), match.end())
        unit = _SIGNS.get(match["sign"].upper(), "USD")
        found.append(Candidate(span, "quantity", Quantity(value, value, unit), None, "quantities.money"))
    return found


def _amounts(around: Surroundings, sentence: Sentence) -> list[Candidate]:
    """`a significant amount of artillery shells`: at least one, and nobody says how many."""
    found = []
    for match in _MASS.finditer(around.text, sentence.span.start, sentence.span.end):
        if not match["how"] and not match[0].lower().startswith(("a ", "an ")):
            continue
        last = around.tokens_of(sentence, Span(match.end() - 2, match.end()))[1]
        unit, _ = _unit_after(sentence, last)
        span = Span(match.start(), match.end())
        quantity = Quantity(1.0, None, unit or "", " ".join(match[0].split()))
        found.append(Candidate(span, "quantity", quantity, None, "quantities.amount", 0.8))
    return found


@cache
def _units() -> dict[str, str]:
    return {name: row["unit"] for row in load("units") for name in row["names"].split("|")}
