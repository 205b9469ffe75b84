"""News pages with their texts -> how much of the text, title and date we find, and how much maps back."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from secondsource.intake import Opened, Source, open_source
from secondsource.intake.checking import passage_holds
from secondsource.intake.decoding import decode
from secondsource.intake.limits import USUAL
from secondsource.intake.page import told_charset
from secondsource.intake.page_dates import searched_in_page
from secondsource.intake.tree import prune, tree_of
from secondsource.model import Report

FOLDER = Path("pages/newspaper/tests/data")
# Some of the set's texts are a headline or nothing at all: they cannot tell right from wrong.
ENOUGH = 50
_WORD = re.compile(r"\w+")


def run(data: Path) -> dict[str, float]:
    """Prints a table over the newspaper pages; scores between 0 and 1, `pages_a_second` apart.

    Texts: shared words of ours and theirs, counted with repeats, marked furniture left out of ours.
    Dates: the set has no list of them, so what the page's own data state is taken as true, and what is
    found without those data is scored against it.
    """
    folder = data / FOLDER
    if not folder.is_dir():
        print(f"no pages in {folder}")
        return {}
    begun = time.perf_counter()
    opened = [
        (path, open_source(Source(path.name, "page", path.stem, str(path)))[0]) for path in pages(folder)
    ]
    seconds = time.perf_counter() - begun
    refused = [(path, one) for path, one in opened if one.report is None]
    for path, one in refused:
        print(f"  not read: {path.name}: {one.notes[0].message}")
    scores = {"pages": float(len(opened)), "read": 1 - len(refused) / len(opened)}
    scores |= _texts(folder, opened) | _passages(opened) | _told(opened)
    scores["pages_a_second"] = len(opened) / seconds
    for name, score in scores.items():
        print(f"  {name:<28}{score:8.3f}")
    return scores


def pages(folder: Path) -> Iterator[Path]:
    """The pages of the set, in order."""
    yield from sorted((folder / "html").glob("*.html"))


def _texts(folder: Path, opened: list[tuple[Path, Opened]]) -> dict[str, float]:
    hits = ours_all = theirs_all = 0
    worst = []
    for path, one in opened:
        gold = folder / "text" / f"{path.stem}.txt"
        if not gold.is_file():
            gold = folder / "text" / f"{path.stem.replace('_article', '')}.txt"
        if one.report is None or not gold.is_file():
            continue
        theirs = Counter(_WORD.findall(gold.read_text(encoding="utf-8", errors="replace")))
        if theirs.total() < ENOUGH:
            continue
        text = one.report.text
        for part in reversed(one.report.parts):
            if part.kind in ("furniture", "title", "subtitle"):
                text = text[: part.span.start] + text[part.span.end :]
        ours = Counter(_WORD.findall(text))
        shared = (ours & theirs).total()
        hits, ours_all, theirs_all = hits + shared, ours_all + ours.total(), theirs_all + theirs.total()
        worst.append((2 * shared / max(ours.total() + theirs.total(), 1), path.name))
    worst.sort()
    print("  furthest from their texts: " + ", ".join(f"{name} {score:.2f}" for score, name in worst[:8]))
    return {
        "text_precision": hits / max(ours_all, 1),
        "text_recall": hits / max(theirs_all, 1),
        "text_f1": 2 * hits / max(ours_all + theirs_all, 1),
    }


def _passages(opened: list[tuple[Path, Opened]]) -> dict[str, float]:
    covered = letters = holding = total = 0
    for _, one in opened:
        if one.report is None or one.original is None:
            continue
        letters += len(one.report.text)
        for passage in one.report.passages:
            covered += len(passage.span)
            total += 1
            holding += passage_holds(one.original, one.report.text, passage)
    return {"text_mapped_to_bytes": covered / max(letters, 1), "passages_that_hold": holding / max(total, 1)}


def _told(opened: list[tuple[Path, Opened]]) -> dict[str, float]:
    reports = [one.report for _, one in opened if one.report is not None]
    searched = [(path, one.report.published) for path, one in opened if one.report and _is_stated(one.report)]
    again = [(_searched(path), stated.value) for path, stated in searched]
    answers = [found == stated for found, stated in again if found]
    return {
        "with_title": sum(bool(report.title) for report in reports) / len(reports),
        "with_outlet": sum(bool(report.outlet) for report in reports) / len(reports),
        "with_date": sum(report.published.value is not None for report in reports) / len(reports),
        "date_search_answers": len(answers) / max(len(again), 1),
        "date_search_right": sum(answers) / max(len(answers), 1),
    }


def _is_stated(report: Report) -> bool:
    return report.published.value is not None and "htmldate" not in report.published.because[0]


def _searched(path: Path) -> str | None:
    """The day that is found in the page once the data that state it are taken out."""
    source = decode(path.read_bytes(), told_charset(path.read_bytes())).text
    tree = tree_of(source, USUAL)
    prune(tree, USUAL)
    for element in [*tree.iter("meta"), *tree.iter("time")]:
        element.drop_tree()
    return searched_in_page(tree, source).value
