"""A word and an edit script -> its lemma (lower case)."""

IRREGULAR_LIMIT = 12


def apply_script(form: str, script: str) -> str:
    """`armies` with `-3+y` -> `army`; a script that does not fit leaves the word as it is."""
    word = form.lower()
    cut, _, added = script[1:].partition("+")
    if not cut.isdigit() or int(cut) > len(word):
        return word
    return (word[: len(word) - int(cut)] + added) or word
