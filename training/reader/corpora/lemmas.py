"""Word and lemma -> the edit that turns one into the other, as a label a classifier can learn.

After Straka (2018), "UDPipe 2.0 prototype": cut so many characters, add these.
"""

from secondsource.language.encoder.lemmas import apply_script


def lemma_script(form: str, lemma: str) -> str:
    """`-3+y` for (armies, army): cut three characters, add y; both are lowered first."""
    form, lemma = form.lower().replace(" ", ""), lemma.lower()
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    script = f"-{len(form) - same}+{lemma[same:]}"
    if apply_script(form, script) != lemma:
        raise ValueError(f"{script} does not turn {form!r} into {lemma!r}")
    return script
