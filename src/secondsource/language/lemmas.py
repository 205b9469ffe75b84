"""Word and Penn tag -> lemma in lower case: a table of exceptions, then spelling rules."""

import re
from functools import cache, lru_cache

from secondsource.knowledge import load

_KINDS = {"V": "verb", "N": "noun", "J": "adjective", "R": "adjective"}
_SILENT_E = re.compile(
    r"(?:[vcuz]|(?<![aeious])s|[aeiou][yi]s|(?<![s])(?<=[aeiou])s|[dr]g|[ae]ng|[bcdfgkpstz]l|[bcdfglmnprstvz]at|[iue]at"
    r"|(?<![eo])[aou]r|(?<![aeo])ir|(?<![aeiou])in|(?<![aeiou])[aiou]k|(?<![aeiou])[aiou]d|(?<![aeiou])[uo]t"
    r"|(?<![aeiou])ag|(?<![aeiou])[aiy]p|(?<![aeiou])[iu]l|(?<![aeiou])[aiu]m|(?<![aeiou])[aiu]b)$"
)
_DOUBLED = re.compile(r"([bdgkmnprt])\1$")
_CLITICS = {
    "n't": "not", "'re": "be", "'m": "be", "'ll": "will", "'ve": "have",
    "wo": "will", "ca": "can", "sha": "shall",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def lemma_of(word: str, tag: str) -> str:
    """The dictionary form of a word: `accused`, VBD -> `accuse`. Unknown words follow English spelling."""
    lower = word.lower().replace("’", "'")
    if lower in _CLITICS and tag != "NNP":
        return _CLITICS[lower]
    if lower == "'s":
        return "be" if tag == "VBZ" else "us" if tag == "PRP" else "'s"
    if lower == "'d":
        return "have" if tag == "VBD" else "would"
    known = exceptions().get((lower, _KINDS.get(tag[:1], "other")))
    if known is not None:
        return known
    if tag.startswith("VB"):
        tag = _verb_form(lower, tag)
    if tag in ("NNS", "VBZ"):
        return _without_s(lower)
    if tag == "VBG" and lower.endswith("ing") and len(lower) > 4:
        return _stem(lower[:-3])
    if tag in ("VBD", "VBN") and lower.endswith("ed") and len(lower) > 3:
        return lower[:-3] + "y" if lower.endswith("ied") else _stem(lower[:-2])
    if tag in ("JJR", "RBR") and lower.endswith("er"):
        return lower[:-3] + "y" if lower.endswith("ier") else _stem(lower[:-2])
    if tag in ("JJS", "RBS") and lower.endswith("est"):
        return lower[:-4] + "y" if lower.endswith("iest") else _stem(lower[:-3])
    return lower


def _verb_form(word: str, tag: str) -> str:
    """The verb tag that the ending allows: a reader may take one form of a verb for another."""
    if word.endswith("ing") and len(word) > 5:
        return "VBG"
    if word.endswith("ed") and len(word) > 4:
        return "VBD"
    if word.endswith("s") and not word.endswith("ss") and tag in ("VBD", "VBN", "VBP"):
        return "VBZ"
    return tag


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1].rstrip("'")
    return word


def _stem(stem: str) -> str:
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _SILENT_E.search(stem) and len(stem) > 1 else stem


@cache
def exceptions() -> dict[tuple[str, str], str]:
    """(form, kind of word) -> lemma for what the spelling rules get wrong."""
    return {(row["form"], row["kind"]): row["lemma"] for row in load("lemmas")}
