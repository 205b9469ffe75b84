"""Text -> its language (ISO 639-1), when there is enough of it to tell."""

import re
from functools import cache
from typing import Any

# py3langid restricted to what news about armed forces is most written in errs five times less often.
LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
    "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
# Bytes, not letters: a Korean or Chinese letter says as much as three of ours.
ENOUGH = 40
SAMPLE = 4000
_ENGLISH = frozenset(
    "the of and to in a that is was for on with as by at from has have are were it its said".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str, told: str | None = None) -> str | None:
    """The text's language, by its words; short texts are taken at the document's word, or stay None."""
    sample = text[:SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    if sum(len(word.encode()) for word in words) < ENOUGH:
        return _label(told)
    # One word in five is a little word in English and in no other language: no model is loaded then.
    if len(words) > 60 and sum(word in _ENGLISH for word in words) * 5 > len(words):
        return "en"
    return str(_identifier().classify(sample)[0])


def _label(told: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", (told or "").strip())
    return found.group().lower() if found else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
