"""A drawn report of reports/ -> its text, who says what in it, through whom, with what stance; strict.

    style wire report
    outlet Meridian Wire
    published 2024-05-03
    same United States = Washington, White House
    for answers
    ----
    [Washington](source 1) [accused](cue 1 accuses) [Oslo of spying](content 1).
    [Oslo](source 2) [denied](cue 2 denies) [the charge](content 2).
    ----
    1 outlet > United States
    2 outlet > Norway; answers 1

A mark may serve several attributions (`source 4,5`); joint sources are attributions of their own that share
cue and content. A chain runs from the outlet inward; `unnamed` is a link whose source nobody names. Where the
same is told twice, as in a headline and below it, a denial `answers 1 or 2`. `for answers` stands in reports
that were drawn in one pass to build the binding of answers on, `for answers unseen` in those kept apart then.
"""

import re
from pathlib import Path
from typing import NamedTuple

from bench.gold.stances import STANCES, half_of
from secondsource.model import Span
from tests.tables import MalformedCase, read_drawing

FOLDER = Path(__file__).with_name("reports")
ROLES = ("source", "cue", "content")
ANSWERING = frozenset({"denies", "confirms", "declines", "accuses"})
PURPOSES = ("", "answers", "answers unseen")
_SETTINGS = ("style", "outlet", "published", "same", "for")
_LABEL = re.compile(r"(source|content) (\d+(?:,\d+)*)|(cue) (\d+(?:,\d+)*) (\w+)")
_CHAIN = re.compile(r"(\d+) (outlet(?: > [^;>]+)*)(?:; answers (\d+(?: or \d+)*))?")


class Said(NamedTuple):
    """One attribution: its spans, stance, chain from the outlet (left out) inward, and what it answers."""

    number: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: str
    chain: tuple[str, ...]
    answers: tuple[int, ...]


class DrawnReport(NamedTuple):
    """One report: name, half, settings, text, other names of its chains' members, attributions by number."""

    name: str
    half: str
    purpose: str
    style: str
    outlet: str
    published: str
    text: str
    names: dict[str, tuple[str, ...]]
    said: tuple[Said, ...]


def read_reports(folder: Path = FOLDER) -> tuple[DrawnReport, ...]:
    """Every report of a folder. Raises MalformedCase with file and line."""
    reports = tuple(read_report(path) for path in sorted(folder.glob("*.txt")))
    if not reports:
        raise MalformedCase(f"{folder.name}: no report")
    return reports


def read_report(path: Path) -> DrawnReport:
    """One report. Raises MalformedCase when anything in it is missing, doubled or unknown."""
    parts = re.split(r"^----\n", path.read_text(encoding="utf-8"), flags=re.M)
    if len(parts) != 3:
        raise MalformedCase(f"{path.name}: {len(parts)} parts; settings, text and chains are needed")
    settings, names = _read_settings(parts[0], path.name)
    text, marks = _read_lines(parts[1], path.name, 2 + parts[0].count("\n"))
    spans, stances = _read_marks(text, marks, path.name)
    chains = _read_chains(parts[2], path.name)
    numbers = sorted({number for _, number in spans})
    if numbers != list(range(1, len(numbers) + 1)) or sorted(chains) != numbers:
        raise MalformedCase(f"{path.name}: drawn are {numbers}, chains are given for {sorted(chains)}")
    said = []
    for number in numbers:
        chain, answers = chains[number]
        source, cue, content = (tuple(sorted(spans.get((role, number), ()))) for role in ROLES)
        one = Said(number, source, cue, content, stances.get(number, ""), chain, answers)
        _check(one, len(numbers), f"{path.name}, attribution {number}")
        said.append(one)
    unknown = set(names) - {link for one in said for link in one.chain}
    if unknown:
        raise MalformedCase(f"{path.name}: other names for {sorted(unknown)}, who stand in no chain")
    half = half_of(path.stem)
    return DrawnReport(
        path.stem,
        half,
        settings.get("for", ""),
        settings["style"],
        settings["outlet"],
        settings["published"],
        text,
        names,
        tuple(said),
    )


def _read_lines(lines: str, where: str, first: int) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    text, marks = "", list[tuple[int, int, str]]()
    for number, line in enumerate(lines.splitlines(keepends=True), start=first):
        told, found = read_drawing(line, f"{where}:{number}")
        marks += [(start + len(text), end + len(text), label) for start, end, label in found]
        text += told
    return text, tuple(marks)


def _read_settings(lines: str, where: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    settings: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    for line in lines.splitlines():
        word, _, rest = line.partition(" ")
        if word not in _SETTINGS or not rest or (word in settings):
            raise MalformedCase(f"{where}: {line!r} is no setting, or stands twice")
        if word == "same":
            name, equals, others = rest.partition(" = ")
            if not equals:
                raise MalformedCase(f"{where}: {line!r} lacks ' = '")
            names[name] = tuple(others.split(", "))
        else:
            settings[word] = rest
    missing = [word for word in _SETTINGS if word not in ("same", "for") and word not in settings]
    if missing:
        raise MalformedCase(f"{where}: without {', '.join(missing)}")
    if settings.get("for", "") not in PURPOSES:
        raise MalformedCase(f"{where}: drawn for {settings['for']!r}, not for one of {PURPOSES[1:]}")
    return settings, names


def _read_marks(
    text: str, marks: tuple[tuple[int, int, str], ...], where: str
) -> tuple[dict[tuple[str, int], list[Span]], dict[int, str]]:
    spans: dict[tuple[str, int], list[Span]] = {}
    stances: dict[int, str] = {}
    for start, end, label in marks:
        found = _LABEL.fullmatch(label)
        if found is None or start == end:
            raise MalformedCase(f"{where}: {text[start:end]!r} is drawn as {label!r}")
        for number in map(int, (found[2] or found[4]).split(",")):
            spans.setdefault((found[1] or found[3], number), []).append(Span(start, end))
            if found[5] and stances.setdefault(number, found[5]) != found[5]:
                raise MalformedCase(f"{where}: attribution {number} has two stances")
    return spans, stances


def _read_chains(lines: str, where: str) -> dict[int, tuple[tuple[str, ...], tuple[int, ...]]]:
    chains: dict[int, tuple[tuple[str, ...], tuple[int, ...]]] = {}
    for line in lines.splitlines():
        found = _CHAIN.fullmatch(line)
        if found is None or int(found[1]) in chains:
            raise MalformedCase(f"{where}: {line!r} is no chain, or stands twice")
        answers = tuple(map(int, found[3].split(" or "))) if found[3] else ()
        chains[int(found[1])] = (tuple(found[2].split(" > ")[1:]), answers)
    return chains


def _check(one: Said, count: int, where: str) -> None:
    if not one.cue or not one.content:
        raise MalformedCase(f"{where}: without {'content' if one.cue else 'cue'}")
    if one.stance not in STANCES:
        raise MalformedCase(f"{where}: {one.stance!r} is no stance")
    if not one.source and one.chain[-1:] not in ((), ("unnamed",)):
        raise MalformedCase(f"{where}: no source is drawn, so the chain must be 'outlet' or end in 'unnamed'")
    for answered in one.answers:
        if not 0 < answered <= count or answered == one.number:
            raise MalformedCase(f"{where}: answers {answered}, which is not another attribution")
    if one.answers and one.stance not in ANSWERING:
        raise MalformedCase(f"{where}: {one.stance} answers nothing")
