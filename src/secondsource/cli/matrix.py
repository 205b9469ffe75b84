"""Comparison -> its lines: role, value, verdict, and the words of each report that give it."""

from collections.abc import Iterable, Iterator

from secondsource.cli.names import Names, value_in_words
from secondsource.cli.plain import columns, hang, one_line, pad, quote, shorten
from secondsource.model import Comparison, Side, Span, hull

ROLES = {
    "actor": "who",
    "time": "when",
    "place": "where",
    "object": "what",
    "recipient": "to whom",
    "instrument": "with",
    "quantity": "how many",
    "occasion": "occasion",
    "attendee": "present",
    "target": "at",
    "act": "did",
    "observed": "saw",
}
PARTS = ("order", "act", "observed")  # each a phrase, from its verb to the last of what it was done to
_ROLE, _VERDICT = 10, 13


def tell_comparisons(comparisons: Iterable[Comparison], names: Names, width: int) -> Iterator[str]:
    """The lines of each; a role that several tell of is named once."""
    before, untold = "", []
    for comparison in comparisons:
        role = ROLES.get(comparison.role, comparison.role)
        if not comparison.sides:
            untold.append(role)
            continue
        yield from _tell(comparison, "" if role == before else role, names, width)
        before = role
    if untold:
        yield from hang(", ".join(untold), width, f"  {pad('not told', _ROLE)}")


def _tell(comparison: Comparison, role: str, names: Names, width: int) -> Iterator[str]:
    """A line for each side, the role on the first; sides run from coarse to fine."""
    value_width = max(20, min(44, (width - _ROLE - _VERDICT) // 2 - 4))
    for number, side in enumerate(comparison.sides):
        value = shorten(value_in_words(side.value, comparison.role), value_width)
        verdict = verdict_of(comparison, number, names)
        first = (
            f"  {pad(role if number == 0 else '', _ROLE)}{pad(value, value_width)}  {pad(verdict, _VERDICT)}"
        )
        words = words_of(side, value, comparison.role in PARTS, names)
        if verdict == f"only {words}":
            words = ""
        if not words:
            yield first.rstrip()
        elif columns(first) + 30 <= width:
            yield from (line.rstrip() for line in hang(words, width, first + " "))
        else:
            yield first.rstrip()
            yield from hang(words, width, " " * (_ROLE + 2))
    silent = f"silent: {names.reports(comparison.silent)}" if comparison.silent else ""
    if (comparison.detail and comparison.verdict != "agree") or (silent and comparison.verdict != "only one"):
        told = "; ".join(part for part in (one_line(comparison.detail), silent) if part)
        yield from hang(told, width, " " * (_ROLE + 2))


def verdict_of(comparison: Comparison, number: int, names: Names) -> str:
    """The verdict as it stands beside one side: `only 000`, `finer`, `differ`."""
    if comparison.verdict == "only one":
        only = f"only {names.reports(comparison.sides[number].reports)}"
        return only if columns(only) <= _VERDICT else "only one"
    if comparison.verdict == "finer" and len(comparison.sides) > 1:
        return "coarse" if number == 0 else "finer"
    return comparison.verdict if number == 0 else ""


def words_of(side: Side, value: str, whole: bool, names: Names) -> str:
    """`000 "Between Thursday and Saturday" · 002 "Thursday, Friday, and Saturday"`; each wording once.

    A report that says it in the very words of the value is named alone; `whole`: its mentions are one phrase.
    """
    by_report: dict[str, list[str]] = {}
    if whole:
        return _phrases(side, value, names)
    for id in side.mentions:
        mention = names.index.mentions.get(id)
        if mention is not None:
            words = by_report.setdefault(names.index.report_of(id), [])
            quoted = quote(mention.text)
            if quoted not in words:
                words.append(quoted)
    shown = [
        names.report(report) if words == [f'"{value}"'] else f"{names.report(report)} {', '.join(words[:3])}"
        for report, words in by_report.items()
    ]
    shown += [names.report(one) for one in side.reports if one not in by_report]
    return " · ".join(shown)


def _phrases(side: Side, value: str, names: Names) -> str:
    """What each report says from the first to the last of its mentions."""
    told: dict[str, list[Span]] = {}
    for id in side.mentions:
        if id in names.index.mentions:
            told.setdefault(names.index.report_of(id), []).append(names.index.mentions[id].span)
    shown = []
    for report, spans in told.items():
        words = quote(hull(spans).of(names.index.readings[report].report.text))
        shown.append(names.report(report) + ("" if words == quote(value) else f" {words}"))
    return " · ".join(shown or [names.reports(side.reports)])
